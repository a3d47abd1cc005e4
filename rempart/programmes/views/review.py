"""The review of a programme against the guide, what is set aside in it, and the submission."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_move, may_set_aside
from rempart.programmes.actions import (
    reopen_programme,
    set_aside_finding,
    submit_programme,
    take_back_set_aside,
)
from rempart.programmes.catalogue import thresholds
from rempart.programmes.forms.reasons import ReasonForm
from rempart.programmes.models import SetAside
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.characters import holds_forbidden
from rempart.programmes.rules.codes import Lifecycle, Step
from rempart.programmes.rules.findings import review as reviewed
from rempart.programmes.rules.lifecycle import Move, Writing, refused_writing
from rempart.programmes.rules.submission import obstacles_to_submitting
from rempart.programmes.views.findings import DEGREES, Teller, tally
from rempart.programmes.views.lifecycle import states_shown
from rempart.programmes.views.pages import REFUSALS, around, found_programme


@signed_in
@require_safe
def review(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show what the guide says of the plan as it stands today."""
    return _page(request, pk)


def _page(
    request: SignedInRequest,
    pk: UUID,
    *,
    status: int = 200,
    form: ReasonForm | None = None,
    rule: str = "",
) -> HttpResponse:
    programme = found_programme(request, pk)
    plan, today = plan_of(programme), localdate()
    findings = reviewed(plan, today, thresholds())
    teller = Teller(programme, plan)
    told = [teller.told(finding) for finding in findings]
    counts = tally(findings)
    context = around(request, programme, plan, Step.REVIEW)
    context |= states_shown(programme, request.user)
    context |= {
        "obstacles": teller.obstacles(obstacles_to_submitting(plan, today, thresholds()), findings),
        "groups": [
            (name, *words, [one for one in told if one.degree == name])
            for name, words in DEGREES.items()
            if counts[name]
        ],
        "followed": [one for one in told if one.degree == "ok"],
        "others": sum(one.degree == "" for one in told),
        "counts": _counts(counts),
        "first": next((one for one in told if one.degree in {"block", "error"}), None),
        "is_author": programme.is_by(request.user),
        "may_set_aside": may_set_aside(request.user, programme)
        and not refused_writing(Lifecycle(programme.lifecycle), Writing.SET_ASIDES),
        "may_reopen": may_move(request.user, programme, Move.REOPEN)
        and programme.lifecycle == Lifecycle.SUBMITTED,
        "is_before_submission": programme.prints_as_draft,
        "form": form or ReasonForm(),
        "refused_rule": rule,
        "refused_for": request.POST.getlist("material"),
    }
    return render(request, "programmes/review.html", context, status=status)


def _counts(counts: dict[str, int]) -> list[dict[str, object]]:
    words = {name: heading for name, (heading, _lead) in DEGREES.items()} | {"ok": _("Followed")}
    return [
        {"degree": name, "count": counts[name], "word": word, "address": f"#d-{name}"}
        for name, word in words.items()
        if name != "aside" and counts[name]
    ]


@signed_in
@require_POST
def setting_aside(request: SignedInRequest, pk: UUID, rule: str) -> HttpResponse:
    """Set a finding aside for this plan, with a reason."""
    programme = found_programme(request, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, status=422, form=form, rule=rule)
    with catch_refusal() as reasons:
        set_aside_finding(
            programme,
            by=request.user,
            on=localdate(),
            rule=rule,
            reason=form.cleaned_data["reason"],
            materials=request.POST.getlist("material") if "chosen" in request.POST else None,
        )
    if "no_material_chosen" in reasons:
        form.add_error("reason", REFUSALS["no_material_chosen"])
        return _page(request, pk, status=422, form=form, rule=rule)
    return _answer(request, pk, reasons, _("The finding is set aside; the outline prints why."))


@signed_in
@require_POST
def taking_up(request: SignedInRequest, pk: UUID, rule: str) -> HttpResponse:
    """Take up again a finding that was set aside."""
    programme = found_programme(request, pk)
    material = request.POST.get("material", "")
    if holds_forbidden(material):
        raise Http404
    found = get_object_or_404(SetAside, programme=programme, rule=rule, material=material)
    with catch_refusal() as reasons:
        take_back_set_aside(found, by=request.user)
    return _answer(request, pk, reasons, _("The finding is taken up again."))


@signed_in
@require_POST
def submission(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Submit the programme, or show everything that stops it."""
    programme = found_programme(request, pk)
    with catch_refusal() as reasons:
        submit_programme(programme, by=request.user, on=localdate())
    return _answer(request, pk, reasons, _("The programme is submitted."))


@signed_in
@require_POST
def reopening(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Give a submitted programme back to its writers."""
    programme = found_programme(request, pk)
    with catch_refusal() as reasons:
        reopen_programme(programme, by=request.user)
    return _answer(request, pk, reasons, _("The programme can be changed again."))


def _answer(request: SignedInRequest, pk: UUID, reasons: list[str], done: str) -> HttpResponse:
    if not reasons:
        messages.success(request, done)
        return redirect("programmes:review", pk)
    for code in reasons:
        if code in REFUSALS:
            messages.error(request, REFUSALS[code])
    return _page(request, pk, status=422)
