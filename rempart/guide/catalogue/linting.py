"""The lint of terms, ready with the terms of this deployment."""

from functools import cache

from django.utils.translation import get_language

from rempart.guide.catalogue.loading import catalogue
from rempart.guide.rules.entries import Term
from rempart.guide.rules.terms import Finding, TermLint


def lint(text: str, language: str | None = None) -> tuple[Finding, ...]:
    """Return the words of a text that the guide says otherwise, with the term that says it."""
    base = (language or get_language() or "en").partition("-")[0]
    return _terms().check(text, base)


@cache
def _terms() -> TermLint:
    return TermLint(catalogue().of(Term))
