"""Known routes of trafficking, between two areas: each with what prevents, or why nothing does yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Answer(StrEnum):
    """What answers a route."""

    MEASURE = "measure"
    REASON = "reason"  # why nothing does
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRoute:
    """What is said of a route; an end is a place of the organisation, or a coarse area in words."""

    from_place_id: UUID | None = None
    from_area: str = ""
    to_place_id: UUID | None = None
    to_area: str = ""
    transport: str = ""
    push: str = ""
    pull: str = ""
    source: str = ""
    action: str = ""  # of the guide
    measure: str = ""  # in own words
    no_measure: str = ""  # why none

    @property
    def answer(self) -> Answer:
        """Return what answers it."""
        if self.action or self.measure:
            return Answer.MEASURE
        return Answer.REASON if self.no_measure else Answer.OPEN


def faults_of(told: ToldRoute) -> Iterator[tuple[str, str]]:
    """Yield every field that cannot be, with why."""
    for end in ("from", "to"):
        place, area = getattr(told, f"{end}_place_id"), getattr(told, f"{end}_area")
        if place and area:
            yield f"{end}_area", "two_ends"
        elif not place and not area:
            yield f"{end}_area", "no_end"
    same_place = told.from_place_id is not None and told.from_place_id == told.to_place_id
    same_area = told.from_area and told.from_area.casefold() == told.to_area.casefold()
    if same_place or same_area:
        yield "to_area", "one_area"
    if told.no_measure and (told.action or told.measure):
        yield "no_measure", "both_answers"
