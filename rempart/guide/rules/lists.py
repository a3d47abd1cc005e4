"""Code lists and indicator definitions: closed vocabularies whose ids never change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

Fact = str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeValue:
    """One value of a list: what is stored is its ``id``, what is shown its ``label``."""

    spoken: ClassVar[tuple[str, ...]] = ("label",)

    slug: str  # of the list and the value: ``sex.female``
    label: str
    short: str = ""  # a shorter label where room is scarce
    facts: Mapping[str, Fact] = field(default_factory=dict)  # what rules may ask of the value
    retired_on: str = ""  # an ISO date: still understood, no longer offered

    @property
    def id(self) -> str:
        """Return what is stored."""
        return self.slug.rpartition(".")[2]

    @property
    def context(self) -> str:
        """Return what names this value to translators: ``lists/sex/female``."""
        return f"lists/{self.slug.replace('.', '/')}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield the label, and the short one where there is one."""
        yield f"{self.context}/label", self.label
        if self.short:
            yield f"{self.context}/short", self.short


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList:
    """A closed list of values in the order in which they are shown."""

    spoken: ClassVar[tuple[str, ...]] = ("title",)

    slug: str
    title: str
    values: tuple[CodeValue, ...]
    is_ordered: bool = False  # the order means something
    takes_many: bool = False  # more than one value may be chosen

    @property
    def context(self) -> str:
        """Return what names this list to translators: ``lists/sex``."""
        return f"lists/{self.slug}"

    @property
    def ids(self) -> tuple[str, ...]:
        """Return what may be stored, retired values included."""
        return tuple(value.id for value in self.values)

    def offered(self) -> tuple[CodeValue, ...]:
        """Return the values that may still be chosen."""
        return tuple(value for value in self.values if not value.retired_on)

    def value(self, id_: str) -> CodeValue:
        """Return the value of this id; ``KeyError`` if the list has none."""
        for value in self.values:
            if value.id == id_:
                return value
        raise KeyError(self.slug, id_)

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        yield f"{self.context}/title", self.title
        for value in self.values:
            yield from value.words()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorDefinition:
    """How something is counted. The formula is a text for people, not yet a program."""

    spoken: ClassVar[tuple[str, ...]] = (
        "title",
        "definition",
        "counted",
        "among",
        "caution",
        "source",
    )

    slug: str
    title: str
    definition: str
    domain: str
    level: str  # output, process, quality, outcome, safeguard
    unit: str
    direction: str  # up, down, neutral
    frequency: str
    numerator: str
    denominator: str = ""
    counted: str = ""  # what the numerator counts, in words
    among: str = ""  # what the denominator counts, in words
    formula: str
    min_cell: int  # below this number nothing is shown
    disaggregation: tuple[str, ...] = ()
    counted_from: tuple[str, ...] = ()  # the records it is counted from
    source: str = ""  # whose indicator it is, where that was read at its source
    caution: str = ""

    @property
    def context(self) -> str:
        """Return what names this indicator to translators."""
        return f"indicators/{self.slug}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        for name in self.spoken:
            if text := getattr(self, name):
                yield f"{self.context}/{name}", text
