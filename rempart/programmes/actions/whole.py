"""Storing a whole plan at once: an import, the demonstration, a version in place of another."""

from collections.abc import Iterator, Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.actions import add_place
from rempart.communities.models import Place
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_replace, may_start_programme
from rempart.programmes.models import ROWS, PlannedPlace, Programme, Row
from rempart.programmes.models.facts import set_facts
from rempart.programmes.models.made import Record, field_names, made_of
from rempart.programmes.queries import locked, plan_of, rows_of
from rempart.programmes.queries.changes import is_being_decided_on
from rempart.programmes.rules.codes import Lifecycle, Step
from rempart.programmes.rules.lifecycle import Writing, refused_writing
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.records import keeping_records
from rempart.programmes.rules.steps import step_fields
from rempart.vault.audit import record


@transaction.atomic
def store_plan(plan: Plan, *, by: User, organisation: Organisation) -> Programme:
    """Return a new programme of the organisation that says all that the plan says, keys included.

    The plan has been checked (``rempart.programmes.exchange``): a row that points at a place which
    the plan does not have is refused with ``unknown_place``, and nothing is written.
    """
    if not may_start_programme(by, organisation):
        raise PermissionDenied
    programme = Programme(organisation=organisation, created_by=by, changed_by=by)
    _write(plan, programme, by, {})
    record(by, "programme.stored", programme)
    return programme


@transaction.atomic
def replace_plan(programme: Programme, plan: Plan, *, by: User) -> Programme:
    """Let a programme say all that the plan says, in place of what it said; keep that first.

    ``RefusedError`` unless it is being written, or a change of it is being decided on. Whoever has
    an older state of a step or row before her is told so when she saves. What was recorded beside the
    plan stays (``keeping_records``).
    """
    if not may_replace(by, programme):
        raise PermissionDenied
    found = locked(programme, to_write=False)
    code = refused_writing(Lifecycle(found.lifecycle), Writing.PLAN)
    if code and not is_being_decided_on(found):
        raise RefusedError([code])
    rows = rows_of(found)
    plan = keeping_records(plan, plan_of(found, rows))
    seen = {(name, row.key): row.version for name, some in rows.items() for row in some}
    for model in reversed(ROWS.values()):
        model._default_manager.filter(programme=found).delete()
    found.changed_by = by
    steps = {step.value for step in Step if step_fields(step)}
    found.step_versions = {one: found.step_versions.get(one, 0) + 1 for one in steps}
    _write(plan, found, by, seen)
    record(by, "programme.replaced", found)
    return found


def _write(plan: Plan, programme: Programme, by: User, seen: Mapping[tuple[str, str], int]) -> None:
    """Store a plan's facts and rows; a row that was there before has a later version than then."""
    set_facts(programme, {n: getattr(plan, n) for n in field_names(plan) if n not in ROWS})
    programme.save()
    places = {place.key: _planned(place, programme, by, n) for n, place in enumerate(plan.places)}
    rows: list[Row] = [*places.values(), *_rows(plan, programme, places)]
    for row in rows:
        row.version = seen.get((row.listed_as, row.key), 0) + 1
    for name, model in ROWS.items():
        model._default_manager.bulk_create([row for row in rows if row.listed_as == name])


def _planned(place: Record, programme: Programme, by: User, position: int) -> PlannedPlace:
    told = {"name": place.name, "level": place.level, "country": place.country}
    area = Place.objects.filter(organisation=programme.organisation, **told).first()
    area = area or add_place(programme.organisation, by=by, **told)  # a reviewer adds none
    return PlannedPlace(
        programme=programme,
        key=place.key,
        position=position,
        place=area,
        selection_reason=place.selection_reason,
    )


def _rows(plan: Plan, programme: Programme, places: dict[str, PlannedPlace]) -> Iterator[Row]:
    for name in ROWS.keys() & set(field_names(plan)) - {"places"}:
        yield from made_of(name, getattr(plan, name), programme, places)
