"""Handing the model over: milestones, what the institution must be able to do, reports at each review (box 5).

What a milestone has come to stands in the reports alone, which are added and never changed: the
latest that speaks of it counts.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Progress(StrEnum):
    """What became of a milestone."""

    PLANNED = "planned"
    STARTED = "started"
    REACHED = "reached"
    DROPPED = "dropped"


class Course(StrEnum):
    """How the hand-over as a whole stands at a review."""

    ON_COURSE = "on_course"
    LATE = "late"
    IN_DOUBT = "in_doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step of the hand-over, by a day."""

    key: str
    text: str
    due_on: date | None = None
    responsible: str = ""  # an institution or a function, never a person's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What the institution must be able to do by itself: where it starts, where it must be."""

    key: str
    text: str
    starting_level: str = ""
    wanted_level: str = ""
    source: str = ""  # how one knows


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneState:
    """What a report says of a milestone, with the words that the milestone had then."""

    milestone: str = ""
    text: str = ""
    state: str = ""  # a ``Progress``
    reached_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityLevel:
    """What a report says of a capacity, with the words that it had then."""

    capacity: str = ""
    text: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverReport:
    """Progress as it was told at one review; kept as it is."""

    key: str
    reported_on: date | None = None
    review: str = ""  # at which review
    reported_by: str = ""  # a function
    course: str = ""  # a ``Course``
    text: str = ""
    states: tuple[MilestoneState, ...] = ()
    levels: tuple[CapacityLevel, ...] = ()
