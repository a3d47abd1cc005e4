"""The census as a file: a template to fill, an import seen before it is written, an export."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions import drop_sheet
from rempart.communities.actions.census import COUNTS, keep_counts, store_counts
from rempart.communities.forms.census import CountsFileForm, typed_of
from rempart.communities.models import PendingSheet, VenueCount
from rempart.communities.queries import pending_of, places_for
from rempart.communities.queries.census import census_heads, census_words_for, counts_for
from rempart.communities.rules.census import Counted, counts_of
from rempart.communities.views.census import about, census_reader_of, refused, word_of
from rempart.communities.views.faults import file_faults
from rempart.communities.views.finding import writer_of
from rempart.communities.views.sheets import SHOWN, answer_of
from rempart.kit.refusals import catch_refusal
from rempart.kit.sheets import LARGEST_FILE, SheetFault, Value, read_sheet


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def census_sheet(request: SignedInRequest) -> HttpResponse:
    """Choose a file of counts; every fault is named, and nothing is written before it was seen."""
    organisation = writer_of(request)
    is_sent = request.method == "POST"
    form = CountsFileForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    faults: list[SheetFault] = []
    if form.is_valid():
        file = form.cleaned_data["file"]
        counts, faults = _read(request, file.read() if (file.size or 0) <= LARGEST_FILE else None)
        if counts:
            name = str(file.name or "")[:200]
            kept = keep_counts(organisation, counts, by=request.user, name=name)
            return redirect("communities:census-preview", kept.pk)
    return _page(request, form, file_faults(faults), 422 if is_sent else 200)


def _read(request: SignedInRequest, data: bytes | None) -> tuple[list[Counted], list[SheetFault]]:
    if data is None:
        return [], [SheetFault(code="too_big")]
    return counts_of(read_sheet(data), census_words_for(request.user, localdate()))


def _page(
    request: SignedInRequest, form: CountsFileForm, reasons: list[dict[str, object]], status: int
) -> HttpResponse:
    context = census_reader_of(request) | {"form": form, "reasons": reasons}
    context["pending"] = pending_of(request.user, COUNTS)
    return render(request, "communities/census_sheet.html", context, status=status)


@signed_in
@require_safe
def census_preview(request: SignedInRequest, sheet: UUID) -> HttpResponse:
    """Show what a faultless file says, as it will be kept."""
    writer_of(request)
    pending = _pending(request, sheet)
    counts = [Counted.of(kept) for kept in pending.readings]
    names = {str(pk): name for pk, name in places_for(request.user).values_list("pk", "name")}
    rows = [
        {
            "place": names.get(one.place, ""),
            "zone": word_of("zone_kind", one.zone),
            "type": word_of("venue_type", one.venue_type),
            "about": about(one.step),
            "on": date.fromisoformat(one.counted_on),
            "source": one.source,
        }
        for one in counts[:SHOWN]
    ]
    context = census_reader_of(request) | {"pending": pending, "rows": rows, "count": len(counts)}
    context["more"] = len(counts) - len(rows)
    return render(request, "communities/census_preview.html", context)


@signed_in
@require_POST
def census_storing(request: SignedInRequest, sheet: UUID) -> HttpResponse:
    """Write the counts of the file that was seen."""
    writer_of(request)
    pending = _pending(request, sheet)
    count = 0
    with catch_refusal() as reasons:
        count = store_counts(pending, by=request.user)
    if reasons:
        return _page(request, CountsFileForm(), refused(reasons), 422)
    words = ngettext("%(n)s count is kept, rounded.", "%(n)s counts are kept, rounded.", count)
    messages.success(request, words % {"n": count})
    return redirect("communities:census")


@signed_in
@require_POST
def census_dropping(request: SignedInRequest, sheet: UUID) -> HttpResponse:
    """Forget the file that was seen."""
    writer_of(request)
    drop_sheet(_pending(request, sheet), by=request.user)
    messages.success(request, _("Nothing was written."))
    return redirect("communities:census-sheet")


def _pending(request: SignedInRequest, pk: UUID) -> PendingSheet:
    """Return the file that the reader chose; 404 for another's, and for one that is written already."""
    found = pending_of(request.user, COUNTS)
    if found is None or found.pk != pk:
        raise Http404
    return found


@signed_in
@require_safe
def census_file(request: SignedInRequest, form: str) -> HttpResponse:
    """Answer with every count, rounded as it is kept, as csv or xlsx; ``?empty=1`` gives the template."""
    census_reader_of(request)
    rows = list(_rows(request, is_empty="empty" in request.GET))
    return answer_of(form, _("Census of places"), "rempart-census", rows)


def _in_order(request: SignedInRequest) -> QuerySet[VenueCount]:
    own = counts_for(request.user).select_related("place")
    return own.order_by("place__name", "place", "venue_type", "zone", "-counted_on")


def _rows(request: SignedInRequest, *, is_empty: bool) -> Iterator[Sequence[Value]]:
    yield list(census_heads().values())
    if is_empty:
        for pk, name in places_for(request.user).values_list("pk", "name"):
            yield [str(pk), name]
        return
    for one in _in_order(request):
        yield [
            str(one.place_id),
            one.place.name,
            word_of("zone_kind", one.zone) or None,
            word_of("venue_type", one.venue_type),
            typed_of(one.step),
            one.counted_on,
            word_of("count_method", one.method),
            one.source,
        ]
