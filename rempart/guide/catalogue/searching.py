"""The indexes of the catalogue: everything the guide says, in each language, built at first need."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from django.utils.translation import get_language

from rempart.guide.catalogue.loading import catalogue
from rempart.guide.catalogue.saying import say
from rempart.guide.rules.entries import Area, Entry, Term
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.search import Document, Hit, Index

PRINTED = {Kind.BOX, Kind.EXAMPLE, Kind.FIGURE, Kind.LADDER, Kind.ACTION, Kind.KEY_POINT}


def search(question: str, language: str | None = None, *, limit: int = 50) -> tuple[Hit, ...]:
    """Return what the guide says to a question, in the reader's language, the best first."""
    return index(language or get_language() or "en").search(question, limit=limit)


@cache
def index(language: str) -> Index:
    """Return the index of a language."""
    echoes = _echoes(language)
    return Index(
        document(e, language, echoes.get(e.slug, ())) for e in catalogue().entries.values()
    )


def document(entry: Entry, language: str, echoes: tuple[str, ...] = ()) -> Document:
    """Return an entry as it is said in a language, ready to be found."""
    told = [say(entry, name, language) for name in entry.spoken[2:]]
    return Document(
        slug=entry.slug,
        kind=entry.kind,
        title=say(entry, "title", language),
        text=say(entry, "text", language),
        lines=(*told, *(say(line, "text", language) for line in entry.lines)),
        names=tuple(_names(entry, language)),
        other_words=entry.other_words(_base(language)),
        echoes=echoes,
    )


def _names(entry: Entry, language: str) -> Iterator[str]:
    """Yield what an entry is called for short: "box 8", "encadré 8", "box.08", "RULE-016"."""
    yield entry.slug
    yield from entry.rules
    if entry.kind in PRINTED:
        kind = catalogue().code_list("guide_kind").value(entry.kind)
        yield f"{say(kind, 'short', language)} {entry.number}"
        yield f"{kind.short} {entry.number}"
    if isinstance(entry, Area):
        yield say(catalogue().code_list("guide_area").value(entry.place.area), "short", language)


def _echoes(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words that lead to a term by the entries that the term points at."""
    leads: dict[str, list[str]] = defaultdict(list)
    for term in catalogue().of(Term):
        for slug in term.refs:
            leads[slug].extend(term.other_words(_base(language)))
    return {slug: tuple(words) for slug, words in leads.items()}


def _base(language: str) -> str:
    return language.partition("-")[0]
