"""The index against values worked out here by definition, in plain arithmetic, to 1e-9."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from rempart.communities.rules.conditions import Dimension
from rempart.communities.rules.index import Column, Question, Standing, State, index_of
from rempart.communities.rules.index.normalising import (
    by_goalposts,
    by_percentile,
    by_rank,
    by_zscore,
    constant,
    has_outliers,
    moments,
    winsorised,
)
from rempart.communities.rules.index.scoring import arithmetic, geometric
from rempart.communities.rules.index.trying import ranked, ranks_in_draws

NAN = math.nan
V, D, P = Dimension
Cell = float | None


def column(slug: str, dimension: Dimension, *, rises: bool = True, weight: float = 1.0) -> Column:
    return Column(slug=slug, dimension=dimension, rises=rises, low=10.0, high=60.0, weight=weight)


COLUMNS = (
    column("v1", V),
    column("v2", V),
    column("v3", V),
    column("d1", D),
    column("d2", D),
    column("p1", P),
    column("p2", P, rises=False),
)
TABLE: list[list[Cell]] = [
    [12.0, 33.0, 51.0, 20.0, 44.0, 15.0, 55.0],
    [45.0, None, 38.0, 58.0, 31.0, 39.0, 22.0],
    [60.0, 71.0, 12.0, 33.0, 33.0, 28.0, 60.0],
    [5.0, 18.0, 20.0, 11.0, 14.0, 59.0, 13.0],
]


def asked(table: Sequence[Sequence[Cell]], **given: object) -> Question:
    told = {"columns": COLUMNS, "children": (2000,) * len(table)} | given
    values = tuple(cell for row in table for cell in row)
    return Question(values=values, **told)  # type: ignore[arg-type]  # fields by name


def scores(table: Sequence[Sequence[Cell]], **given: object) -> list[float | None]:
    return [standing.score for standing in index_of(asked(table, **given)).standings]


# --- by definition, in plain arithmetic ---


def goalposts(value: float, one: Column) -> float:
    part = (value - one.low) / (one.high - one.low)
    risk = 10 * min(1.0, max(0.0, part))
    return risk if one.rises else 10 - risk


def by_hand(row: Sequence[Cell], columns: Sequence[Column] = COLUMNS) -> float:
    total = sum(c.weight for c in columns)
    product = 1.0
    for dimension in Dimension:
        own = [(v, c) for v, c in zip(row, columns, strict=True) if c.dimension is dimension]
        known = [(goalposts(v, c), c.weight) for v, c in own if v is not None]
        mean = sum(risk * weight for risk, weight in known) / sum(weight for _, weight in known)
        share = sum(c.weight for _, c in own) / total
        product *= max(mean, 0.1) ** share
    return product


def as_array(table: Sequence[Sequence[Cell]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([[NAN if v is None else v for v in row] for row in table])


def test_scores_are_those_of_the_definition_a_missing_value_included() -> None:
    assert scores(TABLE) == pytest.approx([by_hand(row) for row in TABLE], abs=1e-9)


def test_weights_are_shared_out_as_the_definition_says() -> None:
    weights = (3.0, 1.0, 2.0, 5.0, 1.0, 4.0, 0.5)
    columns = tuple(replace(c, weight=w) for c, w in zip(COLUMNS, weights, strict=True))
    answer = index_of(asked(TABLE, columns=columns))

    by_definition = [by_hand(row, columns) for row in TABLE]
    assert [s.score for s in answer.standings] == pytest.approx(by_definition, abs=1e-9)
    assert dict(answer.weights) == pytest.approx(
        {c.slug: c.weight / 16.5 for c in columns}, abs=1e-12
    )


def test_an_added_place_leaves_the_others_unmoved() -> None:
    before = scores(TABLE)
    after = scores([*TABLE, [59.0, 60.0, 58.0, 10.0, 99.0, 1.0, 35.0]])

    assert after[:4] == pytest.approx(before, abs=1e-12)
    assert after[4] is not None


def test_a_constant_column_counts_as_nothing_and_is_named() -> None:
    flat = [[*row[:3], 44.0, *row[4:]] for row in TABLE]
    answer = index_of(asked(flat))

    assert answer.flat == ("d1",)
    for standing, row in zip(answer.standings, TABLE, strict=True):
        demand = dict(standing.dimensions)[D]
        assert demand == pytest.approx(goalposts(row[4] or 0, COLUMNS[4]) / 2, abs=1e-9)
    assert constant(as_array([[1.0, NAN], [1.0, 3.0]])).tolist() == [True, True]


def test_what_is_missing_is_never_zero_but_too_little_cannot_be_told() -> None:
    lacking: list[Cell] = [12.0, None, None, 20.0, 44.0, 15.0, 55.0]
    told = index_of(asked([*TABLE, lacking])).standings[-1]

    assert (told.state, told.lacking, told.score, told.covered) == (
        State.CANNOT_TELL,
        (V,),
        None,
        5,
    )
    enough = index_of(asked([[12.0, 33.0, None, 20.0, 44.0, 15.0, 55.0], *TABLE])).standings[0]
    assert (enough.state, enough.covered) == (State.RANKED, 6)


@pytest.mark.parametrize(
    ("children", "state"),
    [(None, State.CHILDREN_UNKNOWN), (999, State.TOO_SMALL), (1000, State.RANKED)],
)
def test_an_area_is_ranked_from_a_thousand_children_on(children: int | None, state: State) -> None:
    answer = index_of(asked(TABLE, children=(2000, 2000, 2000, children)))

    assert answer.standings[3].state is state
    assert (answer.standings[3].rank is None) is (state is not State.RANKED)
    assert answer.standings[0].score == pytest.approx(by_hand(TABLE[0]), abs=1e-9)


def test_each_scale_is_that_of_its_definition() -> None:
    raw: list[Cell] = [4.0, 8.0, None, 8.0, 20.0]
    table = as_array([[v] for v in raw])
    one = (column("c", V),)
    known = [v for v in raw if v is not None]
    mean = sum(known) / 4
    deviation = math.sqrt(sum((v - mean) ** 2 for v in known) / 4)
    below = {v: sum(o < v for o in known) for v in known}
    equal = {v: known.count(v) for v in known}
    by_definition = {
        by_goalposts: [goalposts(v, one[0]) for v in known],
        by_zscore: [min(10.0, max(0.0, 5 + 5 * (v - mean) / deviation / 3)) for v in known],
        by_rank: [10 * (below[v] + (equal[v] - 1) / 2) / 3 for v in known],
        by_percentile: [10 * (below[v] + equal[v] / 2) / 4 for v in known],
    }
    for scale, wanted in by_definition.items():
        found = scale(table, one)[:, 0]
        assert np.isnan(found[2])
        assert found[[0, 1, 3, 4]].tolist() == pytest.approx(wanted, abs=1e-9)
        falling = scale(table, (replace(one[0], rises=False),))[[0, 1, 3, 4], 0]
        assert falling.tolist() == pytest.approx([10 - w for w in wanted], abs=1e-9)


def test_both_means_are_those_of_their_definition() -> None:
    sides = [np.array([[4.0]]), np.array([[0.0]]), np.array([[9.0]])]
    shares = [np.array([w]) for w in (0.5, 0.3, 0.2)]

    assert geometric(sides, shares)[0, 0] == pytest.approx(4**0.5 * 0.1**0.3 * 9**0.2, abs=1e-9)
    assert arithmetic(sides, shares)[0, 0] == pytest.approx(0.5 * 4 + 0.2 * 9, abs=1e-9)


def test_outliers_are_drawn_in_until_there_are_none() -> None:
    values = [10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 11.0, 12.0, 13.0, 500.0]
    high, low, calm = (as_array([[v] for v in told]) for told in (
        values, [-v for v in values], [float(n) for n in range(10)]
    ))  # fmt: skip

    assert winsorised(high)[:, 0].tolist() == [*values[:9], 15.0]
    assert winsorised(low)[:, 0].tolist() == [*(-v for v in values[:9]), -15.0]
    assert winsorised(calm).tolist() == calm.tolist()
    assert [has_outliers(t).tolist() for t in (high, low, calm)] == [[True], [True], [False]]
    assert moments(np.array([3.0, 3.0])) == (0.0, 0.0)
    skewness, kurtosis = moments(np.array([0.0, 0.0, 0.0, 4.0]))
    assert (skewness, kurtosis) == pytest.approx((6 / 3**1.5, 21 / 9 - 3), abs=1e-9)


def test_equal_scores_share_the_better_rank() -> None:
    given = np.array([[5.0], [9.0], [5.0], [1.0]])

    assert ranked(given)[:, 0].tolist() == [2.0, 1.0, 2.0, 4.0]


def test_the_same_table_always_gives_the_same_intervals() -> None:
    first, again = (index_of(asked(TABLE)) for _ in range(2))
    other = index_of(asked(TABLE, seed=1))

    assert first == again
    assert [s.top_share for s in first.standings] != [s.top_share for s in other.standings]


def test_intervals_and_shares_are_those_of_the_draws() -> None:
    table = as_array(TABLE)
    drawn = ranks_in_draws(table, COLUMNS, draws=1000, seed=2007)
    standings = index_of(asked(TABLE, top=2)).standings

    for place, standing in enumerate(standings):
        order = sorted(drawn[place])
        assert standing.best in {order[49], order[50]}
        assert standing.worst in {order[948], order[949], order[950]}
        assert standing.top_share == pytest.approx(sum(r <= 2 for r in order) / 1000, abs=1e-12)
    assert set(np.unique(drawn)) <= {1.0, 2.0, 3.0, 4.0}


def test_a_place_heavier_in_everything_comes_first_in_every_draw() -> None:
    heavy: list[Cell] = [60.0, 60.0, 60.0, 60.0, 60.0, 60.0, 10.0]
    light: list[Cell] = [10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 60.0]
    standings = index_of(asked([light, *TABLE, heavy], top=1)).standings

    assert (standings[-1].rank, standings[-1].best, standings[-1].worst) == (1, 1, 1)
    assert standings[-1].top_share == 1.0
    assert (standings[0].rank, standings[0].top_share) == (6, 0.0)


def test_the_heaviest_conditions_are_named_with_their_share() -> None:
    standing: Standing = index_of(asked(TABLE)).standings[0]
    risks = {c.slug: goalposts(v or 0, c) for v, c in zip(TABLE[0], COLUMNS, strict=True)}
    total = sum(risks.values())

    shares = dict(standing.weighs)
    assert list(shares) == sorted(shares, key=lambda slug: -risks[slug])
    assert shares == pytest.approx({s: r / total for s, r in risks.items() if r}, abs=1e-9)


def test_without_conditions_or_places_nothing_is_ranked() -> None:
    assert index_of(asked([[]], columns=())).standings[0].rank is None
    assert index_of(asked([])).standings == ()
    small = index_of(asked(TABLE, children=(1, 2, 3, 4)))
    assert {s.state for s in small.standings} == {State.TOO_SMALL}
    only = tuple(c for c in COLUMNS if c.dimension is not P)
    answer = index_of(asked([row[:5] for row in TABLE], columns=only))
    assert answer.unused == (P,)
    assert all(s.rank for s in answer.standings)
