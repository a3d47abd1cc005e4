"""Places as a file: a template to fill, a list seen before it is written, an export."""

from collections.abc import Iterator, Sequence
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
from rempart.communities.actions import drop_list, keep_list, store_list
from rempart.communities.forms import ListForm
from rempart.communities.models import PendingPlaces
from rempart.communities.models.names import LEVEL_NAMES
from rempart.communities.queries import (
    list_heads,
    list_words_for,
    pending_places_of,
    places_for,
)
from rempart.communities.rules.listing import Listed, PlaceList, places_listed
from rempart.communities.views.faults import file_faults
from rempart.communities.views.finding import reader_of, said, writer_of
from rempart.communities.views.sheets import TYPES
from rempart.kit.discretion import seems_too_precise
from rempart.kit.refusals import catch_refusal
from rempart.kit.sheets import LARGEST_FILE, SheetFault, Value, read_sheet, write_csv, write_xlsx

SHOWN = 50  # places of a preview


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def choosing(request: SignedInRequest) -> HttpResponse:
    """Choose a file of places; every fault is named, and nothing is written before it was seen."""
    organisation = writer_of(request)
    typed = request.POST if request.method == "POST" else None
    form = ListForm(typed, request.FILES if typed is not None else None, today=localdate())
    faults: list[SheetFault] = []
    if form.is_valid():
        listed = _read(request, form)
        faults = listed.faults
        if listed.places:
            name = str(form.cleaned_data["file"].name or "")[:200]
            kept = keep_list(organisation, listed, by=request.user, name=name)
            return redirect("communities:list-preview", kept.pk)
    return _page(request, form, file_faults(faults))


def _read(request: SignedInRequest, form: ListForm) -> PlaceList:
    file = form.cleaned_data["file"]
    if (file.size or 0) > LARGEST_FILE:
        return PlaceList(faults=[SheetFault(code="too_big")])
    words = list_words_for(request.user, localdate())
    return places_listed(read_sheet(file.read()), words, form.counted())


def _page(
    request: SignedInRequest, form: ListForm, reasons: list[dict[str, object]]
) -> HttpResponse:
    context = reader_of(request) | {
        "form": form,
        "reasons": reasons,
        "pending": pending_places_of(request.user),
    }
    is_bad = form.is_bound or reasons
    return render(request, "communities/list.html", context, status=422 if is_bad else 200)


@signed_in
@require_safe
def preview(request: SignedInRequest, listed: UUID) -> HttpResponse:
    """Show which places a faultless file would add."""
    writer_of(request)
    pending = _pending(request, listed)
    places = [Listed.of(one) for one in pending.places]
    names = {str(pk): name for pk, name in places_for(request.user).values_list("pk", "name")}
    names |= {one.ref: one.name for one in places}
    context = reader_of(request) | {
        "pending": pending,
        "rows": [
            {
                "place": one,
                "level": LEVEL_NAMES.get(one.level, ""),
                "inside": names.get(one.parent, ""),
            }
            for one in places[:SHOWN]
        ],
        "count": len(places),
        "more": len(places) - len(places[:SHOWN]),
        "precise": [one.name for one in places if seems_too_precise(one.name)][:SHOWN],
    }
    return render(request, "communities/list_preview.html", context)


@signed_in
@require_POST
def storing(request: SignedInRequest, listed: UUID) -> HttpResponse:
    """Add the places of the list that was seen."""
    writer_of(request)
    pending = _pending(request, listed)
    count = 0
    with catch_refusal() as reasons:
        count = store_list(pending, by=request.user)
    if reasons:
        return _page(request, ListForm(today=localdate()), said(reasons))
    words = ngettext("%(n)s place is added.", "%(n)s places are added.", count)
    messages.success(request, words % {"n": count})
    return redirect("communities:places")


@signed_in
@require_POST
def dropping(request: SignedInRequest, listed: UUID) -> HttpResponse:
    """Forget the list that was seen."""
    writer_of(request)
    drop_list(_pending(request, listed), by=request.user)
    messages.success(request, _("Nothing was written."))
    return redirect("communities:list")


def _pending(request: SignedInRequest, pk: UUID) -> PendingPlaces:
    """Return the list that the reader chose; 404 for another's, and for one that is written already."""
    found = pending_places_of(request.user)
    if found is None or found.pk != pk:
        raise Http404
    return found


@signed_in
@require_safe
def list_file(request: SignedInRequest, form: str) -> HttpResponse:
    """Answer with every place as csv or xlsx; ``?empty=1`` leaves them out."""
    reader_of(request)
    if form not in TYPES:
        raise Http404
    rows = list(_rows(request, is_empty="empty" in request.GET))
    if form == "xlsx":
        data = write_xlsx(_("Places"), rows)
    else:
        data = write_csv(rows, ";" if get_language() == "fr" else ",")
    answer = HttpResponse(data, content_type=TYPES[form])
    name = f"rempart-list-of-places-{localdate():%Y-%m-%d}.{form}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""  # noqa: FBT003 -- Django's own order
    return answer


def _rows(request: SignedInRequest, *, is_empty: bool) -> Iterator[Sequence[Value]]:
    yield list(list_heads().values())
    places = [] if is_empty else list(places_for(request.user))
    names = [one.name for one in places]
    called = {one.pk: one.name if names.count(one.name) == 1 else str(one.pk) for one in places}
    for one in places:
        level = str(LEVEL_NAMES.get(one.level, ""))
        inside = called.get(one.parent_id, "") if one.parent_id else ""
        figures = [None if n is None else str(n) for n in (one.children, one.children_year)]
        yield [one.name, level, inside, one.country, *figures, one.children_source]
