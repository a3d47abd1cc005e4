"""Which actions of the guide a plan could use, and because of what: reasons, never a score.

A reason is a code with the value it speaks of; its words are on the page. What links a factor to
an action is the guide's; what links a cause, a need or a sector to an action is written beside the
code, in its list (``facts: {actions: "34 36"}``). REQ-001, REQ-002; RULE-037 for trafficking.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rempart.guide.rules.entries import Action, Advice
from rempart.guide.rules.figure import Letter
from rempart.guide.rules.shelf import Catalogue
from rempart.programmes.rules.codes import Answer, Decision, Level, Provision, Stand
from rempart.programmes.rules.plan import Choice, Plan


class Because(StrEnum):
    """Why an action is suggested, the closest to the situation first."""

    FACTOR = "factor"  # a factor of vulnerability is marked present
    CAUSE = "cause"  # a cause is analysed
    ROUTE = "route"  # a route of trafficking is known
    BORDER = "border"  # the problem crosses a border
    WORKING_CHILDREN = "working_children"  # children work, and are at risk there
    SECTOR = "sector"  # a sector at risk is present
    NEED = "need"  # a need has no answer yet, in a place or anywhere
    AREA = "area"  # the programme works in this area of strategy
    ALLY = "ally"  # Figure 1 gives a part to a group that was named an ally


REMOTE = {Because.AREA, Because.ALLY}  # true of so many actions that they alone suggest little


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason: ``value`` is the slug or the code it speaks of."""

    because: Because
    value: str = ""
    place: str = ""  # name of the place where a need has no answer
    is_doubtful: bool = False  # it rests on a doubtful cell of Figure 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An action of the guide, what speaks for it in this plan, and what became of it."""

    action: Action
    reasons: tuple[Reason, ...]
    choice: Choice | None = None

    @property
    def close(self) -> tuple[Reason, ...]:
        """Return the reasons that come from the situation itself."""
        return tuple(reason for reason in self.reasons if reason.because not in REMOTE)

    @property
    def decision(self) -> str:
        """Return the ``Decision`` that was taken; empty if none was."""
        return self.choice.decision if self.choice else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What a reader asks to see; an empty field asks for nothing."""

    area: str = ""  # of list ``guide_area``
    level: str = ""
    theme: str = ""  # slug of one of the seven themes of Figure 1
    group: str = ""  # of list ``stakeholder_group``: Figure 1 gives it a part

    def keeps(self, action: Action, guide: Catalogue) -> bool:
        """Say whether an action answers all that is asked."""
        return (
            self.area in {"", *action.areas}
            and self.level in {"", *action.levels}
            and self.theme in {"", action.theme}
            and self.group in {"", *guide.figure_1.roles_of(action.number)}
        )


def suggestions(plan: Plan, guide: Catalogue) -> tuple[Suggestion, ...]:
    """Return all actions of the guide, those that more of the situation speaks for first.

    Among equals, those of the areas the programme works in come first, then the guide's order.
    """
    decided = {choice.action: choice for choice in plan.choices if choice.action}
    found = (
        Suggestion(
            action=action,
            reasons=tuple(_reasons(plan, action, guide)),
            choice=decided.get(action.slug),
        )
        for action in guide.of(Action)
    )
    return tuple(sorted(found, key=_order))


def invented(plan: Plan) -> tuple[Choice, ...]:
    """Return the strategies that the team wrote itself."""
    return tuple(choice for choice in plan.choices if not choice.action)


def chosen_actions(plan: Plan) -> tuple[int, ...]:
    """Return the numbers of the actions of the guide that were chosen, in the guide's order."""
    chosen = {c.action for c in plan.choices if c.action and c.decision == Decision.CHOSEN}
    return tuple(sorted(int(slug.removeprefix("act.")) for slug in chosen))


def _order(suggestion: Suggestion) -> tuple[int, int, int]:
    in_area = any(reason.because == Because.AREA for reason in suggestion.reasons)
    return -len(suggestion.close), -int(in_area), suggestion.action.number


def _reasons(plan: Plan, action: Action, guide: Catalogue) -> Iterator[Reason]:
    for mark in plan.factors:
        if mark.present == Answer.YES and action.number in _of_entry(mark.factor, guide):
            yield Reason(because=Because.FACTOR, value=mark.factor)
    yield from _from_causes(plan, action, guide)
    yield from _from_context(plan, action, guide)
    yield from _from_needs(plan, action, guide)
    for area in sorted(set(action.areas) & {slug.removeprefix("area.") for slug in plan.areas}):
        yield Reason(because=Because.AREA, value=f"area.{area}")
    yield from _from_allies(plan, action, guide)


def _from_causes(plan: Plan, action: Action, guide: Catalogue) -> Iterator[Reason]:
    for code in dict.fromkeys(cause.code for cause in plan.causes if cause.analysis):
        if action.number in actions_beside("plan_cause", code, guide):
            yield Reason(because=Because.CAUSE, value=code)


def _from_context(plan: Plan, action: Action, guide: Catalogue) -> Iterator[Reason]:
    if plan.trafficking_route == Answer.YES and _is_against_trafficking(action, guide):
        yield Reason(because=Because.ROUTE)
    if plan.cross_border == Answer.YES and Level.CROSSBORDER in action.levels:
        yield Reason(because=Because.BORDER)
    for code in plan.working_children if plan.child_labour_present == Answer.YES else ():
        if action.number in actions_beside("working_children", code, guide):
            yield Reason(because=Because.WORKING_CHILDREN, value=code)
    for code in plan.risk_sectors:
        if action.number in actions_beside("risk_sector", code, guide):
            yield Reason(because=Because.SECTOR, value=code)


def _from_needs(plan: Plan, action: Action, guide: Catalogue) -> Iterator[Reason]:
    names = {place.key: place.name for place in plan.places}
    for need in plan.needs:
        unanswered = need.provision == Provision.NONE or not need.answered_by
        if unanswered and action.number in actions_beside("plan_need", need.kind, guide):
            yield Reason(because=Because.NEED, value=need.kind, place=names.get(need.place, ""))


def _from_allies(plan: Plan, action: Action, guide: Catalogue) -> Iterator[Reason]:
    allies = {one.group for one in plan.stakeholders if Stand.ALLY in one.stands}
    row = guide.figure_1.row(action.number)
    for group, cell in guide.figure_1.roles_of(action.number).items():
        if group in allies and set(cell.letters) & {Letter.DECIDES, Letter.PARTNERS}:
            yield Reason(because=Because.ALLY, value=group, is_doubtful=row.is_doubtful(cell))


def _is_against_trafficking(action: Action, guide: Catalogue) -> bool:
    """Say whether the guide ties an action to trafficking, itself or in its advice."""
    advice: Iterable[Advice] = guide.of(Advice)
    tied = {n for one in advice if "trafficking" in one.themes for n in one.all_actions}
    return "trafficking" in action.themes or action.number in tied


def _of_entry(slug: str, guide: Catalogue) -> frozenset[int]:
    return guide.entries[slug].all_actions if slug in guide.entries else frozenset()


def actions_beside(name: str, code: str, guide: Catalogue) -> frozenset[int]:
    """Return the actions written beside a code of a list; none where nothing is written."""
    values = guide.lists[name].values if name in guide.lists else ()
    told = next((value.facts.get("actions", "") for value in values if value.id == code), "")
    return frozenset(int(number) for number in str(told).split())
