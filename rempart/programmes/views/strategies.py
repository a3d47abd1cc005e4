"""Step 4: what becomes of each action of the guide, and what the guide says of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.guide.catalogue import catalogue
from rempart.guide.rules.entries import Action
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_write
from rempart.programmes.actions import decide_on_action
from rempart.programmes.forms.strategies import area_names
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.comments import comment_counts
from rempart.programmes.rules.codes import Decision, Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.suggestions import invented, suggestions
from rempart.programmes.views.pages import address_of, found_programme
from rempart.programmes.views.suggesting import (
    FIRST,
    card,
    cards,
    decided,
    filters,
    known_of,
    levels_of,
)


def strategies_shown(request: SignedInRequest, plan: Plan) -> dict[str, object]:
    """Return what the page of step 4 shows beside its own facts."""
    found = cards(plan, request.GET)
    bar = filters(request.GET)
    return {
        "known": known_of(plan),
        "area_names": [area_names().get(slug, slug) for slug in plan.areas],
        "filters": bar,
        "is_filtered": any(one.chosen for one in bar),
        "first": found[:FIRST],
        "others": found[FIRST:],
        "unfolds": any(one.chosen for one in bar) or any(one.chapters for one in found[FIRST:]),
        "found": len(found),
    } | decisions_shown(plan)


def decisions_shown(plan: Plan) -> dict[str, object]:
    """Return everything that was chosen, refused and invented."""
    everything = [card(one, opened=False) for one in suggestions(plan, catalogue())]
    return {
        "chosen": decided(everything, Decision.CHOSEN),
        "refused": decided(everything, Decision.REFUSED),
        "invented": invented(plan),
        "levels": levels_of(plan),
    }


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def action(request: SignedInRequest, pk: UUID, action: str) -> HttpResponse:
    """Show what the guide says of an action; or choose it, refuse it, leave it open again."""
    programme = found_programme(request, pk)
    if not isinstance(catalogue().entries.get(action), Action):
        raise Http404
    if request.method != "POST":
        if "HX-Request" in request.headers:
            return _card(request, programme, action, opened=True)
        here = reverse("programmes:strategies", args=[pk])
        return redirect(f"{here}?open={action}#{action}")
    with catch_refusal() as reasons:
        decide_on_action(
            programme,
            by=request.user,
            action=action,
            decision=_decision(request),
            reason=request.POST.get("reason", ""),
        )
    if reasons or "HX-Request" in request.headers:
        return _card(request, programme, action, opened=False, reasons=reasons)
    return redirect(f"{address_of(programme, Step.STRATEGIES)}#{action}")


def _decision(request: SignedInRequest) -> str:
    asked = request.POST.get("decision", "")
    return asked if asked in set(Decision) else ""


def _card(
    request: SignedInRequest,
    programme: Programme,
    slug: str,
    *,
    opened: bool,
    reasons: list[str] | None = None,
) -> HttpResponse:
    """Answer with one card alone, the decisions beside it; a refused decision says why."""
    plan = plan_of(programme)
    one = next(one for one in suggestions(plan, catalogue()) if one.action.slug == slug)
    context = decisions_shown(plan) | {
        "programme": programme,
        "writes": may_write(request.user, programme) and programme.is_draft,
        "said": comment_counts(programme),
        "card": card(one, opened=opened),
        "reasons": reasons or [],
        "typed": request.POST.get("reason", "") if reasons else "",
        "decided_too": request.method == "POST" and not reasons,
    }
    is_part = "HX-Request" in request.headers
    page = "programmes/strategies/answer.html" if is_part else "programmes/strategies/one.html"
    return render(request, page, context, status=422 if reasons else 200)
