"""The register of risks: how likely, how grave, and what it would take from the chain of results.

Degrees run from 1 to 5 and are said in words. What they make together orders the list and nothing
else: it says nothing of anyone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rempart.programmes.rules.results import Activity, Indicator, Objective, Output

DEGREES = (1, 2, 3, 4, 5)
GRAVE, SERIOUS = 15, 8  # the product of the two degrees from which one must act, or prepare
WORST = 5  # an effect that puts children in danger is never minor
HIGH = 4  # from here an assumption is likely to fail, and its failure severe


class Gravity(StrEnum):
    """What the two degrees of a risk make together."""

    GRAVE = "grave"
    SERIOUS = "serious"
    MINOR = "minor"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What could go wrong; degrees are 1 to 5, ``None`` while nobody has weighed them."""

    key: str
    text: str
    likelihood: int | None = None
    effect: int | None = None
    owner: str = ""  # who watches it: an organisation or a function
    mitigation: str = ""
    trigger: str = ""  # the sign that it begins
    assumption_of: str = ""  # the row whose assumption it was: ``outputs.<key>``

    @property
    def gravity(self) -> Gravity:
        """Return what its two degrees make together."""
        if self.likelihood is None or self.effect is None:
            return Gravity.UNKNOWN
        product = self.likelihood * self.effect
        if product >= GRAVE:
            return Gravity.GRAVE
        return Gravity.SERIOUS if product >= SERIOUS or self.effect == WORST else Gravity.MINOR

    @property
    def kills(self) -> bool:
        """Say whether it is an assumption that is likely to fail, with a severe effect."""
        return bool(
            self.assumption_of and (self.likelihood or 0) >= HIGH and (self.effect or 0) >= HIGH
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A risk with the number that its gravity gives it."""

    number: str
    risk: Risk


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """An assumption of the results framework; ``row`` is told as ``outputs.<key>``."""

    row: str
    text: str


def gravest_first(register: Iterable[Risk]) -> tuple[Numbered, ...]:
    """Return the risks, the gravest first; those that nobody weighed come last, as they were typed."""

    def order(risk: Risk) -> tuple[int, int]:
        likelihood, effect = risk.likelihood, risk.effect
        if likelihood is None or effect is None:
            return 0, 0
        return -likelihood * effect, -effect

    ordered = sorted(register, key=order)
    return tuple(Numbered(number=f"R{n}", risk=risk) for n, risk in enumerate(ordered, start=1))


def grid(register: Iterable[Numbered]) -> Mapping[tuple[int, int], tuple[Numbered, ...]]:
    """Return the risks by their two degrees: likelihood, then effect."""
    cells: dict[tuple[int, int], list[Numbered]] = defaultdict(list)
    for one in register:
        if one.risk.likelihood is not None and one.risk.effect is not None:
            cells[one.risk.likelihood, one.risk.effect].append(one)
    return {place: tuple(found) for place, found in cells.items()}


def assumptions(objectives: Iterable[Objective]) -> Iterator[Assumed]:
    """Yield every assumption that the framework rests on, in its order."""
    for objective in objectives:
        yield from _assumed("objectives", [objective])
        yield from _assumed("indicators", objective.indicators)
        for output in objective.outputs:
            yield from _assumed("outputs", [output])
            yield from _assumed("indicators", output.indicators)
            for activity in output.activities:
                yield from _assumed("activities", [activity])
                yield from _assumed("indicators", activity.indicators)


def _assumed(
    level: str, rows: Iterable[Objective | Output | Activity | Indicator]
) -> Iterator[Assumed]:
    for row in rows:
        if row.assumption.strip():
            yield Assumed(row=f"{level}.{row.key}", text=row.assumption)
