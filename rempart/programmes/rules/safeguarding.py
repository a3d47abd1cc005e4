"""The safeguarding gate of each agency that carries the work out: four standards, looked at anew every year.

Source: planning §4.1. A standard is in place, in part, missing, or nobody knows; what is not in place
has something to be done about it, by someone, until a day.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

STANDARDS = ("policy", "people", "procedures", "accountability")
PARTS = ("missing", "action", "owner", "due_on")  # of each standard, after its name


class Hold(StrEnum):
    """Whether a standard holds."""

    IN_PLACE = "in_place"
    PARTLY = "partly"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One agency looked at on one day; an empty ``partner`` is the programme's own agency."""

    key: str
    partner: str = ""  # key of a ``Partner``
    assessed_on: date | None = None
    assessed_by: str = ""  # a function or an institution
    policy: str = ""  # a ``Hold``, as the three others
    policy_missing: str = ""
    policy_action: str = ""
    policy_owner: str = ""
    policy_due_on: date | None = None
    people: str = ""
    people_missing: str = ""
    people_action: str = ""
    people_owner: str = ""
    people_due_on: date | None = None
    procedures: str = ""
    procedures_missing: str = ""
    procedures_action: str = ""
    procedures_owner: str = ""
    procedures_due_on: date | None = None
    accountability: str = ""
    accountability_missing: str = ""
    accountability_action: str = ""
    accountability_owner: str = ""
    accountability_due_on: date | None = None

    def holds(self, standard: str) -> str:
        """Return how a standard was found; empty if nobody said."""
        return str(getattr(self, standard))

    def due_on(self, standard: str) -> date | None:
        """Return until when something is to be done about a standard."""
        found: date | None = getattr(self, f"{standard}_due_on")
        return found

    def days_late(self, standard: str, today: date) -> int:
        """Return by how many days what is to be done is late; none once the standard is in place."""
        due = self.due_on(standard)
        if due is None or self.holds(standard) == Hold.IN_PLACE:
            return 0
        return max(0, (today - due).days)
