"""The versions of a plan: their list, one to read and print, two side by side, one restored."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_keep_version, may_write
from rempart.programmes.actions.versions import keep_version, restore_version
from rempart.programmes.forms.versions import NameForm
from rempart.programmes.models import Programme, Version
from rempart.programmes.models.names import LIFECYCLE_NAMES
from rempart.programmes.models.passage_names import MOVE_DONE
from rempart.programmes.queries.changes import open_change_of
from rempart.programmes.queries.documents import file_of
from rempart.programmes.queries.versions import plan_at, version_of, versions_of
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.versions import Why
from rempart.programmes.views.comparing import compared
from rempart.programmes.views.documents import FELL_BACK, TYPES, language_asked
from rempart.programmes.views.pages import REFUSALS, found_programme

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

WHY_WORDS: "dict[str, Words]" = {
    **MOVE_DONE,
    Why.ASKED.value: gettext_lazy("Kept under a name"),
    Why.BEFORE.value: gettext_lazy("What was there before another version was restored"),
    Why.RESTORED.value: gettext_lazy("Restored"),
    Why.PROPOSED.value: gettext_lazy("Proposed by a change request"),
}
NOW = "now"


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def versions(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """List the kept versions, and keep what the plan says now under a name."""
    programme = found_programme(request, pk)
    form = NameForm(request.POST if request.method == "POST" else None)
    codes: list[str] = []
    if form.is_bound and form.is_valid():
        with catch_refusal() as codes:
            keep_version(programme, by=request.user, name=form.cleaned_data["name"])
        if not codes:
            messages.success(request, _("The version is kept."))
            return redirect("programmes:versions", pk)
    found = list(versions_of(programme))
    context = {
        "programme": programme,
        "form": form,
        "reasons": [{"what": REFUSALS[code]} for code in codes],
        "versions": [_told(one) for one in found],
        "may_keep": may_keep_version(request.user, programme),
        "last": found[0] if found else None,
    }
    return render(
        request, "programmes/versions.html", context, status=422 if form.is_bound else 200
    )


def _told(version: Version) -> dict[str, object]:
    return {
        "version": version,
        "name": name_of(version),
        "why": WHY_WORDS.get(version.why, ""),
        "state": LIFECYCLE_NAMES[version.lifecycle],
    }


def name_of(version: Version) -> str:
    """Return what a version is called: its own name, its baseline, or its number."""
    number = _("Version %(number)s") % {"number": version.number}
    if version.baseline:
        number += _(" – baseline %(number)s") % {"number": version.baseline}
    return f"{number} – {version.name}" if version.name else number


@signed_in
@require_safe
def comparison(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show two versions side by side, or one beside the plan as it is now."""
    programme = found_programme(request, pk)
    found = list(versions_of(programme))
    named = {str(one.number): name_of(one) for one in found} | {NOW: _("The plan as it is now")}
    asked = {name: request.GET.get(name, "") for name in ("before", "after")}
    sides = {"before": asked["before"], "after": asked["after"] or NOW}
    if not sides["before"] and found:
        sides["before"] = str(found[0].number)
    if asked_unknown := [side for side in sides.values() if side and side not in named]:
        raise Http404(asked_unknown[0])
    context: dict[str, object] = {
        "programme": programme,
        "options": named.items(),
        "before": sides["before"],
        "after": sides["after"],
        "before_name": named.get(sides["before"], ""),
        "after_name": named[sides["after"]],
        "query": f"before={sides['before']}&after={sides['after']}",
    }
    if sides["before"]:
        before, after = (_plan(programme, sides[name]) for name in ("before", "after"))
        context["steps"] = compared(programme, before, after, *opened(request))
    part = "#differences" if "HX-Request" in request.headers else ""
    return render(request, f"programmes/comparison.html{part}", context)


def opened(request: SignedInRequest) -> tuple[str, int]:
    """Return which step is asked for, and from which row on."""
    start = request.GET.get("from", "")
    return request.GET.get("step", ""), int(start) if start.isdecimal() and len(start) < 7 else 0  # noqa: PLR2004 -- no list is longer than six digits


def _plan(programme: Programme, side: str) -> Plan:
    plan = plan_at(programme, None if side == NOW else int(side))
    if plan is None:
        raise Http404
    return plan


@signed_in
@require_http_methods(["GET", "HEAD"])
def version(request: SignedInRequest, pk: UUID, number: int) -> HttpResponse:
    """Show one version: who kept it and why, its files, and what restoring it would do."""
    programme = found_programme(request, pk)
    return _version_page(request, programme, _found(programme, number), [])


def _version_page(
    request: SignedInRequest, programme: Programme, found: Version, codes: list[str]
) -> HttpResponse:
    change = open_change_of(programme)
    target = change.working_copy if change and change.working_copy else programme
    context = _told(found) | {
        "programme": programme,
        "reasons": [{"what": REFUSALS[code]} for code in codes],
        "change": change,
        "may_restore": may_write(request.user, programme) and target.lifecycle == Lifecycle.DRAFT,
        "plan": plan_at(programme, found.number),
    }
    status = 422 if codes else 200
    return render(request, "programmes/version.html", context, status=status)


@signed_in
@require_POST
def restoration(request: SignedInRequest, pk: UUID, number: int) -> HttpResponse:
    """Let the draft say again what it said in a version."""
    programme = found_programme(request, pk)
    found = _found(programme, number)
    target = programme
    with catch_refusal() as codes:
        target = restore_version(found, by=request.user)
    if codes:
        return _version_page(request, found_programme(request, pk), found, codes)
    messages.success(request, _("The version is restored; what was there before is kept too."))
    return redirect("programmes:programme", target.pk)


@signed_in
@require_safe
def version_document(request: SignedInRequest, pk: UUID, number: int, form: str) -> HttpResponse:
    """Answer with a version as a file: docx, pdf or json."""
    programme = found_programme(request, pk)
    found = _found(programme, number)
    if form not in TYPES:
        raise Http404
    file, is_as_wanted = file_of(programme, form, language_asked(request), found)
    if not is_as_wanted:
        messages.warning(request, FELL_BACK)
    answer = HttpResponse(file, content_type=TYPES[form])
    name = f"{slugify(programme.title) or 'programme'}-{number}.{form}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""  # noqa: FBT003 -- Django's own order
    return answer


def _found(programme: Programme, number: int) -> Version:
    found = version_of(programme, number)
    if found is None:
        raise Http404
    return found
