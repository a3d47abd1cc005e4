"""Two plans side by side: what was added, removed, changed or moved, by step, in the plan's order."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.steps import step_fields, step_rows

BELOW = ("outputs", "activities", "indicators")  # lists that stand inside the rows of others


class Why(StrEnum):
    """Why a version was kept, where no way between states was the reason."""

    ASKED = "asked"  # someone wanted to keep it
    BEFORE = "before"  # another version took its place
    RESTORED = "restored"
    PROPOSED = "proposed"  # by a change request


class Kind(StrEnum):
    """What happened to a fact or a row from one plan to the other."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A fact before and after; ``None`` where there was none."""

    name: str
    before: object = None
    after: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A row that is not the same in both; ``row`` is its record, after if there is one."""

    listed_as: str
    key: str
    kind: Kind
    row: object
    facts: tuple[FactChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChange:
    """What differs in one step."""

    step: Step
    facts: tuple[FactChange, ...] = ()
    rows: tuple[RowChange, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """Return how many rows were added, removed, changed, moved; a changed fact counts as one."""
        found = Counter(row.kind.value for row in self.rows)
        found[Kind.CHANGED.value] += len(self.facts)
        return {kind.value: found[kind.value] for kind in Kind if found[kind.value]}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A row with where it stands: under which row, after which of its siblings."""

    row: object
    parent: str
    facts: Mapping[str, object] = field(default_factory=dict)


def changes_between(before: Plan, after: Plan) -> tuple[StepChange, ...]:
    """Return the steps in which two plans differ, in the order of the steps."""
    old, new = _rows_of(before), _rows_of(after)
    found = (
        StepChange(
            step=step,
            facts=tuple(_facts({n: getattr(before, n) for n in step_fields(step)},
                               {n: getattr(after, n) for n in step_fields(step)})),
            rows=tuple(
                change
                for name in step_rows(step)
                for change in _row_changes(name, old.get(name, {}), new.get(name, {}))
            ),
        )
        for step in Step
    )  # fmt: skip
    return tuple(one for one in found if one.facts or one.rows)


def _rows_of(plan: Plan) -> dict[str, dict[str, _Placed]]:
    """Return every row of a plan by list and key, each list in the order in which it is read."""
    found: dict[str, dict[str, _Placed]] = {}
    for name in (name for step in Step for name in step_rows(step) if name not in BELOW):
        found.setdefault(name, {})
        _gather(name, getattr(plan, name, ()), "", found)
    return found


def _gather(
    name: str, rows: tuple[object, ...], parent: str, found: dict[str, dict[str, _Placed]]
) -> None:
    for row in rows:
        told = {f.name: getattr(row, f.name) for f in fields(row)}  # type: ignore[arg-type]  # a record of a plan
        key = str(told.pop("key"))
        below = {one: told.pop(one) for one in BELOW if one in told}
        found.setdefault(name, {})[key] = _Placed(row=row, parent=parent, facts=told)
        for one, its_rows in below.items():
            _gather(one, its_rows, key, found)


def _row_changes(
    name: str, old: Mapping[str, _Placed], new: Mapping[str, _Placed]
) -> Iterator[RowChange]:
    moved = _moved(old, new)
    for key in _together(list(old), list(new)):
        was, now = old.get(key), new.get(key)
        if was is None and now is not None:
            yield RowChange(
                listed_as=name,
                key=key,
                kind=Kind.ADDED,
                row=now.row,
                facts=tuple(_facts({}, now.facts)),
            )
        elif now is None and was is not None:
            yield RowChange(
                listed_as=name,
                key=key,
                kind=Kind.REMOVED,
                row=was.row,
                facts=tuple(_facts(was.facts, {})),
            )
        elif was is not None and now is not None:
            facts = tuple(_facts(was.facts, now.facts))
            kind = Kind.CHANGED if facts else Kind.MOVED
            if facts or key in moved:
                yield RowChange(listed_as=name, key=key, kind=kind, row=now.row, facts=facts)  # fmt: skip


def _facts(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[FactChange]:
    for name in dict.fromkeys([*old, *new]):
        was, now = old.get(name), new.get(name)
        if was != now and (was or now or 0 in (was, now)):
            yield FactChange(name=name, before=was, after=now)


def _moved(old: Mapping[str, _Placed], new: Mapping[str, _Placed]) -> set[str]:
    """Return the keys that stand elsewhere: under another row, or in another order of what stayed."""
    stayed = [key for key in old if key in new]
    elsewhere = {key for key in stayed if old[key].parent != new[key].parent}
    here = [key for key in stayed if key not in elsewhere]
    order = {key: place for place, key in enumerate(key for key in new if key in set(here))}
    return elsewhere | (set(here) - _longest_rising(here, order))


def _longest_rising(keys: list[str], order: Mapping[str, int]) -> set[str]:
    """Return a longest run of keys that kept their order: only the others were moved."""
    tails: list[str] = []  # the key that ends the best run of each length
    before: dict[str, str | None] = {}
    for key in keys:
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if order[tails[middle]] < order[key] else (low, middle)
        before[key] = tails[low - 1] if low else None
        tails[low : low + 1] = [key]
    run: set[str] = set()
    last = tails[-1] if tails else None
    while last is not None:
        run.add(last)
        last = before[last]
    return run


def _together(old: list[str], new: list[str]) -> list[str]:
    """Return all keys in the new order; those that are gone stand where they stood, after the same one."""
    kept: set[str] = set(new)
    gone: dict[str, list[str]] = {}
    last = ""
    for key in old:
        if key in kept:
            last = key
        else:
            gone.setdefault(last, []).append(key)
    found = list(gone.get("", []))
    for key in new:
        found += [key, *gone.get(key, [])]
    return found
