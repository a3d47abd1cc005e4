"""Figures as a file: a template to fill, an import seen before it is written, an export."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions import drop_sheet, keep_sheet, store_sheet
from rempart.communities.catalogue import conditions
from rempart.communities.forms import SheetForm
from rempart.communities.models import PendingSheet
from rempart.communities.queries import in_use, newest_of, pending_of, places_for, vocabulary_for
from rempart.communities.queries.values import column_heads, condition_head
from rempart.communities.rules.readings import Common, Reading, readings_of
from rempart.communities.views.faults import file_faults
from rempart.communities.views.finding import reader_of, said, writer_of
from rempart.communities.views.saying import figure
from rempart.guide.catalogue import say
from rempart.kit.refusals import catch_refusal
from rempart.kit.sheets import LARGEST_FILE, SheetFault, Value, read_sheet, write_csv, write_xlsx

SHOWN = 50  # readings of a preview
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: SignedInRequest) -> HttpResponse:
    """Choose a file of figures; every fault is named, and nothing is written before it was seen."""
    organisation = writer_of(request)
    typed = request.POST if request.method == "POST" else None
    form = SheetForm(typed, request.FILES if typed is not None else None, today=localdate())
    faults: list[SheetFault] = []
    if form.is_valid():
        file = form.cleaned_data["file"]
        readings, faults = _read(request, form)
        if readings:
            name = str(file.name or "")[:200]
            kept = keep_sheet(organisation, readings, by=request.user, name=name)
            return redirect("communities:preview", kept.pk)
    context = reader_of(request) | {"form": form, "reasons": file_faults(faults)}
    context |= {"pending": pending_of(request.user)}
    return render(
        request, "communities/sheet.html", context, status=422 if typed is not None else 200
    )


def _read(request: SignedInRequest, form: SheetForm) -> tuple[list[Reading], list[SheetFault]]:
    typed = form.cleaned_data
    if (typed["file"].size or 0) > LARGEST_FILE:
        return [], [SheetFault(code="too_big")]
    common = Common(on=typed["on"], source=typed["source"], grade=typed["grade"])
    vocabulary = vocabulary_for(request.user, localdate())
    return readings_of(read_sheet(typed["file"].read()), vocabulary, common)


@signed_in
@require_safe
def preview(request: SignedInRequest, sheet: UUID) -> HttpResponse:
    """Show what a faultless file says, before it is written."""
    writer_of(request)
    pending = _pending(request, sheet)
    readings = [Reading.of(kept) for kept in pending.readings]
    names = {str(pk): name for pk, name in places_for(request.user).values_list("pk", "name")}
    rows = [
        {
            "place": names.get(one.place, ""),
            "condition": say(conditions()[one.condition]),
            "figure": figure(conditions()[one.condition], float(one.value)),
            "on": date.fromisoformat(one.on),
            "source": one.source,
        }
        for one in readings[:SHOWN]
    ]
    context = reader_of(request) | {
        "pending": pending,
        "rows": rows,
        "count": len(readings),
        "places": len({one.place for one in readings}),
        "more": len(readings) - len(rows),
    }
    return render(request, "communities/preview.html", context)


@signed_in
@require_POST
def storing(request: SignedInRequest, sheet: UUID) -> HttpResponse:
    """Write the figures of the file that was seen."""
    writer_of(request)
    pending = _pending(request, sheet)
    count = 0
    with catch_refusal() as reasons:
        count = store_sheet(pending, by=request.user)
    if not reasons:
        words = ngettext("%(n)s figure is kept.", "%(n)s figures are kept.", count)
        messages.success(request, words % {"n": count})
        return redirect("communities:ranking")
    context = reader_of(request) | {"form": SheetForm(today=localdate()), "reasons": said(reasons)}
    return render(request, "communities/sheet.html", context, status=422)


@signed_in
@require_POST
def dropping(request: SignedInRequest, sheet: UUID) -> HttpResponse:
    """Forget the file that was seen."""
    writer_of(request)
    drop_sheet(_pending(request, sheet), by=request.user)
    messages.success(request, _("Nothing was written."))
    return redirect("communities:sheet")


def _pending(request: SignedInRequest, pk: UUID) -> PendingSheet:
    """Return the file that the reader chose; 404 for another's, and for one that is written already."""
    found = pending_of(request.user)
    if found is None or found.pk != pk:
        raise Http404
    return found


@signed_in
@require_safe
def sheet_file(request: SignedInRequest, form: str) -> HttpResponse:
    """Answer with the newest figures of every place as csv or xlsx; ``?empty=1`` leaves them out."""
    reader_of(request)
    rows = list(_rows(request, is_empty="empty" in request.GET))
    return answer_of(form, _("Places"), "rempart-places", rows)


def answer_of(form: str, title: str, name: str, rows: Sequence[Sequence[Value]]) -> HttpResponse:
    """Answer with rows as a file of this form, named after its day; 404 for a form that there is not."""
    if form not in TYPES:
        raise Http404
    if form == "xlsx":
        data = write_xlsx(title, rows)
    else:
        data = write_csv(rows, ";" if get_language() == "fr" else ",")
    answer = HttpResponse(data, content_type=TYPES[form])
    name = f"{name}-{localdate():%Y-%m-%d}.{form}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""  # noqa: FBT003 -- Django's own order
    return answer


def _rows(request: SignedInRequest, *, is_empty: bool) -> Iterator[Sequence[Value]]:
    heads = column_heads()
    used = in_use(request.user.organisation_id)
    yield [heads["id"], heads["place"], *map(condition_head, used), *map(heads.__getitem__, ("source", "date", "grade", "note"))]  # fmt: skip
    known = {} if is_empty else newest_of(request.user)
    for pk, name in places_for(request.user).values_list("pk", "name"):
        own = [known.get((pk, slug)) for slug in used]
        yield [str(pk), name, *(one.value if one else None for one in own)]
