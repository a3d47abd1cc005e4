"""Funder templates: the organisation's own and those that are shipped; as files too."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.refusals import catch_refusal
from rempart.programmes.actions.patterns import drop_pattern, give_file, keep_pattern
from rempart.programmes.documents.outline import SECTIONS
from rempart.programmes.documents.safety import LARGEST_TEMPLATE
from rempart.programmes.forms.patterns import PatternForm
from rempart.programmes.models.documents import OutlinePattern
from rempart.programmes.queries.patterns import chosen_by, pattern_in, patterns_of, shipped, told
from rempart.programmes.rules.patterns import LARGEST, read_pattern, write_pattern
from rempart.programmes.views.appearance import REFUSED, organisation_of
from rempart.programmes.views.faults import said
from rempart.programmes.views.pages import REFUSALS

WORDS = REFUSED | REFUSALS


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def patterns(request: SignedInRequest) -> HttpResponse:
    """List the templates; take one in from a file, or name everything that is wrong with it."""
    organisation = organisation_of(request)
    reasons: list[dict[str, str]] = []
    if request.method == "POST":
        file = request.FILES.get("file")
        content = file.read(LARGEST + 1) if file else b""
        pattern, faults = read_pattern(content, SECTIONS, dict(settings.LANGUAGES))
        reasons = said(faults)
        if pattern:
            with catch_refusal() as codes:
                stored = keep_pattern(organisation, by=request.user, pattern=pattern)
            if not codes:
                messages.success(request, _("The template has been taken in."))
                return redirect("programmes:pattern", stored.pk)
            reasons = [{"what": str(WORDS[code]), "why": ""} for code in codes]
    context = {"own": patterns_of(organisation), "shipped": shipped(), "reasons": reasons}
    status = 422 if reasons else 200
    return render(request, "programmes/patterns.html", context, status=status)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new_pattern(request: SignedInRequest) -> HttpResponse:
    """Begin a template, from one that is there or from the house's outline."""
    organisation = organisation_of(request)
    begun = chosen_by(organisation, request.GET.get("begin", ""))
    form = PatternForm(
        request.POST if request.method == "POST" else None, pattern=begun.pattern if begun else None
    )
    codes: list[str] = []
    if form.is_bound and form.is_valid():
        with catch_refusal() as codes:
            stored = keep_pattern(organisation, by=request.user, pattern=form.pattern())
        if not codes:
            messages.success(request, _("The template is kept."))
            return redirect("programmes:pattern", stored.pk)
    return _page(request, form, None, codes)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def pattern(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Show and change a template of one's organisation."""
    stored = _found(request, key)
    form = PatternForm(request.POST if request.method == "POST" else None, pattern=told(stored))
    codes: list[str] = []
    if form.is_bound and form.is_valid():
        with catch_refusal() as codes:
            keep_pattern(
                stored.organisation, by=request.user, pattern=form.pattern(), stored=stored
            )
        if not codes:
            messages.success(request, _("The template is kept."))
            return redirect("programmes:pattern", key)
    return _page(request, form, stored, codes)


def _found(request: SignedInRequest, key: UUID) -> OutlinePattern:
    found = pattern_in(organisation_of(request), key)
    if found is None:
        raise Http404
    return found


def _page(
    request: SignedInRequest, form: PatternForm, stored: OutlinePattern | None, codes: list[str]
) -> HttpResponse:
    context = {
        "form": form,
        "stored": stored,
        "reasons": [{"what": WORDS[code], "why": ""} for code in codes],
    }
    status = 422 if codes or (form.is_bound and form.errors) else 200
    return render(request, "programmes/pattern.html", context, status=status)


@signed_in
@require_safe
def pattern_file(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Answer with a template as a file that another Rempart takes in."""
    stored = _found(request, key)
    answer = HttpResponse(write_pattern(told(stored)), content_type="application/json")
    name = f"{slugify(stored.name) or 'template'}.{stored.language}.json"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""  # noqa: FBT003 -- Django's own order
    return answer


@signed_in
@require_POST
def pattern_word(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Give a template its own Word template, or take it away; a hostile file is refused."""
    stored = _found(request, key)
    file = request.FILES.get("file")
    is_removed = request.POST.get("word") == "none"
    codes: list[str] = []
    if not is_removed and (file is None or (file.size or 0) > LARGEST_TEMPLATE):
        codes = ["template_too_big" if file else "template_not_word"]
    else:
        content = b"" if is_removed or file is None else file.read()
        with catch_refusal() as codes:
            give_file(stored, by=request.user, name=(file and file.name) or "", file=content)
    if codes:
        return _page(request, PatternForm(pattern=told(stored)), stored, codes)
    messages.success(request, _("The template is kept."))
    return redirect("programmes:pattern", key)


@signed_in
@require_POST
def pattern_removal(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Drop a template."""
    drop_pattern(_found(request, key), by=request.user)
    messages.success(request, _("The template is dropped."))
    return redirect("programmes:patterns")
