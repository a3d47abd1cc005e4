"""`make test`: every test on SQLite, what a database can change on PostgreSQL too, every check, every guard; one truthful line at the end."""

import re
import subprocess
import sys
from os import environ
from pathlib import Path
from xml.etree import ElementTree as ET

HOUSE = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
STATE = HOUSE / ".rempart"
PYTEST = (str(BIN / "pytest"), "-q", "-rfEs", "-n", "2")
ONCE = "any_database"  # marks what no database can change (tests/gate.py)
MOST, ALL = "95", "100"  # percent of everything; of rules, access and acts
WHOLE = "*/rules.py,*/rules/*,*/access.py,*/access/*,*/actions.py,*/actions/*"
COVERAGE = (str(BIN / "coverage"), "report", "--skip-covered", "--skip-empty", "--precision=2")


def tested(name: str, *command: str) -> tuple[int, int]:
    """Run the tests; return how many passed and how many failed."""
    report = STATE / f"{name}.xml"
    report.unlink(missing_ok=True)
    code = subprocess.run([*command, f"--junitxml={report}"], cwd=HOUSE, check=False).returncode  # noqa: S603 -- the tests of this house
    if not report.exists():  # PostgreSQL is missing, and said so; or nothing could be collected
        return 0, int(code != 0)
    suite = next(ET.parse(report).iter("testsuite"))  # noqa: S314 -- pytest wrote it just now
    bad = int(suite.attrib["failures"]) + int(suite.attrib["errors"])
    good = int(suite.attrib["tests"]) - bad - int(suite.attrib["skipped"])
    return good, bad or int(code != 0)


def counted(*command: str) -> tuple[int, int]:
    """Run one check; a line "N of M ..." at its end counts, else it counts as one."""
    run = subprocess.run(command, cwd=HOUSE, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 -- the checks of this house
    sys.stdout.write(run.stdout)
    said = re.search(r"^(\d+) of (\d+) ", run.stdout.rstrip().rpartition("\n")[2])
    good, asked = map(int, said.groups()) if said else (int(run.returncode == 0), 1)
    return good, (asked - good) or int(run.returncode != 0)


def main() -> int:
    """Run all of it, also after a failure, and say how it went."""
    STATE.mkdir(exist_ok=True)
    environ["COVERAGE_FILE"] = str(STATE / "coverage")
    outcomes = [
        tested("sqlite", *PYTEST, "--cov=rempart", "--cov-report="),
        counted(*COVERAGE, f"--fail-under={MOST}"),
        counted(*COVERAGE, f"--include={WHOLE}", f"--fail-under={ALL}"),
        tested("postgres", str(HOUSE / "tests" / "with_postgres"), *PYTEST, "-m", f"not {ONCE}"),
        counted("make", "check"),
        counted("make", "prove"),
    ]
    passed, failed = map(sum, zip(*outcomes, strict=True))
    print(f"\n{passed} passed, {failed} failed", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
