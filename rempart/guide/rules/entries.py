"""What a catalogue entry is. The fields of a record are the keys of its file: no more, no less.

A later room's rules may reason about these records. Texts are in the source language (English);
``rempart.guide.catalogue.say`` gives them in the reader's language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rempart.guide.rules.kinds import DetectionFamily, FactorFamily, Kind, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an entry stands in the guide, as a reader would name it: never a line or a page."""

    part: Part
    area: str = ""  # of list ``guide_area``; empty outside the five chapters of strategies
    number: int = 0  # the number that the reader sees there; 0 where there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of a list inside an entry (``items``, ``steps``); its key never changes."""

    spoken: ClassVar[tuple[str, ...]] = ("text",)

    slug: str  # of the entry and its own key: ``box.08.i3``
    text: str
    code: str = ""  # the letter of a legend
    themes: tuple[str, ...] = ()
    actions: tuple[int, ...] = ()

    @property
    def context(self) -> str:
        """Return what names this line to translators: ``catalogue/box.08/i3``."""
        entry, _, key = self.slug.rpartition(".")
        return f"catalogue/{entry}/{key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing the guide says. Tags are ids of the lists ``guide_area``, ``guide_level``, ..."""

    spoken: ClassVar[tuple[str, ...]] = ("title", "text")

    slug: str  # the name of the file
    kind: Kind  # the name of its folder
    number: int  # its order among its kind (within its area, for advice); printed ones are the same
    title: str
    place: Place
    text: str = ""
    areas: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()  # audiences, of list ``guide_audience``
    themes: tuple[str, ...] = ()
    stakeholders: tuple[str, ...] = ()  # of list ``stakeholder_group``
    actions: tuple[int, ...] = ()  # numbers of the actions of Figure 1
    refs: tuple[str, ...] = ()  # slugs of other entries
    rules: tuple[str, ...] = ()  # ids of the checks that come from this entry: ``RULE-016``
    items: tuple[Item, ...] = ()
    understood: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # for search alone

    @property
    def context(self) -> str:
        """Return what names this entry to translators: ``catalogue/box.08``."""
        return f"catalogue/{self.slug}"

    def other_words(self, language: str) -> tuple[str, ...]:
        """Return what a reader may type for it in a language, beside the words it says itself."""
        return self.understood.get(language, ())

    @property
    def lines(self) -> tuple[Item, ...]:
        """Return what the entry lists, whatever it calls it."""
        return self.items

    @property
    def all_themes(self) -> frozenset[str]:
        """Return the themes of the entry and of its lines."""
        return frozenset(self.themes).union(*(line.themes for line in self.lines))

    @property
    def all_actions(self) -> frozenset[int]:
        """Return the actions that the entry and its lines bear on."""
        return frozenset(self.actions).union(*(line.actions for line in self.lines))

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with the context that names it to translators."""
        yield from words_of(self)
        for line in self.lines:
            yield from words_of(line)


def words_of(record: Entry | Item) -> Iterator[tuple[str, str]]:
    """Yield the words of one record, without those of its lines."""
    for name in record.spoken:
        if text := getattr(record, name):
            yield f"{record.context}/{name}", text


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entry):
    """One of the 39 actions of Figure 1; ``theme`` is the slug of its theme."""

    theme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Entry):
    """One of the five fields of strategy."""

    spoken: ClassVar[tuple[str, ...]] = ("title", "text", "why", "how", "outcome", "objective")

    why: str
    how: str
    outcome: str
    objective: str
    boxes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice(Entry):
    """A priority action, a thing to do or a thing to avoid; ``area`` is the slug of its area."""

    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example(Entry):
    """One of the 32 examples, with its steps; ``area`` is the slug of its area."""

    area: str
    steps: tuple[Item, ...]

    @property
    def lines(self) -> tuple[Item, ...]:
        """Return the steps."""
        return self.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor(Entry):
    """A factor of vulnerability, of the family, the child or the setting."""

    family: FactorFamily


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection(Entry):
    """An element of detection (box 15)."""

    family: DetectionFamily


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder(Entry):
    """One of the 13 groups; ``group`` is its id in list ``stakeholder_group``, ``items`` its roles."""

    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeholderCategory(Entry):
    """A class of stakeholders; ``letter`` is the one Figure 1 uses, empty for opponents."""

    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung(Item):
    """A rung of the ladder of schooling (figure 2); no age where the guide gives none."""

    rung: int
    age_min: int | None = None
    age_max: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder(Entry):
    """The ladder of schooling by age (figure 2), from its top rung down."""

    rungs: tuple[Rung, ...]

    @property
    def lines(self) -> tuple[Item, ...]:
        """Return the rungs."""
        return self.rungs


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """Words in which a term to avoid is allowed, and why."""

    language: str
    words: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """A word of the field: ``title`` is what we say, ``text`` why, and the rest what it replaces."""

    avoid: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by language: never said
    guide: tuple[str, ...] = ()  # the words of the French guide itself
    unless: tuple[Exemption, ...] = ()
    lexicon: str = ""  # of list ``term_lexicon``, where the words blame somebody (RULE-051, 057)

    @property
    def context(self) -> str:
        """Return what names this term to translators: ``terms/term.csam``."""
        return f"terms/{self.slug}"

    def other_words(self, language: str) -> tuple[str, ...]:
        """Return every word of a language that leads to this term, those to avoid among them."""
        guide = self.guide if language == "fr" else ()
        return (*self.avoid.get(language, ()), *guide, *self.understood.get(language, ()))


SHAPES: dict[Kind, type[Entry]] = {
    Kind.ACTION: Action,
    Kind.AREA: Area,
    Kind.PRIORITY: Advice,
    Kind.TODO: Advice,
    Kind.NOT_TODO: Advice,
    Kind.EXAMPLE: Example,
    Kind.FACTOR: Factor,
    Kind.DETECTION: Detection,
    Kind.STAKEHOLDER: Stakeholder,
    Kind.STAKEHOLDER_CATEGORY: StakeholderCategory,
    Kind.LADDER: Ladder,
    Kind.TERM: Term,
}
