"""The campaigns of a plan: one of them, and those of an audience or a state."""

from rempart.programmes.rules.campaigns import Campaign
from rempart.programmes.rules.clearing import is_for_men_and_boys, is_for_schools
from rempart.programmes.rules.plan import Plan

SCHOOLS, MALES = "schools", "men_and_boys"  # audiences that are asked for together (REQ-048)


def campaign_in(plan: Plan, key: str) -> Campaign:
    """Return the facts of a campaign by its key; it is there as long as its row is."""
    return next(one for one in plan.campaigns if one.key == key)


def campaigns_fitting(plan: Plan, audience: str = "", state: str = "") -> list[Campaign]:
    """Return the campaigns for an audience and in a state, in the plan's order; empty: any."""
    return [
        one
        for one in plan.campaigns
        if (not state or one.state == state) and _is_for(one, audience)
    ]


def _is_for(campaign: Campaign, audience: str) -> bool:
    if audience == SCHOOLS:
        return is_for_schools(campaign)
    if audience == MALES:
        return is_for_men_and_boys(campaign)
    return not audience or audience in campaign.audiences
