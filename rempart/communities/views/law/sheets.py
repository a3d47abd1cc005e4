"""A register as a file: CSV, XLSX or JSON out; a sheet in, seen before it is written."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions.laws import drop_law_sheet, keep_law_sheet, store_law_sheet
from rempart.communities.forms.laws import LawSheetForm
from rempart.communities.models import LawEntry, PendingLaw
from rempart.communities.models.law_names import REGISTER_NAMES
from rempart.communities.queries.laws import (
    answer,
    as_record,
    law_for,
    law_heads,
    law_words,
    name_of,
    pending_law_of,
)
from rempart.communities.rules.laws.checking import day_of
from rempart.communities.rules.laws.reading import PART, Row, rows_of
from rempart.communities.rules.laws.registers import REGISTERS, Register, Sort
from rempart.communities.views.finding import reader_of, writer_of
from rempart.communities.views.law.faults import law_faults
from rempart.communities.views.law.finding import found_register, law_page, said_refusals
from rempart.communities.views.law.registers import filtered
from rempart.communities.views.law.saying import heads_of, row_of
from rempart.kit.refusals import catch_refusal
from rempart.kit.sheets import LARGEST_FILE, SheetFault, Value, read_sheet, write_csv, write_xlsx

SHOWN = 50  # entries of a preview
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: SignedInRequest, register: str) -> HttpResponse:
    """Choose a file of entries; every fault is named, and nothing is written before it was seen."""
    described = found_register(register)
    organisation = writer_of(request)
    typed = request.POST if request.method == "POST" else None
    form = LawSheetForm(typed, request.FILES if typed is not None else None)
    faults: list[SheetFault] = []
    if form.is_valid():
        rows, faults = _read(request, form, described)
        if rows:
            name = str(form.cleaned_data["file"].name or "")[:200]
            kept = keep_law_sheet(organisation, register, rows, by=request.user, name=name)
            return redirect("law:preview", kept.pk)
    context = _choosing(request, described) | {"form": form}
    context |= {"reasons": law_faults(faults, described)}
    status = 422 if typed is not None else 200
    return render(request, "communities/law/sheet.html", context, status=status)


def _choosing(request: SignedInRequest, described: Register) -> dict[str, object]:
    return law_page(request, described) | {"pending": pending_law_of(request.user)}


def _read(
    request: SignedInRequest, form: LawSheetForm, described: Register
) -> tuple[list[Row], list[SheetFault]]:
    file = form.cleaned_data["file"]
    if (file.size or 0) > LARGEST_FILE:
        return [], [SheetFault(code="too_big")]
    words = law_words(request.user, described, localdate())
    return rows_of(read_sheet(file.read()), described, words)


@signed_in
@require_safe
def preview(request: SignedInRequest, sheet: UUID) -> HttpResponse:
    """Show what a faultless file says, before it is written."""
    writer_of(request)
    pending = _pending(request, sheet)
    described = REGISTERS[pending.register]
    rows = [Row.of(kept) for kept in pending.rows]
    context = law_page(request, described) | {
        "pending": pending,
        "columns": heads_of(described),
        "rows": [_shown(described, row) for row in rows[:SHOWN]],
        "made": sum(not row.key for row in rows),
        "changed": sum(bool(row.key) for row in rows),
        "more": max(len(rows) - SHOWN, 0),
    }
    return render(request, "communities/law/preview.html", context)


def _shown(described: Register, row: Row) -> dict[str, object]:
    """Return a row of a file as the list will show it once it is written."""
    entry = LawEntry(register=described.slug)
    for name in ("country", "title", "state"):
        setattr(entry, name, row.facts.get(name, ""))
    entry.on, entry.due = day_of(row.facts, "on"), day_of(row.facts, "due")
    entry.facts = {n: v if isinstance(v, str) else list(v) for n, v in row.facts.items()}
    return {"cells": row_of(entry, localdate())["cells"]}


@signed_in
@require_POST
def storing(request: SignedInRequest, sheet: UUID) -> HttpResponse:
    """Write the entries of the file that was seen."""
    writer_of(request)
    pending = _pending(request, sheet)
    described = REGISTERS[pending.register]
    count = 0
    with catch_refusal() as reasons:
        count = store_law_sheet(pending, by=request.user, on=localdate())
    if not reasons:
        words = ngettext("%(n)s entry is written.", "%(n)s entries are written.", count)
        messages.success(request, words % {"n": count})
        return redirect("law:register", described.within or described.slug)
    context = _choosing(request, described) | {"form": LawSheetForm()}
    context |= {"reasons": said_refusals(reasons)}
    return render(request, "communities/law/sheet.html", context, status=422)


@signed_in
@require_POST
def dropping(request: SignedInRequest, sheet: UUID) -> HttpResponse:
    """Forget the file that was seen."""
    writer_of(request)
    pending = _pending(request, sheet)
    register = pending.register
    drop_law_sheet(pending, by=request.user)
    messages.success(request, _("Nothing was written."))
    return redirect("law:sheet", register)


def _pending(request: SignedInRequest, pk: UUID) -> PendingLaw:
    """Return the file that the reader chose; 404 for another's, and for one that is written already."""
    found = pending_law_of(request.user)
    if found is None or found.pk != pk:
        raise Http404
    return found


@signed_in
@require_safe
def register_file(request: SignedInRequest, register: str, form: str) -> HttpResponse:
    """Answer with the entries of a register as csv, xlsx or json; ``?empty=1`` leaves them out."""
    reader_of(request)
    described = found_register(register)
    if form not in TYPES:
        raise Http404
    found = law_for(request.user, register).select_related("within")
    asked = {name: request.GET.get(name, "") for name in ("country", "state")}
    entries = [] if "empty" in request.GET else list(filtered(found, asked, described))
    name = f"rempart-{register}-{localdate():%Y-%m-%d}.{form}"
    if form == "json":
        told = {"register": register, "entries": [as_record(one) for one in entries]}
        response: HttpResponse = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    else:
        rows = list(_rows(described, entries))
        title = str(REGISTER_NAMES[register][0])
        separator = ";" if get_language() == "fr" else ","
        data = write_xlsx(title, rows) if form == "xlsx" else write_csv(rows, separator)
        response = HttpResponse(data, content_type=TYPES[form])
    response["Content-Disposition"] = content_disposition_header(True, name) or ""  # noqa: FBT003 -- Django's own order
    return response


def _rows(described: Register, entries: Sequence[LawEntry]) -> Iterator[Sequence[Value]]:
    yield [head for _name, head in law_heads(described)]
    for entry in entries:
        whole = [name_of(entry.within)] if entry.within else []
        yield [str(entry.pk), *whole, *_cells(described, entry)]


def _cells(described: Register, entry: LawEntry) -> Iterator[Value]:
    said = entry.said()
    for column in described.columns:
        fact = said[column.name]
        if column.sort is Sort.DAY:
            yield day_of(said, column.name)
        elif isinstance(fact, tuple):
            yield f"{PART} ".join(answer(column, one) for one in fact)
        elif column.is_closed:
            yield answer(column, fact)
        else:
            yield fact or None
