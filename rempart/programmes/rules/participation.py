"""What children proposed, and what became of it: by groups and counts, never by a child (REQ-063)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rempart.programmes.rules.codes import Answer
from rempart.programmes.rules.headcounts import Headcount

SMALLEST = 10  # whatever leaves the team is counted from ten: fewer can be recognised
SAFEGUARDS = (  # answered by yes, no or "we do not know"
    "assent", "guardian_consent", "facilitator_trained", "someone_to_turn_to", "no_promise",
    "may_stop", "feedback_promised",
)  # fmt: skip


class Fate(StrEnum):
    """What became of an input."""

    KEPT = "kept"
    IN_PART = "in_part"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """Children were asked, as a group; safeguards hold an ``Answer``."""

    key: str
    title: str
    held_on: date | None = None
    place: str = ""  # key of a ``PlannedPlace``; empty: everywhere
    method: str = ""
    took_part: tuple[Headcount, ...] = ()
    assent: str = ""
    guardian_consent: str = ""
    guardian_not_asked_because: str = ""  # where asking would put a child in danger
    facilitator_trained: str = ""
    someone_to_turn_to: str = ""
    no_promise: str = ""
    may_stop: str = ""
    feedback_promised: str = ""
    fed_back_on: date | None = None
    fed_back: str = ""  # what the children were told of what became of their inputs, and how


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildInput:
    """Something that a group of children proposed; nobody's in particular."""

    key: str
    text: str
    consultation: str = ""  # key of a ``Consultation``
    topic: str = ""
    fate: str = ""  # a ``Fate``; empty: not decided yet
    reason: str = ""
    changed: str = ""  # the row of the plan that it changed: ``outputs.<key>``


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """People of one sex and age band as others may read it: no number where they are too few."""

    sex: str
    age_band: str
    number: int | None


def open_points(one: Consultation, inputs: Iterable[ChildInput], today: date) -> list[str]:
    """Return what a consultation still owes to the children, as codes.

    A safeguard: ``lacks_<name>`` answered with no, ``unsaid_<name>`` not answered. A guardian who was
    not asked for a reason is no lack. Then ``input_undecided``, ``no_reason`` and ``not_fed_back``.
    """
    found = []
    for name in SAFEGUARDS:
        said = getattr(one, name)
        if name == "guardian_consent" and one.guardian_not_asked_because.strip():
            continue
        if said != Answer.YES:
            found.append(f"{'lacks' if said == Answer.NO else 'unsaid'}_{name}")
    mine = [given for given in inputs if given.consultation == one.key]
    is_past = one.held_on is not None and one.held_on <= today
    wrong = {
        "input_undecided": any(not given.fate for given in mine),
        "no_reason": any(given.fate and not given.reason.strip() for given in mine),
        "not_fed_back": is_past and one.fed_back_on is None,
    }
    return found + [code for code, holds in wrong.items() if holds]


def told_counts(counts: Iterable[Headcount]) -> tuple[tuple[Count, ...], int | None]:
    """Return who took part as others may read it, and how many in all; no number under ten.

    Where one group is too small to be told, the whole is not told either: it would give it away.
    """
    some = [one for one in counts if one.number]
    told = tuple(
        Count(
            sex=one.sex,
            age_band=one.age_band,
            number=one.number if one.number >= SMALLEST else None,
        )
        for one in some
    )
    whole = sum(one.number for one in some)
    is_told = bool(told) and all(one.number is not None for one in told)
    return told, whole if is_told else None
