"""What bears on what: entries that point at each other or carry the same tags, weighed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rempart.guide.rules.entries import Advice, Area, Entry, Example, Factor, Stakeholder
from rempart.guide.rules.kinds import Kind

CLOSE = 6  # below this weight two entries merely live in the same house


class Why(StrEnum):
    """Why an entry bears on another, the strongest first."""

    REFERENCE = "reference"  # one points at the other
    PLACE = "place"  # it stands in the chapter of this area, or in the same box
    GROUP = "group"  # it speaks to or of this group of stakeholders
    ACTION = "action"  # both carry out the same action of Figure 1
    THEME = "theme"  # both are about the same thing


WEIGHT = {Why.REFERENCE: 40, Why.PLACE: 12, Why.GROUP: 8, Why.ACTION: 6, Why.THEME: 2}
# what everything is tagged with binds nothing
LOOSE = {"planning", "awareness", "coordination", "rights"}
SILENT = {Kind.AREA, Kind.ACTION_THEME, Kind.SCOPE, Kind.TERM, Kind.STAKEHOLDER_CATEGORY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """An entry that bears on the one asked about, and why."""

    entry: Entry
    reasons: tuple[Why, ...]
    weight: int


def bearing_on(subject: Entry, others: Iterable[Entry]) -> tuple[Bearing, ...]:
    """Return what bears on the subject, the closest first and otherwise in the guide's order."""
    found = (_bearing(subject, other) for other in others if other.slug != subject.slug)
    return tuple(sorted((b for b in found if b.weight >= CLOSE), key=lambda b: -b.weight))


def _bearing(subject: Entry, other: Entry) -> Bearing:
    counts = dict(_bonds(subject, other))
    reasons = tuple(why for why in Why if counts.get(why))
    return Bearing(
        entry=other, reasons=reasons, weight=sum(WEIGHT[why] * n for why, n in counts.items())
    )


def _bonds(subject: Entry, other: Entry) -> Iterator[tuple[Why, int]]:
    if subject.slug in points_at(other) or other.slug in points_at(subject):
        yield Why.REFERENCE, 1
    is_in_chapter = isinstance(subject, Area) and area_of(other) == subject.slug
    if is_in_chapter or (subject.place.number and subject.place == other.place):
        yield Why.PLACE, 1
    if isinstance(subject, Stakeholder) and subject.group in other.stakeholders:
        yield Why.GROUP, 1
    if other.kind in SILENT or isinstance(subject, Area | Stakeholder):
        return
    yield Why.ACTION, min(2, len(own_actions(subject) & own_actions(other)))
    yield Why.THEME, min(3, len((subject.all_themes & other.all_themes) - LOOSE))


def points_at(entry: Entry) -> set[str]:
    """Return the slugs that an entry names outright."""
    named = set(entry.refs)
    if isinstance(entry, Area):
        named |= {*entry.boxes, *entry.examples, *entry.figures}
    return named


def area_of(entry: Entry) -> str:
    """Return the slug of the area whose chapter the entry stands in; empty outside of them."""
    if isinstance(entry, Advice | Example):
        return entry.area
    return f"area.{entry.place.area}" if entry.place.area else ""


def own_actions(entry: Entry) -> frozenset[int]:
    """Return the actions an entry is about: an action is about itself."""
    if entry.kind is Kind.ACTION:
        return frozenset({entry.number})
    if isinstance(entry, Factor):
        return frozenset(entry.actions)
    return entry.all_actions
