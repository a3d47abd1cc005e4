"""Step 4: what becomes of each action of the guide, and what the guide says of it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.guide.catalogue import catalogue
from rempart.guide.models import OwnEntry, OwnWords
from rempart.guide.queries import own_entries_for
from rempart.guide.rules.entries import Action
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.words import bare
from rempart.kit.conflicts import ConflictError
from rempart.kit.refusals import catch_refusal
from rempart.programmes.actions import decide_on_action
from rempart.programmes.forms.strategies import DecisionForm, area_names
from rempart.programmes.models import Programme
from rempart.programmes.models.names import DECISION_NAMES
from rempart.programmes.queries import plan_of, rows_of
from rempart.programmes.queries.plans import Rows
from rempart.programmes.rules.codes import Decision, Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.suggestions import invented, suggestions
from rempart.programmes.views.pages import REFUSALS, address_of, around, found_programme
from rempart.programmes.views.suggesting import (
    FIRST,
    card,
    cards,
    decided,
    filters,
    known_of,
    levels_of,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


def strategies_shown(request: SignedInRequest, plan: Plan, rows: Rows) -> dict[str, object]:
    """Return what the page of step 4 shows beside its own facts."""
    found = cards(plan, rows, request.GET)
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
        "speaks": any(one.reasons for one in found),
        "own_actions": own_actions(request, plan),
    } | decisions_shown(plan, rows)


def own_actions(request: SignedInRequest, plan: Plan) -> list[tuple[OwnEntry, OwnWords, str]]:
    """Return the actions that the reader's organisation wrote, and the key of each in the plan if it is there."""
    there = {bare(choice.title): choice.key for choice in invented(plan)}
    entries = own_entries_for(request.user).filter(kind=Kind.ACTION.value)
    told = [
        (entry, entry.words, {bare(one.title) for one in entry.said.all()}) for entry in entries
    ]
    return [
        (entry, words, next((there[title] for title in titles if title in there), ""))
        for entry, words, titles in told
    ]


def decisions_shown(plan: Plan, rows: Rows) -> dict[str, object]:
    """Return everything that was chosen, refused and invented."""
    everything = [card(one, rows, opened=False) for one in suggestions(plan, catalogue())]
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
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _card(request, programme, action, faults=_faults(form))
    try:
        with catch_refusal() as reasons:
            decide_on_action(programme, by=request.user, action=action, **form.cleaned_data)
    except ConflictError as conflict:
        return _card(request, programme, action, mine=conflict.mine)
    if reasons or "HX-Request" in request.headers:
        faults = [REFUSALS[reason] for reason in reasons]
        return _card(request, programme, action, faults=faults)
    return redirect(f"{address_of(programme, Step.STRATEGIES)}#{action}")


def _faults(form: DecisionForm) -> "list[Words]":
    return [str(fault) for faults in form.errors.values() for fault in faults]


def _card(
    request: SignedInRequest,
    programme: Programme,
    slug: str,
    *,
    opened: bool = False,
    faults: "Sequence[Words]" = (),
    mine: Mapping[str, object] | None = None,
) -> HttpResponse:
    """Answer with one card alone, the decisions beside it; a decision that was not taken says why.

    ``mine`` is what she decided while someone else decided otherwise: she sees both and chooses.
    """
    rows = rows_of(programme)
    plan = plan_of(programme, rows)
    one = next(one for one in suggestions(plan, catalogue()) if one.action.slug == slug)
    context = around(request, programme, plan, Step.STRATEGIES)
    context |= decisions_shown(plan, rows) | {
        "card": card(one, rows, opened=opened),
        "faults": faults,
        "mine": mine and {**mine, "decided": DECISION_NAMES.get(str(mine["decision"]))},
        "typed": request.POST.get("reason", "") if faults or mine else "",
        "decided_too": request.method == "POST" and not faults,
    }
    is_part = "HX-Request" in request.headers
    page = "programmes/strategies/answer.html" if is_part else "programmes/strategies/one.html"
    return render(request, page, context, status=409 if mine else 422 if faults else 200)
