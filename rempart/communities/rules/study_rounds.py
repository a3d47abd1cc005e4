"""Rounds of one study: what changed since the first, how far chance could explain it, which caution it asks.

Counts and percentages only. A change says that something differs, never why.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from math import sqrt
from uuid import UUID

from rempart.guide.rules.words import bare

SMALL = 30  # people asked: below, a share wavers too much to be read
APART = Decimal("0.25")  # samples that differ by more than this share are of different size
SURE = 1.96  # standard errors on either side of a share: nineteen samples of twenty
FEWEST = 10  # fewer can be recognised in what is published


class FigureUnit(StrEnum):
    """What a figure of a study is."""

    COUNT = "count"
    PERCENT = "percent"


class Way(StrEnum):
    """Which way a figure went."""

    MORE = "more"
    FEWER = "fewer"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTold:
    """A figure of a round, as the form gives it and the act wants it."""

    name: str = ""
    unit: str = ""  # a ``FigureUnit``
    value: Decimal
    sample: int | None = None
    place_id: UUID | None = None
    note: str = ""
    against_id: UUID | None = None  # the figure of the first round, whose name and unit it takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure with what one must know of its round to compare it."""

    value: Decimal
    unit: str
    sample: int | None
    place: str
    method: str
    on: date | None
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed since the first round; ``part`` is the change as a share of the first count."""

    way: Way
    by: Decimal  # points of a percentage, or how many
    part: Decimal | None
    is_beyond_chance: bool | None  # None where no sample says so
    cautions: tuple[str, ...]


def obstacles_to_figure(told: FigureTold) -> list[str]:
    """Return what does not hold in a figure."""
    reasons = []
    if told.unit == FigureUnit.PERCENT.value and told.value > 100:  # noqa: PLR2004 -- a hundred of a hundred
        reasons.append("over_a_hundred")
    if told.unit == FigureUnit.COUNT.value and told.value != told.value.to_integral():
        reasons.append("part_of_one")
    return reasons


def change_since(first: Measured, now: Measured) -> Change:
    """Return what changed between two rounds, and with which caution to read it."""
    by = now.value - first.value
    way = Way.SAME if not by else Way.MORE if by > 0 else Way.FEWER
    is_count = first.unit == FigureUnit.COUNT.value
    part = abs(by) / first.value * 100 if is_count and first.value else None
    return Change(
        way=way,
        by=abs(by),
        part=part,
        is_beyond_chance=None if is_count else _is_beyond_chance(first, now),
        cautions=tuple(_cautions(first, now)),
    )


def _is_beyond_chance(first: Measured, now: Measured) -> bool | None:
    """Say whether two shares differ by more than two samples drawn at random would, nineteen times of twenty."""
    if not first.sample or not now.sample:
        return None
    spread = 0.0
    for one in (first, now):
        share = float(one.value) / 100
        spread += share * (1 - share) / (one.sample or 1)
    return abs(float(now.value - first.value)) / 100 > SURE * sqrt(spread)


def _cautions(first: Measured, now: Measured) -> list[str]:
    found = []
    if bare(first.method) != bare(now.method):
        found.append("methods_differ")
    if first.place != now.place:
        found.append("places_differ")
    samples = [one.sample for one in (first, now) if one.sample]
    if len(samples) < 2:  # noqa: PLR2004 -- both of them
        found.append("no_sample")
    elif min(samples) < max(samples) * (1 - APART):
        found.append("samples_differ")
    if samples and min(samples) < SMALL:
        found.append("small_sample")
    if "low" in {first.confidence, now.confidence}:
        found.append("low_confidence")
    return found
