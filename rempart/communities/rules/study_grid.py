"""The question grid: how many kinds of sources agree, and when new themes have fallen. Counts only."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """A kind of source: never a person."""

    DESK_REVIEW = "desk_review"
    KEY_INFORMANT = "key_informant"
    OBSERVATION = "observation"
    GROUP_DISCUSSION = "group_discussion"
    SERVICE_COUNTS = "service_counts"
    SURVEY = "survey"


HEARD_ONE_BY_ONE = (SourceKind.KEY_INFORMANT, SourceKind.GROUP_DISCUSSION)


class Standing(StrEnum):
    """How well a question is answered."""

    EMPTY = "empty"
    FEW = "few"  # one or two kinds of sources
    AGREED = "agreed"  # three kinds of sources at least, none against
    CONTRADICTED = "contradicted"


ENOUGH = 3  # kinds of sources that say the same


@dataclass(frozen=True, slots=True, kw_only=True)
class CellTold:
    """What one kind of source says of one question; no text takes the cell away."""

    text: str = ""
    confidence: str = ""  # a ``Confidence``
    contradicts: bool = False  # the other sources


def standing_of(contradictions: Sequence[bool]) -> Standing:
    """Return how well a question is answered: for each kind of source, whether it contradicts the others."""
    if not contradictions:
        return Standing.EMPTY
    if any(contradictions):
        return Standing.CONTRADICTED
    return Standing.AGREED if len(contradictions) >= ENOUGH else Standing.FEW


class StopAdvice(StrEnum):
    """Whether more interviews would still bring something."""

    TOO_FEW = "too_few"
    STILL_NEW = "still_new"
    FALLEN = "fallen"


BASE, RUN, SHARE = 4, 3, 5  # the first ones, the last ones, and at most this many percent new


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopping:
    """What the counts say: themes of the first interviews, new ones of the last, their share in percent."""

    advice: StopAdvice
    base: int
    run: int
    share: int | None
    missing: int  # interviews still needed before anything can be said


def stopping(new_themes: Sequence[int]) -> Stopping:
    """Compare the new themes of the last three interviews with all that the first four brought.

    Once the last three bring a twentieth of it or less, new themes have fallen: a rule of thumb, ours.
    """
    base, run = sum(new_themes[:BASE]), sum(new_themes[-RUN:])
    missing = max(0, BASE + RUN - len(new_themes))
    if missing or not base:
        return Stopping(advice=StopAdvice.TOO_FEW, base=base, run=run, share=None, missing=missing)
    share = round(100 * run / base)
    advice = StopAdvice.FALLEN if 100 * run <= SHARE * base else StopAdvice.STILL_NEW
    return Stopping(advice=advice, base=base, run=run, share=share, missing=0)
