"""What a study found, as the form gives it and the act wants it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingTold:
    """One finding: a sentence that others may cite, with how sure it is."""

    text: str
    confidence: str = ""  # a ``Confidence``
    topic: str = ""  # of list ``study_topic``
    condition: str = ""  # the slug of a condition of risk
    place_id: UUID | None = None
    sources: str = ""  # kinds of sources, never a person
