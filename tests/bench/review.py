"""The review of a programme with 200 activities: the example programme, its outputs told ten times over."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from django.conf import settings

from rempart.programmes.catalogue import thresholds
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.findings import review
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Output
from tests.bench import Bench
from tests.rules.terse import TODAY

ENOUGH, MATERIALS = 200, 20
Row = TypeVar("Row", Activity, Indicator, Output)


def example() -> Plan:
    """Return the example programme."""
    file = settings.CONTENT_FOLDERS[0] / "programmes" / "port-city.json"
    plan, faults = read_plan(file.read_bytes(), known())
    assert plan, faults
    return plan


def again(row: Row, turn: int) -> Row:
    """Return a row as another one: its key, and those of the rows in it, are its own."""
    inside: dict[str, Any] = {
        name: tuple(again(inner, turn) for inner in getattr(row, name))
        for name in ("activities", "indicators")
        if hasattr(row, name)
    }
    return replace(row, key=f"{row.key}-{turn}", **inside)


def large() -> Plan:
    """Return the example programme with at least 200 activities and 20 materials."""
    plan = example()
    count = sum(len(output.activities) for one in plan.objectives for output in one.outputs)
    turns = range(-(-ENOUGH // count))
    objectives = tuple(
        replace(one, outputs=tuple(again(output, n) for n in turns for output in one.outputs))
        for one in plan.objectives
    )
    materials = tuple(
        replace(one, key=f"{one.key}-{n}", text=one.text * 3)
        for n in range(MATERIALS)
        for one in plan.materials[:1]
    )
    return replace(plan, objectives=objectives, materials=materials)


def benches() -> Iterator[Bench]:
    """The whole review."""
    plan = large()
    limits = thresholds()
    yield Bench(
        name="review of 200 activities and 20 materials",
        run=lambda: review(plan, TODAY, limits),
        seconds=0.100,
    )
