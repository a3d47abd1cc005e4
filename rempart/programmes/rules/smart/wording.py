"""The checks that read words: each returns the words that it would have written otherwise."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rempart.programmes.rules.smart.lexicon import Lexicon, SmartCheck
from rempart.programmes.rules.smart.words import Found, Lines, Token, matches, starts, tokens

LISTED = re.compile(r",\s*(\S+\s+){0,2}\S+\s*,$")  # "girls, boys, and …" is a list of nouns
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
REACH = 6  # how many words after "and" its verb may come
OPENING = 4  # within how many words an indicator says its direction
NEAR = 2  # words shown on either side of an "and"


@dataclass(frozen=True, kw_only=True)
class Said:
    """A text of a row, in its language."""

    text: str
    level: str
    lexicon: Lexicon

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Return its words."""
        return tokens(self.text)

    @cached_property
    def language(self) -> str:
        """Return the language in which it seems to be written."""
        return self.lexicon.language_of(self.tokens)

    @cached_property
    def first(self) -> int:
        """Return the word with which it begins, once a date that opens it is passed over."""
        lead = self.lexicon.languages[self.language].lead
        opens = starts(self.tokens, lead) is not None or bool(YEAR.match(self.text))
        comma = self.text.find(",")
        if not opens or comma < 0 or not self.tells_when(self.text[:comma]):
            return 0
        return sum(token.end <= comma for token in self.tokens)

    @property
    def body(self) -> Sequence[Token]:
        """Return its words after the date that opens it."""
        return self.tokens[self.first :]

    def tells_when(self, text: str) -> bool:
        """Say whether a text names a year, a month or a period."""
        dates = self.lexicon.languages[self.language].dates
        return bool(YEAR.search(text)) or any(True for _ in matches(tokens(text), dates))

    def words(self, found: Found) -> str:
        """Return words of the text as they are written."""
        return self.text[self.tokens[found[0]].start : self.tokens[found[1] - 1].end]

    def listed(self, check: SmartCheck, name: str) -> Lines:
        """Return a check's phrases in the text's own language."""
        return check.phrases(self.language, name)


def two_things(said: Said, check: SmartCheck) -> Iterator[str]:
    """Find an "and/or", a second sentence, a second quantity, a second clause."""
    always = list(matches(said.tokens, said.listed(check, "always")))
    yield from (said.words(found) for found in always)
    if (semicolon := said.text.find(";")) >= 0:
        yield said.text[max(0, semicolon - 12) : semicolon + 12].strip()
    allowed = [*always, *matches(said.tokens, said.listed(check, "pairs"))]
    for first, last in matches(said.tokens, said.listed(check, "joins")):
        if any(a <= first and last <= b for a, b in allowed):
            continue
        if said.level == "indicators" or _joins_clauses(said, check, first):
            yield said.words((max(0, first - NEAR), min(len(said.tokens), last + NEAR)))


def _joins_clauses(said: Said, check: SmartCheck, at: int) -> bool:
    """Say whether the word at this place joins two clauses, not two nouns."""
    verbs, relatives = said.listed(check, "verbs"), said.listed(check, "relatives")
    after = said.tokens[at + 1 :]
    if not any(True for _ in matches(said.tokens[:at], verbs)):
        return False
    verb = next((found[0] for found in matches(after, verbs)), None)
    if verb is None:
        return False
    relative = next((found[0] for found in matches(after, relatives)), REACH)
    head = said.text[: said.tokens[at].start].rstrip()
    is_clause = head.endswith(",") and not LISTED.search(head)
    return is_clause or verb < min(relative, REACH)


def vague(said: Said, check: SmartCheck) -> Iterator[str]:
    """Find words that everyone reads in another way."""
    yield from _unless(said, check, matches(said.tokens, said.listed(check, "words")))


def not_neutral(said: Said, check: SmartCheck) -> Iterator[str]:
    """Find a direction, or a figure, in the opening words of an indicator."""
    measured = next((f[0] for f in matches(said.tokens, said.listed(check, "measures"))), OPENING)
    opening = matches(said.tokens[:OPENING], said.listed(check, "words"))
    inside = (found for found in opening if found[0] <= measured)
    yield from _unless(said, check, inside)
    figure = starts(said.tokens, said.listed(check, "figures"))
    start = figure[1] if figure else 0
    if start < len(said.tokens) and said.tokens[start].stem.isdecimal():
        yield said.words((0, start + 1))


def activity_wording(said: Said, check: SmartCheck) -> Iterator[str]:
    """Find a result that begins like an activity."""
    found = starts(said.body, said.listed(check, "words"))
    if found and not starts(said.body, said.listed(check, "unless")):
        yield said.words((said.first, said.first + found[1]))


def delivery_wording(said: Said, check: SmartCheck) -> Iterator[str]:
    """Find an objective that tells of something delivered."""
    yield from _unless(said, check, matches(said.tokens, said.listed(check, "words")))


def activity_without_verb(said: Said, check: SmartCheck) -> Iterator[str]:
    """Find an activity that does not begin with what is done."""
    if not said.body or starts(said.body, said.listed(check, "verbs")):
        return
    first = said.body[0]
    verbs, nouns = said.listed(check, "verb_endings"), said.listed(check, "noun_endings")
    is_noun = starts(said.body, said.listed(check, "nouns")) is not None
    # in some languages a verb has its ending, in others a noun made of a verb has one
    lacks_verb = (bool(verbs) and not first.stem.endswith(verbs)) or first.stem.endswith(nouns)
    if is_noun or lacks_verb:
        yield said.text[first.start : first.end]


def awareness(said: Said, check: SmartCheck) -> Iterator[str]:
    """Find awareness or capacity: whoever asks knows whether something measures it."""
    yield from _unless(said, check, matches(said.tokens, said.listed(check, "words")))


def _unless(said: Said, check: SmartCheck, found: Iterator[Found]) -> Iterator[str]:
    allowed = list(matches(said.tokens, said.listed(check, "unless")))
    for first, last in found:
        if not any(a <= first and last <= b for a, b in allowed):
            yield said.words((first, last))


WORDING: Mapping[str, Callable[[Said, SmartCheck], Iterator[str]]] = {
    "two_things": two_things,
    "vague": vague,
    "not_neutral": not_neutral,
    "activity_wording": activity_wording,
    "delivery_wording": delivery_wording,
    "activity_without_verb": activity_without_verb,
    "awareness": awareness,
}
