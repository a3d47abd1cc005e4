"""Treaty bodies: what each asks a report to say, and with which tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rempart.communities.rules.laws.registers import REGISTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A section of a report: its heading and what belongs in it."""

    spoken: ClassVar[tuple[str, ...]] = ("heading", "asks", "alternative", "table")

    slug: str  # of the body and the section
    heading: str
    asks: str
    alternative: str = ""  # what the alternative report says here instead
    register: str = ""  # the register whose entries are set out here
    table: str = ""  # the title of a data table to be filled with aggregate figures
    columns: tuple[str, ...] = ()  # the heads of that table

    @property
    def context(self) -> str:
        """Return what names this section to translators."""
        return f"treaty_bodies/{self.slug.replace('.', '/')}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        for name in self.spoken:
            if text := getattr(self, name):
                yield f"{self.context}/{name}", text
        for head in self.heads:
            yield f"{head.context}/head", head.head

    @property
    def heads(self) -> "tuple[Head, ...]":
        """Return the heads of its table, each with its own context for translators."""
        return tuple(
            Head(context=f"{self.context}/columns/{n}", head=one)
            for n, one in enumerate(self.columns, start=1)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column of a data table."""

    context: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A file of ``content/treaty_bodies``: a body, what it reads, the sections of a report to it."""

    spoken: ClassVar[tuple[str, ...]] = ("title", "rhythm", "others")

    slug: str
    number: int
    title: str
    rhythm: str  # when reports are due
    others: str  # how others than the State are heard
    instruments: tuple[str, ...] = ()  # guide slugs ``li.…``
    sections: tuple[Passage, ...]

    @property
    def context(self) -> str:
        """Return what names this body to translators."""
        return f"treaty_bodies/{self.slug}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        for name in self.spoken:
            if text := getattr(self, name):
                yield f"{self.context}/{name}", text
        for section in self.sections:
            yield from section.words()


def faults_of_body(body: Body, instruments: frozenset[str]) -> Iterator[str]:
    """Yield what does not hold in a body."""
    yield from (f"there is no {one}" for one in body.instruments if one not in instruments)
    for section in body.sections:
        if section.register and section.register not in REGISTERS:
            yield f"{section.slug}: there is no register {section.register}"
        if bool(section.table) != bool(section.columns):
            yield f"{section.slug}: a table has a title and heads"
