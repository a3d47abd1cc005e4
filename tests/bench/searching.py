"""Searching the guide as one types: every beginning of a few questions, in turn."""

from collections.abc import Iterator
from itertools import cycle

from django.test import Client

from rempart.guide.catalogue import search
from tests.bench import Bench

QUESTIONS = ("prostitution enfantine", "e", "communaute", "exploitaton", "encadré 8")


def benches() -> Iterator[Bench]:
    """The search by itself, and its page as a browser gets it."""
    typed = cycle(q[:end] for q in QUESTIONS for end in range(1, len(q) + 1))
    browser = Client(headers={"accept-language": "fr", "HX-Request": "true"})
    yield Bench(name="search: an answer", run=lambda: search(next(typed), "fr"), seconds=0.05)
    yield Bench(
        name="search: its page",
        run=lambda: browser.get("/guide/search/", {"q": next(typed)}),
        seconds=0.05,
    )
