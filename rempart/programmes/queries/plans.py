"""From stored rows to facts: a whole programme as one frozen ``Plan``, through equal field names."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, cast

from rempart.guide.rules.library import OWN
from rempart.programmes.models import (
    ROWS,
    Beneficiaries,
    Cause,
    Consultation,
    LawLink,
    Need,
    PlannedPlace,
    Programme,
    Row,
)
from rempart.programmes.models import Activity as ActivityRow
from rempart.programmes.queries.law import follow
from rempart.programmes.rules.handover import CapacityLevel, MilestoneState
from rempart.programmes.rules.plan import Cause as CauseRecord
from rempart.programmes.rules.plan import Headcount, Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from rempart.programmes.rules.tree import all_below

Rows = Mapping[str, list[Row]]
WITHIN: Mapping[str, Callable[[Mapping[str, Any]], object]] = {  # columns that hold records
    "concerned": lambda one: Headcount(**one),
    "planned": lambda one: Headcount(**one),
    "took_part": lambda one: Headcount(**one),
    "states": lambda one: MilestoneState(**{**one, "reached_on": _day(one["reached_on"])}),
    "levels": lambda one: CapacityLevel(**one),
}
NESTED = {"outputs", "activities", "indicators"}
AS_THEY_ARE = {str, int, bool, date}  # types of facts that a record holds as a table does


class Whole(NamedTuple):
    """Everything a programme says, read once: as stored rows, and as facts."""

    rows: Rows
    plan: Plan


def whole_of(programme: Programme) -> Whole:
    """Return everything the programme says, for a view that needs it more than once."""
    rows = rows_of(programme)
    return Whole(rows=rows, plan=plan_of(programme, rows))


def plan_of(programme: Programme, rows: Rows | None = None) -> Plan:
    """Return everything the programme says; one query for each kind of row, however many rows.

    ``rows`` are those of ``rows_of``, where the caller has read them already.
    """
    rows = rows_of(programme) if rows is None else rows
    flat = {
        name: tuple(record_of(row) for row in found)
        for name, found in rows.items()
        if name not in NESTED | {"objectives"}
    }
    return cast("Plan", record_of(programme, objectives=_objectives(rows), **flat))


def rows_of(programme: Programme) -> dict[str, list[Row]]:
    """Return every row of a programme, by the name of its list in ``Plan``, each list in order.

    Rows that point at another row of the programme (its place, its parent) hold it already.
    """
    rows = {name: _found(model, programme) for name, model in ROWS.items()}
    known = {row.pk: row for found in rows.values() for row in found}
    for found in rows.values():
        for row in found:
            for name, column in _pointers(type(row)).items():
                row._state.fields_cache[name] = known.get(getattr(row, column))  # noqa: SLF001 -- as select_related keeps it
    return rows


def belonging_to(row: Row) -> int:
    """Return how many rows belong to a row, at whatever depth: they move and go with it."""
    below = (
        one
        for model in ROWS.values()
        for name in model.parents
        if model._meta.get_field(name).related_model is type(row)
        for one in model._default_manager.filter(**{name: row})
    )
    return sum(1 + belonging_to(one) for one in below) + len(causes_below(row))


def causes_below(row: Row) -> list[Cause]:
    """Return the nodes that hang under a node of the problem tree, at whatever depth."""
    if not isinstance(row, Cause):
        return []
    found = {one.key: one for one in Cause.objects.filter(programme=row.programme_id)}
    keys = all_below([cast("CauseRecord", record_of(one)) for one in found.values()], row.key)
    return [found[key] for key in keys]


def pointing_at(row: Row) -> int:
    """Return how many rows say that they are at a place: without it they say "everywhere"."""
    if not isinstance(row, PlannedPlace):
        return 0
    lists = ActivityRow.objects.filter(programme=row.programme_id).values_list("places", flat=True)
    served = Beneficiaries.objects.filter(place=row).count()
    needed = Need.objects.filter(place=row).count()
    needed += Consultation.objects.filter(place=row).count()
    return served + needed + len([places for places in lists if row.key in places])


def record_of(row: Programme | Row, **given: object) -> object:
    """Return the record that a row keeps. ``given`` are the fields that other tables hold."""
    kept = {name: _fact(name, getattr(row, name)) for name in _kept(type(row)) if name not in given}
    make: Callable[..., object] = row.record_type
    return make(**kept, **given)


@cache
def _kept(model: type[Programme | Row]) -> list[str]:
    """Name the facts that a table holds itself; the lists that other tables hold are given."""
    columns = {field.name for field in model._meta.fields}
    names = [field.name for field in fields(model.record_type)]
    return [name for name in names if name in columns or name not in ROWS]


def _found(model: type[Row], programme: Programme) -> list[Row]:
    if model is PlannedPlace:
        return list(PlannedPlace.objects.filter(programme=programme).select_related("place"))
    if model is LawLink:
        links = list(LawLink.objects.filter(programme=programme))
        follow(links, programme.organisation_id)
        return list(links)
    return list(model._default_manager.filter(programme=programme))


@cache
def _pointers(model: type[Row]) -> dict[str, str]:
    """Name the fields of a model that point at another row, with their columns."""
    targets = ((field, field.related_model) for field in model._meta.fields)
    return {
        field.name: field.attname
        for field, target in targets
        if isinstance(target, type) and issubclass(target, Row)
    }


def _fact(name: str, value: Any) -> object:  # noqa: ANN401 -- what a column of any type holds
    if type(value) in AS_THEY_ARE and name != "library":  # most are: a large plan has 30,000 facts
        return value
    if isinstance(value, Row):
        return value.key
    if isinstance(value, Decimal):
        return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()
    if isinstance(value, list):
        return tuple(WITHIN[name](one) for one in value) if name in WITHIN else tuple(value)
    if isinstance(value, dict):
        return {key: tuple(v) if isinstance(v, list) else v for key, v in value.items()}
    # an organisation's own entry means nothing elsewhere: its words were taken over
    is_own = name == "library" and str(value).startswith(OWN)
    return "" if is_own or (value is None and name == "place") else value


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _objectives(rows: Rows) -> tuple[Objective, ...]:
    below: dict[tuple[str, object], list[Row]] = defaultdict(list)
    for name in NESTED:
        for row in rows[name]:
            below[name, row.parent.pk if row.parent else None].append(row)

    def indicators(parent: Row) -> tuple[Indicator, ...]:
        return tuple(cast("Indicator", record_of(row)) for row in below["indicators", parent.pk])

    def activities(parent: Row) -> tuple[Activity, ...]:
        return tuple(
            cast("Activity", record_of(row, indicators=indicators(row)))
            for row in below["activities", parent.pk]
        )

    def outputs(parent: Row) -> tuple[Output, ...]:
        return tuple(
            cast("Output", record_of(row, indicators=indicators(row), activities=activities(row)))
            for row in below["outputs", parent.pk]
        )

    return tuple(
        cast("Objective", record_of(row, indicators=indicators(row), outputs=outputs(row)))
        for row in rows["objectives"]
    )
