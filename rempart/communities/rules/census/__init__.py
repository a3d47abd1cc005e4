"""The census of places: counts by type of venue and coarse area, rounded before they are kept."""

from rempart.communities.rules.census.counting import (
    Change,
    Counted,
    change_of,
    number_of,
    obstacles_to_count,
    read_count,
    step_of,
)
from rempart.communities.rules.census.reading import CensusWords, counts_of

__all__ = [
    "CensusWords",
    "Change",
    "Counted",
    "change_of",
    "counts_of",
    "number_of",
    "obstacles_to_count",
    "read_count",
    "step_of",
]
