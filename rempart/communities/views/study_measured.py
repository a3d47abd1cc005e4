"""Figures of a study, round after round: written, and read against the first one in words and numbers."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions import add_figure, remove_figure
from rempart.communities.forms.study_work import FigureForm
from rempart.communities.models import StudyFigure
from rempart.communities.models.study_names import CONFIDENCE_SHORT
from rempart.communities.queries import (
    Measure,
    Read,
    figures_to_read_against,
    measures_of,
    places_for,
    rounds_of,
)
from rempart.communities.rules.study_rounds import FEWEST, Change, FigureUnit, Way
from rempart.communities.views.study_pages import (
    around_study,
    found_study,
    told_why,
    warn_of_someone,
    written_study,
)
from rempart.kit.refusals import catch_refusal
from rempart.look.say import number, percent

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

CAUTIONS: "dict[str, Words]" = {
    "methods_differ": gettext_lazy("The methods differ: part of the change may come from them."),
    "places_differ": gettext_lazy("The places differ: they cannot be compared as one."),
    "no_sample": gettext_lazy("A sample is not said: nobody can tell chance from change."),
    "samples_differ": gettext_lazy("The samples differ in size by more than a quarter."),
    "small_sample": gettext_lazy("A sample is under thirty: its share wavers too much to be read."),
    "low_confidence": gettext_lazy("One of the rounds has low confidence."),
}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def study_rounds(request: SignedInRequest, study: UUID) -> HttpResponse:
    """Show what every round measured and what changed since the first; add a figure to this one."""
    is_post = request.method == "POST"
    found = written_study(request, study) if is_post else found_study(request, study)
    rounds = rounds_of(request.user, found)
    form = FigureForm(
        request.POST if is_post else None,
        first=figures_to_read_against(found, rounds),
        own=places_for(request.user).filter(pk__in=[one.place_id for one in found.located.all()]),
    )
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            added = add_figure(found, form.told(), by=request.user)
        if not reasons:
            return _saved(request, added, form)
    context = around_study(request, found, "study-rounds") | {
        "form": form,
        "reasons": told_why(reasons, found),
        "rounds": [(one, CONFIDENCE_SHORT.get(one.confidence, "")) for one in rounds],
        "measures": [_told(one) for one in measures_of(rounds)],
    }
    status = 422 if form.is_bound else 200
    return render(request, "communities/study_rounds.html", context, status=status)


def _saved(request: SignedInRequest, figure: StudyFigure, form: FigureForm) -> HttpResponse:
    messages.success(request, _("Saved."))
    warn_of_someone(request, form)
    if figure.unit == FigureUnit.COUNT.value and 0 < figure.value < FEWEST:
        messages.warning(
            request,
            _("A count under ten: people can be recognised. Say “fewer than ten” in whatever leaves the team."),
        )  # fmt: skip
    return redirect("communities:study-rounds", figure.study_id)


def _told(measure: Measure) -> dict[str, object]:
    lines = [_line(measure.first, None), *(_line(one.figure, one) for one in measure.later)]
    return {
        "name": measure.first.name,
        "unit": measure.first.unit,
        "place": measure.first.place,
        "lines": lines,
    }


def _line(figure: StudyFigure, read: Read | None) -> dict[str, object]:
    change = read.change if read else None
    return {
        "figure": figure,
        "said": said_figure(figure),
        "change": sentence_of(change, figure.unit) if change else "",
        "chance": _chance(change) if change else "",
        "cautions": [CAUTIONS[one] for one in change.cautions] if change else [],
    }


def said_figure(figure: StudyFigure) -> str:
    """Return a figure in the reader's own way of writing numbers."""
    if figure.unit == FigureUnit.PERCENT.value:
        return percent(figure.value, exact=True)
    return number(figure.value)


def sentence_of(change: Change, unit: str) -> str:
    """Return what changed, in words and numbers."""
    if change.way is Way.SAME:
        return _("The same as in the first round.")
    is_more = change.way is Way.MORE
    by = number(change.by)
    if unit == FigureUnit.PERCENT.value:
        words = (
            _("%(by)s points more than in the first round.")
            if is_more
            else _("%(by)s points fewer than in the first round.")
        )
        return words % {"by": by}
    words = (
        _("%(by)s more than in the first round") if is_more else _("%(by)s fewer than in the first round")
    )  # fmt: skip
    part = f" ({percent(change.part)})" if change.part is not None else ""
    return f"{words % {'by': by}}{part}."


def _chance(change: Change) -> str:
    if change.is_beyond_chance is None or change.way is Way.SAME:
        return ""
    return (
        _("More than two random samples would differ by chance.")
        if change.is_beyond_chance
        else _("Two random samples could differ as much by chance: no change is shown.")
    )


@signed_in
@require_POST
def figure_removal(request: SignedInRequest, study: UUID, figure: UUID) -> HttpResponse:
    """Take a figure of this round away."""
    found = written_study(request, study)
    one = get_object_or_404(found.figures.select_related("study"), pk=figure)
    with catch_refusal() as reasons:
        remove_figure(one, by=request.user)
    for reason in told_why(reasons, found):
        messages.warning(request, str(reason["what"]))
    if not reasons:
        messages.success(request, _("The figure is taken away."))
    return redirect("communities:study-rounds", found.pk)
