"""Branches of the framework: moved by one keystroke or button, copied beside, elsewhere, or from elsewhere."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.refusals import catch_refusal
from rempart.programmes.actions.branches import copy_branch, shift_row
from rempart.programmes.models import Programme, Row
from rempart.programmes.queries import listed_for, plan_of
from rempart.programmes.queries.plans import Whole, whole_of
from rempart.programmes.rules.branches import (
    KINDS,
    MAY_HOLD,
    Standing,
    Way,
    places_named,
    size_of,
    standing,
)
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.views.framing import Line, branches_of, framework, line_of
from rempart.programmes.views.pages import REFUSALS, around
from rempart.programmes.views.results import framework_answer, parents_for
from rempart.programmes.views.rows import parent_told, programme_to_write, row_found

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

LONGEST = 1000  # characters of a row's own words
SHOWN = 60  # characters of them in a message
REFUSED: "dict[str, Words]" = {
    **REFUSALS,
    "row_is_at_the_end": gettext_lazy("It stays: there is nothing further on this way."),
    "row_is_gone": gettext_lazy("This row is no longer there."),
    "level_is_highest": gettext_lazy("It stays: it stands at the highest level already."),
    "level_is_lowest": gettext_lazy("It stays: it stands at the lowest level already."),
    "no_row_before": gettext_lazy("It stays: there is no row before it under which it could go."),
    "nothing_stands_lower": gettext_lazy("It stays: nothing stands lower that it could measure."),
    "rows_stand_under_it": gettext_lazy(
        "It stays: rows stand under it that would have no place there. Move them first."
    ),
    "level_would_lose": gettext_lazy(
        "It stays: it says things that a row of the other level cannot hold. Take them out first."
    ),
}


@signed_in
@require_POST
def shift(request: SignedInRequest, pk: UUID, kind: str, key: str) -> HttpResponse:
    """Move a row of the framework one ``way``: up, down, deeper or higher."""
    programme, row = _of_framework(request, pk, kind, key)
    asked = request.POST.get("way", "")
    if asked not in set(Way):
        raise Http404
    with catch_refusal() as reasons:
        row = shift_row(row, by=request.user, way=Way(asked))
    whole = whole_of(programme)
    line = line_of(whole.plan, row.key)
    if not reasons and line:
        messages.success(request, _("Moved: it is now %(row)s.") % {"row": _named(line)})
    return _answer(request, programme, row, reasons, whole)


@signed_in
@require_POST
def copying(request: SignedInRequest, pk: UUID, kind: str, key: str) -> HttpResponse:
    """Copy a row with its branch: beside it, or under ``parent``."""
    programme, row = _of_framework(request, pk, kind, key)
    told = request.POST.get("parent", "")
    parent = parent_told(programme, kind, told) if told else row.parent
    with catch_refusal() as reasons:
        row = copy_branch(
            row,
            by=request.user,
            programme=programme,
            parent=parent,
            text=copy_of(str(row)) if parent == row.parent else None,
        )
    whole = whole_of(programme)
    if not reasons:
        _say_copied(request, whole.plan, row)
    return _answer(request, programme, row, reasons, whole)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def branches(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Choose a branch of another programme of the organisation, and copy it into this one."""
    programme = programme_to_write(request, pk, "objectives")
    given = request.POST if request.method == "POST" else request.GET
    others = list(listed_for(request.user).exclude(pk=programme.pk))
    source = next((one for one in others if str(one.pk) == given.get("from", "")), None)
    there = plan_of(source) if source else None
    found = standing(there, given.get("row", "")) if there else None
    if request.method == "POST":
        if source is None or found is None:
            raise Http404
        return _copied(request, programme, source, found)
    here = plan_of(programme)
    context = around(request, programme, here, Step.RESULTS) | {
        "others": others,
        "source": source,
        "found": found,
        "rows": [
            (line.row.key, f"{line.number} {line.row.text}", line.depth)
            for line in framework(there, branches_of(there))
            if line.kind != "indicators"
        ]
        if there
        else [],
        "size": size_of(found.row) if found else 0,
        "needs_parent": bool(found and MAY_HOLD[found.kind]),
        "parents": list(parents_for(here, found.kind)) if found else [],
    }
    return render(request, "programmes/results/branches.html", context)


def copy_of(text: str) -> str:
    """Return the words of a copy, that say what it is; words too long for that stay as they are."""
    marked = _("Copy of: %(text)s") % {"text": text}
    return marked if len(marked) <= LONGEST else text


def _copied(
    request: SignedInRequest, programme: Programme, source: Programme, found: Standing
) -> HttpResponse:
    parent = parent_told(programme, found.kind, request.POST.get("parent", ""))
    row = row_found(source, found.kind, found.row.key)
    with catch_refusal() as reasons:
        row = copy_branch(row, by=request.user, programme=programme, parent=parent)
    if reasons:
        return _answer(request, programme, None, reasons)
    whole = whole_of(programme)
    _say_copied(request, whole.plan, row)
    copy = standing(whole.plan, row.key)
    if copy and len(places_named(copy.row)) < len(places_named(found.row)):
        messages.warning(
            request,
            _(
                "Some activities name places where this programme does not work: say anew where they happen."
            ),
        )
    return _answer(request, programme, row, [], whole)


def _of_framework(request: SignedInRequest, pk: UUID, kind: str, key: str) -> tuple[Programme, Row]:
    """Return the programme, to be written, and a row of its framework; else 404."""
    programme = programme_to_write(request, pk, kind)
    if kind not in KINDS.values():
        raise Http404
    return programme, row_found(programme, kind, key)


def _say_copied(request: SignedInRequest, plan: Plan, copy: Row) -> None:
    line = line_of(plan, copy.key)
    if line:
        count = size_of(line.row) - 1
        told = _("Copied, with what belongs to it (%(count)s): it is %(row)s.") if count else ""
        words = told or _("Copied: it is %(row)s.")
        messages.success(request, words % {"count": count, "row": _named(line)})


def _named(line: Line) -> str:
    return f"{line.number} {Truncator(line.row.text).chars(SHOWN)}".strip()


def _answer(
    request: SignedInRequest,
    programme: Programme,
    row: Row | None,
    reasons: list[str],
    whole: Whole | None = None,
) -> HttpResponse:
    for reason in reasons:
        messages.error(request, str(REFUSED[reason]))
    if "HX-Request" in request.headers:
        return framework_answer(request, programme, row, whole)
    answer = redirect("programmes:results", programme.pk)
    if row:
        answer["Location"] += f"?at={row.key}#{row.key}"
    return answer
