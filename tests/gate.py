"""What every run keeps: on a build machine nothing is skipped, except what reads ../shared."""

from collections.abc import Generator
from os import environ

import pytest

from tests.everything import ONCE
from tests.shared import SHARED

BUILD_MACHINE = bool(environ.get("CI"))
STORED = {"db", "transactional_db", "django_db_setup", "live_server"}  # fixtures of a database


def pytest_configure(config: pytest.Config) -> None:
    """Declare our marker."""
    config.addinivalue_line("markers", "shared(file): reads a source that may lie in ../shared")
    config.addinivalue_line("markers", f"{ONCE}: no database can change it, so one is enough")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches no database: `make test` asks it once (docs/decisions/0013)."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if not item.get_closest_marker("django_db") and not STORED.intersection(fixtures):
            item.add_marker(ONCE)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a test whose source is not beside the house."""
    for mark in item.iter_markers("shared"):
        if not (SHARED / mark.args[0]).exists():
            pytest.skip(f"../shared/{mark.args[0]} is not beside the house")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what was skipped on a build machine: green there means that everything was seen."""
    report = yield
    excused = item.get_closest_marker("shared") or hasattr(report, "wasxfail")
    if BUILD_MACHINE and report.skipped and not excused:
        report.outcome = "failed"
        report.longrepr = f"skipped on a build machine: {report.longrepr}"
    return report
