"""A branch of the results framework: what a copy of it keeps, where a row goes by one keystroke."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar, cast

from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output

Result = Objective | Output | Activity | Indicator
Holder = Objective | Output | Activity
R = TypeVar("R", bound=Result)
KINDS: dict[type[Result], str] = {
    Objective: "objectives",
    Output: "outputs",
    Activity: "activities",
    Indicator: "indicators",
}
MAY_HOLD: dict[str, tuple[str, ...]] = {  # kind -> the kinds under which its rows may stand
    "objectives": (),
    "outputs": ("objectives",),
    "activities": ("outputs",),
    "indicators": ("objectives", "outputs", "activities"),
}
DEEPER = {"objectives": "outputs", "outputs": "activities"}
HIGHER = {deeper: higher for higher, deeper in DEEPER.items()}
KEPT = {"key", "text", "assumption", "indicators"}  # what every level but the indicator has


class Way(StrEnum):
    """Where a row goes by one keystroke: among its siblings, or a level deeper or higher."""

    UP = "up"
    DOWN = "down"
    DEEPER = "deeper"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where a row goes: of which kind it will be, under which row, at which place among the others.

    ``parent`` is empty at the top; ``reasons`` say why it cannot go, and then nothing else counts.
    """

    kind: str = ""
    parent: str = ""
    parent_kind: str = ""
    place: int = 0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A row with what it stands under, and the rows beside it."""

    row: Result
    path: tuple[Holder, ...]
    beside: Sequence[Result]

    @property
    def kind(self) -> str:
        """Return the name of its list in ``Plan``."""
        return KINDS[type(self.row)]

    @property
    def place(self) -> int:
        """Return its place among the rows beside it, from 0."""
        return [one.key for one in self.beside].index(self.row.key)


def standing(plan: Plan, key: str) -> Standing | None:
    """Return where a row of the framework stands; none if the plan has no such row."""
    return _find(plan.objectives, (), key)


def copied(
    branch: R, new_key: Callable[[], str], places: Mapping[str, str], text: str | None = None
) -> R:
    """Return a branch as another plan, or another place in this one, can hold it: its keys are new.

    ``places`` tell the key that a place has there; a place which is not there is left out.
    ``text`` takes the place of the first row's own.
    """
    changes: dict[str, Any] = {"key": new_key()}
    if text is not None:
        changes["text"] = text
    if isinstance(branch, Activity):
        changes["places"] = tuple(places[key] for key in branch.places if key in places)
    for name in ("outputs", "activities", "indicators"):
        below: Sequence[Result] = getattr(branch, name, ())
        if below:
            changes[name] = tuple(copied(one, new_key, places) for one in below)
    return replace(branch, **changes)


def places_named(branch: Result) -> set[str]:
    """Return the keys of the places that the activities of a branch name."""
    own = set(branch.places) if isinstance(branch, Activity) else set()
    return own.union(*(places_named(one) for one in below(branch)))


def below(row: Result) -> Sequence[Result]:
    """Return the rows right under a row, what measures it first."""
    if isinstance(row, Objective):
        return (*row.indicators, *row.outputs)
    if isinstance(row, Output):
        return (*row.indicators, *row.activities)
    return row.indicators if isinstance(row, Activity) else ()


def size_of(branch: Result) -> int:
    """Return how many rows a branch has."""
    return 1 + sum(size_of(one) for one in below(branch))


def keys_of(branch: Result) -> set[str]:
    """Return the keys of all rows of a branch."""
    return {branch.key}.union(*(keys_of(one) for one in below(branch)))


def destination(plan: Plan, found: Standing, way: Way) -> Destination:
    """Return where a row goes; past either end of its list it goes to the neighbouring parent's."""
    if way in {Way.UP, Way.DOWN}:
        return _beside(plan, found, -1 if way is Way.UP else 1)
    if isinstance(found.row, Indicator):
        return _measuring(found, way)
    return _deeper(found) if way is Way.DEEPER else _higher(plan, found)


