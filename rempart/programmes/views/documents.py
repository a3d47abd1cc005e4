"""The document of a programme: a look at it, its files; and programmes that come as files."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rempart.accounts.access import may_administer
from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.access import may_start_programme
from rempart.programmes.actions import store_plan
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.documents import file_of, outline_for
from rempart.programmes.queries.known import known
from rempart.programmes.queries.patterns import Chosen, choices_of, chosen_by
from rempart.programmes.rules.arrival import on_arrival
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.exchange import Fault, read_plan
from rempart.programmes.rules.exchange.faults import LARGEST_FILE
from rempart.programmes.views.faults import said
from rempart.programmes.views.pages import around, found_programme

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}

FELL_BACK = gettext_lazy(
    "Your organisation's Word template could not hold this programme: the house's template was used."
)


@signed_in
@require_safe
def document(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show the outline as it stands, one section open at a time, and offer its files."""
    programme = found_programme(request, pk)
    language = language_asked(request)
    chosen = _chosen(request, programme)
    plan = plan_of(programme)
    outline = outline_for(programme, language, chosen=chosen, plan=plan)
    opened = request.GET.get("section", "background")
    sections = [
        {"section": one, "missing": sum(getattr(b, "missing", False) for b in one.blocks)}
        for one in outline.sections
    ]
    context = around(request, programme, plan, Step.DOCUMENT)
    context |= {"outline": outline, "sections": sections, "opened": opened}
    context |= {"language": language, "languages": settings.LANGUAGES}
    context |= {"chosen": chosen, "patterns": choices_of(programme.organisation)}
    context |= {"may_administer": may_administer(request.user, programme.organisation_id)}
    return render(request, "programmes/document.html", context)


@signed_in
@require_safe
def document_file(request: SignedInRequest, pk: UUID, form: str) -> HttpResponse:
    """Answer with the programme as a file: docx, pdf or json."""
    programme = found_programme(request, pk)
    if form not in TYPES:
        raise Http404
    chosen = _chosen(request, programme)
    file, is_as_wanted = file_of(programme, form, language_asked(request), chosen=chosen)
    if not is_as_wanted:
        messages.warning(request, FELL_BACK)
    answer = HttpResponse(file, content_type=TYPES[form])
    name = f"{slugify(programme.title) or 'programme'}.{form}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""  # noqa: FBT003 -- Django's own order
    return answer


def _chosen(request: SignedInRequest, programme: Programme) -> Chosen | None:
    """Return the template that is asked for; 404 if the organisation has no such one."""
    code = request.GET.get("template", "")
    chosen = chosen_by(programme.organisation, code) if code else None
    if code and chosen is None:
        raise Http404
    return chosen


def language_asked(request: SignedInRequest) -> str:
    """Return the language that a document is asked in; the reader's own if none is."""
    asked = request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else get_language() or settings.LANGUAGE_CODE


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def import_programme(request: SignedInRequest) -> HttpResponse:
    """Read a programme from a file; every fault is named, and then nothing is written."""
    organisation = request.user.organisation
    if organisation is None or not may_start_programme(request.user, organisation):
        raise PermissionDenied
    if request.method != "POST":
        return _import_page(request, [])
    file = request.FILES.get("file")
    if file is None:
        return _import_page(request, [{"what": _("Choose a file first."), "why": ""}])
    if (file.size or 0) > LARGEST_FILE:
        too_big = Fault(path="", code="too_big", values={"limit": LARGEST_FILE})
        return _import_page(request, said([too_big]), file.name or "")
    plan, faults = read_plan(file.read(), known())
    if plan is None:
        return _import_page(request, said(faults), file.name or "")
    arrived = on_arrival(plan, localdate(), thresholds())
    programme = store_plan(arrived, by=request.user, organisation=organisation)
    messages.success(request, _("The programme has been imported."))
    if arrived != plan:
        messages.warning(
            request,
            _("What others had set aside or reviewed in the file is open again: someone of your organisation other than you decides on it here."),
        )  # fmt: skip
    return redirect("programmes:programme", programme.pk)


def _import_page(
    request: SignedInRequest, reasons: list[dict[str, str]], file_name: str = ""
) -> HttpResponse:
    context = {"reasons": reasons, "file_name": file_name, "limit": LARGEST_FILE // 1_000_000}
    status = 422 if reasons else 200
    return render(request, "programmes/import.html", context, status=status)
