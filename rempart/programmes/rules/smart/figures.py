"""The checks that read figures, units, sources and dates."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rempart.programmes.rules.codes import Direction
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from rempart.programmes.rules.smart.lexicon import Lexicon
from rempart.programmes.rules.smart.remarks import Figure

ALL = Decimal(100)
Told = tuple[str, Mapping[str, Figure]]  # the field to mend, the figures to show
MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What the plan says of itself, that a row is held against."""

    starts_on: date | None = None
    ends_on: date | None = None
    planned: int = 0  # people, of every class
    capacity: Mapping[str, int | None]  # by need; ``None`` where a row does not say it

    @property
    def months(self) -> int:
        """Return how many months the programme lasts; one where that is not known."""
        if not self.starts_on or not self.ends_on:
            return 1
        years = self.ends_on.year - self.starts_on.year
        return max(1, years * MONTHS + self.ends_on.month - self.starts_on.month + 1)

    def holds(self, day: date) -> bool:
        """Say whether a day lies within the programme, as far as its ends are known."""
        after = self.starts_on is None or day >= self.starts_on
        return after and (self.ends_on is None or day <= self.ends_on)


def frame_of(plan: Plan) -> Frame:
    """Return what the plan says of its period, its numbers and its services."""
    capacity: dict[str, int | None] = {}
    for need in plan.needs:
        known = capacity.get(need.kind, 0)
        said = need.capacity
        capacity[need.kind] = None if known is None or said is None else known + said
    return Frame(
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        planned=sum(head.number for row in plan.beneficiaries for head in row.planned),
        capacity=capacity,
    )


@dataclass(frozen=True, kw_only=True)
class Measured:
    """An indicator, with the actions of the guide that are done where it stands."""

    row: Indicator
    frame: Frame
    lexicon: Lexicon
    actions: frozenset[int] = frozenset()


def no_unit(seen: Measured) -> Iterator[Told]:
    """A unit is said."""
    if not seen.row.unit:
        yield "unit", {}


def no_baseline(seen: Measured) -> Iterator[Told]:
    """A baseline is known, or a day is set for it."""
    if seen.row.baseline is None and seen.row.baseline_on is None:
        yield "baseline", {}


def no_source(seen: Measured) -> Iterator[Told]:
    """A source is named."""
    if not seen.row.source.strip():
        yield "source", {}


def wrong_way(seen: Measured) -> Iterator[Told]:
    """The target lies where the direction says, or the direction is said."""
    row = seen.row
    if row.baseline is None or row.target is None:
        return
    direction = row.direction or seen.lexicon.directions.get(row.library, "")
    falls, rises = row.target < row.baseline, row.target > row.baseline
    if (falls and direction in {"", Direction.UP}) or (rises and direction == Direction.DOWN):
        yield "target", {"baseline": row.baseline, "target": row.target}


def no_denominator(seen: Measured) -> Iterator[Told]:
    """A percentage says what is counted, and among what; the library's own do."""
    row = seen.row
    if row.unit != "percent" or row.library in seen.lexicon.directions:
        return
    for name in ("numerator", "denominator"):
        if not getattr(row, name).strip():
            yield name, {}
            return


def over_hundred(seen: Measured) -> Iterator[Told]:
    """A share stays within a hundred."""
    if seen.row.unit != "percent":
        return
    for name in ("baseline", "target"):
        value = getattr(seen.row, name)
        if value is not None and value > ALL:
            yield name, {name: value}


def beyond_capacity(seen: Measured) -> Iterator[Told]:
    """A number of people stays within those planned, and within what the services hold.

    A capacity may be counted in places or in people a month: the target must pass the larger
    reading, over all the programme's months, before anything is said.
    """
    row, frame = seen.row, seen.frame
    if not row.about_people or row.unit != "number" or row.target is None:
        return
    if frame.planned and row.target > frame.planned:
        yield "target", {"target": row.target, "planned": frame.planned}
        return
    held = [frame.capacity[need] for need, actions in seen.lexicon.needs.items()
            if need in frame.capacity and actions & seen.actions]  # fmt: skip
    known = [one for one in held if one is not None]
    if known and len(known) == len(held) and row.target > (most := max(known) * frame.months):
        yield "target", {"target": row.target, "capacity": most}


def indicator_without_date(seen: Measured) -> Iterator[Told]:
    """The day of the target is said."""
    if seen.row.target_on is None:
        yield "target_on", {}


def indicator_outside(seen: Measured) -> Iterator[Told]:
    """The target is due before the programme ends."""
    due, ends = seen.row.target_on, seen.frame.ends_on
    if due and ends and due > ends:
        yield "target_on", {"day": due}


def activity_without_date(row: Activity) -> Iterator[Told]:
    """An activity starts and ends on some day."""
    for name in ("starts_on", "ends_on"):
        if getattr(row, name) is None:
            yield name, {}
            return


def activity_outside(row: Activity, frame: Frame) -> Iterator[Told]:
    """An activity lies within the programme."""
    for name in ("starts_on", "ends_on"):
        day = getattr(row, name)
        if day and not frame.holds(day):
            yield name, {"day": day}
            return


def is_measured(row: Objective | Output) -> bool:
    """Say whether a result has an indicator with a figure to reach."""
    return any(one.target is not None for one in row.indicators)


MEASURES: Mapping[str, Callable[[Measured], Iterator[Told]]] = {
    "no_unit": no_unit,
    "no_baseline": no_baseline,
    "no_source": no_source,
    "wrong_way": wrong_way,
    "no_denominator": no_denominator,
    "over_hundred": over_hundred,
    "beyond_capacity": beyond_capacity,
    "no_date": indicator_without_date,
    "outside_period": indicator_outside,
}