def _find(rows: Sequence[Result], path: tuple[Holder, ...], key: str) -> Standing | None:
    for row in rows:
        if row.key == key:
            return Standing(row=row, path=path, beside=rows)
        if isinstance(row, Indicator):
            continue
        for under in (row.indicators, getattr(row, "outputs", ()), getattr(row, "activities", ())):
            if found := _find(under, (*path, row), key):
                return found
    return None


def _beside(plan: Plan, found: Standing, offset: int) -> Destination:
    parent = found.path[-1] if found.path else None
    place = found.place + offset
    if 0 <= place < len(found.beside):
        return _at(found.kind, parent, place)
    neighbours = [one for one in _all_holders(plan) if parent and type(one) is type(parent)]
    here = next((n for n, one in enumerate(neighbours) if parent and one.key == parent.key), 0)
    if not 0 <= here + offset < len(neighbours):
        return Destination(reasons=("row_is_at_the_end",))
    onto = neighbours[here + offset]
    return _at(found.kind, onto, 0 if offset > 0 else len(_list(onto, found.kind)))


def _measuring(found: Standing, way: Way) -> Destination:
    """Return where an indicator goes: what it measures a level higher, or the first thing below it."""
    if way is Way.HIGHER:
        if len(found.path) < 2:  # noqa: PLR2004 -- it measures an objective: nothing stands higher
            return Destination(reasons=("level_is_highest",))
        onto = found.path[-2]
        return _at("indicators", onto, len(onto.indicators))
    holder = found.path[-1]
    first = next((one for one in below(holder) if not isinstance(one, Indicator)), None)
    if first is None:
        return Destination(reasons=("nothing_stands_lower",))
    return _at("indicators", first, len(first.indicators))


def _deeper(found: Standing) -> Destination:
    """Return where a row becomes one level deeper: under the row before it."""
    row = found.row
    if isinstance(row, Activity):
        return Destination(reasons=("level_is_lowest",))
    if found.place == 0:
        return Destination(reasons=("no_row_before",))
    if reasons := _losses(row, DEEPER[found.kind]):
        return Destination(reasons=reasons)
    onto = cast("Holder", found.beside[found.place - 1])  # rows of one list are of one kind
    kind = DEEPER[found.kind]
    return _at(kind, onto, len(_list(onto, kind)))


def _higher(plan: Plan, found: Standing) -> Destination:
    """Return where a row becomes one level higher: right after what it stood under."""
    if found.kind not in HIGHER:
        return Destination(reasons=("level_is_highest",))
    if reasons := _losses(found.row, HIGHER[found.kind]):
        return Destination(reasons=reasons)
    kind = HIGHER[found.kind]
    over = found.path[-2] if len(found.path) > 1 else None
    beside = _list(over, kind) if over else plan.objectives
    place = [one.key for one in beside].index(found.path[-1].key) + 1
    return _at(kind, over, place)


def _losses(row: Result, kind: str) -> tuple[str, ...]:
    """Return why a row cannot become of this kind: what it says or holds would have no place there."""
    holds = any(getattr(row, name, ()) for name in ("outputs", "activities"))
    model = next(one for one, name in KINDS.items() if name == kind)
    takes = KEPT | set(model.__dataclass_fields__)
    said = {
        name
        for name, field in type(row).__dataclass_fields__.items()
        if name not in takes | {"outputs", "activities"}
        and getattr(row, name) not in ("", (), None, False, {})
    }
    return (("rows_stand_under_it",) if holds else ()) + (("level_would_lose",) if said else ())


def _at(kind: str, onto: Holder | None, place: int) -> Destination:
    return Destination(
        kind=kind,
        parent=onto.key if onto else "",
        parent_kind=KINDS[type(onto)] if onto else "",
        place=place,
    )


def _list(holder: Holder, kind: str) -> Sequence[Result]:
    found: Sequence[Result] = getattr(holder, kind)
    return found


def _all_holders(plan: Plan) -> list[Holder]:
    return [*plan.objectives, *plan.outputs(), *plan.activities()]
