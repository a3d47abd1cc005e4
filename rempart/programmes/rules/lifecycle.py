"""The life of a programme: from being written to closed, who takes it on, and what may be written when.

The states stand in order; every way between two of them is a row of ``WAYS``. Nothing else leads on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rempart.programmes.rules.codes import Lifecycle

SHORTEST_REASON = 10  # characters: a word alone tells nobody what to do


class Writing(StrEnum):
    """What someone may still write in a programme."""

    PLAN = "plan"  # its facts and rows
    SET_ASIDES = "set_asides"  # findings set aside or taken up
    MEASURES = "measures"  # what campaigns reached, and what was measured of their segments
    MARKS = "marks"  # that a material was reviewed, or may be published
    RECORDS = "records"  # what happens beside the plan: reports of progress, consultations


class Move(StrEnum):
    """A way from one state to another."""

    ASK_REVIEW = "ask_review"
    WITHDRAW = "withdraw"
    SEND_BACK = "send_back"
    PASS = "pass"  # noqa: S105 -- a way, not a word that opens a door
    SUBMIT = "submit"
    REOPEN = "reopen"
    APPROVE = "approve"
    UNAPPROVE = "unapprove"
    START = "start"
    CLOSE = "close"
    RESUME = "resume"
    CHANGE = (
        "change"  # an approved change request; it leads nowhere else, and has an act of its own
    )


class Who(StrEnum):
    """Who takes a programme on: by role."""

    WRITER = "writer"
    REVIEWER = "reviewer"
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A row of the table: from where, to where, by whom, and what must be said with it."""

    source: frozenset[Lifecycle]
    target: Lifecycle
    who: Who
    not_by: str = ""  # "author" or "submitter": it is for someone else
    needs: tuple[str, ...] = ()  # of reason, body, day
    may_say: tuple[str, ...] = ()  # of the same, asked but not needed
    passes: bool | None = None  # whether the review counts as passed afterwards; None: as before


def _way(source: Lifecycle, target: Lifecycle, who: Who, **more: object) -> Way:
    return Way(source=frozenset({source}), target=target, who=who, **more)  # type: ignore[arg-type]  # fields by name


