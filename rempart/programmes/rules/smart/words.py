"""Phrases found in a text, whatever their number or case; accents count (« protégé », « protège »)."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rempart.guide.rules.words import WORD, stem

Lines = tuple[str, ...]
ANY = "*"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, with its place."""

    stem: str
    start: int
    end: int


Slot = frozenset[str]  # the stems that may stand in one place of a phrase; empty: any
Phrase = tuple[Slot, ...]
Found = tuple[int, int]  # the first token, and the one after the last


@lru_cache(maxsize=50_000)
def comparable(word: str) -> str:
    """Return a word as it is compared."""
    return stem(unicodedata.normalize("NFC", word).casefold())


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text, in order."""
    return tuple(Token(comparable(m[0]), m.start(), m.end()) for m in WORD.finditer(text))


@lru_cache(maxsize=1_000)
def _compiled(lines: Lines) -> Mapping[str, tuple[Phrase, ...]]:
    """Return the phrases by the stems with which they may begin."""
    begun: dict[str, list[Phrase]] = {}
    for line in lines:
        phrase = tuple(_slot(place) for place in line.split())
        for first in phrase[0]:
            begun.setdefault(first, []).append(phrase)
    return {first: tuple(phrases) for first, phrases in begun.items()}


def _slot(place: str) -> Slot:
    return frozenset() if place == ANY else frozenset(map(comparable, place.split("/")))


def matches(said: Sequence[Token], lines: Lines) -> Iterator[Found]:
    """Yield where phrases stand, the longest of those that begin at one place."""
    begun = _compiled(lines)
    for first, token in enumerate(said):
        lengths = [len(p) for p in begun.get(token.stem, ()) if _stands(said, first, p)]
        if lengths:
            yield first, first + max(lengths)


def starts(said: Sequence[Token], lines: Lines) -> Found | None:
    """Return the phrase with which a text begins; none if it begins otherwise."""
    lengths = [
        len(phrase)
        for phrase in (_compiled(lines).get(said[0].stem, ()) if said else ())
        if _stands(said, 0, phrase)
    ]
    return (0, max(lengths)) if lengths else None


def count(said: Sequence[Token], lines: Lines) -> int:
    """Return how many words of a text are among these."""
    begun = _compiled(lines)
    return sum(token.stem in begun for token in said)


def _stands(said: Sequence[Token], first: int, phrase: Phrase) -> bool:
    within = said[first : first + len(phrase)]
    return len(within) == len(phrase) and all(
        not slot or token.stem in slot for token, slot in zip(within, phrase, strict=True)
    )
