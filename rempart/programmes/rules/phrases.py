"""How a row's own words fit into a sentence: as an action, as a clause, or only between quotes."""

from dataclasses import dataclass
from functools import lru_cache

from rempart.programmes.rules.smart import Lexicon
from rempart.programmes.rules.smart.wording import WORDING, Said
from rempart.programmes.rules.smart.words import starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of a row; ``fits`` says whether they can run on inside a sentence of a language."""

    text: str
    fits: bool
    is_dated: bool = False  # it opens with its date, which a comma sets apart


@lru_cache(maxsize=10_000)
def action(text: str, language: str, lexicon: Lexicon) -> Phrase:
    """Return an activity's words; they fit where they begin with their verb."""
    said = Said(text=text, level="activities", lexicon=lexicon)
    fits = _is_in(said, language) and not _drawn(said, "activity_without_verb") and not said.first
    return Phrase(text=_inside(text, lowered=fits), fits=fits)


@lru_cache(maxsize=10_000)
def clause(text: str, language: str, lexicon: Lexicon) -> Phrase:
    """Return a result's or an assumption's words; they fit unless they tell of something to do."""
    said = Said(text=text, level="objectives", lexicon=lexicon)
    fits = _is_in(said, language) and not _drawn(said, "activity_wording")
    lowered = fits and starts(said.tokens, lexicon.languages[language].lowered) is not None
    return Phrase(text=_inside(text, lowered=lowered), fits=fits, is_dated=fits and said.first > 0)


def _is_in(said: Said, language: str) -> bool:
    return bool(said.tokens) and said.language == language


def _drawn(said: Said, check: str) -> bool:
    return any(True for _ in WORDING[check](said, said.lexicon.checks[check]))


def _inside(text: str, *, lowered: bool) -> str:
    """Return the words without the stop that ended them, and their capital where it may go."""
    bare = " ".join(text.split()).rstrip(".;, ")
    return bare[:1].lower() + bare[1:] if lowered else bare
