"""What is kept of a count, so that it leads to no establishment, and how two counts compare.

One or two hotels in a named village are that hotel. So a count is never kept as it was taken: one
to four is "fewer than five", the rest goes to the nearest five, which also spoils the subtraction
of a part from its whole; an area of fewer than 1,000 children has no count of its own but is
counted with the area that it lies in; and fewer than five in a mere zone is counted with its area.
"""

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from enum import StrEnum

from rempart.communities.rules.places import FEWEST_CHILDREN
from rempart.kit.figures import AmbiguousError, read_sheet_figure

NONE, FEW = 0, 1  # steps: none found; fewer than five; then 2 is about five, 3 about ten...
FIVE = 5
LARGEST = 100_000
_FEW = re.compile(r"<\s*5|[1-4]\s*[-–]\s*[1-4]")  # as a sheet and a form write it


class Change(StrEnum):
    """How a count compares with the one before."""

    FIRST = "first"
    MORE = "more"
    FEWER = "fewer"
    SAME = "same"
    OTHERWISE = "otherwise"  # counted in another way: not compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many venues of a type were found in an area: when, how, by which source."""

    place: str
    zone: str
    venue_type: str
    step: int
    counted_on: str
    method: str
    source: str

    def kept(self) -> list[object]:
        """Return it as it is kept between the preview and the yes."""
        return list(astuple(self))

    @classmethod
    def of(cls, kept: Sequence[object]) -> "Counted":
        """Return what ``kept`` held."""
        return cls(**dict(zip(cls.__dataclass_fields__, kept, strict=True)))  # type: ignore[arg-type]  # as it was kept

    @property
    def key(self) -> tuple[str, str, str, date]:
        """Return what no second count may have."""
        return self.place, self.zone, self.venue_type, date.fromisoformat(self.counted_on)


def step_of(count: int) -> int:
    """Return what is kept of a count."""
    if count == 0:
        return NONE
    return FEW if count < FIVE else (count + 2) // FIVE + 1


def number_of(step: int) -> int:
    """Return about how many a step stands for; nothing is known below five but that there are some."""
    return max(step - 1, 0) * FIVE


def read_count(text: str) -> int | str:
    """Return the step of a count as it is typed ("12", "<5"), or the code of what is wrong."""
    if _FEW.fullmatch(text.strip()):
        return FEW
    try:
        value = read_sheet_figure(text)
    except AmbiguousError:
        return "ambiguous_number"
    if value is None or value != value.to_integral():
        return "not_a_number"
    if value < 0:
        return "negative"
    return "too_large" if value > LARGEST else step_of(int(value))


def obstacles_to_count(children: int | None, zone: str, step: int) -> list[str]:
    """Return why a count would lead to an establishment."""
    reasons = []
    if children is None:
        reasons.append("children_unsaid")
    elif children < FEWEST_CHILDREN:
        reasons.append("area_too_small")
    if zone and step == FEW:
        reasons.append("few_in_zone")
    return reasons


def change_of(newest: tuple[int, str], before: tuple[int, str] | None) -> Change:
    """Return how the newest count (step, method) compares with the one before."""
    if before is None:
        return Change.FIRST
    if newest[1] != before[1]:
        return Change.OTHERWISE
    if newest[0] == before[0]:
        return Change.SAME
    return Change.MORE if newest[0] > before[0] else Change.FEWER
