"""Reading the guide: its front page, its shelves, its entries, Figure 1. Open to everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rempart.guide.catalogue import catalogue
from rempart.guide.queries import own_entries_carrying, own_entries_for
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.shelves import SHELVES, filtered
from rempart.guide.views.display import chapter_of, heading_of, matrix_of, page_of, way
from rempart.guide.views.listing import (
    applied,
    choices_for,
    chosen,
    entries_of,
    marks_of,
    sections_of,
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the five strategies and where everything else stands."""
    return render(request, "guide/home.html", way("home"))


@require_safe
def shelf(request: HttpRequest, slug: str) -> HttpResponse:
    """List the kinds of a shelf, filtered by area, level, theme and group."""
    found = next((shelf for shelf in SHELVES if shelf.slug == slug), None)
    if found is None:
        raise Http404
    entries = entries_of(found)
    filters = choices_for(entries, request.GET.dict())
    wanted = chosen(filters)
    shown = filtered(entries, wanted)
    context = {
        "filters": filters,
        "applied": list(applied(filters, entries, {})),
        "sections": sections_of(shown),
        "number": len(shown),
        "total": len(entries),
        "own": own_entries_carrying(request.user, wanted).filter(kind__in=found.kinds),
        "shelf": found,
        "here": found.slug,
    }
    return render(request, "guide/shelf.html", context | heading_of(found))


@require_safe
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an entry with what bears on it; an area's is its whole chapter."""
    found = catalogue().entries.get(slug)
    if found is None:
        raise Http404
    if found.kind is Kind.AREA:
        own = own_entries_for(request.user).filter(area=slug)
        context = {"entry": found, "own": own, **chapter_of(found), "here": slug}
        return render(request, "guide/area.html", context)
    context = {"entry": found, **page_of(found), "marks": list(marks_of(found)), "here": slug}
    return render(request, "guide/entry.html", context)


@require_safe
def figure_1(request: HttpRequest) -> HttpResponse:
    """Show the whole matrix: the printed letters, the inferred columns and how sure they are."""
    columns = catalogue().figure_1.columns
    context = {"entry": catalogue().entry("fig.1"), "themes": matrix_of(), "columns": columns}
    context["here"] = "figure-1"
    return render(request, "guide/figure_1.html", context)
