"""Kinds of activities and the questions each asks: only what a rule reads, and nothing more."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class QuestionType(StrEnum):
    """What an answer is made of, in ``Activity.details``."""

    ANSWER = "answer"  # an ``Answer``: yes, no, unknown
    NUMBER = "number"
    DATE = "date"  # an ISO date
    TEXT = "text"
    CHOICE = "choice"  # one of the options
    CHOICES = "choices"  # any of the options


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One possible answer: what is stored is its ``id``, what is shown its ``label``."""

    spoken: ClassVar[tuple[str, ...]] = ("label",)

    slug: str  # of the question and the option: ``police_liaison.unsafe``
    label: str

    @property
    def id(self) -> str:
        """Return what is stored."""
        return self.slug.rpartition(".")[2]

    @property
    def context(self) -> str:
        """Return what names this option to translators."""
        return f"programme/questions/{self.slug.replace('.', '/')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A file of ``content/programme/questions``; several kinds may ask the same question."""

    spoken: ClassVar[tuple[str, ...]] = ("label", "help")

    slug: str  # the code under which the answer is kept
    type: QuestionType
    label: str
    help: str = ""
    only_if: str = ""  # another question, to which the answer must be yes for this one to matter
    options: tuple[Option, ...] = ()

    @property
    def context(self) -> str:
        """Return what names this question to translators."""
        return f"programme/questions/{self.slug}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        for name in self.spoken:
            if text := getattr(self, name):
                yield f"{self.context}/{name}", text
        for option in self.options:
            yield f"{option.context}/label", option.label


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityKind:
    """A file of ``content/programme/kinds``: what an activity is, and what must be asked of it."""

    spoken: ClassVar[tuple[str, ...]] = ("title", "note")

    slug: str
    title: str
    note: str
    actions: tuple[int, ...]  # the actions of Figure 1 that it usually carries out
    questions: tuple[str, ...] = ()  # codes, in the order they are asked

    @property
    def context(self) -> str:
        """Return what names this kind to translators."""
        return f"programme/kinds/{self.slug}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        for name in self.spoken:
            yield f"{self.context}/{name}", getattr(self, name)
