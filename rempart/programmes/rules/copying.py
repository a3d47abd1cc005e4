"""A plan as a start for another: its dates moved, without what was said of it alone, with what to check."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.safeguarding import STANDARDS
from rempart.programmes.rules.steps import step_fields, step_rows

Record = Any  # one of the frozen records of a plan
PLANNED = frozenset(
    {
        "starts_on",
        "ends_on",
        "works_from",
        "target_on",
        "out_on",
        "first_contact_on",
        "after_due_on",
        "due_on",
    }
)
GONE = frozenset({
    "reviewed_by", "reviewed_on", "publishable_on", "assessed_on", "assessed_by", "cleared_by",
    "cleared_on", "unmeasured_because", "started_on", "closed_on", "response_tried_on",
    *(f"{one}_due_on" for one in STANDARDS),
})  # fmt: skip
# what was found out or counted somewhere and once: true of the other programme, to be checked here
FOUND_OUT = frozenset({
    "evidence", "source", "baseline", "baseline_on", "concerned", "tested_on", "analysis", "capacity",
    "tried_before", "prepared_by", "prepared_on", "background", "planned", "organisations",
    "selection_reason", "coordination_agreed", "finding", "starting_level",
})  # fmt: skip
BELOW = ("outputs", "activities", "indicators")


def as_a_start(plan: Plan, title: str, shift: timedelta) -> Plan:
    """Return the plan under another title: planned days moved by ``shift``, nothing set aside.

    No progress is reported in it, no child was asked, nothing is cleared, counted or measured.
    Evidence and numbers stay as they are: ``to_be_checked`` names them.
    """
    moved: Plan = _moved(plan, shift)
    return replace(
        moved,
        title=title,
        set_aside=(),
        handover_reports=(),
        consultations=(),
        child_inputs=(),
        measures=(),
        reached=(),
    )


def to_be_checked(plan: Plan) -> list[str]:
    """Return what a copy took over of evidence and actual numbers, as ``list/key/field``.

    A fact of a step is ``step/field``; in the order of the plan.
    """
    found = []
    for step in Step:
        found += [f"{step}/{n}" for n in step_fields(step) if n in FOUND_OUT and getattr(plan, n)]
        for name in step_rows(step):
            if name not in BELOW:
                found += _of_rows(name, getattr(plan, name, ()))
    return found


def longest_shift(plan: Plan, starts_on: date | None) -> timedelta:
    """Return by how much the planned days move if the plan starts on this day; none if unknown."""
    if starts_on is None or plan.starts_on is None:
        return timedelta()
    return starts_on - plan.starts_on


def _of_rows(name: str, rows: tuple[Record, ...]) -> list[str]:
    found = []
    for row in rows:
        told = {f.name: getattr(row, f.name) for f in fields(row)}
        held = (n for n, value in told.items() if n in FOUND_OUT and value not in ("", None, ()))
        found += [f"{name}/{row.key}/{n}" for n in held]
        for below in (one for one in BELOW if one in told):
            found += _of_rows(below, told[below])
    return found


def _moved(record: Record, shift: timedelta) -> Record:
    changed: dict[str, object] = {}
    for f in fields(record):
        value = getattr(record, f.name)
        if f.name in GONE:
            changed[f.name] = "" if isinstance(value, str) else None
        elif isinstance(value, date) and f.name in PLANNED:
            changed[f.name] = value + shift
        elif isinstance(value, tuple) and any(is_dataclass(one) for one in value):
            changed[f.name] = tuple(_moved(one, shift) for one in value)
    return replace(record, **changed)
