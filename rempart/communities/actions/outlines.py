"""The organisation's own map: the outlines of its places, kept together and dropped together."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_write_places
from rempart.communities.models import Outline
from rempart.vault.audit import record

Rings = Sequence[Sequence[tuple[int, int]]]


@transaction.atomic
def keep_outlines(
    organisation: Organisation, rings: Mapping[str, Rings], *, by: User, on: date
) -> int:
    """Keep the outlines of places, by key, in place of all that were kept before; return how many."""
    if not may_write_places(by, organisation.pk):
        raise PermissionDenied
    Outline.objects.filter(place__organisation=organisation).delete()
    kept = Outline.objects.bulk_create(
        Outline(place_id=key, rings=own, kept_on=on) for key, own in rings.items()
    )
    record(by, "map.kept", organisation, count=len(kept))
    return len(kept)


@transaction.atomic
def drop_outlines(organisation: Organisation, *, by: User) -> None:
    """Forget the map."""
    if not may_write_places(by, organisation.pk):
        raise PermissionDenied
    Outline.objects.filter(place__organisation=organisation).delete()
    record(by, "map.dropped", organisation)
