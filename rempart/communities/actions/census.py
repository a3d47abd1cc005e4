"""The census of places: counts written, changed, withdrawn; the actions that an area calls for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_write_places
from rempart.communities.models import AreaAction, PendingSheet, Place, VenueCount
from rempart.communities.queries.census import children_of
from rempart.communities.rules.census import Counted, obstacles_to_count
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record

COUNTS = "counts"  # the kind of pending sheet


@transaction.atomic
def write_counts(place: Place, steps: Mapping[str, int], told: Counted, *, by: User) -> int:
    """Add counts of one area, by type of venue; return how many.

    Refused as ``area_too_small``, ``children_unsaid`` or ``few_in_zone`` where a count would lead
    to an establishment, as ``same_count`` where the area has a count of that type and day.
    """
    if not may_write_places(by, place.organisation_id):
        raise PermissionDenied
    counts = [replace(told, venue_type=venue, step=step) for venue, step in steps.items()]
    _insert({str(place.pk): place}, counts, by)
    record(by, "census.counts_written", place, count=len(counts))
    return len(counts)


@transaction.atomic
def change_count(count: VenueCount, told: Counted, *, by: User) -> VenueCount:
    """Write a count anew; refused as ``write_counts`` refuses."""
    if not may_write_places(by, count.place.organisation_id):
        raise PermissionDenied
    _check([told], children_of(by))
    for name in ("zone", "venue_type", "step", "method", "source"):
        setattr(count, name, getattr(told, name))
    count.counted_on = date.fromisoformat(told.counted_on)
    try:
        with transaction.atomic():
            count.save()
    except IntegrityError as same:
        raise RefusedError(["same_count"]) from same
    record(by, "census.count_changed", count.place)
    return count


@transaction.atomic
def withdraw_count(count: VenueCount, *, by: User) -> None:
    """Take a count away: it was mistaken, or should not be kept."""
    if not may_write_places(by, count.place.organisation_id):
        raise PermissionDenied
    record(by, "census.count_withdrawn", count.place)
    count.delete()


@transaction.atomic
def keep_counts(
    organisation: Organisation, counts: Sequence[Counted], *, by: User, name: str
) -> PendingSheet:
    """Keep what a faultless file says, rounded, until its reader has seen it; the one before is forgotten."""
    if not may_write_places(by, organisation.pk):
        raise PermissionDenied
    said = {"organisation": organisation, "name": name, "kind": COUNTS, "readings": [c.kept() for c in counts]}  # fmt: skip
    sheet, _ = PendingSheet.objects.update_or_create(author=by, defaults=said)
    record(by, "census.sheet_kept", sheet, count=len(counts))
    return sheet


@transaction.atomic
def store_counts(sheet: PendingSheet, *, by: User) -> int:
    """Write every count of a kept file; return how many. Refused as ``place_gone``, and as ``write_counts``."""
    if sheet.author_id != by.pk or not may_write_places(by, sheet.organisation_id):
        raise PermissionDenied
    counts = [Counted.of(kept) for kept in sheet.readings]
    places = {str(one.pk): one for one in Place.objects.filter(organisation=sheet.organisation_id)}
    if any(count.place not in places for count in counts):
        raise RefusedError(["place_gone"])
    _insert(places, counts, by)
    record(by, "census.sheet_stored", sheet, count=len(counts))
    sheet.delete()
    return len(counts)


@transaction.atomic
def plan_area_action(place: Place, action: str, *, by: User, due_on: date) -> AreaAction:
    """Say which action of the guide an area calls for, by when; refused as ``same_action``."""
    if not may_write_places(by, place.organisation_id):
        raise PermissionDenied
    _hold([place.pk])
    said = {"place": place, "action": action, "due_on": due_on}
    if AreaAction.objects.filter(**said).exists():
        raise RefusedError(["same_action"])
    planned = AreaAction.objects.create(**said, written_by=by)
    record(by, "census.action_planned", place, action=action)
    return planned


@transaction.atomic
def change_area_action(
    planned: AreaAction, *, by: User, due_on: date, done_on: date | None
) -> AreaAction:
    """Move an action to another day, or say on which it was done; refused as ``same_action``."""
    if not may_write_places(by, planned.place.organisation_id):
        raise PermissionDenied
    _hold([planned.place_id])
    same = AreaAction.objects.filter(place=planned.place_id, action=planned.action, due_on=due_on)
    if same.exclude(pk=planned.pk).exists():
        raise RefusedError(["same_action"])
    planned.due_on, planned.done_on = due_on, done_on
    planned.save()
    record(by, "census.action_changed", planned.place, action=planned.action)
    return planned


@transaction.atomic
def remove_area_action(planned: AreaAction, *, by: User) -> None:
    """Take an action away from an area."""
    if not may_write_places(by, planned.place.organisation_id):
        raise PermissionDenied
    record(by, "census.action_removed", planned.place, action=planned.action)
    planned.delete()


def _hold(places: Iterable[object]) -> None:
    """Let one writer at a time look whether a place has such a count or action already."""
    list(Place.objects.select_for_update().filter(pk__in=places).order_by("pk"))


def _insert(places: Mapping[str, Place], counts: Sequence[Counted], by: User) -> None:
    wanted = {count.place for count in counts}
    _hold(wanted)
    known = VenueCount.objects.filter(place__in=wanted)
    kept = {(str(p), z, v, d) for p, z, v, d in known.values_list("place", "zone", "venue_type", "counted_on")}  # fmt: skip
    reasons = ["same_count"] if any(count.key in kept for count in counts) else []
    _check(counts, children_of(by), reasons)
    VenueCount.objects.bulk_create(
        VenueCount(
            place=places[count.place],
            zone=count.zone,
            venue_type=count.venue_type,
            step=count.step,
            counted_on=date.fromisoformat(count.counted_on),
            method=count.method,
            source=count.source,
            written_by=by,
        )
        for count in counts
    )


def _check(
    counts: Sequence[Counted], children: Mapping[str, int | None], also: Sequence[str] = ()
) -> None:
    found = [r for c in counts for r in obstacles_to_count(children[c.place], c.zone, c.step)]
    if reasons := list(dict.fromkeys([*found, *also])):
        raise RefusedError(reasons)
