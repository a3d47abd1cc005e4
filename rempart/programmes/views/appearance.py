"""How an organisation's documents look: its own headings, its own Word template."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.access import may_administer
from rempart.accounts.http import SignedInRequest, signed_in
from rempart.accounts.models import Organisation
from rempart.kit.refusals import catch_refusal
from rempart.programmes.actions.documents import change_headings, drop_template, keep_template
from rempart.programmes.documents.outline import SECTIONS
from rempart.programmes.documents.safety import LARGEST_TEMPLATE
from rempart.programmes.documents.word import default_template
from rempart.programmes.queries.documents import headings_of, template_of
from rempart.programmes.views.documents import TYPES

LONGEST_HEADING = 120
REFUSED = {
    "template_too_big": gettext_lazy("The file is too big, or grows too big when it is opened."),
    "template_not_word": gettext_lazy("This is no Word document (.docx), or it is damaged."),
    "template_has_macros": gettext_lazy("It carries macros or embedded files."),
    "template_points_outside": gettext_lazy("It points at something outside of itself: a picture, a text, a template or a database elsewhere."),
    "template_fails": gettext_lazy("A tag in it is wrong: misspelt, not closed, or of something that the outline does not have."),
    "template_forbidden": gettext_lazy("A tag in it reaches for what no template may reach."),
    "template_endless": gettext_lazy("Filling it in does not come to an end, or takes too much memory."),
    "template_lacks_title": gettext_lazy("It does not print the title of the programme: {{ title }}."),
    "template_lacks_draft": gettext_lazy("It does not say that a draft is a draft: {{ draft_word }}."),
    "template_lacks_sections": gettext_lazy("It leaves out headings or texts of the sections."),
    "template_lacks_tables": gettext_lazy("It leaves out the tables of the sections."),
    "template_lacks_chain": gettext_lazy("It leaves out the results chain."),
}  # fmt: skip


def organisation_of(request: SignedInRequest) -> Organisation:
    """Return the organisation whose documents the reader looks after; refused to everyone else."""
    organisation = request.user.organisation
    if organisation is None or not may_administer(request.user, organisation.pk):
        raise PermissionDenied
    return organisation


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def headings(request: SignedInRequest) -> HttpResponse:
    """Show and change the headings of the outline, in one language at a time."""
    organisation = organisation_of(request)
    known = dict(settings.LANGUAGES)
    asked = request.GET.get("language", "")
    language = asked if asked in known else request.LANGUAGE_CODE
    if request.method == "POST":
        typed = {slug: request.POST.get(slug, "").strip()[:LONGEST_HEADING] for slug in SECTIONS}
        change_headings(organisation, by=request.user, language=language, headings=typed)
        messages.success(request, _("The headings are kept."))
        return redirect(f"{request.path}?language={language}")
    own = headings_of(organisation, language)
    rows = [(slug, heading, own.get(slug, "")) for slug, (heading, _write) in SECTIONS.items()]
    context = {"rows": rows, "language": language, "languages": settings.LANGUAGES} | {
        "longest": LONGEST_HEADING
    }
    return render(request, "programmes/headings.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def template(request: SignedInRequest) -> HttpResponse:
    """Show and replace the Word template of one's organisation."""
    organisation = organisation_of(request)
    reasons: list[str] = []
    if request.method == "POST":
        file = request.FILES.get("file")
        if file is None or (file.size or 0) > LARGEST_TEMPLATE:
            reasons = ["template_too_big" if file else "template_not_word"]
        else:
            with catch_refusal() as reasons:
                keep_template(
                    organisation,
                    by=request.user,
                    on=localdate(),
                    name=file.name or "",
                    file=file.read(),
                )
        if not reasons:
            messages.success(
                request, _("The template is kept: it was filled in once, and it works.")
            )
            return redirect("programmes:template")
    said = [{"what": REFUSED[code], "why": ""} for code in reasons]
    context = {"reasons": said, "own": template_of(organisation)}
    return render(request, "programmes/template.html", context, status=422 if said else 200)


@signed_in
@require_safe
def template_file(request: SignedInRequest) -> HttpResponse:
    """Answer with the template in use: the organisation's own, else the house's."""
    own = template_of(organisation_of(request))
    file = bytes(own.file) if own else default_template().read_bytes()
    answer = HttpResponse(file, content_type=TYPES["docx"])
    name = "rempart-outline.docx"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""  # noqa: FBT003 -- Django's own order
    return answer


@signed_in
@require_POST
def template_removal(request: SignedInRequest) -> HttpResponse:
    """Take the house's template again."""
    drop_template(organisation_of(request), by=request.user)
    messages.success(request, _("The house's template is in use again."))
    return redirect("programmes:template")
