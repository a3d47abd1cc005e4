"""Values of every unit brought to one scale of 0 to 10, where 10 is most risk."""

from collections.abc import Callable, Sequence

import numpy as np

from rempart.communities.rules.index.asking import Column, Flags, Floats

SCALE = 10.0
SKEWED, PEAKED = 2.0, 3.5  # beyond both, a column has outliers (a common rule)
SPREAD = 3.0  # standard deviations between the middle of the scale and its ends


def constant(table: Floats) -> Flags:
    """Return which columns tell no place apart: the same value everywhere, one value, or none."""
    filled = np.where(np.isnan(table), np.inf, table)
    lowest = filled.min(axis=0, initial=np.inf)
    highest = np.where(np.isnan(table), -np.inf, table).max(axis=0, initial=-np.inf)
    return np.asarray(highest <= lowest, dtype=np.bool_)


def by_goalposts(table: Floats, columns: Sequence[Column]) -> Floats:
    """Place each value between the column's fixed goalposts; beyond them it counts as at them."""
    low = np.array([c.low for c in columns])
    high = np.array([c.high for c in columns])
    return _finished(SCALE * np.clip((table - low) / (high - low), 0.0, 1.0), table, columns)


def by_zscore(table: Floats, columns: Sequence[Column]) -> Floats:
    """Place each value by its distance from the mean: three standard deviations reach the ends.

    Outliers are drawn in first: this scale alone is made by the data, so that one of them would
    squeeze all the others. Fixed goalposts and ranks need no such care.
    """
    drawn_in = winsorised(table)
    present = ~np.isnan(drawn_in)
    count = np.maximum(present.sum(axis=0), 1)
    mean = np.where(present, drawn_in, 0.0).sum(axis=0) / count
    apart = np.where(present, drawn_in - mean, 0.0)
    deviation = np.sqrt((apart**2).sum(axis=0) / count)
    scores = (drawn_in - mean) / np.where(deviation > 0, deviation, 1.0)
    middle = SCALE / 2
    return _finished(np.clip(middle + middle * scores / SPREAD, 0.0, SCALE), table, columns)


def by_rank(table: Floats, columns: Sequence[Column]) -> Floats:
    """Place each value by its rank among the values there are, from 0 to 10; equals share theirs."""
    below, equal, count = _counted(table)
    ranks = below + (equal - 1) / 2
    return _finished(SCALE * ranks / np.maximum(count - 1, 1), table, columns)


def by_percentile(table: Floats, columns: Sequence[Column]) -> Floats:
    """Place each value by the share of values below it, and half of those equal to it."""
    below, equal, count = _counted(table)
    return _finished(SCALE * (below + equal / 2) / np.maximum(count, 1), table, columns)


NORMALISATIONS: tuple[Callable[[Floats, Sequence[Column]], Floats], ...] = (
    by_goalposts,  # what is shown; the others are tried in the draws
    by_zscore,
    by_rank,
    by_percentile,
)


def _counted(table: Floats) -> tuple[Floats, Floats, Floats]:
    """Return how many values of its column lie below each value, how many equal it, how many there are."""
    order = np.sort(table, axis=0)  # what is missing stands last
    below = np.empty_like(table)
    up_to = np.empty_like(table)
    for place in range(table.shape[1]):
        below[:, place] = np.searchsorted(order[:, place], table[:, place], side="left")
        up_to[:, place] = np.searchsorted(order[:, place], table[:, place], side="right")
    present = ~np.isnan(table)
    return below, up_to - below, present.sum(axis=0).astype(np.float64)


def _finished(scaled: Floats, table: Floats, columns: Sequence[Column]) -> Floats:
    """Turn columns whose high values protect; a column that tells no place apart is 0 everywhere."""
    rises = np.array([c.rises for c in columns], dtype=np.bool_)
    turned = np.where(rises, scaled, SCALE - scaled)
    level = np.where(constant(table), 0.0, turned)
    return np.where(np.isnan(table), np.nan, level)


def winsorised(table: Floats) -> Floats:
    """Draw in the outliers of a column that has some: the farthest value becomes the next one.

    A column has outliers where its skewness passes 2 and its kurtosis (over that of a bell) 3.5;
    one value after the other is drawn in until it has none, at most one in ten.
    """
    drawn = table.copy()
    for place in range(table.shape[1]):
        column = drawn[:, place]
        present = np.flatnonzero(~np.isnan(column))
        for turn in range(1, 1 + present.size // 10):
            skewness, kurtosis = moments(column[present])
            if abs(skewness) <= SKEWED or kurtosis <= PEAKED:
                break
            order = present[np.argsort(column[present], kind="stable")]
            if skewness > 0:
                column[order[-turn:]] = column[order[-turn - 1]]
            else:
                column[order[:turn]] = column[order[turn]]
    return drawn


def has_outliers(table: Floats) -> Flags:
    """Return in which columns ``winsorised`` would draw a value in."""
    return np.asarray(((winsorised(table) != table) & ~np.isnan(table)).any(axis=0), dtype=np.bool_)


def moments(values: Floats) -> tuple[float, float]:
    """Return the skewness and the excess kurtosis of some values (of the population, g1 and g2)."""
    apart = values - values.mean()
    variance = float((apart**2).mean())
    if variance <= 0:
        return 0.0, 0.0
    return (
        float((apart**3).mean()) / variance**1.5,
        float((apart**4).mean()) / variance**2 - 3.0,
    )
