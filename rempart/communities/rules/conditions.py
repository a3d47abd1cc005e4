"""Conditions of risk: what is measured of a place, on a fixed scale, and which factors it speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Dimension(StrEnum):
    """The three sides of risk, in the guide's terms (example 7, box 8)."""

    VULNERABILITY = "vulnerability"  # of children and families
    DEMAND = "demand"  # exposure to it
    PROTECTION = "protection"  # the lack of it


class Direction(StrEnum):
    """Whether a higher value means more risk, or less."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A file of ``content/conditions``: one condition of risk.

    ``low`` and ``high`` are its fixed goalposts: the values at which the scale of 0 to 10 begins and
    ends. Fixed, so that no place moves when another is added.
    """

    spoken: ClassVar[tuple[str, ...]] = ("title", "measures", "of_what", "why", "sources")

    slug: str
    number: int  # where it stands among the others
    title: str
    measures: str
    dimension: Dimension
    direction: Direction
    unit: str  # of the list ``condition_unit``
    of_what: str  # the denominator, in words
    low: float
    high: float
    why: str  # why these goalposts
    factors: tuple[str, ...] = ()  # guide slugs ``vf.…``
    sources: str = ""  # where such figures are found, and how not to collect them

    @property
    def context(self) -> str:
        """Return what names this condition to translators."""
        return f"conditions/{self.slug}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        for name in self.spoken:
            if text := getattr(self, name):
                yield f"{self.context}/{name}", text


def faults_of(condition: Condition) -> Iterator[str]:
    """Yield what does not hold in a condition."""
    if condition.low >= condition.high:
        yield f"its goalposts do not rise: {condition.low:g}, {condition.high:g}"
