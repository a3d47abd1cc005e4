"""The study register: found by topic, place, kind and state; added, changed, taken through its states."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions import add_study, change_study, move_study
from rempart.communities.forms.studies import StudyForm, WhyForm, topic_names
from rempart.communities.models import Study
from rempart.communities.models.study_names import (
    CONFIDENCE_SHORT,
    HEARD_NAMES,
    KIND_NAMES,
    MOVE_NAMES,
    STATE_NAMES,
)
from rempart.communities.queries import (
    WITHDRAWN,
    Asked,
    places_for,
    studies_asked,
    studies_for,
)
from rempart.communities.rules.studies import StudyMove, obstacles_to_field_work
from rempart.communities.views.finding import reader_of, writer_of
from rempart.communities.views.study_found import findings_shown
from rempart.communities.views.study_pages import (
    FACTS,
    around_study,
    found_study,
    told_why,
    warn_of_someone,
    written_study,
)
from rempart.kit.refusals import catch_refusal

SHOWN = 25  # studies on one page of the register
LONGEST = 200  # letters of a search


@signed_in
@require_safe
def studies(request: SignedInRequest) -> HttpResponse:
    """List the studies that fit what the reader looks for."""
    context = reader_of(request)
    filters = _filters(request)
    chosen = {name: request.GET.get(name, "") for name, _word, _options in filters}
    known = {n: v for n, v, o in ((n, chosen[n], o) for n, _w, o in filters) if v in dict(o)}
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    found = studies_asked(request.user, Asked(words=words, **known))
    pages = Paginator(found, SHOWN).get_page(request.GET.get("page"))
    query = {n: v for n, v in {"q": words, **known}.items() if v}
    context |= {
        "filters": [(name, word, options, known.get(name, "")) for name, word, options in filters],
        "words": words,
        "is_filtered": bool(query),
        "count": len(found),
        "said": ngettext("%(n)s study", "%(n)s studies", len(found)) % {"n": len(found)},
        "pages": pages,
        "query": f"&{urlencode(query)}" if query else "",
        "studies": [_line(one) for one in pages],
        "any": bool(found) or studies_for(request.user).exists(),
    }
    return render(request, "communities/studies.html", context)


def _filters(request: SignedInRequest) -> list[tuple[str, str, list[tuple[str, object]]]]:
    places = [(str(one.pk), one.name) for one in places_for(request.user)]
    states = [*STATE_NAMES.items(), (WITHDRAWN, _("Withdrawn"))]
    return [
        ("kind", _("Kind"), [("", _("All kinds")), *KIND_NAMES.items()]),
        ("place", _("Place"), [("", _("All places")), *places]),
        ("topic", _("Topic"), [("", _("All topics")), *topic_names()]),
        ("state", _("State"), [("", _("All but the withdrawn")), *states]),
    ]


def _line(study: Study) -> dict[str, object]:
    topics = dict(topic_names())
    found = getattr(study, "holding", [])
    return {
        "study": study,
        "kind": KIND_NAMES[study.kind],
        "state": _("Withdrawn") if study.is_withdrawn else STATE_NAMES[study.state],
        "places": [one.place.name for one in study.located.all()],
        "topics": [topics[one] for one in study.topics if one in topics],
        "findings": found[:2],
        "more": max(0, len(found) - 2),
    }


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def study_new(request: SignedInRequest) -> HttpResponse:
    """Add a study to the register."""
    organisation = writer_of(request)
    form = _form(request, None)
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            added = add_study(organisation, form.told(), by=request.user, on=localdate())
        if not reasons:
            return _saved(request, added, form)
    return _page(request, form, None, reasons)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def study_change(request: SignedInRequest, study: UUID) -> HttpResponse:
    """Change what is said of a study."""
    found = written_study(request, study)
    form = _form(request, found)
    reasons: list[str] = []
    if form.is_valid():
        told = form.told(is_published=found.is_published)
        from_version = int(v) if (v := request.POST.get("version", "")).isdecimal() else 0
        with catch_refusal() as reasons:
            change_study(found, told, by=request.user, on=localdate(), started_from=from_version)
        if not reasons:
            return _saved(request, found, form)
    return _page(request, form, found_study(request, study), reasons)


def _form(request: SignedInRequest, study: Study | None) -> StudyForm:
    others = studies_for(request.user).filter(withdrawn_on=None)
    return StudyForm(
        request.POST if request.method == "POST" else None,
        initial=StudyForm.typed_of(study) if study else {},
        own=places_for(request.user),
        earlier=others.exclude(pk=study.pk) if study else others,
        is_new=study is None,
    )


def _saved(request: SignedInRequest, study: Study, form: StudyForm) -> HttpResponse:
    messages.success(request, _("Saved."))
    warn_of_someone(request, form)
    return redirect(study)


def _page(
    request: SignedInRequest, form: StudyForm, study: Study | None, reasons: list[str]
) -> HttpResponse:
    context = reader_of(request) | {
        "form": form,
        "study": study,
        "reasons": told_why(reasons, study, FACTS),
    }
    status = 422 if form.is_bound else 200
    return render(request, "communities/study_form.html", context, status=status)


@signed_in
@require_safe
def study(request: SignedInRequest, study: UUID) -> HttpResponse:
    """Show a study: what it asked, how, what it found, what stands before its field work."""
    found = found_study(request, study)
    topics = dict(topic_names())
    gate = obstacles_to_field_work(found.ethics.told(), found.hears_children, localdate())
    context = around_study(request, found, "study") | {
        "places": [one.place for one in found.located.all()],
        "topics": [topics[one] for one in found.topics if one in topics],
        "confidence": CONFIDENCE_SHORT.get(found.confidence, ""),
        "heard": HEARD_NAMES.get(found.hears_children, ""),
        "findings": findings_shown(found),
        "rounds": found.rounds.filter(withdrawn_on=None),
        "gate": len(gate),
    }
    return render(request, "communities/study.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def study_passage(request: SignedInRequest, study: UUID, move: str) -> HttpResponse:
    """Ask whether a study goes on, or is withdrawn; say everything that stands against it."""
    found = written_study(request, study)
    if move not in MOVE_NAMES:
        raise Http404
    asked = StudyMove(move)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if asked is not StudyMove.WITHDRAW:
        del form.fields["why"]
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            move_study(found, asked, by=request.user, on=localdate(), **form.cleaned_data)
        if not reasons:
            messages.success(request, _("Saved."))
            warn_of_someone(request, form)
            return redirect(found)
    context = around_study(request, found_study(request, study), "") | {
        "form": form,
        "move": asked.value,
        "name": MOVE_NAMES[asked.value],
        "reasons": told_why(reasons, found),
    }
    status = 422 if form.is_bound else 200
    return render(request, "communities/study_passage.html", context, status=status)
