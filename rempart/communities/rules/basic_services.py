"""Basic services of a place: whether they exist, can be reached and are good, and when that was seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Existence(StrEnum):
    """Whether a service is there."""

    YES = "yes"
    PARTLY = "partly"  # at times only, or for some only
    NO = "no"


class Cost(StrEnum):
    """What it costs those who need it."""

    FREE = "free"
    BEARABLE = "bearable"
    TOO_DEAR = "too_dear"


class Capacity(StrEnum):
    """Whether there is room."""

    ENOUGH = "enough"
    WAITING = "waiting"
    FULL = "full"


class Quality(StrEnum):
    """How good it is, as those say who looked."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class State(StrEnum):
    """How a service stands, the gravest first."""

    MISSING = "missing"
    LACKING = "lacking"  # there, but not for all who need it
    UNCHECKED = "unchecked"  # nobody looked: cannot tell
    THERE = "there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was found of a service in a place; empty is not known."""

    existence: str
    checked_on: date
    source: str
    distance_km: Decimal | None = None
    cost: str = ""
    capacity: str = ""
    quality: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How a service stands today: why it lacks, what was not said of it, whether that is long ago."""

    state: State
    lacks: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    is_old: bool = False


def seen(check: Check | None, *, months: int, is_hidden: bool, today: date) -> Seen:
    """Return how a service stands by its newest check; older than ``months`` it is said to be old.

    Where a shelter or a foster family is, ``is_hidden``: no distance is asked, for it leads there.
    """
    if check is None:
        return Seen(state=State.UNCHECKED)
    is_old = _months_later(check.checked_on, months) < today
    if check.existence == Existence.NO:
        return Seen(state=State.MISSING, is_old=is_old)
    lacks = tuple(_lacks(check))
    return Seen(
        state=State.LACKING if lacks else State.THERE,
        lacks=lacks,
        unsaid=tuple(_unsaid(check, is_hidden=is_hidden)),
        is_old=is_old,
    )


def faults_of(check: Check, *, is_hidden: bool) -> list[tuple[str, str]]:
    """Return every field that cannot be, with why."""
    said = [n for n in ("distance_km", "cost", "capacity", "quality") if getattr(check, n) not in {None, ""}]  # fmt: skip
    if check.existence == Existence.NO:
        return [(name, "not_there") for name in said]
    return [("distance_km", "hidden")] if is_hidden and "distance_km" in said else []


def _lacks(check: Check) -> Iterator[str]:
    if check.existence == Existence.PARTLY:
        yield "partly"
    if check.cost == Cost.TOO_DEAR:
        yield "too_dear"
    if check.capacity in {Capacity.WAITING, Capacity.FULL}:
        yield check.capacity
    if check.quality == Quality.POOR:
        yield "poor"


def _unsaid(check: Check, *, is_hidden: bool) -> Iterator[str]:
    if check.distance_km is None and not is_hidden:
        yield "distance"
    yield from (name for name in ("cost", "capacity", "quality") if not getattr(check, name))


def _months_later(day: date, months: int) -> date:
    """Return the first day of the month after so many: a period is counted generously."""
    ahead = day.year * 12 + day.month + months
    return date(ahead // 12, ahead % 12 + 1, 1)
