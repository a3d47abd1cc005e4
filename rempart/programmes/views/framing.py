"""How the results framework is shown: one line for each row, numbered, the open branches unfolded."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output, numbers

MOST = 50  # rows shown at once; a longer framework comes folded
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


def opened(plan: Plan, asked: str | None, at: str = "") -> AbstractSet[str]:
    """Return the keys of the branches that are open: those asked for, or all if there are few.

    ``at`` is the key of a row that must be seen, and what it stands under unfolded.
    """
    branches = {*(one.key for one in plan.objectives), *(one.key for one in plan.outputs())}
    if asked == ALL or (asked is None and sum(1 for _line in _lines(plan)) <= MOST):
        return branches
    if asked is None:
        seen = line_of(plan, at)
        first = [one.key for one in plan.outputs()][:1]
        here = {at, *seen.path} if seen else set(first)
        return ({one.key for one in plan.objectives} | here) & branches
    return set(asked.split(",")) & branches


def line_of(plan: Plan, key: str) -> Line | None:
    """Return the line of a row, numbered; none if the plan has no such row."""
    number = dict(numbers(plan.objectives))
    found = (line for line in _lines(plan) if line.row.key == key)
    return next((replace(line, number=number.get(key, "")) for line in found), None)


def framework(plan: Plan, open_keys: AbstractSet[str]) -> Iterator[Line]:
    """Yield the lines to show: what is under a folded row stays out."""
    number = dict(numbers(plan.objectives))
    always = {activity.key for activity in plan.activities()}
    for line in _lines(plan):
        if set(line.path) <= open_keys | always:
            key = line.row.key
            yield replace(
                line,
                number=number.get(key, ""),
                is_open=key in open_keys,
                toggled=",".join(sorted(open_keys ^ {key})) or NOTHING,
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
