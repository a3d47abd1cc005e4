"""How an organisation reads its figures: the conditions, their scales, the weights it agrees."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions import (
    agree_weights,
    cast_ballot,
    end_weights,
    set_condition,
    take_back_ballot,
)
from rempart.communities.catalogue import conditions as all_conditions
from rempart.communities.forms import AgreementForm, BallotForm, ScaleForm
from rempart.communities.models import Ballot
from rempart.communities.models.names import DIMENSION_NAMES, DIRECTION_NAMES
from rempart.communities.queries import (
    InUse,
    ballots_of,
    conditions_for,
    in_use,
    weighting_of,
)
from rempart.communities.queries.reading import weights_for
from rempart.communities.rules.conditions import Dimension
from rempart.communities.views.finding import reader_of, said, writer_of
from rempart.communities.views.saying import scale
from rempart.guide.catalogue import catalogue, say
from rempart.kit.refusals import catch_refusal


@signed_in
@require_safe
def conditions(request: SignedInRequest) -> HttpResponse:
    """Show every condition of risk: what it measures, on which scale, whether it is used."""
    read = conditions_for(request.user.organisation_id)
    sides = [
        (DIMENSION_NAMES[d], [_shown(one) for one in read.values() if one.condition.dimension is d])
        for d in Dimension
    ]
    return render(request, "communities/conditions.html", reader_of(request) | {"sides": sides})


def _shown(one: InUse) -> dict[str, object]:
    return {
        "one": one,
        "slug": one.condition.slug,
        "title": say(one.condition),
        "measures": say(one.condition, "measures"),
        "scale": scale(one),
        "direction": DIRECTION_NAMES[one.condition.direction],
    }


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def condition(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show one condition; whoever writes may leave it out or give it a scale of their own."""
    if slug not in all_conditions():
        raise Http404
    one = conditions_for(request.user.organisation_id)[slug]
    context = reader_of(request)
    typed = request.POST if request.method == "POST" else None
    organisation = writer_of(request) if typed is not None else None
    given = (one.condition.low, one.condition.high)
    form = ScaleForm(typed, given=given, initial=_now(one))
    if organisation and form.is_valid():
        set_condition(organisation, slug, form.scale(), by=request.user, on=localdate())
        messages.success(request, _("Saved. The ranking is computed with it from now on."))
        return redirect("communities:conditions")
    factors = [catalogue().entry(factor) for factor in one.condition.factors]
    context |= _shown(one) | {
        "form": form,
        "condition": one.condition,
        "given": scale(InUse(condition=one.condition, low=given[0], high=given[1])),
        "factors": factors,
        "side": DIMENSION_NAMES[one.condition.dimension],
    }
    return render(
        request, "communities/condition.html", context, status=422 if typed is not None else 200
    )


def _now(one: InUse) -> dict[str, object]:
    setting = one.setting
    return {
        "is_left_out": one.is_left_out,
        "low": setting.low if setting else None,
        "high": setting.high if setting else None,
        "reason": setting.reason if setting else "",
    }


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def weights(request: SignedInRequest) -> HttpResponse:
    """Show what each condition weighs, and let participants share out their points."""
    context = reader_of(request)
    used = in_use(request.user.organisation_id)
    typed = request.POST if request.method == "POST" else None
    organisation = writer_of(request) if typed is not None else None
    form = BallotForm(typed, used=list(used))
    if organisation and typed is not None and form.is_valid():
        who = form.cleaned_data["who"]
        cast_ballot(organisation, form.points(), by=request.user, on=localdate(), who=who)
        messages.success(
            request, _("These points are kept. They count once the weights are agreed.")
        )
        return redirect("communities:weights")
    context |= _weights(request, used) | {"form": form}
    return render(
        request, "communities/weights.html", context, status=422 if typed is not None else 200
    )


def _weights(request: SignedInRequest, used: dict[str, InUse]) -> dict[str, object]:
    agreed, opened = (weighting_of(request.user, agreed=one) for one in (True, False))
    ballots, cast = ballots_of(agreed), ballots_of(opened)
    now = weights_for(used, ballots, agreed=agreed is not None)
    soon = weights_for(used, cast, agreed=bool(cast))
    rows = [
        (say(one.condition), DIMENSION_NAMES[one.condition.dimension], 100 * now[s], 100 * soon[s])
        for s, one in used.items()
    ]
    agreement = AgreementForm(today=localdate(), initial={"agreed_on": localdate()})
    return {
        "agreed": agreed,
        "ballots": _told(ballots),
        "opened": opened,
        "cast": _told(cast),
        "rows": rows,
        "agreement": agreement,
    }


def _told(ballots: list[Ballot]) -> list[tuple[Ballot, str]]:
    """Return ballots with their points in words, the most first."""
    known = all_conditions()
    return [
        (
            ballot,
            ", ".join(
                f"{say(known[slug])} {points}"
                for slug, points in sorted(ballot.shares().items(), key=lambda one: -one[1])
                if slug in known
            ),
        )
        for ballot in ballots
    ]


@signed_in
@require_POST
def agreement(request: SignedInRequest) -> HttpResponse:
    """Let the points shared out count from now on."""
    writer_of(request)
    weighting = weighting_of(request.user, agreed=False)
    form = AgreementForm(request.POST, today=localdate())
    reasons = ["no_ballots"]
    if weighting and form.is_valid():
        typed = form.cleaned_data
        with catch_refusal() as reasons:
            agree_weights(
                weighting, by=request.user, on=typed["agreed_on"], agreed_by=typed["agreed_by"]
            )
        if not reasons:
            messages.success(request, _("The weights are agreed, and count from now on."))
            return redirect("communities:weights")
    elif weighting:
        reasons = []
    used = in_use(request.user.organisation_id)
    context = reader_of(request) | _weights(request, used)
    context |= {
        "form": BallotForm(None, used=list(used)),
        "agreement": form,
        "reasons": said(reasons),
    }
    return render(request, "communities/weights.html", context, status=422)


@signed_in
@require_POST
def weights_end(request: SignedInRequest) -> HttpResponse:
    """Return to equal weights."""
    writer_of(request)
    if weighting := weighting_of(request.user, agreed=True):
        end_weights(weighting, by=request.user, on=localdate())
        messages.success(request, _("Every side of risk weighs the same again."))
    return redirect("communities:weights")


@signed_in
@require_POST
def ballot_removal(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Take a ballot of the open round away."""
    mine = Ballot.objects.filter(weighting__organisation=request.user.organisation_id)
    ballot = get_object_or_404(mine.select_related("weighting"), pk=pk)
    with catch_refusal() as reasons:
        take_back_ballot(ballot, by=request.user)
        messages.success(request, _("These points are taken back."))
    for words in said(reasons):
        messages.error(request, str(words["what"]))
    return redirect("communities:weights")
