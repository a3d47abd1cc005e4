"""Schooling and training are promoted within the places that are free (RULE-002, REQ-074)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rempart.programmes.rules.codes import Provision
from rempart.programmes.rules.plan import Need
from rempart.programmes.rules.results import Activity
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import Seen, at_need, at_question
from rempart.programmes.rules.sorts import SCHOOL_PROMOTION, TRADE_TRAINING

EXPECTED = "expected_new_enrolments"
SCHOOLS, TRAINING = "school_places", "vocational_training"  # the needs whose capacity is places


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """How many an activity is expected to bring, and the places where it is carried out."""

    activity: Activity
    kind: str  # of list ``plan_need``: which places
    expected: int | None
    free: int
    unknown: tuple[Need, ...]  # places that may be free, but nobody said how many, or from when

    @property
    def excess(self) -> int:
        """Return how many more are expected than places are known to be free."""
        return max((self.expected or 0) - self.free, 0)


def intakes(seen: Seen) -> Iterator[Intake]:
    """Yield what each promotion of schooling expects, and each training that says it expects some."""
    for activity in seen.of(SCHOOL_PROMOTION):
        yield _intake(seen, activity, SCHOOLS)
    for activity in seen.of(TRADE_TRAINING):
        if activity.counted(EXPECTED) is not None:
            yield _intake(seen, activity, TRAINING)


def _intake(seen: Seen, activity: Activity, kind: str) -> Intake:
    rows = {need.key: need for p in seen.places_of(activity) for need in seen.needs(kind, p)}
    free = {key: _free(need, activity.starts_on) for key, need in rows.items()}
    return Intake(
        activity=activity,
        kind=kind,
        expected=activity.counted(EXPECTED),
        free=sum(places or 0 for places in free.values()),
        unknown=tuple(rows[key] for key, places in free.items() if places is None),
    )


def school_without_places(seen: Seen) -> Outcome:
    """RULE-002 (H2): schooling is promoted within the free places.

    Source: strategy 2, what to avoid 3. Reading: free places are the capacity of the needs
    ``school_places`` in the places of the activity, open when it starts; of a training that says
    how many it expects, those of ``vocational_training`` (REQ-074).
    """
    found = tuple(intakes(seen))
    wrong: list[Spot] = []
    unsure: list[Spot] = list(seen.untold)
    for one in found:
        question = at_question(one.activity, EXPECTED)
        if one.expected is None:
            wrong.append(question)
        elif one.excess:
            (unsure if one.unknown else wrong).append(question)
            unsure += (at_need(need.key, "capacity") for need in one.unknown)
    return judge(concerned=bool(found), wrong=wrong, unsure=unsure)


def _free(need: Need, start: date | None) -> int | None:
    if need.provision == Provision.NONE:
        return 0
    if not need.provision or need.capacity is None:
        return None
    if need.provision == Provision.PLANNED:
        if start is None or need.works_from is None:
            return None
        return need.capacity if need.works_from <= start else 0
    return need.capacity
