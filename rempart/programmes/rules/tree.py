"""The problem tree: what hangs under what, and what became of each cause. Nothing is left out in silence.

REQ-060: every factor that is present, and every cause, is answered by the plan or set aside with a
reason. REQ-068: strategies and results point to the causes they act on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rempart.programmes.rules.codes import Answer, Branch, Decision
from rempart.programmes.rules.plan import Cause, FactorMark, Plan

DEEPEST = 6  # levels under the core problem, on either side


class State(StrEnum):
    """What became of a node. An effect has none: it goes once its causes go."""

    BECOMES = "becomes"  # a result of the plan is its positive side
    ASIDE = "aside"  # not addressed, because
    ACTED_ON = "acted_on"  # a chosen strategy acts on it
    BELOW = "below"  # a cause under it is answered
    OPEN = "open"  # nothing yet: shown as uncovered
    EFFECT = "effect"


ANSWERED = frozenset({State.BECOMES, State.ACTED_ON, State.BELOW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node of the tree with what hangs under it."""

    cause: Cause
    state: State
    below: tuple["Node", ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple["Node", int]]:
        """Yield the node and all that hangs under it, each with its depth."""
        yield self, depth
        for node in self.below:
            yield from node.walk(depth + 1)


def tree_of(plan: Plan, branch: str) -> tuple[Node, ...]:
    """Return the nodes of one side that hang under the core problem itself, the others under them."""
    states = states_of(plan)
    below = _below(plan.causes, branch)

    def node(cause: Cause) -> Node:
        return Node(cause=cause, state=states[cause.key], below=tuple(map(node, below[cause.key])))

    return tuple(map(node, below[""]))


def states_of(plan: Plan) -> Mapping[str, State]:
    """Return what became of each node, by its key."""
    results = set(references(plan))
    chosen = {c.action or c.key for c in plan.choices if c.decision == Decision.CHOSEN}
    states = {cause.key: _own_state(cause, results, chosen) for cause in plan.causes}
    parent = {cause.key: cause.under for cause in plan.causes}
    for cause in plan.causes:
        if states[cause.key] in ANSWERED:
            for over in path(parent, cause.key):
                if states.get(over) is State.OPEN:
                    states[over] = State.BELOW
    return states


def references(plan: Plan) -> Iterator[str]:
    """Yield how causes name the results of the plan."""
    yield from (f"objectives.{one.key}" for one in plan.objectives)
    yield from (f"outputs.{one.key}" for one in plan.outputs())


def uncovered_causes(plan: Plan) -> tuple[Cause, ...]:
    """Return the causes that nothing answers and nobody set aside."""
    states = states_of(plan)
    return tuple(cause for cause in plan.causes if states[cause.key] is State.OPEN)


def uncovered_factors(plan: Plan) -> tuple[FactorMark, ...]:
    """Return the factors present that no answered cause, and none set aside, takes up (REQ-060)."""
    states = states_of(plan)
    taken = {f for c in plan.causes if states[c.key] is not State.OPEN for f in c.factors}
    return tuple(m for m in plan.factors if m.present == Answer.YES and m.factor not in taken)


def loose_factors(plan: Plan) -> tuple[FactorMark, ...]:
    """Return the factors present that no node takes up: each can be put into the tree."""
    taken = {factor for cause in plan.causes for factor in cause.factors}
    return tuple(m for m in plan.factors if m.present == Answer.YES and m.factor not in taken)


def causes_behind(plan: Plan) -> Mapping[str, tuple[Cause, ...]]:
    """Return the causes by what answers them: a result (``outputs.<key>``) or a strategy."""
    found: dict[str, list[Cause]] = defaultdict(list)
    for cause in plan.causes:
        for answer in filter(None, (cause.becomes, *cause.strategies)):
            found[answer].append(cause)
    return {answer: tuple(causes) for answer, causes in found.items()}


def path(parent: Mapping[str, str], key: str) -> list[str]:
    """Return the keys over a node, the nearest first; a circle ends where it closes."""
    found: list[str] = []
    over = parent.get(key, "")
    while over and over in parent and over not in found and over != key:
        found.append(over)
        over = parent[over]
    return found


def obstacles_to_hanging(
    causes: Sequence[Cause], *, key: str, branch: str, under: str
) -> list[str]:
    """Return why a node cannot hang there: under_nothing, other_branch, in_a_circle, too_deep.

    ``key`` is empty for a node that is not there yet.
    """
    known = {cause.key: cause for cause in causes}
    parent = {cause.key: cause.under for cause in causes}
    found = []
    if any(c.under == key and c.branch != branch for c in causes if key):
        found.append("other_branch")
    if not under:
        return found
    if under not in known:
        return [*found, "under_nothing"]
    if known[under].branch != branch:
        found.append("other_branch")
    if key and key in {under, *path(parent, under)}:
        found.append("in_a_circle")
    elif len(path(parent, under)) + 1 + _height(causes, key) > DEEPEST:
        found.append("too_deep")
    return list(dict.fromkeys(found))


def hung_wrongly(causes: Sequence[Cause]) -> Iterator[tuple[int, str]]:
    """Yield the place of each node of a file that cannot hang where it says, and why."""
    parent = {cause.key: cause.under for cause in causes}
    branch = {cause.key: cause.branch for cause in causes}
    for place, cause in enumerate(causes):
        over = path(parent, cause.key)
        if cause.under and cause.under not in branch:
            yield place, "under_nothing"
        elif _is_in_a_circle(cause, parent):
            yield place, "in_a_circle"
        elif len(over) + 1 > DEEPEST:
            yield place, "too_deep"
        elif cause.under and branch[cause.under] != cause.branch:
            yield place, "other_branch"


def _is_in_a_circle(cause: Cause, parent: Mapping[str, str]) -> bool:
    over = [cause.key, *path(parent, cause.key)]
    return parent[over[-1]] in over


def all_below(causes: Sequence[Cause], key: str) -> list[str]:
    """Return the keys of all that hangs under a node."""
    parent = {cause.key: cause.under for cause in causes}
    return [cause.key for cause in causes if key in path(parent, cause.key)]


def _height(causes: Sequence[Cause], key: str) -> int:
    """Return how many levels a node brings along: itself, and the longest way down."""
    parent = {cause.key: cause.under for cause in causes}
    over = (path(parent, cause.key) for cause in causes)
    return 1 + max((way.index(key) + 1 for way in over if key and key in way), default=0)


def _below(causes: Iterable[Cause], branch: str) -> Mapping[str, list[Cause]]:
    """Return the nodes of one side by what they hang under; what hangs under nothing is at the top."""
    ours = [cause for cause in causes if cause.branch == branch]
    parent = {cause.key: cause.under for cause in ours}
    found: dict[str, list[Cause]] = defaultdict(list)
    for cause in ours:
        hangs = cause.under in parent and not _is_in_a_circle(cause, parent)
        found[cause.under if hangs else ""].append(cause)
    return found


def _own_state(cause: Cause, results: set[str], chosen: set[str]) -> State:
    if cause.branch == Branch.EFFECT:
        return State.EFFECT
    if cause.becomes in results:
        return State.BECOMES
    if cause.not_addressed_because:
        return State.ASIDE
    return State.ACTED_ON if chosen.intersection(cause.strategies) else State.OPEN
