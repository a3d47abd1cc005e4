"""A sheet of figures: kept while its reader looks at it, stored when she says so, or forgotten."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_write_places
from rempart.communities.models import PendingSheet, Place, Value
from rempart.communities.rules.readings import Reading
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record

AT_ONCE = 2_000  # rows of a statement


@transaction.atomic
def keep_sheet(
    organisation: Organisation, readings: Sequence[Reading], *, by: User, name: str
) -> PendingSheet:
    """Keep what a faultless file says until its reader has seen it; the one before is forgotten."""
    if not may_write_places(by, organisation.pk):
        raise PermissionDenied
    told = [reading.kept() for reading in readings]
    said = {"organisation": organisation, "name": name, "kind": "figures", "readings": told}
    sheet, _ = PendingSheet.objects.update_or_create(author=by, defaults=said)
    record(by, "sheet.kept", sheet, count=len(readings))
    return sheet


@transaction.atomic
def store_sheet(sheet: PendingSheet, *, by: User) -> int:
    """Write every figure of a kept file; return how many. Refused as ``place_gone``."""
    if sheet.author_id != by.pk or not may_write_places(by, sheet.organisation_id):
        raise PermissionDenied
    readings = [Reading.of(kept) for kept in sheet.readings]
    own = {str(pk) for pk in Place.objects.filter(organisation=sheet.organisation_id).values_list("pk", flat=True)}  # fmt: skip
    if any(reading.place not in own for reading in readings):
        raise RefusedError(["place_gone"])
    Value.objects.bulk_create(
        (
            Value(
                place_id=reading.place,
                condition=reading.condition,
                value=Decimal(reading.value),
                on=date.fromisoformat(reading.on),
                source=reading.source,
                grade=reading.grade,
                note=reading.note,
                written_by=by,
            )
            for reading in readings
        ),
        batch_size=AT_ONCE,
    )
    record(by, "sheet.stored", sheet.organisation, count=len(readings))
    sheet.delete()
    return len(readings)


@transaction.atomic
def drop_sheet(sheet: PendingSheet, *, by: User) -> None:
    """Forget a kept file."""
    if sheet.author_id != by.pk:
        raise PermissionDenied
    record(by, "sheet.dropped", sheet)
    sheet.delete()
