"""A list of places: kept while its reader looks at it, stored when she says so, or forgotten."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_write_places
from rempart.communities.models import PendingPlaces, Place
from rempart.communities.rules.listing import Listed, PlaceList
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record

AT_ONCE = 1_000  # rows of a statement


@transaction.atomic
def keep_list(
    organisation: Organisation, listed: PlaceList, *, by: User, name: str
) -> PendingPlaces:
    """Keep the places of a faultless file until its reader has seen them; those before are forgotten."""
    if not may_write_places(by, organisation.pk):
        raise PermissionDenied
    said = {
        "organisation": organisation,
        "name": name,
        "places": [one.kept() for one in listed.places],
        "there": listed.there,
    }
    kept, _ = PendingPlaces.objects.update_or_create(author=by, defaults=said)
    record(by, "list.kept", kept, count=len(listed.places))
    return kept


@transaction.atomic
def store_list(kept: PendingPlaces, *, by: User) -> int:
    """Add every place of a kept list; return how many.

    Refused as ``place_gone`` where one that another lies in was removed since, as ``same_place``
    where someone has added one of them since.
    """
    if kept.author_id != by.pk or not may_write_places(by, kept.organisation_id):
        raise PermissionDenied
    Organisation.objects.select_for_update().get(pk=kept.organisation_id)
    own = Place.objects.filter(organisation=kept.organisation_id)
    places = [Listed.of(one) for one in kept.places]
    there = {str(pk): same for pk, *same in own.values_list("pk", "name", "level", "country")}
    inside = {one.parent for one in places if one.parent and not one.parent.startswith("#")}
    known = {tuple(same) for same in there.values()}
    reasons = {
        "place_gone": not inside <= there.keys(),
        "same_place": any(one.same in known for one in places),
    }
    if any(reasons.values()):
        raise RefusedError([reason for reason, holds in reasons.items() if holds])
    Place.objects.bulk_create(_made(kept.organisation_id, places), batch_size=AT_ONCE)
    record(by, "list.stored", kept.organisation, count=len(places))
    kept.delete()
    return len(places)


@transaction.atomic
def drop_list(kept: PendingPlaces, *, by: User) -> None:
    """Forget a kept list."""
    if kept.author_id != by.pk:
        raise PermissionDenied
    record(by, "list.dropped", kept)
    kept.delete()


def _made(organisation: UUID, places: list[Listed]) -> list[Place]:
    made = {
        one.ref: Place(
            organisation_id=organisation,
            name=one.name,
            level=one.level,
            country=one.country,
            children=one.children,
            children_year=one.year,
            children_source=one.source,
        )
        for one in places
    }
    for one in places:
        above = made.get(one.parent)
        made[one.ref].parent_id = above.pk if above else UUID(one.parent) if one.parent else None
    return list(made.values())
