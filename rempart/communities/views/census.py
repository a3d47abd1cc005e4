"""The census of places: areas with about how many venues of which type, and what is done about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.access import may_read_census, may_write_places
from rempart.communities.actions.census import change_count, withdraw_count, write_counts
from rempart.communities.forms.census import CountForm, CountsForm
from rempart.communities.models import Place, VenueCount
from rempart.communities.queries.census import Area, Line, areas_for, census_of, counts_for
from rempart.communities.rules.census import number_of
from rempart.communities.rules.census.counting import FEW, NONE
from rempart.communities.views.finding import found_place, reader_of
from rempart.guide.catalogue import catalogue, say
from rempart.kit.refusals import catch_refusal
from rempart.look.say import number

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

PAGE = 20  # areas of a page
REFUSALS: "dict[str, _StrPromise]" = {
    "children_unsaid": gettext_lazy("It is not said how many children live in this area: say it first, or count for the area that it lies in."),
    "area_too_small": gettext_lazy("Fewer than 1,000 children live in this area: a count here would point at an establishment. Count for the area that it lies in."),
    "few_in_zone": gettext_lazy("Fewer than five in a mere zone would point at an establishment: count them with the whole area."),
    "same_count": gettext_lazy("This area has a count of this type and day already: change that one."),
    "same_action": gettext_lazy("This action is planned for that day already."),
    "place_gone": gettext_lazy("A place of this file has been removed meanwhile. Choose the file again."),
}  # fmt: skip
CHANGES: "dict[str, _StrPromise]" = {
    "first": gettext_lazy("first count"),
    "more": gettext_lazy("more than before"),
    "fewer": gettext_lazy("fewer than before"),
    "same": gettext_lazy("about as before"),
    "otherwise": gettext_lazy("counted in another way: not compared"),
}


def census_reader_of(request: SignedInRequest) -> dict[str, object]:
    """Return what every page of the census says of its reader."""
    if not may_read_census(request.user, request.user.organisation_id):
        raise PermissionDenied
    return reader_of(request)


def counted_place(request: SignedInRequest, pk: UUID, *, to_write: bool = False) -> Place:
    """Return a place of the reader's organisation, to read its census or to write about it."""
    place = found_place(request, pk)
    may = may_write_places if to_write else may_read_census
    if not may(request.user, place.organisation_id):
        raise PermissionDenied
    return place


def refused(reasons: Sequence[str]) -> list[dict[str, object]]:
    """Return refusals as ``look/refusal.html`` shows them."""
    return [{"what": REFUSALS[reason]} for reason in reasons]


def about(step: int) -> str:
    """Write what is kept of a count: "about 15", "fewer than five", "none found"."""
    if step == NONE:
        return _("none found")
    if step == FEW:
        return _("fewer than five")
    return _("about %(n)s") % {"n": number(number_of(step))}


def word_of(code_list: str, code: str) -> str:
    """Write a code of a list in the reader's words."""
    return say(catalogue().code_list(code_list).value(code), "label") if code else ""


def shown(area: Area) -> dict[str, object]:
    """Return what a page shows of an area."""
    today = localdate()
    return {
        "place": area.place,
        "lines": [_line(one) for one in area.lines],
        "actions": [
            {
                "planned": one,
                "entry": catalogue().entry(one.action),
                "is_late": one.done_on is None and one.due_on < today,
            }
            for one in area.actions
        ],
        "is_open": area.is_open,
    }


def _line(line: Line) -> dict[str, object]:
    count = line.newest
    return {
        "count": count,
        "type": word_of("venue_type", count.venue_type),
        "zone": word_of("zone_kind", count.zone),
        "method": word_of("count_method", count.method),
        "about": about(count.step),
        "change": CHANGES[line.change],
        "kind": line.change.value,
        "before": [(one, about(one.step), word_of("count_method", one.method)) for one in line.before],
    }  # fmt: skip


@signed_in
@require_safe
def census(request: SignedInRequest) -> HttpResponse:
    """Show the areas that were counted, those that no action answers first."""
    context = census_reader_of(request)
    areas = areas_for(request.user)
    pages = Paginator(areas, PAGE).get_page(request.GET.get("page"))
    context |= {
        "count": len(areas),
        "areas": [shown(one) for one in census_of(request.user, list(pages.object_list))],
        "pages": pages,
    }
    return render(request, "communities/census.html", context)


@signed_in
@require_safe
def area(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show what the census says of one area, its counts over time and its actions."""
    place = counted_place(request, pk)
    [found] = census_of(request.user, [place])
    context = census_reader_of(request) | {"area": shown(found), "place": place}
    return render(request, "communities/census_area.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def counts(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Write counts of an area, by type of venue."""
    place = counted_place(request, pk, to_write=True)
    form = CountsForm(request.POST if request.method == "POST" else None, today=localdate())
    reasons: list[str] = []
    if form.is_valid():
        written = 0
        with catch_refusal() as reasons:
            told = form.counted(str(place.pk))
            written = write_counts(place, form.steps(), told, by=request.user)
        if not reasons:
            words = ngettext("%(n)s count is kept, rounded.", "%(n)s counts are kept, rounded.", written)  # fmt: skip
            messages.success(request, words % {"n": written})
            return redirect("communities:census-area", place.pk)
    context = census_reader_of(request) | {"place": place, "form": form}
    context |= {
        "reasons": refused(reasons),
        "origin": [form[name] for name in CountsForm.field_order],
        "types": [form[name] for name in form.types],
    }
    status = 422 if form.is_bound else 200
    return render(request, "communities/census_counts.html", context, status=status)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def count(request: SignedInRequest, pk: UUID, count: UUID) -> HttpResponse:
    """Change one count."""
    place = counted_place(request, pk, to_write=True)
    found = _count(request, place, count)
    typed = request.POST if request.method == "POST" else None
    form = CountForm(typed, initial=CountForm.typed(found), today=localdate())
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            change_count(found, form.told(str(place.pk)), by=request.user)
        if not reasons:
            messages.success(request, _("Saved."))
            return redirect("communities:census-area", place.pk)
    context = census_reader_of(request) | {"place": place, "form": form}
    context |= {"count": found, "reasons": refused(reasons)}
    status = 422 if form.is_bound else 200
    return render(request, "communities/census_count.html", context, status=status)


@signed_in
@require_POST
def count_removal(request: SignedInRequest, pk: UUID, count: UUID) -> HttpResponse:
    """Withdraw a count."""
    place = counted_place(request, pk, to_write=True)
    withdraw_count(_count(request, place, count), by=request.user)
    messages.success(request, _("The count is withdrawn."))
    return redirect("communities:census-area", place.pk)


def _count(request: SignedInRequest, place: Place, key: UUID) -> VenueCount:
    own = counts_for(request.user).filter(place=place).select_related("place")
    return get_object_or_404(own, pk=key)
