"""A campaign: cleared once box 7 and the rules let it, begun, closed, or its clearing taken back."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_clear_campaign
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import Campaign, Programme
from rempart.programmes.models.campaigns import UNMARKED
from rempart.programmes.models.facts import set_facts
from rempart.programmes.queries import locked, plan_of
from rempart.programmes.queries.campaigns import campaign_in
from rempart.programmes.rules.campaigns import State
from rempart.programmes.rules.clearing import (
    Obstacle,
    obstacles_to_clearing,
    obstacles_to_starting,
    unmeasured,
)
from rempart.programmes.rules.lifecycle import Writing
from rempart.vault.audit import record


class NotClearedError(RefusedError):
    """A campaign cannot go on: ``obstacles`` say every reason with its place."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__([one.code for one in obstacles])
        self.obstacles = list(obstacles)


@transaction.atomic
def clear_campaign(campaign: Campaign, *, by: User, on: date) -> Campaign:
    """Clear a campaign; ``NotClearedError`` with all that box 7 and the rules still ask (REQ-048)."""
    found, programme = _held(campaign, by)
    plan = plan_of(programme)
    facts = campaign_in(plan, found.key)
    if facts.state is not State.PLANNED:
        raise RefusedError([f"campaign_is_{facts.state}"])
    if obstacles := obstacles_to_clearing(plan, facts, on, thresholds()):
        raise NotClearedError(obstacles)
    found.cleared_by = by.get_full_name() or by.get_username()
    found.cleared_on = on
    found.save()
    record(by, "programme.campaign_cleared", programme, row=found.key)
    return found


@transaction.atomic
def start_campaign(campaign: Campaign, *, by: User, on: date, reason: str = "") -> Campaign:
    """Begin a cleared campaign; without a measure before, the reason for it is kept (REQ-062).

    ``NotClearedError`` where it is not cleared, or no longer in order.
    """
    found, programme = _held(campaign, by)
    plan = plan_of(programme)
    facts = campaign_in(plan, found.key)
    if obstacles := obstacles_to_starting(plan, facts, reason, on, thresholds()):
        raise NotClearedError(obstacles)
    found.unmeasured_because = reason.strip() if unmeasured(plan, facts) else ""
    found.started_on = on
    found.save()
    record(by, "programme.campaign_started", programme, row=found.key)
    return found


@transaction.atomic
def close_campaign(campaign: Campaign, *, by: User, on: date) -> Campaign:
    """Close a campaign that is under way; what it reached and changed is still counted afterwards."""
    found, programme = _held(campaign, by)
    state = campaign_in(plan_of(programme), found.key).state
    if state is not State.UNDER_WAY:
        raise RefusedError([f"campaign_is_{state}"])
    found.closed_on = on
    found.save()
    record(by, "programme.campaign_closed", programme, row=found.key)
    return found


@transaction.atomic
def withdraw_clearing(campaign: Campaign, *, by: User) -> Campaign:
    """Take the clearing of a campaign back, before it begins."""
    found, programme = _held(campaign, by)
    state = campaign_in(plan_of(programme), found.key).state
    if state is not State.CLEARED:
        raise RefusedError([f"campaign_is_{state}"])
    set_facts(found, UNMARKED)
    found.save()
    record(by, "programme.campaign_withdrawn", programme, row=found.key)
    return found


def _held(campaign: Campaign, by: User) -> tuple[Campaign, Programme]:
    if not may_clear_campaign(by, campaign.programme):
        raise PermissionDenied
    programme = locked(campaign.programme, writing=Writing.MARKS)
    return Campaign.objects.get(pk=campaign.pk), programme
