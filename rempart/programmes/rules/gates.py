"""Whether each agency passes the safeguarding gate on a day: its latest assessment tells (planning §4.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rempart.programmes.rules.codes import Answer
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.safeguarding import STANDARDS, Assessment, Hold

OLDEST = 365  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """An agency with its latest assessment, those before, and what it lacks as codes.

    ``never``, ``undated``, ``old``; then a standard with what is wrong: ``policy:missing``,
    ``policy:unsaid``, ``policy:no_action``, ``policy:late``.
    """

    partner: str
    name: str
    works_with_children: str  # an ``Answer``
    latest: Assessment | None
    before: tuple[Assessment, ...]
    lacks: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Say whether nothing stands between this agency and work with children."""
        return not self.lacks


def gates(plan: Plan, today: date) -> list[Gate]:
    """Return the agency first, then each partner, as the plan lists them."""
    agencies = [("", plan.agency, Answer.YES.value)]
    agencies += [(one.key, one.name, one.works_with_children) for one in plan.partners]
    return [_gate(key, name, works, plan, today) for key, name, works in agencies]


def _gate(key: str, name: str, works: str, plan: Plan, today: date) -> Gate:
    mine = [one for one in enumerate(plan.assessments) if one[1].partner == key]
    mine.sort(key=lambda one: (one[1].assessed_on or date.min, one[0]), reverse=True)
    found = [one for _place, one in mine]
    latest = found[0] if found else None
    return Gate(
        partner=key,
        name=name,
        works_with_children=works,
        latest=latest,
        before=tuple(found[1:]),
        lacks=() if works == Answer.NO else tuple(_lacks(latest, today)),
    )


def _lacks(latest: Assessment | None, today: date) -> Iterator[str]:
    if latest is None:
        yield "never"
        return
    if latest.assessed_on is None:
        yield "undated"
    elif (today - latest.assessed_on).days > OLDEST:
        yield "old"
    for standard in STANDARDS:
        if wrong := _wrong(latest, standard, today):
            yield f"{standard}:{wrong}"


def _wrong(one: Assessment, standard: str, today: date) -> str:
    """Return what is wrong with a standard: one held in part is in order while its action runs."""
    said = one.holds(standard)
    action, owner = getattr(one, f"{standard}_action"), getattr(one, f"{standard}_owner")
    if said == Hold.IN_PLACE:
        return ""
    if said in {"", Hold.UNKNOWN}:
        return "unsaid"
    if one.days_late(standard, today):
        return "late"
    if not (action.strip() and owner.strip() and one.due_on(standard)):
        return "no_action"
    return "missing" if said == Hold.MISSING else ""
