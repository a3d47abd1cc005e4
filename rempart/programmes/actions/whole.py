"""Storing a whole plan at once: an import, the demonstration."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.actions import add_place
from rempart.programmes.access import may_start_programme
from rempart.programmes.models import ROWS, PlannedPlace, Programme, Row
from rempart.programmes.models.facts import set_facts
from rempart.programmes.models.made import Record, field_names, made_of
from rempart.programmes.rules.plan import Plan
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
    set_facts(programme, {n: getattr(plan, n) for n in field_names(plan) if n not in ROWS})
    programme.save()
    places = {place.key: _planned(place, programme, by, n) for n, place in enumerate(plan.places)}
    PlannedPlace.objects.bulk_create(places.values())
    rows = list(_rows(plan, programme, places))
    for name, model in ROWS.items():
        model._default_manager.bulk_create([row for row in rows if row.listed_as == name])
    record(by, "programme.stored", programme)
    return programme


def _planned(place: Record, programme: Programme, by: User, position: int) -> PlannedPlace:
    area = add_place(
        programme.organisation, by=by, name=place.name, level=place.level, country=place.country
    )
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
