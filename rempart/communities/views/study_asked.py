"""The question grid of a study, the counts that tell when to stop, and the forms one prints."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions import (
    add_question,
    count_interview,
    remove_interview,
    remove_question,
    write_cell,
)
from rempart.communities.forms.study_work import CellForm, InterviewForm, QuestionForm
from rempart.communities.models import GridQuestion
from rempart.communities.models.study_names import (
    CONFIDENCE_SHORT,
    SOURCE_NAMES,
    STANDING_NAMES,
    STOP_NAMES,
    VENUES,
)
from rempart.communities.rules.study_grid import (
    SourceKind,
    Standing,
    StopAdvice,
    standing_of,
    stopping,
)
from rempart.communities.views.study_pages import (
    around_study,
    found_study,
    told_why,
    warn_of_someone,
    written_study,
)
from rempart.kit.refusals import catch_refusal

PRINTED = {"key-informant": SourceKind.KEY_INFORMANT, "observation": SourceKind.OBSERVATION}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def study_grid(request: SignedInRequest, study: UUID) -> HttpResponse:
    """Show what we need to know, and what each kind of source says of it; add a question."""
    is_post = request.method == "POST"
    found = written_study(request, study) if is_post else found_study(request, study)
    form = QuestionForm(request.POST if is_post else None)
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            add_question(found, by=request.user, **form.cleaned_data)
        if not reasons:
            messages.success(request, _("Saved."))
            warn_of_someone(request, form)
            return redirect("communities:study-grid", found.pk)
    rows = [_row(one) for one in found.questions.prefetch_related("cells")]
    agreed = sum(row["standing"] == Standing.AGREED.value for row in rows)
    context = around_study(request, found, "study-grid") | {
        "form": form,
        "reasons": told_why(reasons, found),
        "sources": list(SOURCE_NAMES.values()),
        "rows": rows,
        "said": _("Questions on which three kinds of sources agree: %(agreed)s of %(n)s")
        % {"agreed": agreed, "n": len(rows)},
    }
    return render(
        request, "communities/study_grid.html", context, status=422 if form.is_bound else 200
    )


def _row(question: GridQuestion) -> dict[str, object]:
    cells = {one.source: one for one in question.cells.all()}
    standing = standing_of([one.contradicts for one in cells.values()])
    return {
        "question": question,
        "standing": standing.value,
        "standing_name": STANDING_NAMES[standing.value],
        "cells": [
            {
                "source": source,
                "name": name,
                "cell": cells.get(source),
                "confidence": CONFIDENCE_SHORT.get(cells[source].confidence, "")
                if source in cells
                else "",
            }
            for source, name in SOURCE_NAMES.items()
        ],
    }


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def grid_cell(request: SignedInRequest, study: UUID, question: UUID, source: str) -> HttpResponse:
    """Write what one kind of source says of one question."""
    found = written_study(request, study)
    one = get_object_or_404(found.questions.select_related("study"), pk=question)
    if source not in SOURCE_NAMES:
        raise Http404
    cell = one.cells.filter(source=source).first()
    given = {n: getattr(cell, n) for n in ("text", "confidence", "contradicts")} if cell else {}
    form = CellForm(request.POST if request.method == "POST" else None, initial=given)
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            write_cell(one, SourceKind(source), form.told(), by=request.user)
        if not reasons:
            messages.success(request, _("Saved."))
            warn_of_someone(request, form)
            return redirect("communities:study-grid", found.pk)
    context = around_study(request, found, "") | {
        "form": form,
        "question": one,
        "source": SOURCE_NAMES[source],
        "reasons": told_why(reasons, found),
    }
    return render(
        request, "communities/grid_cell.html", context, status=422 if form.is_bound else 200
    )


@signed_in
@require_POST
def question_removal(request: SignedInRequest, study: UUID, question: UUID) -> HttpResponse:
    """Take a question away, with its cells."""
    found = written_study(request, study)
    one = get_object_or_404(found.questions.select_related("study"), pk=question)
    with catch_refusal() as reasons:
        remove_question(one, by=request.user)
    return _back(request, reasons, _("The question is taken away."), "study-grid", study)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def study_stop(request: SignedInRequest, study: UUID) -> HttpResponse:
    """Show how new themes fall from interview to interview, and whether one may stop; count one more."""
    is_post = request.method == "POST"
    found = written_study(request, study) if is_post else found_study(request, study)
    form = InterviewForm(request.POST if is_post else None)
    reasons: list[str] = []
    if form.is_valid():
        typed = form.cleaned_data | {"source": SourceKind(form.cleaned_data["source"])}
        with catch_refusal() as reasons:
            count_interview(found, by=request.user, **typed)
        if not reasons:
            messages.success(request, _("Saved."))
            return redirect("communities:study-stop", found.pk)
    interviews = list(found.interviews.all())
    told = stopping([one.new_themes for one in interviews])
    context = around_study(request, found, "study-stop") | {
        "form": form,
        "reasons": told_why(reasons, found),
        "interviews": [(one, SOURCE_NAMES[one.source]) for one in interviews],
        "bars": [(f"{_('Interview')} {one.number}", one.new_themes) for one in interviews],
        "told": told,
        "advice": STOP_NAMES[told.advice.value],
        "has_fallen": told.advice is StopAdvice.FALLEN,
    }
    return render(
        request, "communities/study_stop.html", context, status=422 if form.is_bound else 200
    )


@signed_in
@require_POST
def interview_removal(request: SignedInRequest, study: UUID, interview: UUID) -> HttpResponse:
    """Take a mistaken count away."""
    found = written_study(request, study)
    one = get_object_or_404(found.interviews.select_related("study"), pk=interview)
    with catch_refusal() as reasons:
        remove_interview(one, by=request.user)
    return _back(request, reasons, _("The count is taken away."), "study-stop", study)


def _back(
    request: SignedInRequest, reasons: list[str], done: str, page: str, study: UUID
) -> HttpResponse:
    for reason in told_why(reasons, None):
        messages.warning(request, str(reason["what"]))
    if not reasons:
        messages.success(request, done)
    return redirect(f"communities:{page}", study)


@signed_in
@require_safe
def study_print(request: SignedInRequest, study: UUID, form: str) -> HttpResponse:
    """Show an empty form to print, in the reader's language or in the one that is asked for."""
    found = found_study(request, study)
    if form not in PRINTED:
        raise Http404
    languages = dict(settings.LANGUAGES)
    asked = request.GET.get("in", "")
    with override(asked if asked in languages else get_language()):
        context = around_study(request, found, "") | {
            "form": form,
            "questions": list(found.questions.all()),
            "places": [one.place for one in found.located.all()],
            "venues": VENUES,
            "languages": settings.LANGUAGES,
            "from_what": "",
            "lines": range(3),
        }
        return render(request, f"communities/study_print_{form.replace('-', '_')}.html", context)
