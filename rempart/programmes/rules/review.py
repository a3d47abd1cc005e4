"""What one rule says of a plan: the words in which every check answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rempart.programmes.rules.codes import Step


class Verdict(StrEnum):
    """A rule without its facts says that it cannot tell yet, never that all is fine."""

    KEPT = "kept"
    VIOLATED = "violated"
    CANNOT_TELL = "cannot_tell"
    NOT_CONCERNED = "not_concerned"  # nothing in the plan is of the sort the rule speaks of


class Scope(StrEnum):
    """What a rule is applied to: a plan as a whole, or the communication material in it."""

    PROGRAMME = "programme"
    COMMUNICATION = "communication"


class Severity(StrEnum):
    """How much a finding weighs; a block stops a submission and is never set aside."""

    BLOCK = "block"
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where to mend: a step, and in it a row (list and key) or a field of the programme.

    ``key`` without ``row`` does not occur. A ``row`` without ``key`` asks for a row to be added;
    ``field`` then says which, where the list is a known one: a cause, a part of the gender
    analysis, a kind of need. An answer to a question of an activity is ``details.<question>``.
    """

    step: Step
    row: str = ""  # name of the row's list in ``Plan`` or its level: partners, needs, activities, …
    key: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one rule says of one plan, and where."""

    verdict: Verdict
    spots: tuple[Spot, ...] = ()
    severity: Severity | None = None  # where the fault weighs otherwise than the rule usually does
    can_be_set_aside: bool = True  # no, while a condition for it is missing (a block never can)


def judge(
    *, concerned: bool = True, wrong: Iterable[Spot] = (), unsure: Iterable[Spot] = ()
) -> Outcome:
    """Return the outcome of a check: a fault outweighs a doubt, a doubt outweighs all being well."""
    if spots := tuple(dict.fromkeys(wrong)):
        return Outcome(verdict=Verdict.VIOLATED, spots=spots)
    if spots := tuple(dict.fromkeys(unsure)):
        return Outcome(verdict=Verdict.CANNOT_TELL, spots=spots)
    return Outcome(verdict=Verdict.KEPT if concerned else Verdict.NOT_CONCERNED)
