"""Campaigns: whom they address, what they say, who answers, whom they reached; segments measured twice.

Counts, shares and functions only: never a person, never an answer of one. An empty string, no number
or no day always means "not said yet" (REQ-048, REQ-062, REQ-084).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

AFTER = timedelta(
    days=90
)  # the second measure is due that long after a campaign ends, if no day is said
SMALL_SAMPLE = 100  # people asked, below which a share may move by ten points of itself


class State(StrEnum):
    """Where a campaign stands."""

    PLANNED = "planned"
    CLEARED = "cleared"
    UNDER_WAY = "under_way"
    CLOSED = "closed"


class Channel(StrEnum):
    """By which way a campaign reaches people."""

    SCHOOL = "school"
    MEETING = "meeting"
    STREET = "street"
    WORKPLACE = "workplace"
    DOOR = "door"
    BROADCAST = "broadcast"
    ONLINE = "online"
    PRINT = "print"


class Moment(StrEnum):
    """When a segment was asked: before the campaign, or after it."""

    BEFORE = "before"
    AFTER = "after"


class Subject(StrEnum):
    """What was asked of a segment."""

    KNOWLEDGE = "knowledge"
    ATTITUDE = "attitude"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of the audience, and what it is asked before and after."""

    key: str
    name: str
    audience: str = ""  # of list ``plan_target``
    knowledge: str = ""  # the questions
    attitude: str = ""
    practice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A share of a segment, measured on a day."""

    key: str
    segment: str  # key of a ``Segment``
    moment: str = ""  # a ``Moment``
    subject: str = ""  # a ``Subject``
    measured_on: date | None = None
    sample: int | None = None  # how many were asked
    share: Decimal | None = None  # percent of them
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How many people of an audience a campaign had reached between two counts."""

    key: str
    campaign: str  # key of a ``Campaign``
    audience: str = ""  # of list ``plan_target``
    counted_on: date | None = None
    number: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A campaign, which groups materials and activities of the plan."""

    key: str
    title: str
    audiences: tuple[str, ...] = ()  # of list ``plan_target``
    message: str = ""
    channels: tuple[str, ...] = ()  # of ``Channel``
    at_school: str = ""  # an ``Answer``: whether it takes place in schools
    on_demand: str = ""  # an ``Answer``: whether it aims at those who pay or might pay
    materials: tuple[str, ...] = ()  # keys of ``Material``
    sessions: tuple[str, ...] = ()  # keys of ``Activity``
    places: tuple[str, ...] = ()  # keys of ``PlannedPlace``; none: everywhere
    segments: tuple[str, ...] = ()  # keys of ``Segment``
    starts_on: date | None = None
    ends_on: date | None = None
    invites_reports: str = ""  # an ``Answer``
    response: str = ""  # who answers whoever turns to it: a service or a function
    response_tried_on: date | None = None
    wanted_reach: int | None = None
    after_due_on: date | None = None  # when its segments are to be asked again
    cleared_by: str = ""  # name shown
    cleared_on: date | None = None
    unmeasured_because: str = ""  # why it started although a segment had no measure before
    started_on: date | None = None
    closed_on: date | None = None

    @property
    def state(self) -> State:
        """Return where it stands."""
        if self.closed_on:
            return State.CLOSED
        if self.started_on:
            return State.UNDER_WAY
        return State.CLEARED if self.cleared_on else State.PLANNED

    @property
    def second_measure_due(self) -> date | None:
        """Return the day by which its segments are to be asked again, if it can be told."""
        return self.after_due_on or (self.ends_on + AFTER if self.ends_on else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was measured of a segment, first before and last after, with what to be careful about."""

    subject: str
    before: Measure | None
    after: Measure | None

    @property
    def points(self) -> Decimal | None:
        """Return by how many points of percent the share moved."""
        if not (self.before and self.after):
            return None
        was, now = self.before.share, self.after.share
        return None if was is None or now is None else now - was

    @property
    def cautions(self) -> tuple[str, ...]:
        """Return as codes what keeps one from reading the change as it stands."""
        found = [one for one in (self.before, self.after) if one]
        samples = [one.sample for one in found]
        told = {
            "sample_unknown": any(not sample for sample in samples),
            "sample_small": any(sample and sample < SMALL_SAMPLE for sample in samples),
            "source_differs": len({one.source for one in found}) > 1,
            "no_second_measure": self.after is None,
            "no_first_measure": self.before is None,
        }
        return tuple(code for code, holds in told.items() if holds)


def changes_of(measures: Sequence[Measure], segment: str) -> Iterator[Change]:
    """Yield for each subject that was measured the last share before and the last one after."""
    mine = [m for m in measures if m.segment == segment]
    for subject in Subject:
        before = _last(mine, Moment.BEFORE, subject)
        after = _last(mine, Moment.AFTER, subject)
        if before or after:
            yield Change(subject=subject.value, before=before, after=after)


def _last(measures: Sequence[Measure], moment: Moment, subject: Subject) -> Measure | None:
    found = [m for m in measures if (m.moment, m.subject) == (moment, subject)]
    return max(found, key=lambda one: one.measured_on or date.min, default=None)


def reached(reach: Sequence[Reach], campaign: str) -> int:
    """Return how many people a campaign has reached by all its counts; who came twice counts twice."""
    return sum(one.number or 0 for one in reach if one.campaign == campaign)


def without_first_measure(measures: Sequence[Measure], segments: Sequence[str]) -> tuple[str, ...]:
    """Return the segments of which nothing was measured before."""
    known = {m.segment for m in measures if m.moment == Moment.BEFORE and m.share is not None}
    return tuple(key for key in segments if key not in known)


def unmarked(campaign: Campaign) -> Campaign:
    """Return the campaign as planned: nobody cleared, started or closed it."""
    return replace(
        campaign,
        cleared_by="",
        cleared_on=None,
        unmeasured_because="",
        started_on=None,
        closed_on=None,
    )


def as_it_went(campaign: Campaign, stored: Campaign | None) -> Campaign:
    """Return a campaign with the marks of the stored one: it goes on, or it is cleared as it stands."""
    if stored is None:
        return unmarked(campaign)
    same = unmarked(campaign) == unmarked(stored)
    if not (same or stored.started_on):
        return unmarked(campaign)
    return replace(
        campaign,
        cleared_by=stored.cleared_by,
        cleared_on=stored.cleared_on,
        unmeasured_because=stored.unmeasured_because,
        started_on=stored.started_on,
        closed_on=stored.closed_on,
    )
