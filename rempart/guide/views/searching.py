"""Searching the guide as one types; what one's own organisation added is found too."""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from rempart.guide.catalogue import catalogue, place_of, search
from rempart.guide.models import OwnEntry
from rempart.guide.queries import own_entries_for
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.search import Document, Hit, Index, Piece

LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A result as it is shown; ``own`` marks an entry of the reader's organisation."""

    kind: str
    number: int
    address: str
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    place: str
    own: OwnEntry | None = None


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Answer a question, all of it or one kind; with htmx, only the list of results."""
    words = request.GET.get("q", "").replace("\0", "")[:LONGEST_QUESTION].strip()
    found = [*_own(request, words), *map(_guides, search(words))] if words else []
    kinds = Counter(one.kind for one in found)
    wanted = request.GET.get("kind", "")
    wanted = wanted if wanted in kinds else ""
    context = {
        "words": words,
        "kinds": kinds.items(),
        "wanted": wanted,
        "results": [one for one in found if wanted in {"", one.kind}],
        "here": "search",
    }
    part = "guide/search.html#found" if "HX-Request" in request.headers else "guide/search.html"
    return render(request, part, context)


def _guides(hit: Hit) -> Found:
    entry = catalogue().entry(hit.slug)
    return Found(
        kind=hit.kind.value,
        number=entry.number if hit.kind in {Kind.ACTION, Kind.EXAMPLE, Kind.BOX} else 0,
        address=reverse("guide:entry", args=[hit.slug]),
        title=hit.title,
        excerpt=hit.excerpt,
        place=place_of(entry),
    )


def _own(request: HttpRequest, words: str) -> list[Found]:
    entries = {str(entry.pk): entry for entry in own_entries_for(request.user)}
    index = Index(
        Document(slug=key, kind=Kind(one.kind), title=one.words.title, text=one.words.text)
        for key, one in entries.items()
    )
    return [
        Found(
            kind=hit.kind.value,
            number=0,
            address=entries[hit.slug].get_absolute_url(),
            title=hit.title,
            excerpt=hit.excerpt,
            place="",
            own=entries[hit.slug],
        )
        for hit in (index.search(words) if entries else ())
    ]
