"""How the results framework is shown: one line for each row, numbered, the open branches unfolded."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output, numbers

MOST = 50  # rows shown at first; a longer framework comes folded
AT_ONCE = 2 * MOST  # rows shown at once, however many are unfolded
ALL, NOTHING = "all", "none"
Result = Objective | Output | Activity | Indicator
KINDS = {
    Objective: "objectives",
    Output: "outputs",
    Activity: "activities",
    Indicator: "indicators",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the framework as it is shown, under the rows whose keys are ``path``."""

    row: Result
    path: tuple[str, ...]
    place: int  # among its siblings, from 0
    siblings: int
    number: str = ""
    is_open: bool = True
    toggled: str = ""  # what to ask for, to fold it or unfold it

    @property
    def kind(self) -> str:
        """Return the name of the list in ``Plan`` that it stands in."""
        return KINDS[type(self.row)]

    @property
    def depth(self) -> int:
        """Return how deep it stands; an indicator stands as deep as what it measures."""
        return len(self.path) + (0 if isinstance(self.row, Indicator) else 1)

    @property
    def below(self) -> int:
        """Return how many rows can be folded under it."""
        row = self.row
        if isinstance(row, Objective):
            return len(row.outputs) + len(row.indicators)
        return len(row.activities) + len(row.indicators) if isinstance(row, Output) else 0

    @property
    def is_last(self) -> bool:
        """Say whether no sibling follows."""
        return self.place == self.siblings - 1


def opened(plan: Plan, asked: str | None, *at: str) -> AbstractSet[str]:
    """Return the keys of the branches that are open: those asked for, or all if there are few.

    ``asked`` names them by their numbers (``1,1.2``). ``at`` are keys of rows that must be seen, and
    what they stand under unfolded.
    """
    branches = {*(one.key for one in plan.objectives), *(one.key for one in plan.outputs())}
    if asked == ALL or (asked is None and sum(1 for _line in _lines(plan)) <= MOST):
        return branches
    seen = {
        key for line in _lines(plan) if line.row.key in at for key in (*line.path, line.row.key)
    }
    if asked is None:
        first = {
            key for o in plan.objectives[:1] for key in (o.key, *(u.key for u in o.outputs[:1]))
        }
        wide = ({one.key for one in plan.objectives} | (seen or first)) & branches
        return wide if sum(1 for _ in framework(plan, wide)) <= MOST else (seen or first) & branches
    wanted = set(asked.split(","))
    return (seen | {key for key, number in numbers(plan.objectives) if number in wanted}) & branches


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The lines that are shown of those that are unfolded; numbers count from 0, none is no such."""

    lines: Sequence[Line]
    first: int
    total: int

    @property
    def last(self) -> int:
        """Return how many lines stand before its end."""
        return self.first + len(self.lines)

    @property
    def before(self) -> int | None:
        """Return where the stretch before it begins."""
        return max(0, self.first - AT_ONCE) if self.first else None

    @property
    def after(self) -> int | None:
        """Return where the stretch after it begins."""
        return self.last if self.last < self.total else None


def stretch(lines: Sequence[Line], first: int, at: str) -> Stretch:
    """Return the lines that are shown at once: those about the row ``at``, else from ``first`` on."""
    place = next((n for n, line in enumerate(lines) if line.row.key == at), None)
    if place is not None:
        first = place - place % AT_ONCE
    first = first if first < len(lines) else 0
    return Stretch(lines=lines[first : first + AT_ONCE], first=first, total=len(lines))


def line_of(plan: Plan, key: str) -> Line | None:
    """Return the line of a row, numbered; none if the plan has no such row."""
    number = dict(numbers(plan.objectives))
    found = (line for line in _lines(plan) if line.row.key == key)
    return next((replace(line, number=number.get(key, "")) for line in found), None)


def framework(plan: Plan, open_keys: AbstractSet[str]) -> Iterator[Line]:
    """Yield the lines to show: what is under a folded row stays out."""
    number = dict(numbers(plan.objectives))
    always = {activity.key for activity in plan.activities()}
    unfolded = {number[key] for key in open_keys}
    for line in _lines(plan):
        if set(line.path) <= open_keys | always:
            key = line.row.key
            yield replace(
                line,
                number=number.get(key, ""),
                is_open=key in open_keys,
                toggled=",".join(sorted(unfolded ^ {number.get(key, "")})) or NOTHING,
            )


def _lines(plan: Plan) -> Iterator[Line]:
    """Yield every line, what measures a row before what belongs to it."""
    for objective in _among(plan.objectives, ()):
        yield objective
        assert isinstance(objective.row, Objective)  # noqa: S101 -- what was given
        under = (objective.row.key,)
        yield from _among(objective.row.indicators, under)
        for output in _among(objective.row.outputs, under):
            yield output
            assert isinstance(output.row, Output)  # noqa: S101 -- what was given
            yield from _under_output(output.row, (*under, output.row.key))


def _under_output(output: Output, under: tuple[str, ...]) -> Iterator[Line]:
    yield from _among(output.indicators, under)
    for activity in _among(output.activities, under):
        yield activity
        assert isinstance(activity.row, Activity)  # noqa: S101 -- what was given
        yield from _among(activity.row.indicators, (*under, activity.row.key))


def _among(rows: Sequence[Result], path: tuple[str, ...]) -> Iterator[Line]:
    for place, row in enumerate(rows):
        yield Line(row=row, path=path, place=place, siblings=len(rows))
