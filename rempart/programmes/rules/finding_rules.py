"""Finding a rule among all: by its words, its weight, the step that mends it, and the guide's tags."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rempart.guide.rules.words import stems

FILTERS = ("severity", "scope", "step", "area", "theme")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """A rule as it is looked for: its id, its words in the reader's language, its marks by filter."""

    rule: str
    words: str
    marks: Mapping[str, frozenset[str]]

    def carries(self, wanted: Mapping[str, str]) -> bool:
        """Say whether it carries every wanted mark; an empty value asks for nothing."""
        return all(value in self.marks[name] for name, value in wanted.items() if value)


def rules_found(
    cards: Iterable[RuleCard], wanted: Mapping[str, str], words: str = ""
) -> tuple[str, ...]:
    """Return the ids of the rules that carry the marks and say all the words, begun or whole."""
    asked = stems(words)
    return tuple(
        card.rule for card in cards if card.carries(wanted) and _says(stems(card.words), asked)
    )


def _says(said: Iterable[str], asked: Iterable[str]) -> bool:
    known = set(said)
    return all(any(word.startswith(one) for word in known) for one in asked)
