"""What a review says of a plan: one finding for each rule of the guide."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan


class Verdict(StrEnum):
    """A rule without its facts says that it cannot tell yet, never that all is fine."""

    KEPT = "kept"
    VIOLATED = "violated"
    CANNOT_TELL = "cannot_tell"
    NOT_CONCERNED = "not_concerned"  # nothing in the plan is of the sort the rule speaks of


class Severity(StrEnum):
    """How much a finding weighs; a block stops a submission and is never set aside."""

    BLOCK = "block"
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where to mend: a step, and in it a row (kind and key) or a field of the programme."""

    step: Step
    row: str = ""  # name of the row's list in ``Plan`` or its level: partners, needs, activities, …
    key: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one rule says of one plan, and where."""

    verdict: Verdict
    spots: tuple[Spot, ...] = ()


Check = Callable[[Plan, date], Outcome]