_L, _W = Lifecycle, Who
WAYS: Mapping[Move, Way] = {
    Move.ASK_REVIEW: _way(_L.DRAFT, _L.IN_REVIEW, _W.WRITER, may_say=("reason",), passes=False),
    Move.WITHDRAW: _way(_L.IN_REVIEW, _L.DRAFT, _W.WRITER, passes=False),
    Move.SEND_BACK: _way(
        _L.IN_REVIEW, _L.DRAFT, _W.REVIEWER, not_by="author", needs=("reason",), passes=False
    ),
    Move.PASS: _way(
        _L.IN_REVIEW, _L.IN_REVIEW, _W.REVIEWER, not_by="author", may_say=("reason",), passes=True
    ),
    Move.SUBMIT: Way(
        source=frozenset({_L.DRAFT, _L.IN_REVIEW}), target=_L.SUBMITTED, who=_W.WRITER
    ),
    Move.REOPEN: _way(_L.SUBMITTED, _L.DRAFT, _W.EITHER, may_say=("reason",), passes=False),
    Move.APPROVE: _way(
        _L.SUBMITTED, _L.APPROVED, _W.REVIEWER, not_by="submitter", needs=("body", "day")
    ),
    Move.UNAPPROVE: _way(_L.APPROVED, _L.SUBMITTED, _W.REVIEWER, needs=("reason",)),
    Move.START: _way(_L.APPROVED, _L.RUNNING, _W.EITHER, needs=("day",)),
    Move.CLOSE: _way(_L.RUNNING, _L.CLOSED, _W.EITHER, needs=("reason", "day")),
    Move.RESUME: _way(_L.CLOSED, _L.RUNNING, _W.REVIEWER, needs=("reason",)),
}
OF_A_COPY = frozenset({Move.ASK_REVIEW, Move.WITHDRAW, Move.SEND_BACK})  # a change's working copy
WITHOUT_OPEN_CHANGE = frozenset({Move.UNAPPROVE, Move.CLOSE})
IN_STATE: Mapping[Lifecycle, str] = {  # why nothing is written, or a way is not open, in each state
    _L.DRAFT: "programme_is_a_draft",
    _L.IN_REVIEW: "programme_is_in_review",
    _L.SUBMITTED: "programme_is_submitted",
    _L.APPROVED: "programme_is_approved",
    _L.RUNNING: "programme_is_running",
    _L.CLOSED: "programme_is_closed",
}
MAY_STILL: Mapping[Writing, frozenset[Lifecycle]] = {
    Writing.PLAN: frozenset({_L.DRAFT}),
    Writing.SET_ASIDES: frozenset({_L.DRAFT, _L.IN_REVIEW}),
    Writing.MEASURES: frozenset(Lifecycle) - {_L.CLOSED},
    Writing.MARKS: frozenset(Lifecycle) - {_L.CLOSED},
    Writing.RECORDS: frozenset({_L.DRAFT, _L.APPROVED, _L.RUNNING}),  # not while others judge it
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a programme stands, as far as one person's next way is concerned."""

    state: Lifecycle
    has_passed: bool = False  # someone else than its author passed its review
    is_by: bool = False  # the person is its author: began it, changed it last or asked for review
    has_submitted: bool = False  # she handed it over
    others_review: bool = True  # someone who is not its author could review it
    is_a_copy: bool = False  # it is the working copy of a change request
    has_open_change: bool = False
    since: date | None = None  # the day that the last way is said to have happened on


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said with a way: why, which body decided, on which day it counts."""

    reason: str = ""
    body: str = ""
    day: date | None = None


def refused_writing(state: Lifecycle, writing: Writing) -> str:
    """Return why this cannot be written in this state, as a code; empty if it can."""
    return "" if state in MAY_STILL[writing] else IN_STATE[state]


def obstacles_to_moving(move: Move, standing: Standing, said: Said, today: date) -> list[str]:
    """Return every reason why this person cannot take the programme this way.

    ``programme_is_…``: the way does not begin in this state. ``for_a_copy``, ``not_for_a_copy``;
    ``by_someone_else``; ``needs_a_passed_review``; ``change_is_open``; then what was said:
    ``needs_reason``, ``needs_body``, ``needs_day``, ``day_to_come``, ``day_too_early``.
    """
    if standing.state not in WAYS[move].source:
        return [IN_STATE[standing.state]]
    wrong = {
        "not_for_a_copy": standing.is_a_copy and move not in OF_A_COPY,
        "passed_already": move is Move.PASS and standing.has_passed,
        "by_someone_else": _is_for_someone_else(move, standing),
        "needs_a_passed_review": move is Move.SUBMIT and _lacks_review(standing),
        "change_is_open": standing.has_open_change and move in WITHOUT_OPEN_CHANGE,
    }
    return [code for code, holds in wrong.items() if holds] + _faults_of(
        move, standing, said, today
    )


def ways_from(standing: Standing) -> list[Move]:
    """Return the ways that lead on from here, whoever may take them; the usual one first."""
    found = [move for move, way in WAYS.items() if standing.state in way.source]
    if standing.is_a_copy:
        return [move for move in found if move in OF_A_COPY]
    if standing.has_passed or (standing.state is Lifecycle.IN_REVIEW and _lacks_review(standing)):
        found = [
            move
            for move in found
            if move is not (Move.PASS if standing.has_passed else Move.SUBMIT)
        ]
    if standing.state is Lifecycle.DRAFT and _lacks_review(standing):
        found.remove(Move.SUBMIT)
    usual = next_move(standing)
    return sorted(found, key=lambda move: move is not usual)


def next_move(standing: Standing) -> Move | None:
    """Return the way that usually comes next; none once the programme is closed."""
    if standing.is_a_copy:
        return Move.ASK_REVIEW if standing.state is Lifecycle.DRAFT else None
    if standing.state in {Lifecycle.DRAFT, Lifecycle.IN_REVIEW} and not _lacks_review(standing):
        return Move.SUBMIT
    return {
        Lifecycle.DRAFT: Move.ASK_REVIEW,
        Lifecycle.IN_REVIEW: Move.PASS,
        Lifecycle.SUBMITTED: Move.APPROVE,
        Lifecycle.APPROVED: Move.START,
        Lifecycle.RUNNING: Move.CLOSE,
    }.get(standing.state)


def _is_for_someone_else(move: Move, standing: Standing) -> bool:
    others = {"author": standing.is_by, "submitter": standing.has_submitted, "": False}
    return others[WAYS[move].not_by]


def _lacks_review(standing: Standing) -> bool:
    """Say whether a review must come first: not where nobody but the author could do it."""
    return standing.others_review and not standing.has_passed


def _faults_of(move: Move, standing: Standing, said: Said, today: date) -> list[str]:
    needs, day = WAYS[move].needs, said.day
    wrong = {
        "needs_reason": "reason" in needs and len(said.reason.strip()) < SHORTEST_REASON,
        "needs_body": "body" in needs and not said.body.strip(),
        "needs_day": "day" in needs and day is None,
        "day_to_come": "day" in needs and day is not None and day > today,
        "day_too_early": bool("day" in needs and day and standing.since and day < standing.since),
    }
    return [code for code, holds in wrong.items() if holds]
