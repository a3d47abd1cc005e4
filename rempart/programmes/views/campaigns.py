"""The campaigns of a plan: a list to look through, a page for each, and its acts."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.guide.catalogue import catalogue, say
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_clear_campaign, may_write_list
from rempart.programmes.actions.campaigns import (
    NotClearedError,
    clear_campaign,
    close_campaign,
    start_campaign,
    withdraw_clearing,
)
from rempart.programmes.catalogue import thresholds
from rempart.programmes.forms.campaigns import CampaignForm
from rempart.programmes.models import Campaign, Programme
from rempart.programmes.models.campaign_names import MOMENT_NAMES, STATE_NAMES, SUBJECT_NAMES
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.campaigns import MALES, SCHOOLS, campaign_in, campaigns_fitting
from rempart.programmes.rules import campaigns as facts
from rempart.programmes.rules.campaigns import Moment, changes_of, reached
from rempart.programmes.rules.clearing import Obstacle, obstacles_to_clearing, unmeasured
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.views.campaign_pages import told_obstacles
from rempart.programmes.views.findings import Teller
from rempart.programmes.views.pages import REFUSALS, around, found_programme, warn_of_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django.utils.functional import _StrOrPromise as Words

CAUTIONS: "Mapping[str, Words]" = {
    "sample_unknown": gettext_lazy("It is not known how many were asked."),
    "sample_small": gettext_lazy("Fewer than 100 people were asked: the share may be off by ten points and more."),
    "source_differs": gettext_lazy("The two were not measured in the same way."),
    "no_second_measure": gettext_lazy("Not measured after the campaign yet."),
    "no_first_measure": gettext_lazy("Not measured before the campaign: nothing to compare with."),
}  # fmt: skip


@signed_in
@require_safe
def campaigns(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """List the campaigns of a programme, by audience and state."""
    programme = found_programme(request, pk)
    plan = plan_of(programme)
    audience, state = request.GET.get("audience", ""), request.GET.get("state", "")
    fitting = campaigns_fitting(plan, audience, state)
    targets = catalogue().code_list("plan_target")
    audiences: list[tuple[str, Words]] = [
        ("", _("All audiences")),
        (SCHOOLS, _("Schools")),
        (MALES, _("Men and boys")),
        *((value.id, say(value, "label")) for value in targets.offered()),
    ]
    states: list[tuple[str, Words]] = [("", _("All states")), *STATE_NAMES.items()]
    context = around(request, programme, plan, Step.RESULTS) | {
        "shown": [_line(programme, plan, one) for one in fitting],
        "filters": [
            ("audience", _("Audience"), audiences, audience),
            ("state", _("State"), states, state),
        ],
        "any": bool(plan.campaigns),
        "is_filtered": bool(audience or state),
    }
    return render(request, "programmes/campaigns.html", context)


@signed_in
@require_safe
def campaign(request: SignedInRequest, pk: UUID, key: str) -> HttpResponse:
    """Show a campaign with what stands in its way, what it reached and what changed."""
    return _page(request, _found(request, pk, key))


@signed_in
@require_POST
def clearing(request: SignedInRequest, pk: UUID, key: str) -> HttpResponse:
    """Clear a campaign, or show everything that is missing."""
    found = _found(request, pk, key)
    done = _("The campaign is cleared.")
    return _act(
        request, found, done, lambda: clear_campaign(found, by=request.user, on=localdate())
    )


@signed_in
@require_POST
def start(request: SignedInRequest, pk: UUID, key: str) -> HttpResponse:
    """Begin a cleared campaign, with a reason where nothing was measured before."""
    found, reason = _found(request, pk, key), request.POST.get("reason", "")[:1000]

    def act() -> Campaign:
        begun = start_campaign(found, by=request.user, on=localdate(), reason=reason)
        warn_of_names(request, {"reason": reason})
        return begun

    return _act(request, found, _("The campaign has begun."), act, reason)


@signed_in
@require_POST
def closing(request: SignedInRequest, pk: UUID, key: str) -> HttpResponse:
    """Close a campaign that is under way."""
    found = _found(request, pk, key)
    done = _("The campaign is closed.")
    return _act(
        request, found, done, lambda: close_campaign(found, by=request.user, on=localdate())
    )


@signed_in
@require_POST
def withdrawal(request: SignedInRequest, pk: UUID, key: str) -> HttpResponse:
    """Take the clearing back."""
    found = _found(request, pk, key)
    done = _("The clearing is taken back.")
    return _act(request, found, done, lambda: withdraw_clearing(found, by=request.user))


def _found(request: SignedInRequest, pk: UUID, key: str) -> Campaign:
    programme = found_programme(request, pk)
    return get_object_or_404(Campaign.objects.filter(programme=programme), key=key)


def _act(
    request: SignedInRequest,
    found: Campaign,
    done: str,
    act: "Callable[[], Campaign]",
    reason: str = "",
) -> HttpResponse:
    try:
        act()
    except NotClearedError as refused:
        return _page(request, found, refused=refused.obstacles, reason=reason)
    except RefusedError as refused:
        for code in refused.reasons:
            messages.error(request, REFUSALS[code])
        return _page(request, found, refused=[], reason=reason)
    messages.success(request, done)
    return redirect("programmes:campaign", found.programme_id, found.key)


def _page(
    request: SignedInRequest,
    found: Campaign,
    *,
    refused: "Sequence[Obstacle] | None" = None,
    reason: str = "",
) -> HttpResponse:
    programme, today = found.programme, localdate()
    plan = plan_of(programme)
    one = campaign_in(plan, found.key)
    teller = Teller(programme, plan)
    obstacles = refused or obstacles_to_clearing(plan, one, today, thresholds())
    form = CampaignForm(programme=programme, stored=found)
    names = {segment.key: segment.name for segment in plan.segments}
    context = around(request, programme, plan, Step.RESULTS) | {
        "one": one,
        "line": _line(programme, plan, one),
        "told": [
            (title, [(form.label_of(n), form.told(n)) for n in fields])
            for title, _lead, fields in form.groups
        ],
        "obstacles": told_obstacles(teller, plan, obstacles, today),
        "unmeasured": [names[key] for key in unmeasured(plan, one)],
        "reason": reason,
        "counts": [_count(row) for row in plan.reached if row.campaign == one.key],
        "segments": [_segment(plan, key, names[key]) for key in one.segments],
        "cited": [c for c in plan.citations if c.about == f"campaigns.{one.key}"],
        "is_second_due": bool(one.second_measure_due and one.second_measure_due <= today),
        "may_clear": may_clear_campaign(request.user, programme),
        "may_count": may_write_list(request.user, programme, "reached"),
    }
    status = 200 if refused is None else 422
    return render(request, "programmes/campaign.html", context, status=status)


def _line(programme: Programme, plan: Plan, one: facts.Campaign) -> dict[str, Any]:
    """Return what the list shows of a campaign."""
    targets = {value.id: value for value in catalogue().code_list("plan_target").values}
    return {
        "campaign": one,
        "programme": programme,
        "state": STATE_NAMES[one.state.value],
        "audiences": [say(targets[code], "label") for code in one.audiences if code in targets],
        "reached": reached(plan.reached, one.key),
        "due": one.second_measure_due,
    }


def _count(row: facts.Reach) -> dict[str, Any]:
    targets = {value.id: value for value in catalogue().code_list("plan_target").values}
    told = targets.get(row.audience)
    return {"row": row, "audience": say(told, "label") if told else ""}


def _segment(plan: Plan, key: str, name: str) -> dict[str, Any]:
    """Return what was measured of a segment, before and after, with what to be careful about."""
    return {
        "key": key,
        "name": name,
        "changes": [
            {
                "subject": SUBJECT_NAMES[change.subject],
                "before": change.before,
                "after": change.after,
                "points": change.points,
                "cautions": [CAUTIONS[code] for code in change.cautions],
            }
            for change in changes_of(plan.measures, key)
        ],
        "moments": [(moment.value, MOMENT_NAMES[moment.value]) for moment in Moment],
    }
