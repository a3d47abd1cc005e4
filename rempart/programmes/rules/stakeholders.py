"""Who addresses an opponent, and which groups the map forgets. The guide keeps opponents as groups only."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rempart.guide.rules.shelf import Catalogue
from rempart.programmes.rules.codes import Part, Stand
from rempart.programmes.rules.parts import parts_of
from rempart.programmes.rules.plan import Plan, Stakeholder
from rempart.programmes.rules.results import Activity
from rempart.programmes.rules.sorts import LAW_REFORM, UNTOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A group to which Figure 1 gives a part in chosen actions, and that the map does not hold."""

    group: str
    actions: tuple[str, ...]  # slugs of those that it would lead or join
    is_doubtful: bool = False  # every one of these cells is


def targets_of(group: str, guide: Catalogue) -> tuple[str, ...]:
    """Return the codes of ``plan_target`` by which activities address a group, the closest first."""
    known = guide.code_list("stakeholder_group")
    facts = known.value(group).facts if group in known.ids else {}
    return tuple(str(facts.get("targets", "")).split())


def addressed_by(plan: Plan, group: str, guide: Catalogue) -> tuple[Activity, ...]:
    """Return the activities that mean to change a group, or speak to it; tougher laws speak to all."""
    codes = set(targets_of(group, guide))
    return tuple(
        one
        for one in plan.activities()
        if codes.intersection((*one.targets, *one.audiences)) or is_law_work(one)
    )


def is_law_work(activity: Activity) -> bool:
    """Say whether an activity works on the law (strategy 1): by its kind, else by its actions."""
    told = activity.kind in LAW_REFORM.kinds
    return told or (activity.kind in UNTOLD and bool(LAW_REFORM.actions & {*activity.actions}))


def opponents(plan: Plan) -> tuple[Stakeholder, ...]:
    """Return the groups that oppose the programme."""
    return tuple(one for one in plan.stakeholders if Stand.OPPONENT in one.stands)


def opponents_left_alone(plan: Plan, guide: Catalogue) -> tuple[Stakeholder, ...]:
    """Return the opponents that are the target of nothing (REQ-005)."""
    return tuple(one for one in opponents(plan) if not addressed_by(plan, one.group, guide))


def missing_groups(plan: Plan, guide: Catalogue) -> tuple[Missing, ...]:
    """Return the groups that Figure 1, its columns inferred, would have act, and the map forgets."""
    there = {one.group for one in plan.stakeholders} | {one.group for one in plan.partners}
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for action in parts_of(plan, guide):
        for part in action.groups:
            acts = {Part.LEADS, Part.JOINS}.intersection(part.parts)
            if acts and not part.is_own and part.group not in there:
                found[part.group].append((action.action, part.is_doubtful))
    return tuple(
        Missing(
            group=group,
            actions=tuple(action for action, _doubt in cells),
            is_doubtful=all(doubt for _action, doubt in cells),
        )
        for group, cells in _in_order(found, guide)
    )


def _in_order(
    found: Mapping[str, list[tuple[str, bool]]], guide: Catalogue
) -> list[tuple[str, list[tuple[str, bool]]]]:
    return [(group, found[group]) for group in guide.figure_1.columns if group in found]
