"""What stands in the way of clearing, starting and closing a campaign: every reason, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rempart.programmes.rules.campaigns import Campaign, State, without_first_measure
from rempart.programmes.rules.checks.alarm import gaps_in_answering
from rempart.programmes.rules.codes import Answer, Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.publishing import obstacles_to_publishing
from rempart.programmes.rules.review import Spot
from rempart.programmes.rules.seen import Seen
from rempart.programmes.rules.sorts import DEMAND_CAMPAIGNS
from rempart.programmes.rules.thresholds import Thresholds

PAYING = {"exploiters", "potential_exploiters"}
SCHOOLS = frozenset({"teachers"})
MALES = frozenset({"men", "boys", "fathers"})
SHORTEST_REASON = 10  # characters: a word alone tells nobody why
ASKED = (
    "audiences", "message", "channels", "at_school", "on_demand", "materials", "segments",
    "starts_on", "ends_on", "invites_reports", "response", "response_tried_on", "wanted_reach",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Why a campaign cannot go on: a code, and where it is mended."""

    code: str  # ``needs_…`` and a field; ``material``; ``nobody_answers``; ``needs_finding``
    spot: Spot
    about: str = ""  # of ``material``: what its own page says is missing


def aims_at_demand(plan: Plan, campaign: Campaign) -> bool:
    """Say whether it aims at those who pay or might pay: as it says, or as its audience or activities do."""
    sorts = {a.key for a in Seen(plan=plan, today=date.min).of(DEMAND_CAMPAIGNS)}
    says = campaign.on_demand == Answer.YES or bool(PAYING & set(campaign.audiences))
    return says or not sorts.isdisjoint(campaign.sessions)


def is_for_schools(campaign: Campaign) -> bool:
    """Say whether it speaks in schools or to those who teach (REQ-048)."""
    speaks_there = campaign.at_school == Answer.YES or "school" in campaign.channels
    return speaks_there or not SCHOOLS.isdisjoint(campaign.audiences)


def is_for_men_and_boys(campaign: Campaign) -> bool:
    """Say whether it speaks to men and boys (REQ-048)."""
    return not MALES.isdisjoint(campaign.audiences)


def obstacles_to_clearing(
    plan: Plan, campaign: Campaign, today: date, thresholds: Thresholds
) -> list[Obstacle]:
    """Return every reason why a campaign cannot be cleared (box 7, RULE-001, REQ-048, REQ-084)."""
    found = [_lacks(campaign, name) for name in ASKED if _is_missing(campaign, name)]
    if campaign.response_tried_on and campaign.response_tried_on > today:
        found.append(
            Obstacle(code="tried_to_come", spot=at_campaign(campaign, "response_tried_on"))
        )
    found += _of_materials(plan, campaign, today, thresholds)
    found += _of_answering(plan, campaign, today, thresholds)
    cited = {one.about for one in plan.citations}
    if aims_at_demand(plan, campaign) and f"campaigns.{campaign.key}" not in cited:
        spot = Spot(step=Step.SITUATION, row="citations", field=campaign.key)
        found.append(Obstacle(code="needs_finding", spot=spot))
    return found


def obstacles_to_starting(
    plan: Plan, campaign: Campaign, reason: str, today: date, thresholds: Thresholds
) -> list[Obstacle]:
    """Return why a cleared campaign cannot begin: it is out of order, or nothing was measured before.

    Where a segment has no measure before, a reason lets it begin, and is kept.
    """
    here = at_campaign(campaign, "segments")
    found = obstacles_to_clearing(plan, campaign, today, thresholds)
    if campaign.state is not State.CLEARED:
        found.insert(0, Obstacle(code=f"campaign_is_{campaign.state}", spot=at_campaign(campaign)))
    if unmeasured(plan, campaign) and len(reason.strip()) < SHORTEST_REASON:
        found.append(Obstacle(code="needs_before", spot=here))
    return found


def unmeasured(plan: Plan, campaign: Campaign) -> tuple[str, ...]:
    """Return the segments of a campaign of which nothing was measured before."""
    return without_first_measure(plan.measures, campaign.segments)


def at_campaign(campaign: Campaign, name: str = "") -> Spot:
    """Return the place of a campaign, or of one of its fields."""
    return Spot(step=Step.RESULTS, row="campaigns", key=campaign.key, field=name)


def _lacks(campaign: Campaign, name: str) -> Obstacle:
    return Obstacle(code=f"needs_{name}", spot=at_campaign(campaign, name))


def _is_missing(campaign: Campaign, name: str) -> bool:
    value = getattr(campaign, name)
    return value in ("", None, ()) or (name == "on_demand" and value == Answer.UNKNOWN)


def _of_materials(
    plan: Plan, campaign: Campaign, today: date, thresholds: Thresholds
) -> Iterator[Obstacle]:
    """Yield what box 7 and the rules still ask of each of its materials."""
    for material in plan.materials:
        if material.key not in campaign.materials:
            continue
        spot = Spot(step=Step.RESULTS, row="materials", key=material.key)
        for code in obstacles_to_publishing(plan, material, today, thresholds):
            yield Obstacle(code="material", spot=spot, about=code)
        if material.publishable_on is None:
            yield Obstacle(code="material", spot=spot, about="needs_mark")


def _of_answering(
    plan: Plan, campaign: Campaign, today: date, thresholds: Thresholds
) -> Iterator[Obstacle]:
    """Yield where nobody can answer yet whom it invites to report: no promotion without response."""
    if campaign.invites_reports == Answer.NO:
        return
    seen = Seen(plan=plan, today=today, thresholds=thresholds)
    told: dict[Spot, None] = {}
    for place in campaign.places or seen.place_keys:
        at = at_campaign(campaign, "starts_on")
        wrong, unsure = gaps_in_answering(seen, place, campaign.starts_on, at)
        told |= dict.fromkeys(spot for spot in (*wrong, *unsure) if spot != at)
    yield from (Obstacle(code="nobody_answers", spot=spot) for spot in told)
