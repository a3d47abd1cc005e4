"""Places: the index of a thousand of them against its bare arithmetic, and a large sheet read and written."""

import io
from collections.abc import Iterator
from decimal import Decimal
from itertools import count

import numpy as np
from django.test import Client

from rempart.communities.catalogue import conditions
from rempart.communities.models import PendingSheet, Place
from rempart.communities.rules.conditions import Dimension
from rempart.communities.rules.index import Column, Question, index_of
from rempart.kit.sheets import Value, write_xlsx
from tests.bench import Bench
from tests.cast import amina, browser_of, passerelle

PLACES, COLUMNS, DRAWS = 1000, 40, 1000
FIGURES = 15  # conditions of each place in the sheet


def question() -> Question:
    """Return a thousand places by forty conditions, one value in twenty missing."""
    chance = np.random.default_rng(1)
    sides = list(Dimension)
    columns = tuple(
        Column(
            slug=f"c{n}",
            dimension=sides[n % len(sides)],
            rises=n % 2 == 0,
            low=0.0,
            high=60.0,
            weight=1.0,
        )
        for n in range(COLUMNS)
    )
    table = chance.gamma(2.0, 10.0, size=(PLACES, COLUMNS))
    gone = chance.random(table.shape) < 0.05
    values = tuple(
        None if is_gone else float(value)
        for value, is_gone in zip(table.ravel(), gone.ravel(), strict=True)
    )
    return Question(columns=columns, values=values, children=(2000,) * PLACES, draws=DRAWS)


def bare_arithmetic(table: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> None:
    """Do what no such index can do without: weigh, take logarithms, rank and take percentiles."""
    chance = np.random.default_rng(1)
    weights = chance.dirichlet(np.ones(COLUMNS), size=DRAWS)
    present = (table > 0).astype(np.float64)
    scores = np.zeros((PLACES, DRAWS))
    for start in range(3):
        own = weights[:, start::3].T
        scores += np.log((table[:, start::3] @ own) / (present[:, start::3] @ own))
    ranks = np.argsort(np.argsort(scores, axis=0), axis=0)
    np.percentile(ranks, [5, 95], axis=1, method="nearest")


def sheet(browser: Client) -> bytes:
    """Return a sheet of a thousand places, which are there."""
    Place.objects.bulk_create(
        Place(organisation=passerelle(), name=f"District {n}") for n in range(PLACES)
    )
    assert browser.get("/places/").status_code
    heads: list[Value] = ["Place", *list(conditions())[:FIGURES]]
    rows: list[list[Value]] = [
        [f"District {n}", *[Decimal(n % 50)] * FIGURES] for n in range(PLACES)
    ]
    return write_xlsx("Places", [heads, *rows])


def benches() -> Iterator[Bench]:
    """The index alone; a sheet as a browser sends it, and its figures as they are written."""
    asked = question()
    table = np.nan_to_num(asked.table())
    yield Bench(
        name="places: the index, 1,000 x 40 x 1,000 draws",
        run=lambda: index_of(asked),
        floor=lambda: bare_arithmetic(table),
        times=4,
        seconds=2,
        rounds=8,
    )
    browser = browser_of(amina())
    data, turn = sheet(browser), count()

    def choose() -> None:
        file = io.BytesIO(data)
        file.name = f"{next(turn)}.xlsx"
        sent = {"file": file, "on": "2026-05-31", "source": "Study (fictional)"}
        assert browser.post("/places/sheet/", sent).status_code == 302

    def store() -> None:
        choose()
        address = f"/places/sheet/{PendingSheet.objects.get().pk}/storing/"
        assert browser.post(address).status_code == 302

    yield Bench(name="places: a sheet of 15,000 figures, read", run=choose, seconds=2, rounds=5)
    yield Bench(name="places: the same, read, then written", run=store, seconds=4, rounds=5)
    page = "/places/ranking/"
    yield Bench(
        name="places: the ranking of 1,000, its page", run=lambda: browser.get(page), seconds=2
    )
