"""What a study found: shown, added, changed, withdrawn with its reason and brought back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions import (
    add_finding,
    change_finding,
    restore_finding,
    withdraw_finding,
)
from rempart.communities.catalogue import conditions
from rempart.communities.forms.studies import WhyForm, topic_names
from rempart.communities.forms.study_findings import FindingForm
from rempart.communities.models import Study, StudyFinding
from rempart.communities.models.study_names import CONFIDENCE_SHORT
from rempart.communities.queries import places_for
from rempart.communities.views.study_pages import (
    around_study,
    told_why,
    warn_of_someone,
    written_study,
)
from rempart.guide.catalogue import say
from rempart.kit.refusals import catch_refusal


def findings_shown(study: Study) -> list[dict[str, object]]:
    """Return the findings of a study as its pages show them, those withdrawn last."""
    topics = dict(topic_names())
    known = conditions()
    found = study.findings.select_related("place")
    return [
        {
            "finding": one,
            "confidence": CONFIDENCE_SHORT.get(one.confidence, ""),
            "topic": topics.get(one.topic, ""),
            "condition": say(known[one.condition]) if one.condition in known else "",
        }
        for one in sorted(found, key=lambda one: one.withdrawn_on is not None)
    ]


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def finding_new(request: SignedInRequest, study: UUID) -> HttpResponse:
    """Add what a study found."""
    found = written_study(request, study)
    form = _form(request, found, {})
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            add_finding(found, form.told(), by=request.user)
        if not reasons:
            return _saved(request, found, form)
    return _page(request, found, None, form, reasons)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: SignedInRequest, study: UUID, finding: UUID) -> HttpResponse:
    """Change what a finding says."""
    found = written_study(request, study)
    one = get_object_or_404(found.findings.select_related("study"), pk=finding)
    form = _form(request, found, FindingForm.typed_of(one))
    reasons: list[str] = []
    if form.is_valid():
        from_version = int(v) if (v := request.POST.get("version", "")).isdecimal() else 0
        with catch_refusal() as reasons:
            change_finding(one, form.told(), by=request.user, started_from=from_version)
        if not reasons:
            return _saved(request, found, form)
    return _page(request, found, found.findings.get(pk=finding), form, reasons)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def finding_withdrawal(request: SignedInRequest, study: UUID, finding: UUID) -> HttpResponse:
    """Ask why a finding no longer holds, and withdraw it."""
    found = written_study(request, study)
    one = get_object_or_404(found.findings, pk=finding)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        withdraw_finding(one, by=request.user, on=localdate(), why=form.cleaned_data["why"])
        messages.success(request, _("The finding is withdrawn. Whoever cites it is told."))
        warn_of_someone(request, form)
        return redirect(found)
    context = around_study(request, found, "") | {"finding": one, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "communities/finding_withdrawal.html", context, status=status)


@signed_in
@require_POST
def finding_return(request: SignedInRequest, study: UUID, finding: UUID) -> HttpResponse:
    """Let a finding hold again."""
    found = written_study(request, study)
    one = get_object_or_404(found.findings.select_related("study"), pk=finding)
    restore_finding(one, by=request.user)
    messages.success(request, _("The finding holds again."))
    return redirect(found)


def _form(request: SignedInRequest, study: Study, given: dict[str, object]) -> FindingForm:
    own = places_for(request.user).filter(pk__in=[one.place_id for one in study.located.all()])
    return FindingForm(request.POST if request.method == "POST" else None, initial=given, own=own)


def _saved(request: SignedInRequest, study: Study, form: FindingForm) -> HttpResponse:
    messages.success(request, _("Saved."))
    warn_of_someone(request, form)
    return redirect(study)


def _page(
    request: SignedInRequest,
    study: Study,
    finding: StudyFinding | None,
    form: FindingForm,
    reasons: list[str],
) -> HttpResponse:
    context = around_study(request, study, "") | {
        "form": form,
        "finding": finding,
        "reasons": told_why(reasons, study),
    }
    status = 422 if form.is_bound else 200
    return render(request, "communities/finding_form.html", context, status=status)
