"""What the index is asked, and what it answers of each place."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from rempart.communities.rules.conditions import Dimension

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class State(StrEnum):
    """Whether a place is ranked, or why it is not."""

    RANKED = "ranked"
    TOO_SMALL = "too_small"  # fewer children than an area must have
    CHILDREN_UNKNOWN = "children_unknown"
    CANNOT_TELL = "cannot_tell"  # too few values in some dimension


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A condition as the index needs it. ``weight`` is its share of the whole, before sharing out."""

    slug: str
    dimension: Dimension
    rises: bool  # a higher value means more risk
    low: float
    high: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A table of values (places x columns, row by row; nothing where there is none) and how to read it."""

    columns: tuple[Column, ...]
    values: tuple[float | None, ...]
    children: tuple[int | None, ...]  # living in each place
    top: int = 3  # the k of "among the first k"
    draws: int = 1_000
    seed: int = 2007  # the year of the guide: the same table always gives the same answer

    def table(self) -> Floats:
        """Return the values as an array."""
        shape = len(self.children), len(self.columns)
        return np.array(self.values, dtype=np.float64).reshape(shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the index says of one place; numbers are ``None`` where it cannot tell."""

    state: State
    covered: int  # columns with a value
    lacking: tuple[Dimension, ...] = ()  # dimensions with too few values
    dimensions: tuple[tuple[Dimension, float | None], ...] = ()  # 0 to 10 each
    score: float | None = None
    rank: int | None = None
    best: int | None = None  # 5 % of the draws rank it here or before …
    worst: int | None = None  # … and 5 % here or after
    top_share: float | None = None  # of the draws, in which it is among the first k
    weighs: tuple[tuple[str, float], ...] = ()  # columns by what they add to it, the heaviest first
