"""The lint of terms, ready with the terms of this deployment."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.translation import get_language

from rempart.guide.catalogue.loading import catalogue
from rempart.guide.catalogue.saying import say
from rempart.guide.rules.entries import Term
from rempart.guide.rules.terms import Finding, TermLint, pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """A term found in a text: its number there, the words as written, what to say instead, and why."""

    number: int
    words: tuple[str, ...]
    term: Term
    instead: tuple[tuple[str, str], ...]  # the code of each language, and what is said in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text in pieces, each with the number of the term that says it better, or 0; and those terms."""

    pieces: tuple[tuple[str, int], ...]
    flagged: tuple[Flagged, ...]


def lint(text: str, language: str | None = None) -> tuple[Finding, ...]:
    """Return the words of a text that the guide says otherwise, with the term that says it."""
    base = (language or get_language() or "en").partition("-")[0]
    return term_lint().check(text, base)


def mark(text: str, languages: Sequence[str] = ()) -> Marked:
    """Return a text with its terms to replace marked (REQ-113); by default in every language."""
    known = term_lint().languages
    found = term_lint().check_in(text, known.intersection(languages) or known)
    numbers = {slug: n for n, slug in enumerate(dict.fromkeys(f.term for f in found), start=1)}
    return Marked(
        pieces=tuple((words, numbers[f.term] if f else 0) for words, f in pieces(text, found)),
        flagged=tuple(_flagged(slug, number, found) for slug, number in numbers.items()),
    )


def _flagged(slug: str, number: int, found: Sequence[Finding]) -> Flagged:
    term = catalogue().entry(slug)
    assert isinstance(term, Term)  # noqa: S101 -- only terms are looked for
    return Flagged(
        number=number,
        words=tuple(dict.fromkeys(f.words for f in found if f.term == slug)),
        term=term,
        instead=tuple((code, say(term, "title", code)) for code, _ in settings.LANGUAGES),
    )


@cache
def term_lint() -> TermLint:
    """Return the terms to replace and those that blame, ready for any text."""
    return TermLint(catalogue().of(Term))
