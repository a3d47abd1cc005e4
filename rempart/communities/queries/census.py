"""The census of places, by area: the newest counts, those before, and the actions they call for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext, override

from rempart.accounts.models import User
from rempart.communities.models import AreaAction, Place, VenueCount
from rempart.communities.queries.places import places_for
from rempart.communities.queries.values import names_of
from rempart.communities.rules.census import CensusWords, Change, change_of
from rempart.communities.rules.readings import told_twice
from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.words import bare

if TYPE_CHECKING:
    from uuid import UUID

LISTS = {"zone": "zone_kind", "type": "venue_type", "method": "count_method"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is known of one type of venue in one zone of an area."""

    newest: VenueCount
    before: tuple[VenueCount, ...]
    change: Change


@dataclass(slots=True, kw_only=True)
class Area:
    """A place of the census."""

    place: Place
    lines: list[Line] = field(default_factory=list)
    actions: list[AreaAction] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Say whether no action answers it."""
        return not self.actions


def counts_for(user: User) -> QuerySet[VenueCount]:
    """Return the counts of the reader's organisation, the newest first."""
    return VenueCount.objects.filter(place__organisation=user.organisation_id)


def actions_for(user: User) -> QuerySet[AreaAction]:
    """Return the actions that the areas of the reader's organisation call for."""
    return AreaAction.objects.filter(place__organisation=user.organisation_id)


def areas_for(user: User) -> list[Place]:
    """Return the places that have a count or an action: those that nothing answers first, then by name.

    Never by how many venues they have: such a list would lead there.
    """
    answered = set(actions_for(user).values_list("place", flat=True))
    counted = set(counts_for(user).values_list("place", flat=True))
    found = places_for(user).filter(pk__in=answered | counted)
    return sorted(found, key=lambda one: (one.pk in answered, one.name))


def census_of(user: User, places: Sequence[Place]) -> list[Area]:
    """Return what the census says of some of the reader's places, in their order."""
    areas = {one.pk: Area(place=one) for one in places}
    history: dict[tuple[UUID, str, str], list[VenueCount]] = defaultdict(list)
    for count in counts_for(user).filter(place__in=areas):
        history[count.place_id, count.venue_type, count.zone].append(count)
    orders = {slug: n for n, slug in enumerate(catalogue().code_list(LISTS["type"]).ids)}
    for (place, _venue, _zone), counts in sorted(history.items(), key=lambda one: (orders.get(one[0][1], 99), one[0][2])):  # fmt: skip
        newest, *before = counts
        earlier = (before[0].step, before[0].method) if before else None
        change = change_of((newest.step, newest.method), earlier)
        areas[place].lines.append(Line(newest=newest, before=tuple(before), change=change))
    for action in actions_for(user).filter(place__in=areas):
        areas[action.place_id].actions.append(action)
    return list(areas.values())


def children_of(user: User) -> dict[str, int | None]:
    """Return how many children live in each of the reader's places: as is said of it, or of its parts."""
    told = list(places_for(user).values_list("pk", "parent", "children"))
    parts: dict[UUID, list[int]] = defaultdict(list)
    for _key, parent, children in told:
        if parent and children is not None:
            parts[parent].append(children)
    return {str(key): _children(children, parts[key]) for key, _parent, children in told}


def _children(own: int | None, parts: Sequence[int]) -> int | None:
    if own is not None:
        return own
    return sum(parts) if parts else None


def census_heads() -> Mapping[str, str]:
    """Return the words over the columns of a sheet of counts, by their role."""
    return {
        "id": "id",
        "place": gettext("Place"),
        "zone": gettext("Zone"),
        "type": gettext("Type of venue"),
        "count": gettext("How many"),
        "date": gettext("Date"),
        "method": gettext("Counted how"),
        "source": gettext("Source"),
    }


def census_words_for(user: User, today: date) -> CensusWords:
    """Return what the words of a sheet of counts mean to the reader's organisation, in every language."""
    names = names_of(user)
    kept = counts_for(user).values_list("place", "zone", "venue_type", "counted_on")
    return CensusWords(
        heads=told_twice(_heads()),
        names=names,
        keys=frozenset(key for keys in names.values() for key in keys),
        grades={},
        today=today,
        codes={role: dict(_codes(of)) for role, of in LISTS.items()},
        children=children_of(user),
        kept=frozenset((str(place), zone, venue, day) for place, zone, venue, day in kept),
    )


def _heads() -> Iterator[tuple[str, str]]:
    for language, _name in settings.LANGUAGES:
        with override(language):
            for role, words in census_heads().items():
                yield role, role
                yield words, role


def _codes(of: str) -> Iterator[tuple[str, str]]:
    for value in catalogue().code_list(of).values:
        yield bare(value.id), value.id
        for language, _name in settings.LANGUAGES:
            yield bare(say(value, "label", language)), value.id
