"""People counted by sex and age band."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount:
    """People, split: ``sex`` and ``age_band`` are values of the code lists of those names."""

    sex: str
    age_band: str
    number: int
