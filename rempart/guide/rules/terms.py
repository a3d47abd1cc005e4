"""The lint of terms: words that blame, hide or hurt, found as whole terms in their context.

It checks our own content, and later what users write: it points at the words, says which term is
better and why; it never changes a text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rempart.guide.rules.entries import Term
from rempart.guide.rules.words import WORD, plain, stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Words to replace: where they stand in the text and which term says it better."""

    term: str  # slug of the term
    words: str  # as they are written
    start: int
    end: int
    lexicon: str = ""  # whom the words blame; empty for words that are only to be replaced


class _Word(NamedTuple):
    stem: str
    exact: str  # with its accents: « drogue » is a thing, « drogué » blames a person
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[_Word, ...]
    term: str


Phrases = dict[tuple[str, str], list[_Phrase]]  # by language and first stem


class TermLint:
    """The terms to avoid, by language, ready to be looked for in any text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._avoid: Phrases = defaultdict(list)
        self._allow: Phrases = defaultdict(list)
        self._lexicons: dict[str, str] = {}
        for term in terms:
            self._lexicons[term.slug] = term.lexicon
            for language, phrases in term.avoid.items():
                for phrase in phrases:
                    _add(self._avoid, language, phrase, term.slug)
            for exemption in term.unless:
                _add(self._allow, exemption.language, exemption.words, term.slug)

    @property
    def languages(self) -> frozenset[str]:
        """Return the languages in which there are words to look for."""
        return frozenset(language for language, _ in self._avoid)

    def check(self, text: str, language: str) -> tuple[Finding, ...]:
        """Return what to replace in a text of this language, in order; longer terms win."""
        words = _words(text)
        allowed = list(_matches(words, language, self._allow))
        found = sorted(_matches(words, language, self._avoid), key=lambda m: (m[0], -m[1]))
        kept: list[Finding] = []
        for first, last, term in found:
            start, end = words[first].start, words[last].end
            is_allowed = any(a <= first and last <= b and term == t for a, b, t in allowed)
            if not is_allowed and (not kept or start >= kept[-1].end):
                said, whom = text[start:end], self._lexicons[term]
                kept.append(Finding(term=term, words=said, start=start, end=end, lexicon=whom))
        return tuple(kept)

    def check_in(self, text: str, languages: Iterable[str]) -> tuple[Finding, ...]:
        """Return what to replace, whichever of these languages it is said in; longer terms win."""
        found = {f for language in languages for f in self.check(text, language)}
        kept: list[Finding] = []
        for finding in sorted(found, key=lambda f: (f.start, -f.end)):
            if not kept or finding.start >= kept[-1].end:
                kept.append(finding)
        return tuple(kept)


def pieces(text: str, findings: Iterable[Finding]) -> Iterator[tuple[str, Finding | None]]:
    """Yield a text in pieces, each with what was found there; together they are the whole text."""
    place = 0
    for finding in findings:
        if finding.start > place:
            yield text[place : finding.start], None
        yield finding.words, finding
        place = finding.end
    if place < len(text):
        yield text[place:], None


def _add(phrases: Phrases, language: str, phrase: str, term: str) -> None:
    words = tuple(_words(phrase))
    phrases[language, words[0].stem].append(_Phrase(words, term))


def _words(text: str) -> list[_Word]:
    """Return the words with their places; each is made plain by itself, so places hold."""
    found = list(WORD.finditer(text))
    forms = {said: (stem(plain(said)), stem(said.casefold())) for said in {m[0] for m in found}}
    return [_Word(*forms[m[0]], m.start(), m.end()) for m in found]


def _matches(words: list[_Word], language: str, phrases: Phrases) -> Iterator[tuple[int, int, str]]:
    for first, word in enumerate(words):
        for phrase in phrases.get((language, word.stem), ()):
            said = words[first : first + len(phrase.words)]
            if _same(said, phrase.words):
                yield first, first + len(said) - 1, phrase.term


def _same(said: list[_Word], phrase: tuple[_Word, ...]) -> bool:
    """Say whether the words are those of a phrase; accents count where it is a single word."""
    if len(phrase) == 1:
        return said[0].exact == phrase[0].exact
    return [word.stem for word in said] == [word.stem for word in phrase]
