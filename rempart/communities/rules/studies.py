"""Studies: what kinds there are, how far one has come, and what it needs before it goes on.

An empty string, no number or no day always means "not said yet".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class StudyKind(StrEnum):
    """What a study is for (REQ-032)."""

    BASELINE = "baseline"
    RAPID_ASSESSMENT = "rapid_assessment"
    DEMAND_STUDY = "demand_study"
    CENSUS = "census"
    TRACER = "tracer"
    OTHER = "other"


class StudyState(StrEnum):
    """How far a study has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"


class Confidence(StrEnum):
    """How far a study, a finding or a cell of the question grid can be trusted."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Heard(StrEnum):
    """Whether a study hears children."""

    YES = "yes"
    NO = "no"


class Review(StrEnum):
    """What became of the ethics review."""

    PENDING = "pending"
    APPROVED = "approved"
    CONDITIONS = "approved_with_conditions"
    REJECTED = "rejected"


class StudyMove(StrEnum):
    """A way from one state to the next, or out of the register and back."""

    BEGIN = "begin"
    FINISH = "finish"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyTold:
    """What is said of a study, as the form gives it and the act wants it."""

    title: str
    kind: str
    is_published: bool = False  # someone else made it: registered as done, to be cited
    question: str = ""
    topics: tuple[str, ...] = ()  # of list ``study_topic``
    tags: str = ""  # words of one's own, with commas between
    places: tuple[UUID, ...] = ()
    method: str = ""
    sample: str = ""
    sample_size: int | None = None
    limits: str = ""
    confidence: str = ""  # a ``Confidence``
    hears_children: str = ""  # a ``Heard``
    begins_on: date | None = None
    ends_on: date | None = None
    made_by: str = ""  # an institution or a team
    funder: str = ""
    link: str = ""
    earlier_id: UUID | None = None  # the study of which it is a later round


@dataclass(frozen=True, slots=True, kw_only=True)
class EthicsTold:
    """The ethics gate: what stands ready before anybody is asked anything."""

    review: str = ""  # a ``Review``
    reviewed_by: str = ""  # a board or a committee
    reviewed_on: date | None = None
    conditions: str = ""  # what the board asked for, and how it is kept
    distress: str = ""  # what is done when someone is upset
    referral: str = ""  # where people are sent for help
    consent: str = ""  # how consent is asked, and how one says no
    urgent: str = ""  # what is done when a child is in danger
    assent: str = ""  # how children agree, informed
    trained: str = ""  # how the team was trained to hear children


def moves_from(state: str, *, is_withdrawn: bool) -> list[StudyMove]:
    """Return the ways that lead on from where a study stands."""
    if is_withdrawn:
        return [StudyMove.RESTORE]
    return [*ONWARD[StudyState(state)], StudyMove.WITHDRAW]


ONWARD = {
    StudyState.PLANNED: [StudyMove.BEGIN],
    StudyState.UNDER_WAY: [StudyMove.FINISH],
    StudyState.DONE: [StudyMove.REOPEN],
}
PASSED = frozenset({Review.APPROVED.value, Review.CONDITIONS.value})
ASKED_OF_ALL = ("distress", "referral", "consent", "urgent")
ASKED_WITH_CHILDREN = ("assent", "trained")


def obstacles_to_field_work(ethics: EthicsTold, hears_children: str, today: date) -> list[str]:
    """Return everything that is still missing before field work, as codes."""
    reasons = _review_missing(ethics, today)
    reasons += [f"no_{name}" for name in ASKED_OF_ALL if not getattr(ethics, name)]
    if not hears_children:
        reasons.append("children_not_said")
    if hears_children == Heard.YES.value:
        reasons += [f"no_{name}" for name in ASKED_WITH_CHILDREN if not getattr(ethics, name)]
    return reasons


def _review_missing(ethics: EthicsTold, today: date) -> list[str]:
    reasons = []
    if ethics.review not in PASSED:
        is_refused = ethics.review == Review.REJECTED.value
        reasons.append("review_rejected" if is_refused else "no_review")
    if not ethics.reviewed_by:
        reasons.append("no_reviewer")
    if ethics.reviewed_on is None:
        reasons.append("no_review_day")
    elif ethics.reviewed_on > today:
        reasons.append("review_day_to_come")
    if ethics.review == Review.CONDITIONS.value and not ethics.conditions:
        reasons.append("no_conditions")
    return reasons


NEEDED_WHEN_DONE = ("places", "method", "sample", "limits", "confidence")
NEEDED_TO_CITE = ("places", "method", "made_by")  # of what others published


def obstacles_to_finishing(told: StudyTold, today: date) -> list[str]:
    """Return what a study must say before it counts as done: method, limits, sample, ... (REQ-061)."""
    needed = NEEDED_TO_CITE if told.is_published else NEEDED_WHEN_DONE
    reasons = [f"no_{name}" for name in needed if not getattr(told, name)]
    if told.ends_on is None:
        reasons.append("no_end")
    elif told.ends_on > today:
        reasons.append("end_to_come")
    return reasons


def obstacles_to_earlier(
    study: UUID, earlier: UUID | None, earlier_of: Mapping[UUID, UUID | None]
) -> list[str]:
    """Return ``own_round`` where a study would come to be a later round of itself."""
    seen = {study}
    while earlier is not None:
        if earlier in seen:
            return ["own_round"]
        seen.add(earlier)
        earlier = earlier_of.get(earlier)
    return []
