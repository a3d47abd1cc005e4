"""The gate: on a build machine a skipped test fails the run, unless it reads ../shared."""

import subprocess
import sys
from os import environ
from pathlib import Path

import pytest

from tests.house.rooms import HOUSE

SKIPPED = """
import pytest

@pytest.mark.{mark}
def test_it():
    raise AssertionError
"""


def run_of(test: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one test file through the gate alone, on a machine with this environment."""
    given = {name: value for name, value in environ.items() if name != "CI"}
    alone = ("-p", "tests.gate", "-p", "no:django", "-p", "no:cacheprovider", "-c", "/dev/null")
    return subprocess.run(  # noqa: S603 -- pytest on a file that we wrote
        [sys.executable, "-m", "pytest", "-q", *alone, f"--rootdir={test.parent}", str(test)],
        cwd=HOUSE,
        env=given | environment,
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.mark.parametrize(
    ("mark", "environment", "passes"),
    [
        ("skip(reason='no browser')", {"CI": "true"}, False),
        ("skip(reason='no browser')", {}, True),
        ("shared('nowhere.yaml')", {"CI": "true"}, True),
    ],
)
def test_nothing_is_skipped_on_a_build_machine(
    tmp_path: Path,
    mark: str,
    environment: dict[str, str],
    passes: bool,  # noqa: FBT001 -- a row of the table
) -> None:
    test = tmp_path / "test_skipped.py"
    test.write_text(SKIPPED.format(mark=mark), "utf-8")

    run = run_of(test, **environment)

    assert (run.returncode == 0) == passes, run.stdout
    assert passes or "skipped on a build machine" in run.stdout


def test_make_test_starts_by_itself() -> None:
    """`make test` gives no settings: what runs everything must not ask for them before it begins."""
    given = {n: value for n, value in environ.items() if n != "DJANGO_SETTINGS_MODULE"}
    begun = [sys.executable, "-c", "import tests.everything"]
    run = subprocess.run(begun, cwd=HOUSE, env=given, capture_output=True, check=False, text=True)  # noqa: S603 -- our own
    assert run.returncode == 0, run.stderr
