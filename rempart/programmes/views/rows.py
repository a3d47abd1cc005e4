"""The rows of a plan, of whatever list: one page to add or change, one to move, one to remove."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.conflicts import ConflictError
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_write, may_write_list
from rempart.programmes.actions import add_row, change_row, drop_draft, move_row, remove_row
from rempart.programmes.forms import ROW_FORMS, RowForm
from rempart.programmes.models import ROWS, Programme, Row
from rempart.programmes.queries import (
    belonging_to,
    draft_of,
    plan_of,
    pointing_at,
    row_of,
)
from rempart.programmes.queries.comments import said_about, with_rows_below
from rempart.programmes.queries.plans import Whole, whole_of
from rempart.programmes.rules.characters import holds_forbidden
from rempart.programmes.views.conflicts import conflict_page
from rempart.programmes.views.drafts import typing_taken_up
from rempart.programmes.views.homes import address_of_row
from rempart.programmes.views.lists import row_list
from rempart.programmes.views.pages import (
    REFUSALS,
    around,
    found_programme,
    warn_of_names,
)
from rempart.programmes.views.reading import row_read
from rempart.programmes.views.results import framework_answer
from rempart.programmes.views.smart import RESULTS, library_of, remarks_on, tell_remarks

Facts = Mapping[str, object]
LONGEST_VERSION = 10  # digits


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def addition(request: SignedInRequest, pk: UUID, kind: str) -> HttpResponse:
    """Add a row to a list; ``?parent=objectives.<key>`` says under which row."""
    programme = programme_to_write(request, pk, kind)
    if ROWS[kind].parents:
        parent_told(programme, kind, request.GET.get("parent", ""))
    return _answer(request, programme, _said_already(request, programme, kind), kind)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def row(request: SignedInRequest, pk: UUID, kind: str, key: str) -> HttpResponse:
    """Change a row; whoever may not write it reads it."""
    programme = found_programme(request, pk)
    writes = may_write_list(request.user, programme, kind) and not ROWS[kind].stays
    if request.method != "POST" and kind in ROW_FORMS and not writes:
        found = row_found(programme, kind, key)
        form = ROW_FORMS[kind](programme=programme, stored=found)
        return row_read(request, form, found, address_of_row(request, programme, kind, found))
    programme_to_write(request, pk, kind)
    return _answer(request, programme, row_found(programme, kind, key), kind)


@signed_in
@require_POST
def move(request: SignedInRequest, pk: UUID, kind: str, key: str) -> HttpResponse:
    """Move a row by ``offset`` (-1 up, 1 down) or under ``parent`` (``objectives.<key>``)."""
    programme = programme_to_write(request, pk, kind)
    found = row_found(programme, kind, key)
    told = request.POST.get("parent", "")
    parent = parent_told(programme, kind, told) if told else None
    offset = {"-1": -1, "1": 1}.get(request.POST.get("offset", ""), 0)
    with catch_refusal() as reasons:
        move_row(found, by=request.user, offset=offset, parent=parent)
    return _after(request, programme, kind, reasons, found)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def removal(request: SignedInRequest, pk: UUID, kind: str, key: str) -> HttpResponse:
    """Ask whether a row is to go, with what goes along; then remove it."""
    programme = programme_to_write(request, pk, kind)
    found = row_found(programme, kind, key)
    along = belonging_to(found)
    seen = f"{found.version}.{along}"  # what the question was asked about
    if request.method == "POST" and request.POST.get("seen", seen) == seen:
        over = found.parent
        with catch_refusal() as reasons:
            remove_row(found, by=request.user)
        return _after(request, programme, kind, reasons, over)
    context = {
        "programme": programme,
        "row": found,
        "kind": kind,
        "title": ROW_FORMS[kind](programme=programme).cells(found)[0][1] or found,
        "along": along,
        "seen": seen,
        "has_changed": request.method == "POST",
        "pointing": pointing_at(found),
        "comments": sum(
            len(one.comments.all())
            for one in said_about(programme, with_rows_below(found)).prefetch_related("comments")
        ),
        "back": address_of_row(request, programme, kind, found),
        "in_dialog": "HX-Request" in request.headers,
    }
    page = _page(request, "programmes/removal.html", "question")
    return render(request, page, context, status=409 if context["has_changed"] else 200)


def programme_to_write(request: SignedInRequest, pk: UUID, kind: str) -> Programme:
    """Return the programme, for someone who may write it; 404 for a stranger and an unknown list."""
    programme = found_programme(request, pk)
    if kind not in ROW_FORMS:
        raise Http404
    if not may_write(request.user, programme):
        raise PermissionDenied
    return programme


def _answer(
    request: SignedInRequest, programme: Programme, stored: Row | None, kind: str
) -> HttpResponse:
    what = f"{kind}/{stored.key if stored else 'add'}"
    form_type = ROW_FORMS[kind]
    if request.method != "POST":
        typed = typing_taken_up(request, programme, what)
        form = form_type(programme=programme, stored=stored, typed=typed)
        form.initial = {**form.initial, **_presets(form, request.GET)}
        return _row_page(request, form, what)
    form = form_type(_with_presets(form_type, request), programme=programme, stored=stored)
    if not form.is_valid():
        return _row_page(request, form, what, status=422)
    try:
        with catch_refusal() as reasons:
            stored = _write(request, programme, form, stored)
    except ConflictError as conflict:
        return conflict_page(request, programme, form, conflict)
    if reasons:
        return _row_page(request, form, what, status=422, reasons=reasons)
    drop_draft(programme, by=request.user, what=what)
    warn_of_names(request, form.values())
    if form.is_to_be_continued() and stored is not None:
        messages.success(request, _("Saved. This kind of activity asks a few questions more."))
        return redirect(reverse("programmes:row", args=[programme.pk, kind, stored.key]) + "#asked")
    whole = whole_of(programme) if kind in RESULTS else None
    if whole and stored is not None:
        tell_remarks(request, form_type(programme=programme, stored=stored), whole.plan)
    return _after(request, programme, kind, [], stored, whole)


def _write(
    request: SignedInRequest, programme: Programme, form: RowForm, stored: Row | None
) -> Row:
    if stored is None:
        parent = parent_told(programme, form.listed_as, request.GET.get("parent", ""))
        return add_row(
            programme, by=request.user, kind=form.listed_as, values=form.values(), parent=parent
        )
    version = form.started_from() if "version" in request.POST else _tapped_on(request, stored)
    return change_row(stored, by=request.user, version=version, values=form.values())


def _tapped_on(request: SignedInRequest, stored: Row) -> int:
    """Return the version that a single tap on the list answers; her own last taps are no conflict."""
    seen = request.GET.get("seen", "")
    is_told = seen.isdecimal() and len(seen) < LONGEST_VERSION
    is_hers = stored.programme.changed_by_id == request.user.pk
    return int(seen) if is_told and not is_hers else stored.version


def _presets(form: RowForm, given: QueryDict) -> dict[str, str]:
    return {name: str(given[name]) for name in (*form.one_per, *form.preset) if name in given}


def _with_presets(form_type: type[RowForm], request: SignedInRequest) -> QueryDict:
    """Return what was sent, with what the address says of the row."""
    data = request.POST.copy()
    for name in form_type.one_per:
        if name in request.GET and name not in data:
            data[name] = request.GET[name]
    return data


def _said_already(request: SignedInRequest, programme: Programme, kind: str) -> Row | None:
    """Return the row that says this already, in a list with one row for each of its things."""
    names = ROW_FORMS[kind].one_per
    asked = {n: str(request.POST.get(n) or request.GET.get(n) or "") for n in names}
    if not names or not all(asked.values()) or holds_forbidden("".join(asked.values())):
        return None
    return ROWS[kind]._default_manager.filter(programme=programme, **asked).first()


def row_found(programme: Programme, kind: str, key: str) -> Row:
    """Return a row of the programme; 404 if there is none."""
    found = row_of(programme, kind, key)
    if found is None:
        raise Http404
    return found


def parent_told(programme: Programme, kind: str, told: str) -> Row | None:
    """Return the row that ``objectives.<key>`` names; 404 if rows of this kind cannot stand there."""
    fitting = {ROWS[kind]._meta.get_field(name).related_model for name in ROWS[kind].parents}
    if not told and not fitting:
        return None
    over, _dot, key = told.partition(".")
    if ROWS.get(over) not in fitting:
        raise Http404
    return row_found(programme, over, key)


def _page(request: SignedInRequest, page: str, fragment: str) -> str:
    return f"{page}#{fragment}" if "HX-Request" in request.headers else page


def _row_page(
    request: SignedInRequest,
    form: RowForm,
    what: str,
    *,
    status: int = 200,
    reasons: list[str] | None = None,
) -> HttpResponse:
    programme, step = form.programme, form.model().step
    stored = form.stored if isinstance(form.stored, Row) else None
    context: dict[str, Any] = {
        "form": form,
        "fields": form.main_fields(),
        "what": what,
        "draft": None if form.is_bound else draft_of(request.user, programme, what),
        "is_taken_up": request.GET.get("draft") == "taken",
        "address": request.get_full_path(),
        "back": address_of_row(request, programme, form.listed_as, stored),
        "reasons": [{"what": REFUSALS[reason]} for reason in reasons or []],
        "in_dialog": "HX-Request" in request.headers,
    }
    page = _page(request, "programmes/row.html", "form")
    is_linted = form.listed_as in RESULTS
    plan = plan_of(programme) if is_linted or "#" not in page else None
    if plan is not None and is_linted:
        context |= {
            "is_linted": True,
            "remarks": remarks_on(form, plan),
            "measure": library_of(form),
        }
    if plan is not None and "#" not in page:
        context = around(request, programme, plan, step) | context
    return render(request, page, context | {"programme": programme}, status=status)


def _after(
    request: SignedInRequest,
    programme: Programme,
    kind: str,
    reasons: list[str],
    row: Row | None = None,
    whole: Whole | None = None,
) -> HttpResponse:
    """Go back to the list; an HTMX answer brings the list itself, and closes the dialog."""
    if reasons:
        stays = "record_stays" in reasons
        told = _("The programme has been submitted: reopen it before changing it.")
        messages.error(request, REFUSALS["record_stays"] if stays else told)
    if "HX-Request" in request.headers and kind in RESULTS:
        return framework_answer(request, programme, row, whole)
    if "HX-Request" not in request.headers or not ROW_FORMS[kind].is_listed:
        return redirect(address_of_row(request, programme, kind, row))
    rows, plan = whole or whole_of(programme)
    shown = row_list(
        programme, kind, rows, plan, writes=may_write_list(request.user, programme, kind)
    )
    context = around(request, programme, plan, ROWS[kind].step) | {"list": shown, "oob": True}
    return render(request, "programmes/parts/after.html", context)
