"""What the chosen actions and the guide's indicators propose for the results framework."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rempart.guide.rules.entries import Action
from rempart.guide.rules.lists import IndicatorDefinition
from rempart.guide.rules.shelf import Catalogue
from rempart.programmes.rules.kinds import ActivityKind
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity
from rempart.programmes.rules.suggestions import actions_beside, chosen_actions

UNITS = {"count": "number", "number": "number"}  # of list ``indicator_unit`` -> ``plan_unit``
FITTING = {  # the levels of the library that suit a level of the framework, the best first
    "objectives": ("outcome", "safeguard"),
    "outputs": ("output", "quality", "process"),
    "activities": ("output", "process"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An activity that a chosen action of the guide suggests: its kind, if one fits."""

    action: Action
    kind: str = ""


def proposals(
    plan: Plan, guide: Catalogue, kinds: Mapping[str, ActivityKind]
) -> tuple[Proposal, ...]:
    """Return an activity for every chosen action that no activity carries out yet."""
    carried = {number for activity in plan.activities() for number in activity.actions}
    return tuple(
        Proposal(action=guide.action(number), kind=_kind(number, kinds))
        for number in chosen_actions(plan)
        if number not in carried
    )


def fitting_indicators(
    level: str, actions: Iterable[int], guide: Catalogue
) -> Iterator[IndicatorDefinition]:
    """Yield the library's indicators that suit a level of the framework and what is done there.

    ``level`` is ``objectives``, ``outputs`` or ``activities``; without any action all fields suit.
    """
    done = set(actions)
    ranks = {name: rank for rank, name in enumerate(FITTING[level])}
    suited = (one for one in guide.indicators.values() if one.level in ranks)
    meant = (
        o for o in suited if not done or done & actions_beside("indicator_domain", o.domain, guide)
    )
    yield from sorted(meant, key=lambda one: ranks[one.level])


def unit_of(unit: str) -> str:
    """Return the unit of list ``plan_unit`` for one in which the library counts."""
    return UNITS.get(unit, unit)


def actions_of(activities: Iterable[Activity]) -> frozenset[int]:
    """Return the actions that some activities carry out."""
    return frozenset(number for activity in activities for number in activity.actions)


def _kind(number: int, kinds: Mapping[str, ActivityKind]) -> str:
    """Return the kind that carries out this action and the fewest others; empty if none does."""
    fitting = [kind for kind in kinds.values() if number in kind.actions]
    return min(fitting, key=lambda kind: len(kind.actions)).slug if fitting else ""
