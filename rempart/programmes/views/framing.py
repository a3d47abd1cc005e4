"""How the results framework is shown: one line for each row, numbered, the open branches unfolded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from rempart.programmes.rules.branches import KINDS, Result
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output, numbers

MOST = 50  # rows shown at once, unless she asks for more; a longer framework comes folded
NAMED = 8  # letters of a key by which an address names a row
PAGE = 100  # rows of a page of the framework, however much is unfolded
ALL, NOTHING, BUT = "all", "none", "-"  # of an address: "all,-<key>" is all but this branch


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page of the framework: its lines, and where the rows before and after it begin."""

    lines: Sequence[Line]
    first: int  # of them, counted from 1
    last: int
    count: int  # of all unfolded rows
    asked: str  # what to ask for, to see the same branches open
    before: int | None = None
    after: int | None = None


def branches_of(plan: Plan) -> AbstractSet[str]:
    """Return the keys of the rows that can be folded."""
    return {*(one.key for one in plan.objectives), *(one.key for one in plan.outputs())}


def opened(plan: Plan, asked: str | None, *at: str) -> AbstractSet[str]:
    """Return the keys of the branches that are open: those asked for, or all if there are few.

    ``at`` are the keys of rows that must be seen, and what they stand under unfolded.
    """
    branches = branches_of(plan)
    seen = [line for line in _lines(plan) if line.row.key in at]
    path = {key for line in seen for key in line.path} & branches
    if asked is None:
        return _at_first(plan, path | {line.row.key for line in seen}) & branches
    words = asked.split(",")
    named = {key for key, name in _names(branches).items() if {name, key} & {*words}}
    folded = {key for key, name in _names(branches).items() if {BUT + name, BUT + key} & {*words}}
    return (branches - folded if ALL in words else named) | path


def _at_first(plan: Plan, here: AbstractSet[str]) -> AbstractSet[str]:
    """Return what is open where nothing is asked for: all if that is little, or where she is."""
    if not here:
        outputs = [one.key for objective in plan.objectives[:1] for one in objective.outputs]
        here = {*(one.key for one in plan.objectives[:1]), *outputs[:1]}
    wider = {one.key for one in plan.objectives} | here
    few = (one for one in (branches_of(plan), wider) if len(_seen(plan, one)) <= MOST)
    return next(few, here)


def _seen(plan: Plan, open_keys: AbstractSet[str]) -> list[Line]:
    """Return the lines that are shown with these branches open."""
    unfolded = open_keys | {activity.key for activity in plan.activities()}
    return [line for line in _lines(plan) if unfolded >= set(line.path)]


def written(plan: Plan, open_keys: AbstractSet[str]) -> str:
    """Return the shortest words by which an address asks for these branches."""
    names = _names(branches_of(plan))
    folded = names.keys() - open_keys
    if not open_keys:
        return NOTHING
    if len(folded) <= len(open_keys):
        return ",".join([ALL, *sorted(f"{BUT}{names[key]}" for key in folded)])
    return ",".join(sorted(names[key] for key in open_keys))


def _names(branches: AbstractSet[str]) -> Mapping[str, str]:
    """Return how an address names each branch: by the first letters of its key, if they are its own.

    Numbers would be shorter still, but a row that moves takes another's.
    """
    count = Counter(key[:NAMED] for key in branches)
    return {key: key[:NAMED] if count[key[:NAMED]] == 1 else key for key in branches}


def line_of(plan: Plan, key: str) -> Line | None:
    """Return the line of a row, numbered; none if the plan has no such row."""
    number = dict(numbers(plan.objectives))
    found = (line for line in _lines(plan) if line.row.key == key)
    return next((replace(line, number=number.get(key, "")) for line in found), None)


def framework(plan: Plan, open_keys: AbstractSet[str]) -> Iterator[Line]:
    """Yield the lines to show, numbered: what is under a folded row stays out."""
    yield from _numbered(plan, _seen(plan, open_keys), open_keys)


def _numbered(plan: Plan, lines: Iterable[Line], open_keys: AbstractSet[str]) -> Iterator[Line]:
    number = dict(numbers(plan.objectives))
    for line in lines:
        key = line.row.key
        yield replace(line, number=number.get(key, ""), is_open=key in open_keys)


def page_of(plan: Plan, open_keys: AbstractSet[str], *, first: int = 0, at: str = "") -> Shown:
    """Return a page of the framework: the one from ``first`` on, or the one where ``at`` stands."""
    lines = _seen(plan, open_keys)
    here = next((n for n, line in enumerate(lines) if at and line.row.key == at), None)
    start = first if here is None else here // PAGE * PAGE
    start = start if 0 <= start < len(lines) else 0
    return Shown(
        lines=[
            replace(line, toggled=written(plan, open_keys ^ {line.row.key}) if line.below else "")
            for line in _numbered(plan, lines[start : start + PAGE], open_keys)
        ],
        first=start + 1,
        last=min(start + PAGE, len(lines)),
        count=len(lines),
        asked=written(plan, open_keys),
        before=max(start - PAGE, 0) if start else None,
        after=start + PAGE if start + PAGE < len(lines) else None,
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
