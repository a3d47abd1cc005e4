"""The problem tree in the reader's words: what each node says, what became of it, how it reads solved."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rempart.guide.catalogue import catalogue
from rempart.programmes.documents.words import core_problem, of_guide, of_list
from rempart.programmes.models.names import STATE_NAMES
from rempart.programmes.queries.tree import name_of, solved
from rempart.programmes.rules.codes import Branch
from rempart.programmes.rules.plan import Cause, Plan
from rempart.programmes.rules.results import numbers
from rempart.programmes.rules.tree import (
    Node,
    State,
    causes_behind,
    loose_factors,
    states_of,
    tree_of,
)
from rempart.programmes.views.tree_drawing import Drawing, Leaf, drawing

SIGNS = {
    State.BECOMES: "✓",
    State.ACTED_ON: "✓",
    State.BELOW: "✓",
    State.ASIDE: "–",
    State.OPEN: "!",
}
FEW = 40  # nodes with which both trees are drawn at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A node as the list shows it."""

    cause: Cause
    name: str
    state: State
    word: str
    solved: str
    factors: tuple[str, ...]
    strategies: tuple[str, ...]
    below: tuple["Shown", ...]


class TreeTeller:
    """Tells the tree of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        numbered = dict(numbers(plan.objectives))
        self.results = {
            f"objectives.{o.key}": (_("objective %(n)s") % {"n": numbered[o.key]}, o.text)
            for o in plan.objectives
        } | {
            f"outputs.{u.key}": (_("output %(n)s") % {"n": numbered[u.key]}, u.text)
            for u in plan.outputs()
        }
        self.own = {choice.key: choice.title for choice in plan.choices if not choice.action}

    @property
    def core(self) -> str:
        """Return the core problem as the programme states it, else what the guide is about."""
        return core_problem(self.plan)

    @property
    def aim(self) -> str:
        """Return what the core problem is once it is turned over."""
        return self.plan.development_objective or _("Development objective: still to be written.")

    def side(self, branch: str) -> tuple[Shown, ...]:
        """Return one side of the tree as the list shows it."""
        return tuple(map(self.shown, tree_of(self.plan, branch)))

    def shown(self, node: Node) -> Shown:
        """Return a node with what hangs under it."""
        return Shown(
            cause=node.cause,
            name=name_of(node.cause),
            state=node.state,
            word=self.word(node.cause, node.state),
            solved=self.solved(node.cause),
            factors=tuple(map(of_guide, node.cause.factors)),
            strategies=tuple(self.strategy(one) for one in node.cause.strategies),
            below=tuple(map(self.shown, node.below)),
        )

    def word(self, cause: Cause, state: State) -> str:
        """Say what became of a node."""
        if state is State.BECOMES:
            return self.results[cause.becomes][0]
        return str(STATE_NAMES[state])

    def strategy(self, slug: str) -> str:
        """Say a strategy, of the guide or the team's own."""
        return of_guide(slug) if slug in catalogue().entries else self.own.get(slug, slug)

    def solved(self, cause: Cause) -> str:
        """Say a node turned over: the result it became, its own wording, or a first one."""
        if cause.becomes in self.results:
            return self.results[cause.becomes][1]
        return solved(cause) or _("Reduced: %(cause)s") % {"cause": name_of(cause)}

    def problems(self) -> Drawing:
        """Draw the problem tree."""
        return self._drawn(self.core, name_of)

    def objectives(self) -> Drawing:
        """Draw the tree turned over: means below, ends above."""
        return self._drawn(self.aim, self.solved)

    def _drawn(self, core: str, say: Callable[[Cause], str]) -> Drawing:
        heart = Leaf(text=core, look="core")
        sides = [self._leaves(tree_of(self.plan, branch), say) for branch in ("effect", "cause")]
        return drawing(heart, *sides)

    def _leaves(self, nodes: Sequence[Node], say: Callable[[Cause], str]) -> list[Leaf]:
        return [
            Leaf(
                text=say(node.cause),
                look=node.state.value,
                word=f"{SIGNS.get(node.state, '')} {self.word(node.cause, node.state)}".strip(),
                below=tuple(self._leaves(node.below, say)),
            )
            for node in nodes
        ]

    def seeds(self) -> Iterator[dict[str, str]]:
        """Yield what can be put into the tree at once, and why it is offered."""
        for mark in loose_factors(self.plan):
            name = of_guide(mark.factor) or mark.factor
            why = _("Because you marked it present")
            yield {"name": "factor", "value": mark.factor, "title": name, "why": why}
        there = {cause.code for cause in self.plan.causes}
        for value in catalogue().code_list("plan_cause").offered():
            if value.id not in there:
                title, why = of_list(value.id, "plan_cause"), _("One of the causes of the guide")
                yield {"name": "code", "value": value.id, "title": title, "why": why}

    def counts(self) -> dict[str, int]:
        """Return how many nodes there are, and how many of the causes nothing answers."""
        states = list(states_of(self.plan).values())
        effects = states.count(State.EFFECT)
        return {
            "causes": len(states) - effects,
            "effects": effects,
            "open": states.count(State.OPEN),
            "loose": len(loose_factors(self.plan)),
        }

    def behind(self, kinds: Sequence[str]) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the causes behind each result, or each chosen strategy: name, then key and name."""
        found = causes_behind(self.plan)
        named = {ref: f"{n} · {text}" for ref, (n, text) in self.results.items()}
        if "choices" in kinds:
            chosen = [c.action or c.key for c in self.plan.choices if c.decision == "chosen"]
            named = {one: self.strategy(one) for one in chosen}
        return [
            (name, [(cause.key, name_of(cause)) for cause in found.get(ref, ())])
            for ref, name in named.items()
        ]


def tree_shown(plan: Plan, asked: str) -> dict[str, object]:
    """Return what the page of the tree shows; ``asked`` is which of the two is drawn."""
    teller = TreeTeller(plan)
    is_small = len(plan.causes) <= FEW
    is_turned = asked == "objectives"
    return {
        "core": teller.core,
        "plan_aim": teller.aim,
        "effects": teller.side(Branch.EFFECT),
        "causes": teller.side(Branch.CAUSE),
        "counts": teller.counts(),
        "seeds": list(teller.seeds()),
        "problems": None if is_turned and not is_small else teller.problems(),
        "objectives": teller.objectives() if is_small or is_turned else None,
    }
