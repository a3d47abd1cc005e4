"""No claim without a passing test: the ledger is held against the outcomes of the same run.

Each claim whose test did not pass fails the run; after a whole run also each claim whose test did
not take part. With xdist the workers' reports arrive here too.
"""

from collections import defaultdict

import pytest

from tests.ledger import Line, ledger

Outcomes = dict[str, set[str]]  # node id without parameters, or with -> what its parts came to
OUTCOMES = pytest.StashKey[Outcomes]()
BROKEN = pytest.StashKey[list[str]]()
NARROWED = ("keyword", "markexpr", "lf", "failedfirst", "deselect", "ignore", "ignore_glob")


def is_worker(config: pytest.Config) -> bool:
    """Whether this is one of xdist's workers, which see a part of the run only."""
    return hasattr(config, "workerinput")


def is_whole(config: pytest.Config) -> bool:
    """Whether everything was asked for."""
    narrowed = any(config.getoption(option, None) for option in NARROWED)
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not narrowed


def judge(line: Line, outcomes: Outcomes, *, whole: bool) -> str:
    """Return what breaks a claim, or nothing."""
    bearing = {n: o for n, o in outcomes.items() if line.table and f"[{line.table}" in n}
    carriers = {test: outcomes.get(test, set()) for test in line.carriers()} | bearing
    for test, results in sorted(carriers.items()):
        if results - {"passed", "skipped"} or (whole and "passed" not in results):
            came_to = " and ".join(sorted(results)) or "does not exist"
            return f"{line.id} is claimed, but {test} {came_to}"
    if whole and line.table and not bearing:
        return f"{line.id} is claimed, but no test runs its table of examples"
    return ""


class Claims:
    """Listens to the run, and has the last word."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.outcomes: Outcomes = defaultdict(set)
        self.broken: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what each test came to; a set-up that passes says nothing yet."""
        if report.when == "call" or report.outcome != "passed":
            for name in {report.nodeid, report.nodeid.partition("[")[0]}:
                self.outcomes[name].add(report.outcome)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hold the claims against the outcomes; a broken one fails the run."""
        done = [line for line in ledger() if line.state == "done"]
        whole = is_whole(self.config) and not session.shouldstop
        judged = (judge(line, self.outcomes, whole=whole) for line in done)
        self.broken = [words for words in judged if words]
        if self.broken and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name every broken claim."""
        for words in self.broken:
            terminalreporter.write_line(f"LEDGER: {words}", red=True)


def pytest_configure(config: pytest.Config) -> None:
    """Listen where the whole run is seen."""
    if not is_worker(config):
        config.pluginmanager.register(Claims(config), "claims")
