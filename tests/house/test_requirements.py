"""What the house stands on: few packages, each with its reason, pinned by hash and by nothing else."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.rooms import HOUSE

SETS = [HOUSE / "requirements.txt", HOUSE / "requirements-test.txt"]
MOST_PACKAGES, MOST_BYTES = 60, 300 * 1000**2
DECLARED = (HOUSE / "pyproject.toml").read_text("utf-8")
each_set = pytest.mark.parametrize("file", SETS, ids=lambda file: file.stem)


def pinned(file: Path) -> list[str]:
    """Return each pinned package with its hashes, on one line."""
    text = re.sub(r" *\\\n *", " ", file.read_text("utf-8"))
    return [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


def extras_asked(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each package that a pinned package, or the project, asks for with an extra."""
    project = tomllib.loads(DECLARED)
    texts = project["project"]["dependencies"]
    if file == SETS[1]:
        texts = texts + project["dependency-groups"]["test"]
        for line in pinned(file):
            wanted = Requirement(line.partition(" --hash")[0])
            if not wanted.marker or wanted.marker.evaluate():
                texts = texts + (requires(wanted.name) or [])
    for wanted in map(Requirement, texts):
        if not wanted.marker or wanted.marker.evaluate({"extra": ""}):
            yield from ((wanted.name.lower(), extra) for extra in wanted.extras)


@each_set
def test_an_extra_is_pinned_with_its_package(file: Path) -> None:
    have = [Requirement(line.partition(" --hash")[0]) for line in pinned(file)]
    kept = {(one.name, extra) for one in have for extra in one.extras}
    loose = set(extras_asked(file)) - kept
    assert not loose, f"pip would look for the newest {loose}"


@each_set
def test_every_package_is_pinned_by_hash_and_without_address(file: Path) -> None:
    for line in pinned(file):
        assert re.match(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), f"{line[:40]} is loose"
    assert "://" not in file.read_text("utf-8"), f"{file.name} holds an address"


def test_few_packages_are_needed_to_run() -> None:
    assert len(pinned(SETS[0])) <= MOST_PACKAGES, f"{len(pinned(SETS[0]))} packages to run"


def test_what_runs_is_small() -> None:
    wanted = [Requirement(line.partition(" --hash")[0]) for line in pinned(SETS[0])]
    names = [r.name for r in wanted if not r.marker or r.marker.evaluate()]
    files = [distribution(n).locate_file(f) for n in names for f in distribution(n).files or ()]
    size = sum(Path(str(file)).stat().st_size for file in files if Path(str(file)).exists())
    assert size <= MOST_BYTES, f"{size / 1000**2:.0f} MB to run"


def test_the_tests_run_on_the_packages_of_the_product() -> None:
    ours, tests = ({line.partition(" ")[0] for line in pinned(file)} for file in SETS)
    assert ours <= tests, f"the tests run on others: {ours - tests}"


def test_every_dependency_has_its_reason_on_the_line_above() -> None:
    project = tomllib.loads(DECLARED)
    lines = [line.strip() for line in DECLARED.splitlines()]
    for wanted in project["project"]["dependencies"] + project["dependency-groups"]["test"]:
        above = lines[: lines.index(f'"{wanted}",')]
        while above[-1].startswith('"'):  # neighbours share a reason
            above.pop()
        assert above[-1].startswith("#"), f"{wanted} has no reason"
