"""Places within places: no place lies within itself, and what is too small is not ranked."""

from collections.abc import Hashable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

FEWEST_CHILDREN = 1_000  # below, figures waver and people can be recognised: an area is not ranked
Key = TypeVar("Key", bound=Hashable)


class Level(StrEnum):
    """How wide a place is."""

    COMMUNITY = "community"
    NATIONAL = "national"
    CROSSBORDER = "crossborder"


def way_up(place: Key, parents: Mapping[Key, Key | None]) -> Iterator[Key]:
    """Yield the places that a place lies in, the nearest first."""
    seen = {place}
    above = parents.get(place)
    while above is not None and above not in seen:
        seen.add(above)
        yield above
        above = parents.get(above)


def would_turn(place: Key, into: Key | None, parents: Mapping[Key, Key | None]) -> bool:
    """Say whether a place put into another would come to lie within itself."""
    return into is not None and (into == place or place in way_up(into, parents))
