"""What the guide says beside a step: entries chosen by practitioners, by their slugs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNote:
    """The guide's entries that bear on a step: one that leads, what to do, what not to do, an example."""

    slug: str  # of the ``Step``
    lead: str
    do: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    example: str = ""

    @property
    def entries(self) -> tuple[str, ...]:
        """Return every slug of the guide that the note names."""
        return tuple(filter(None, (self.lead, *self.do, *self.avoid, self.example)))


@dataclass(frozen=True, slots=True, kw_only=True)
class GenderQuestions:
    """A file of ``content/programme/gender``: what to ask, for one part of the gender analysis."""

    spoken: ClassVar[tuple[str, ...]] = ("girls", "boys")

    slug: str  # of the step of example 8
    girls: str
    boys: str

    @property
    def context(self) -> str:
        """Return what names these questions to translators."""
        return f"programme/gender/{self.slug}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        for name in self.spoken:
            yield f"{self.context}/{name}", getattr(self, name)
