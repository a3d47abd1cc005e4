"""Figures about places: written with their date and source, taken away when they were mistaken."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.communities.access import may_write_places
from rempart.communities.models import Place, Value
from rempart.communities.rules.told import From
from rempart.vault.audit import record


@transaction.atomic
def write_values(
    place: Place, values: Mapping[str, Decimal], origin: From, *, by: User
) -> Sequence[Value]:
    """Add figures of one place, by condition; what was written before becomes their history."""
    if not may_write_places(by, place.organisation_id):
        raise PermissionDenied
    written = Value.objects.bulk_create(
        Value(
            place=place,
            condition=condition,
            value=value,
            on=origin.on,
            source=origin.source,
            grade=origin.grade,
            note=origin.note,
            written_by=by,
        )
        for condition, value in values.items()
    )
    record(by, "place.values_written", place, count=len(written))
    return written


@transaction.atomic
def remove_value(value: Value, *, by: User) -> None:
    """Take a figure away: it was mistaken."""
    if not may_write_places(by, value.place.organisation_id):
        raise PermissionDenied
    record(by, "place.value_removed", value.place, condition=value.condition)
    value.delete()
