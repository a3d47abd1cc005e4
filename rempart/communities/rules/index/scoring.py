"""From scaled values to one score: arithmetic inside a dimension, geometric across the three."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rempart.communities.rules.conditions import Dimension
from rempart.communities.rules.index.asking import Column, Flags, Floats

ENOUGH = 2 / 3  # of a dimension's columns, or it cannot be told
FLOOR = 0.1  # no dimension counts for less: a single zero must not wipe out the other two


@dataclass(frozen=True, slots=True)
class Parts:
    """Which columns make which dimension; dimensions without a column in use are left out."""

    names: tuple[Dimension, ...]
    columns: tuple[Floats, ...]  # for each dimension, 1.0 where a column belongs to it

    @classmethod
    def of(cls, columns: Sequence[Column]) -> "Parts":
        """Return the dimensions that these columns make."""
        names = tuple(d for d in Dimension if any(c.dimension is d for c in columns))
        belongs = tuple(
            np.array([float(c.dimension is name) for c in columns], dtype=np.float64)
            for name in names
        )
        return cls(names, belongs)


def coverage(table: Floats, parts: Parts) -> Floats:
    """Return the share of each dimension's columns that have a value: places x dimensions."""
    present = (~np.isnan(table)).astype(np.float64)
    return np.stack([present @ own / own.sum() for own in parts.columns], axis=1)


def dimension_scores(scaled: Floats, weights: Floats, own: Floats) -> Floats:
    """Return the weighted mean of a dimension's available values: places x draws.

    ``weights`` are draws x columns. Where no weighted value is there, NaN.
    """
    chosen = np.flatnonzero(own)
    shares = weights[:, chosen].T
    present = ~np.isnan(scaled[:, chosen])
    total = np.where(present, scaled[:, chosen], 0.0) @ shares
    weight = present.astype(np.float64) @ shares
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weight > 0, total / weight, np.nan)


def geometric(scores: Sequence[Floats], shares: Sequence[Floats]) -> Floats:
    """Return the weighted geometric mean across dimensions, none of which counts for less than the floor."""
    logs = sum(
        np.log(np.maximum(score, FLOOR)) * share
        for score, share in zip(scores, shares, strict=True)
    )
    return np.asarray(np.exp(logs), dtype=np.float64)


def arithmetic(scores: Sequence[Floats], shares: Sequence[Floats]) -> Floats:
    """Return the weighted arithmetic mean across dimensions."""
    return np.asarray(
        sum(score * share for score, share in zip(scores, shares, strict=True)), dtype=np.float64
    )


def shares_of(weights: Floats, parts: Parts) -> list[Floats]:
    """Return what each dimension weighs in the whole, in each draw."""
    totals = [weights @ own for own in parts.columns]
    whole = np.sum(totals, axis=0)
    return [total / whole for total in totals]


def told_well_enough(table: Floats, parts: Parts) -> Flags:
    """Return which dimensions of which places have enough values to be told."""
    # a hair less than two thirds, lest two of three fall short by rounding
    return np.asarray(coverage(table, parts) >= ENOUGH - 1e-9, dtype=np.bool_)
