"""What practitioners keep in content for the lint: the words of each check, by language."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from rempart.programmes.rules.smart.words import Lines, Token, count


class Letter(StrEnum):
    """Which letter of SMART a check watches."""

    SPECIFIC = "S"
    MEASURABLE = "M"
    ATTAINABLE = "A"
    RELEVANT = "R"
    TIME_BOUND = "T"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmartCheck:
    """A file of ``content/smart``: what is said of a row, with an example of each, and its words.

    ``words`` are lists of phrases by language and by the name that the check gives them; a phrase
    may offer several words in one place (``is/are``), and ``*`` stands for any one word.
    """

    spoken: ClassVar[tuple[str, ...]] = ("title", "message", "why", "bad", "good")

    slug: str
    number: int  # where it stands among the others
    letter: Letter
    levels: tuple[str, ...]  # the lists of ``Plan`` that it reads
    title: str
    message: str
    why: str
    bad: str
    good: str
    words: Mapping[str, Mapping[str, Lines]] = field(default_factory=dict)

    @property
    def context(self) -> str:
        """Return what names this check to translators."""
        return f"smart/{self.slug}"

    def said(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        for name in self.spoken:
            yield f"{self.context}/{name}", getattr(self, name)

    def phrases(self, language: str, name: str) -> Lines:
        """Return a list of phrases; none in a language that has none."""
        return self.words.get(language, {}).get(name, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A file of ``content/languages``: by which small words a language is known."""

    slug: str
    function_words: Lines
    dates: Lines  # months and periods
    lead: Lines  # how a sentence opens that begins with its date
    lowered: Lines  # first words that lose their capital inside a sentence


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """All that the lint must be told beside the plan. One is the same as itself only."""

    checks: Mapping[str, SmartCheck]
    languages: Mapping[str, Language]
    fallback: str = "en"  # the language of a text too short to tell
    directions: Mapping[str, str] = field(default_factory=dict)  # of the library: up, down, neutral
    needs: Mapping[str, AbstractSet[int]] = field(default_factory=dict)  # need -> its actions

    def language_of(self, tokens: Sequence[Token]) -> str:
        """Return the language whose small words occur most often in a text."""
        counts = {
            slug: count(tokens, language.function_words)
            for slug, language in self.languages.items()
        }
        most = max(counts.values(), default=0)
        likely = [slug for slug, found in counts.items() if found == most]
        return likely[0] if most and len(likely) == 1 else self.fallback
