"""The words of a rule: what is wrong, why it matters, what mends it, and where the guide says so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.review import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One way to mend; its key never changes."""

    spoken: ClassVar[tuple[str, ...]] = ("text",)

    slug: str  # of the rule and its own key: ``RULE-001.m1``
    text: str

    @property
    def context(self) -> str:
        """Return what names this remedy to translators."""
        return f"rules/{self.slug.replace('.', '/')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A file of ``content/rules``. What a rule checks, and how much it weighs, stand in code."""

    spoken: ClassVar[tuple[str, ...]] = (
        "title", "message", "why", "facts", "reading", "example_violated", "example_kept",
    )  # fmt: skip

    slug: str
    title: str
    message: str  # what is wrong
    why: str
    mend: tuple[Remedy, ...]
    severity: Mapping[str, Severity]  # by scope, as shown; the code has the last word
    step: Step  # where it is usually mended
    refs: tuple[str, ...]  # entries of the guide that say so
    facts: str  # what must be said for it to be judged
    reading: str  # how the guide's words are read
    example_violated: str  # both invented
    example_kept: str
    parameters: Mapping[str, float] = field(default_factory=dict)

    @property
    def context(self) -> str:
        """Return what names this rule to translators."""
        return f"rules/{self.slug}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text with its context."""
        for name in self.spoken:
            yield f"{self.context}/{name}", getattr(self, name)
        for remedy in self.mend:
            yield f"{remedy.context}/text", remedy.text
