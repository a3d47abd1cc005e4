"""Searching the guide as one types; what one's own organisation added is found too."""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from rempart.guide.catalogue import catalogue, place_of, search
from rempart.guide.models import OwnEntry
from rempart.guide.queries import own_entries_for
from rempart.guide.rules.entries import Entry
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.search import Document, Hit, Index, Piece
from rempart.guide.rules.shelves import carries
from rempart.guide.views.display import way
from rempart.guide.views.listing import applied, asked, choices_for, chosen

LONGEST_QUESTION = 200
EXAMPLES = (_("school"), _("helpline"), _("code of conduct"), _("box 8"), _("poverty"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A result as it is shown; ``own`` marks an entry of the reader's organisation."""

    kind: str
    number: int
    address: str
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    place: str
    entry: Entry | None = None
    own: OwnEntry | None = None


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Answer a question, all of it or one kind, narrowed by the filters; with htmx, only the results."""
    words = request.GET.get("q", "").replace("\0", "")[:LONGEST_QUESTION].strip()
    found = [*_own(request, words), *map(_guides, search(words))] if words else []
    entries = [one.entry for one in found if one.entry]
    filters = choices_for(entries, request.GET.dict())
    wanted = chosen(filters)
    carrying = [one for one in found if _carries(one, wanted)]
    kinds = Counter(one.kind for one in carrying)
    kind = request.GET.get("kind", "")
    kind = kind if kind in kinds else ""
    context = {
        "words": words,
        "kinds": [_kind(k, n, kind, {"q": words, **wanted}) for k, n in kinds.items()],
        "kept": {"q": words, "kind": kind},
        "examples": [{"words": say, "address": asked({"q": str(say)})} for say in EXAMPLES],
        "filters": filters,
        "applied": list(applied(filters, entries, {"q": words, "kind": kind})),
        "results": [one for one in carrying if kind in {"", one.kind}],
        "here": "search",
    }
    part = "guide/search.html#found" if "HX-Request" in request.headers else "guide/search.html"
    return render(request, part, context | way("search"))


def _carries(one: Found, wanted: dict[str, str]) -> bool:
    if one.entry:
        return carries(one.entry, wanted)
    return not wanted or (one.own is not None and wanted == {"area": one.own.area[len("area.") :]})


def _kind(kind: str, number: int, chosen_kind: str, told: dict[str, str]) -> dict[str, object]:
    """Return a kind of results as a link that shows only these, or all again."""
    is_chosen = kind == chosen_kind
    address = asked(told if is_chosen else {**told, "kind": kind})
    return {"kind": kind, "number": number, "is_chosen": is_chosen, "address": address}


def _guides(hit: Hit) -> Found:
    entry = catalogue().entry(hit.slug)
    return Found(
        kind=hit.kind.value,
        number=entry.number if hit.kind in {Kind.ACTION, Kind.EXAMPLE, Kind.BOX} else 0,
        address=reverse("guide:entry", args=[hit.slug]),
        title=hit.title,
        excerpt=hit.excerpt,
        place=place_of(entry),
        entry=entry,
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
