"""The whole index: who is ranked, with which score, at which rank, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rempart.communities.rules.conditions import Dimension
from rempart.communities.rules.index.asking import (
    Column,
    Flags,
    Floats,
    Question,
    Standing,
    State,
)
from rempart.communities.rules.index.normalising import by_goalposts, constant, has_outliers
from rempart.communities.rules.index.scoring import (
    Parts,
    dimension_scores,
    geometric,
    shares_of,
    told_well_enough,
)
from rempart.communities.rules.index.trying import ranked, ranks_in_draws
from rempart.communities.rules.places import FEWEST_CHILDREN

LOW, HIGH = 5, 95  # per cent: between them the rank interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the index says of each place, in the order asked, and what is to be known beside it."""

    standings: tuple[Standing, ...]
    flat: tuple[str, ...] = ()  # columns that tell no place apart: they count as 0
    outliers: tuple[str, ...] = ()  # columns with values drawn in for one of the scales tried
    unused: tuple[Dimension, ...] = ()  # dimensions without any condition in use
    weights: tuple[tuple[str, float], ...] = ()  # what each column weighs in the whole, together 1
    draws: int = 0


def index_of(question: Question) -> Answer:
    """Return the index over these places. Only places of the same answer are compared."""
    columns = tuple(c for c in question.columns if c.weight > 0)
    asked = [place for place, c in enumerate(question.columns) if c.weight > 0]
    table = question.table()[:, asked]
    parts = Parts.of(columns)
    unused = tuple(d for d in Dimension if d not in parts.names)
    if not columns:
        nothing = tuple(_unranked(state, table[n], ()) for n, state in enumerate(_sizes(question)))
        return Answer(standings=nothing, unused=unused)
    told = told_well_enough(table, parts)
    states = [
        State.CANNOT_TELL if state is State.RANKED and not told[n].all() else state
        for n, state in enumerate(_sizes(question))
    ]
    chosen = np.flatnonzero([state is State.RANKED for state in states])
    weights = _shared_out(columns)
    ranking = _ranking(table[chosen], columns, weights, question)
    places = {int(place): n for n, place in enumerate(chosen)}
    standings = tuple(
        ranking[places[n]] if n in places else _unranked(state, table[n], _lacking(told[n], parts))
        for n, state in enumerate(states)
    )
    return Answer(
        standings=standings,
        flat=_named(columns, constant(table[chosen])) if chosen.size else (),
        outliers=_named(columns, has_outliers(table[chosen])) if chosen.size else (),
        unused=unused,
        weights=tuple((c.slug, float(w)) for c, w in zip(columns, weights, strict=True)),
        draws=question.draws,
    )


def _sizes(question: Question) -> list[State]:
    return [
        State.CHILDREN_UNKNOWN
        if number is None
        else State.TOO_SMALL
        if number < FEWEST_CHILDREN
        else State.RANKED
        for number in question.children
    ]


def _lacking(told: Flags, parts: Parts) -> tuple[Dimension, ...]:
    return tuple(name for name, enough in zip(parts.names, told, strict=True) if not enough)


def _unranked(state: State, values: Floats, lacking: tuple[Dimension, ...]) -> Standing:
    return Standing(state=state, covered=int((~np.isnan(values)).sum()), lacking=lacking)


def _named(columns: Sequence[Column], which: Flags) -> tuple[str, ...]:
    return tuple(c.slug for c, is_one in zip(columns, which, strict=True) if is_one)


def _shared_out(columns: Sequence[Column]) -> Floats:
    weights = np.array([c.weight for c in columns], dtype=np.float64)
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _ranking(
    table: Floats, columns: Sequence[Column], weights: Floats, question: Question
) -> list[Standing]:
    """Return the standings of the places that are ranked."""
    if not table.shape[0]:
        return []
    parts = Parts.of(columns)
    scaled = by_goalposts(table, columns)
    scores = [dimension_scores(scaled, weights[None, :], own) for own in parts.columns]
    whole = geometric(scores, shares_of(weights[None, :], parts))
    ranks = ranked(whole)[:, 0]
    drawn = ranks_in_draws(table, columns, draws=question.draws, seed=question.seed)
    best, worst = np.percentile(drawn, [LOW, HIGH], axis=1, method="nearest")
    in_top = (drawn <= question.top).mean(axis=1)
    weighed = np.where(np.isnan(scaled), 0.0, scaled) * weights
    return [
        Standing(
            state=State.RANKED,
            covered=int((~np.isnan(table[n])).sum()),
            dimensions=tuple(
                (name, float(score[n, 0])) for name, score in zip(parts.names, scores, strict=True)
            ),
            score=float(whole[n, 0]),
            rank=int(ranks[n]),
            best=int(best[n]),
            worst=int(worst[n]),
            top_share=float(in_top[n]),
            weighs=_heaviest(columns, weighed[n]),
        )
        for n in range(table.shape[0])
    ]


def _heaviest(columns: Sequence[Column], weighed: Floats) -> tuple[tuple[str, float], ...]:
    """Return the columns by their share of a place's weighted points, the heaviest first."""
    total = float(weighed.sum())
    order = np.argsort(-weighed, kind="stable")
    return tuple(
        (columns[n].slug, float(weighed[n]) / total) for n in order if total and weighed[n] > 0
    )
