"""Places: added, changed, put into another, removed where nothing keeps them."""

from dataclasses import asdict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_add_place, may_write_places
from rempart.communities.models import Place
from rempart.communities.rules.places import would_turn
from rempart.communities.rules.told import Told
from rempart.kit.conflicts import expect_version
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record


@transaction.atomic
def add_place(
    organisation: Organisation, *, by: User, name: str, level: str = "", country: str = ""
) -> Place:
    """Return the organisation's place of this name, level and country; make it if there is none."""
    if not may_add_place(by, organisation):
        raise PermissionDenied
    same = Place.objects.filter(organisation=organisation, name=name, level=level, country=country)
    if found := same.first():
        return found
    place = Place.objects.create(organisation=organisation, name=name, level=level, country=country)
    record(by, "place.added", place, level=level)
    return place


@transaction.atomic
def describe_place(organisation: Organisation, told: Told, *, by: User) -> Place:
    """Return a new place of the organisation; refused as ``same_place`` where there is one already."""
    if not may_add_place(by, organisation):
        raise PermissionDenied
    place = Place(organisation=organisation)
    _write(place, told)
    record(by, "place.added", place, level=told.level)
    return place


@transaction.atomic
def change_place(place: Place, told: Told, *, by: User, version: int | None = None) -> Place:
    """Write what is said of a place, and return it.

    ``version`` is the one the person started from; ``ConflictError`` if someone saved other facts
    since, and nothing is written. Without it nothing is compared.

    Refused as ``own_part`` where it would come to lie within itself, as ``same_place`` where
    another place of the organisation is called so, as wide and in the same country.
    """
    if not may_write_places(by, place.organisation_id):
        raise PermissionDenied
    _write(place, told, version)
    record(by, "place.changed", place, level=told.level)
    return place


@transaction.atomic
def remove_place(place: Place, *, by: User) -> None:
    """Remove a place with its figures; refused as ``has_parts`` or ``is_used``."""
    if not may_write_places(by, place.organisation_id):
        raise PermissionDenied
    if place.parts.exists():
        raise RefusedError(["has_parts"])
    record(by, "place.removed", place)
    try:
        with transaction.atomic():
            place.delete()
    except ProtectedError as kept:
        raise RefusedError(["is_used"]) from kept


def _write(place: Place, told: Told, version: int | None = None) -> None:
    own = Place.objects.select_for_update().filter(organisation=place.organisation_id)
    parents = dict(own.values_list("pk", "parent"))
    if told.parent_id is not None and told.parent_id not in parents:
        raise PermissionDenied
    if (stored := own.filter(pk=place.pk).first()) is not None:
        mine = asdict(told)
        theirs = {name: getattr(stored, name) for name in mine}
        started_from = stored.version if version is None else version
        expect_version(mine=mine, theirs=theirs, started_from=started_from, stored=stored.version)
        place.version = stored.version + 1
    same = own.filter(name=told.name, level=told.level, country=told.country)
    reasons = ["own_part"] if would_turn(place.pk, told.parent_id, parents) else []
    if same.exclude(pk=place.pk).exists():
        reasons.append("same_place")
    if reasons:
        raise RefusedError(reasons)
    for name in Told.__dataclass_fields__:
        setattr(place, name, getattr(told, name))
    place.save()
