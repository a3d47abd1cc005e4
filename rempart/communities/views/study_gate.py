"""The ethics gate of a study, and its two summaries: written, and printed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions import write_ethics, write_summaries
from rempart.communities.forms.studies import EthicsForm, SummariesForm
from rempart.communities.models.study_names import CONFIDENCE_SHORT, REVIEW_NAMES
from rempart.communities.rules.studies import EthicsTold, obstacles_to_field_work
from rempart.communities.views.study_pages import (
    GATE,
    around_study,
    found_study,
    told_why,
    warn_of_someone,
    written_study,
)
from rempart.kit.refusals import catch_refusal


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def study_ethics(request: SignedInRequest, study: UUID) -> HttpResponse:
    """Show what stands ready before field work, and what is missing; write it."""
    found = written_study(request, study) if request.method == "POST" else found_study(request, study)  # fmt: skip
    given = {name: getattr(found.ethics, name) for name in EthicsTold.__dataclass_fields__}
    typed = request.POST if request.method == "POST" else None
    form = EthicsForm(typed, initial=given, today=localdate())
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            write_ethics(found, form.told(), by=request.user, on=localdate())
        if not reasons:
            messages.success(request, _("Saved."))
            warn_of_someone(request, form)
            return redirect("communities:study-ethics", found.pk)
    missing = obstacles_to_field_work(found.ethics.told(), found.hears_children, localdate())
    context = around_study(request, found, "study-ethics") | {
        "form": form,
        "reasons": told_why(reasons, found, GATE),
        "missing": told_why(missing, found, GATE),
        "review": REVIEW_NAMES.get(found.ethics.review, ""),
        "told": [
            (form.fields[name].label, getattr(found.ethics, name))
            for name in EthicsTold.__dataclass_fields__
            if name not in {"review", "reviewed_on"}
        ],
    }
    status = 422 if form.is_bound else 200
    return render(request, "communities/study_ethics.html", context, status=status)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def study_summaries(request: SignedInRequest, study: UUID) -> HttpResponse:
    """Write the two short texts."""
    found = written_study(request, study)
    given = {"public": found.summary_public, "officials": found.summary_officials}
    form = SummariesForm(request.POST if request.method == "POST" else None, initial=given)
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            write_summaries(found, by=request.user, **form.cleaned_data)
        if not reasons:
            messages.success(request, _("Saved."))
            warn_of_someone(request, form)
            return redirect("communities:study-summary", found.pk)
    context = around_study(request, found, "") | {"form": form, "reasons": told_why(reasons, found)}
    status = 422 if form.is_bound else 200
    return render(request, "communities/study_summaries.html", context, status=status)


@signed_in
@require_safe
def study_summary(request: SignedInRequest, study: UUID) -> HttpResponse:
    """Show the two summaries as they are printed, with what one must know to read them."""
    found = found_study(request, study)
    context = around_study(request, found, "study-summary") | {
        "places": [one.place for one in found.located.all()],
        "confidence": CONFIDENCE_SHORT.get(found.confidence, ""),
        "from_what": found.title,
    }
    return render(request, "communities/study_summary.html", context)
