"""How sure an order is: the index computed again in every way that could be argued for.

Each draw takes one of the scales, one of the means across dimensions, weights scattered around the
agreed ones (a Dirichlet), and leaves one condition out, or none. All draws at once, as matrices.
"""

from collections.abc import Sequence

import numpy as np

from rempart.communities.rules.index.asking import Column, Floats
from rempart.communities.rules.index.normalising import NORMALISATIONS
from rempart.communities.rules.index.scoring import (
    Parts,
    arithmetic,
    dimension_scores,
    geometric,
    shares_of,
)

SCATTER = 4.0  # of the Dirichlet, for each column: each weight strays by about half of itself
SLIGHT = 1e-12  # no weight is drawn as nothing
MEANS = (geometric, arithmetic)


def ranks_in_draws(table: Floats, columns: Sequence[Column], *, draws: int, seed: int) -> Floats:
    """Return the rank of each place in each draw: places x draws, 1 the heaviest, equals alike."""
    chance = np.random.default_rng(seed)
    parts = Parts.of(columns)
    scale = chance.integers(len(NORMALISATIONS), size=draws)
    mean = chance.integers(len(MEANS), size=draws)
    weights = _weights(columns, chance, draws)
    ranks = np.empty((table.shape[0], draws))
    for which, normalise in enumerate(NORMALISATIONS):
        scaled = normalise(table, columns)
        for how, aggregate in enumerate(MEANS):
            chosen = np.flatnonzero((scale == which) & (mean == how))
            if chosen.size:
                own = weights[chosen]
                scores = [dimension_scores(scaled, own, part) for part in parts.columns]
                ranks[:, chosen] = ranked(aggregate(scores, shares_of(own, parts)))
    return ranks


def _weights(columns: Sequence[Column], chance: np.random.Generator, draws: int) -> Floats:
    base = np.array([c.weight for c in columns], dtype=np.float64)
    base = base / base.sum()
    scattered = np.zeros((draws, len(columns)))
    weighing = np.flatnonzero(base)
    alphas = base[weighing] * SCATTER * weighing.size
    scattered[:, weighing] = np.maximum(chance.dirichlet(alphas, size=draws), SLIGHT)
    # one more than there are: nothing is left out. The last column of a dimension always stays
    left = chance.integers(len(columns) + 1, size=draws)
    for place, column in enumerate(columns):
        neighbours = sum(c.dimension is column.dimension and c.weight > 0 for c in columns)
        if neighbours > 1:
            scattered[left == place, place] = 0.0
    return scattered


def ranked(scores: Floats) -> Floats:
    """Return ranks by column: 1 is the highest score; equal scores share the better rank."""
    count = scores.shape[0]
    order = np.argsort(-scores, axis=0, kind="stable")
    falling = np.take_along_axis(scores, order, axis=0)
    fresh = np.ones_like(falling)
    fresh[1:] = falling[1:] != falling[:-1]
    places = np.arange(1, count + 1, dtype=np.float64)[:, None]
    shared = np.maximum.accumulate(np.where(fresh > 0, places, 0.0), axis=0)
    ranks = np.empty_like(scores)
    np.put_along_axis(ranks, order, shared, axis=0)
    return ranks
