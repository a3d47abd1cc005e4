"""How a plan is balanced: over levels, between prevention and the rest, along the chain of exit, against places.

Nothing is scored. What a rule of the guide says already is asked of its check, never judged again here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from rempart.guide.rules.shelf import Catalogue
from rempart.programmes.rules.checks.intake import Intake, intakes
from rempart.programmes.rules.checks.situation import trafficking_unanswered
from rempart.programmes.rules.codes import Answer, Decision, Level
from rempart.programmes.rules.kinds import ActivityKind
from rempart.programmes.rules.parts import ActionParts, parts_of
from rempart.programmes.rules.plan import Choice, Plan
from rempart.programmes.rules.results import Activity
from rempart.programmes.rules.review import Verdict
from rempart.programmes.rules.seen import IN_PLACE, Seen
from rempart.programmes.rules.sorts import EXITS, Sort

Kinds = Mapping[str, ActivityKind]
PREVENTS: Final = frozenset({"risk", "dem"})  # the guide's fields of prevention (key point 9)
HELPS: Final = frozenset({"wr", "rei"})  # and those of exit and reintegration


class Stage(StrEnum):
    """A link of the chain of exit and recovery, in its order (REQ-091)."""

    DETECTION = "detection"
    EMERGENCY = "emergency"
    CARE = "care"
    HOUSING = "housing"
    LAW = "law"
    SCHOOL = "school"
    ECONOMY = "economy"


def _stage(kinds: str, *actions: int) -> Sort:
    return Sort(frozenset(kinds.split()), frozenset(actions))


STAGES: Final[Mapping[Stage, tuple[Sort, tuple[str, ...]]]] = {  # what is done, which needs it answers
    Stage.DETECTION: (
        _stage("community_watch street_outreach helpline reporting_promotion", 9, 18, 26),
        ("report_response",),
    ),
    Stage.EMERGENCY: (
        _stage("exit_support shelter drop_in_centre", 28, 29),
        ("safe_shelter", "food"),
    ),
    Stage.CARE: (
        _stage("care_psychosocial care_health", 30, 32),
        ("psychosocial_care", "health_care", "hiv_care", "substance_care"),
    ),
    Stage.HOUSING: (_stage("family_based_care reintegration", 34), ("family_based_care",)),
    Stage.LAW: (
        _stage("legal_aid protection_in_proceedings prosecution_support", 10, 11, 31),
        ("legal_aid", "identity_documents"),
    ),
    Stage.SCHOOL: (
        _stage("education school_support scholarship", 35),
        ("school_places", "school_support"),
    ),
    Stage.ECONOMY: (
        _stage("livelihoods trade_training job_search_training apprenticeship", 24, 36, 38),
        ("family_income", "vocational_training"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelHeld:
    """A level of the guide, with the chosen strategies that work there."""

    level: str  # of list ``guide_level``
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the chain: what the plan does in it, and who carries it."""

    stage: Stage
    activities: tuple[Activity, ...]
    actions: tuple[str, ...]  # slugs of the chosen actions of the guide that belong to it
    leads: tuple[str, ...]  # who leads its activities, as written
    services: tuple[str, ...]  # who answers its needs, today or as planned
    groups: tuple[str, ...]  # groups of the map with a part in its actions

    @property
    def is_held(self) -> bool:
        """Say whether somebody is named for it."""
        return bool(self.leads or self.services or self.groups)

    @property
    def is_planned(self) -> bool:
        """Say whether the plan does something in it, whoever carries it."""
        return bool(self.activities or self.actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prevention:
    """What of a plan prevents: activities by the field in which the guide places them, money by its lines."""

    prevents: int  # activities that prevent, and only that
    also: int  # activities that prevent and help
    told: int  # activities of which it can be told
    untold: tuple[Activity, ...]  # those without a kind that tells
    amount: Decimal  # of the lines that pay for prevention
    budget: Decimal  # of all lines that say what they pay for
    open_budget: Decimal  # of the lines that do not

    @property
    def share(self) -> float | None:
        """Return the part of the activities that prevents; none before it can be told of any."""
        return (self.prevents + self.also) / self.told if self.told else None

    @property
    def share_of_budget(self) -> float | None:
        """Return the part of the budget that prevents; none while no line says what it pays for."""
        return float(self.amount / self.budget) if self.budget else None

    @property
    def is_nil(self) -> bool:
        """Say whether the plan prevents nothing: no activity, or no money."""
        return self.share == 0 or self.share_of_budget == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The four balances of a plan."""

    levels: tuple[LevelHeld, ...]
    crosses_borders: bool  # the frame says that the problem does
    border: Verdict  # what RULE-037 says
    prevention: Prevention
    chain: tuple[Link, ...]
    works_on_exit: bool
    intakes: tuple[Intake, ...]

    @property
    def gaps(self) -> tuple[Link, ...]:
        """Return the links that nobody carries, of a plan that works on exit."""
        return tuple(one for one in self.chain if not one.is_held) if self.works_on_exit else ()


def balance_of(plan: Plan, guide: Catalogue, kinds: Kinds, today: date) -> Balance:
    """Return how a plan is balanced (REQ-024, REQ-030, REQ-074, REQ-091)."""
    seen = Seen(plan=plan, today=today)
    return Balance(
        levels=levels_of(plan, guide),
        crosses_borders=plan.cross_border == Answer.YES,
        border=trafficking_unanswered(seen).verdict,
        prevention=prevention_of(plan, guide, kinds),
        chain=tuple(_links(seen, guide)),
        works_on_exit=bool(seen.of(EXITS)) or "area.wr" in plan.areas,
        intakes=tuple(intakes(seen)),
    )


def levels_of(plan: Plan, guide: Catalogue) -> tuple[LevelHeld, ...]:
    """Return the guide's levels, each with the strategies chosen there."""
    found: dict[str, list[Choice]] = {v.id: [] for v in guide.code_list("guide_level").values}
    for choice in plan.choices:
        if choice.decision == Decision.CHOSEN:
            entry = guide.entries.get(choice.action)
            for level in entry.levels if entry else filter(None, (choice.level,)):
                found[level].append(choice)
    return tuple(LevelHeld(level=level, choices=tuple(some)) for level, some in found.items())


def is_demanded(balance: Balance, level: str) -> bool:
    """Say whether a level is no choice: across borders, once trafficking or the problem crosses them."""
    return level == Level.CROSSBORDER and balance.border is Verdict.VIOLATED


def prevention_of(plan: Plan, guide: Catalogue, kinds: Kinds) -> Prevention:
    """Return what of a plan prevents. Source: key point 9 (REQ-030).

    Reading: an activity prevents where the guide places an action that it carries out, or that its
    kind usually does, in the fields of risk or of demand; a budget line, where it says that it pays
    for one of these fields.
    """
    fields = {a.key: _fields(a, guide, kinds) for a in plan.activities()}
    untold = tuple(a for a in plan.activities() if not fields[a.key])
    preventing = [areas for areas in fields.values() if areas & PREVENTS]
    also = sum(bool(areas & HELPS) for areas in preventing)
    lines = [(line.area.removeprefix("area."), line.amount or Decimal()) for line in plan.budget]
    return Prevention(
        prevents=len(preventing) - also,
        also=also,
        told=len(fields) - len(untold),
        untold=untold,
        amount=_sum(amount for area, amount in lines if area in PREVENTS),
        budget=_sum(amount for area, amount in lines if area),
        open_budget=_sum(amount for area, amount in lines if not area),
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal())


def _fields(activity: Activity, guide: Catalogue, kinds: Kinds) -> frozenset[str]:
    kind = kinds.get(activity.kind)
    numbers = activity.actions or (kind.actions if kind else ())
    return frozenset(area for number in numbers for area in guide.action(number).areas)


def _links(seen: Seen, guide: Catalogue) -> Iterator[Link]:
    chosen = parts_of(seen.plan, guide)
    for stage, (sort, needs) in STAGES.items():
        own = [one for one in chosen if one.action in {f"act.{n:02}" for n in sort.actions}]
        activities = seen.of(sort)
        answered = (need for kind in needs for need in seen.needs(kind))
        yield Link(
            stage=stage,
            activities=activities,
            actions=tuple(one.action for one in own),
            leads=_once(one.lead for one in activities),
            services=_once(need.answered_by for need in answered if need.provision in IN_PLACE),
            groups=_groups(own, seen.plan, guide),
        )


def _groups(actions: Iterable[ActionParts], plan: Plan, guide: Catalogue) -> tuple[str, ...]:
    acting = {part.group for one in actions for part in one.carried_by(plan)}
    return tuple(group for group in guide.figure_1.columns if group in acting)


def _once(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, said)))
