"""The large programme: 10 objectives, 100 outputs, 1,000 activities, 500 indicators; each page and edit."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import count

from django.db import connection
from django.test import Client
from django.urls import reverse

from rempart.programmes.actions import store_plan
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import ROWS, Programme
from rempart.programmes.rules.findings import review
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from tests.bench import Bench
from tests.bench.review import example
from tests.cast import amina, browser_of, passerelle
from tests.rules.terse import TODAY

OBJECTIVES, OUTPUTS, ACTIVITIES, INDICATORS, CAUSES, RISKS, MATERIALS = 10, 10, 10, 5, 60, 40, 20


def large_plan() -> Plan:
    """Return the example programme with a hundred outputs of ten activities and five indicators each."""
    plan = example()
    results = [output for one in plan.objectives for output in one.outputs]
    deeds = [activity for output in results for activity in output.activities]
    measures = [indicator for one in plan.objectives for indicator in one.indicators]

    def indicator(key: str, n: int) -> Indicator:
        return replace(measures[n % len(measures)], key=f"{key}-i{n}")

    def activity(key: str, n: int) -> Activity:
        return replace(deeds[n % len(deeds)], key=f"{key}-a{n}", indicators=())

    def output(key: str, n: int) -> Output:
        own = f"{key}-r{n}"
        return replace(
            results[n % len(results)],
            key=own,
            indicators=tuple(indicator(own, i) for i in range(INDICATORS)),
            activities=tuple(activity(own, i) for i in range(ACTIVITIES)),
        )

    def objective(n: int) -> Objective:
        own = f"o{n}"
        return replace(
            plan.objectives[n % len(plan.objectives)],
            key=own,
            indicators=(),
            outputs=tuple(output(own, i) for i in range(OUTPUTS)),
        )

    return replace(
        plan,
        objectives=tuple(objective(n) for n in range(OBJECTIVES)),
        causes=tuple(
            replace(plan.causes[n % len(plan.causes)], key=f"c{n}", under="", becomes="")
            for n in range(CAUSES)
        ),
        register=tuple(
            replace(plan.register[n % len(plan.register)], key=f"k{n}", assumption_of="")
            for n in range(RISKS)
        ),
        materials=tuple(
            replace(plan.materials[0], key=f"m{n}", activity="") for n in range(MATERIALS)
        ),
    )


def stored() -> Programme:
    """Return the large programme as Amina's organisation keeps it."""
    return store_plan(large_plan(), by=amina(), organisation=passerelle())


def bare(programme: Programme) -> None:
    """Read every row of the programme, as tuples: what no page can do without."""
    with connection.cursor() as cursor:
        for model in ROWS.values():
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(
                f"SELECT * FROM {table} WHERE programme_id = %s",  # noqa: S608 -- a table's own name
                [programme.pk.hex if connection.vendor == "sqlite" else programme.pk],
            )
            cursor.fetchall()


PAGES = {
    "frame": {}, "situation": {}, "who": {}, "strategies": {}, "results": {},
    "programme": {}, "chain": {}, "tree": {}, "review": {}, "questions": {}, "table": {},
    "open-comments": {}, "versions": {}, "document": {}, "groups": {},
    "result": {"level": "outputs", "result": "o3-r4"},
}  # fmt: skip


def seen(browser: Client, address: str) -> None:
    """Ask for a page."""
    assert browser.get(address).status_code == 200, address


def edits(programme: Programme, browser: Client) -> Iterator[Bench]:
    """Move an activity up and down; write it, then write it back."""
    at = {"pk": programme.pk, "kind": "activities", "key": "o3-r4-a5"}
    turn = count()

    def shift(asked: Mapping[str, str]) -> None:
        way = "up" if next(turn) % 2 else "down"
        address = reverse("programmes:row-shift", kwargs=at)
        assert browser.post(address, {"way": way}, headers=asked).status_code in {200, 302}

    def write(asked: Mapping[str, str]) -> None:
        row = ROWS["activities"]._default_manager.get(programme=programme, key=at["key"])
        said = {"text": f"Open a night school, {next(turn)}", "version": row.version}
        answer = browser.post(reverse("programmes:row", kwargs=at), said, headers=asked)
        assert answer.status_code in {200, 302}, answer.status_code

    for how, asked in (("a page", {}), ("a script", {"HX-Request": "true"})):
        for name, edit in (("move", shift), ("write", write)):
            yield Bench(
                name=f"large: {name} a row, answered by {how}",
                run=partial(edit, asked),
                floor=partial(bare, programme),
                seconds=0.100,
            )


def benches() -> Iterator[Bench]:
    """The review; every page of a plan; the edits of its framework."""
    plan, limits = large_plan(), thresholds()
    yield Bench(name="large: review", run=lambda: review(plan, TODAY, limits), seconds=0.100)
    programme, browser = stored(), browser_of(amina())
    for name, given in PAGES.items():
        address = reverse(f"programmes:{name}", kwargs={"pk": programme.pk, **given})
        yield Bench(
            name=f"large: page {name}",
            run=partial(seen, browser, address),
            floor=partial(bare, programme),
            seconds=0.300,
        )
    yield from edits(programme, browser)
    yield Bench(
        name="large: list", run=partial(seen, browser, reverse("programmes:list")), seconds=0.3
    )
