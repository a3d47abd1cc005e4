"""Change requests: what stands in the way of opening one, of deciding on one, of withdrawing it."""

from dataclasses import dataclass
from enum import StrEnum

from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.lifecycle import IN_STATE, SHORTEST_REASON

CHANGEABLE = frozenset({Lifecycle.APPROVED, Lifecycle.RUNNING})


class Outcome(StrEnum):
    """What became of a change request."""

    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Where a change request stands, for one person."""

    outcome: Outcome
    programme: Lifecycle
    copy: Lifecycle  # where its working copy stands: written, or in review
    is_by: bool = False  # she opened it, wrote in its copy or asked for the decision
    differs: bool = True  # its copy says something else than the approved plan


def obstacles_to_opening(state: Lifecycle, *, has_open: bool, is_a_copy: bool) -> list[str]:
    """Return why no change request can be opened: ``programme_is_…``, ``change_is_open``."""
    if is_a_copy:
        return ["not_for_a_copy"]
    if state not in CHANGEABLE:
        return [f"no_change_{IN_STATE[state]}"]
    return ["change_is_open"] if has_open else []


def obstacles_to_deciding(request: Request, *, approves: bool, note: str) -> list[str]:
    """Return every reason why this person cannot decide on a change request this way.

    ``change_is_decided``, ``change_not_asked``: nobody asked for a decision yet; ``by_someone_else``;
    ``changes_nothing``; ``needs_reason`` of a refusal.
    """
    if request.outcome is not Outcome.OPEN:
        return ["change_is_decided"]
    wrong = {
        "change_not_asked": request.copy is not Lifecycle.IN_REVIEW,
        "by_someone_else": request.is_by,
        "no_change_programme_is_closed": request.programme not in CHANGEABLE,
        "changes_nothing": approves and not request.differs,
        "needs_reason": not approves and len(note.strip()) < SHORTEST_REASON,
    }
    return [code for code, holds in wrong.items() if holds]
