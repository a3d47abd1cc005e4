"""The library of indicators as one reads it: the guide's own, and an organisation's beside them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rempart.guide.rules.lists import IndicatorDefinition
from rempart.guide.rules.shelf import Catalogue
from rempart.guide.rules.words import stems

OWN = "own."  # what the reference of an organisation's own indicator begins with
FILTERS = {  # a filter of the page -> the code list of its values
    "level": "indicator_level",
    "field": "indicator_domain",
    "area": "guide_area",
    "room": "indicator_room",
}
WORDS = ("title", "definition", "numerator", "denominator", "source", "caution")
CODES = ("level", "domain", "unit", "direction", "frequency")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An indicator of the library, in words that a reader understands.

    ``ref`` is what a plan keeps of it: the slug of the guide's, ``own.<id>`` of an organisation's.
    """

    ref: str
    title: str
    definition: str = ""
    numerator: str = ""
    denominator: str = ""
    level: str = ""
    domain: str = ""
    unit: str = ""
    direction: str = ""
    frequency: str = ""
    split: tuple[str, ...] = ()
    source: str = ""
    caution: str = ""

    @property
    def is_own(self) -> bool:
        """Say whether an organisation added it."""
        return self.ref.startswith(OWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined:
    """What an organisation's indicator says, as the form gives it and the act wants it."""

    level: str
    domain: str
    unit: str
    direction: str
    frequency: str
    split: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]  # by language: title, definition, …


def marks(one: IndicatorDefinition, guide: Catalogue) -> Mapping[str, frozenset[str]]:
    """Return an indicator's values for each filter of the page."""
    actions = _told(guide, "indicator_domain", one.domain, "actions")
    entries = {
        str(entry.number): entry
        for entry in guide.entries.values()
        if entry.slug.startswith("act.")
    }
    areas = {area for number in actions if number in entries for area in entries[number].areas}
    rooms = {
        value.id
        for value in guide.code_list("indicator_room").values
        if set(str(value.facts.get("records", "")).split()) & set(one.counted_from)
    }
    return {
        "level": frozenset({one.level}),
        "field": frozenset({one.domain}),
        "area": frozenset(areas),
        "room": frozenset(rooms),
    }


def speaks_of(texts: Iterable[str], words: str) -> bool:
    """Say whether some texts hold every word asked for, as far as it was typed."""
    held = [stem for text in texts for stem in stems(text)]
    return all(any(one.startswith(asked) for one in held) for asked in stems(words))


def _told(guide: Catalogue, name: str, code: str, fact: str) -> frozenset[str]:
    values = guide.code_list(name).values
    told = next((value.facts.get(fact, "") for value in values if value.id == code), "")
    return frozenset(str(told).split())
