"""Branches of the framework told from outside: one keystroke or button moves or copies them."""

import gzip
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.test import Client

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.plan import Plan, PlannedPlace
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"Accept-Language": "en"}
SCRIPT = {"HX-Request": "true", **ENGLISH}


def indicator(key: str) -> Indicator:
    return Indicator(key=key, text=f"Measure {key}")


def activity(key: str) -> Activity:
    return Activity(key=key, text=f"Work {key}", indicators=(indicator(f"i-{key}"),))


def output(key: str, *below: str) -> Output:
    return Output(key=key, text=f"Thing {key}", activities=tuple(activity(one) for one in below))


FRAMEWORK = (
    Objective(key="o1", text="Change o1", outputs=(output("p1", "a1", "a2"), output("p2"))),
    Objective(key="o2", text="Change o2", indicators=(indicator("i2"),), outputs=(output("p3"),)),
)


def stored(*objectives: Objective, places: tuple[PlannedPlace, ...] = ()) -> Programme:
    plan = Plan(title="Havre-Neuf (fictional)", objectives=objectives or FRAMEWORK, places=places)
    return store_plan(plan, by=amina(), organisation=passerelle())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def shift(
    programme: Programme, kind: str, key: str, way: str, browser: Client | None = None
) -> str:
    answer = (browser or browser_of(amina())).post(
        address(programme, "rows", kind, key, "shift"), {"way": way}, headers=SCRIPT
    )
    assert answer.status_code == 200
    return answer.content.decode()


def drawn(programme: Programme) -> str:
    """The framework as one line: o1(p1(a1 a2) p2) o2(p3), indicators in brackets."""

    def said(one: Objective | Output | Activity) -> str:
        measured = "".join(f"[{i.key}]" for i in one.indicators)
        rows = [*getattr(one, "outputs", ()), *getattr(one, "activities", ())]
        return one.key + measured + (f"({' '.join(map(said, rows))})" if rows else "")

    return " ".join(map(said, plan_of(programme).objectives))


START = "o1(p1(a1[i-a1] a2[i-a2]) p2) o2[i2](p3)"
MOVES = [
    ("activities", "a2", "up", "o1(p1(a2[i-a2] a1[i-a1]) p2) o2[i2](p3)"),
    ("activities", "a2", "down", "o1(p1(a1[i-a1]) p2(a2[i-a2])) o2[i2](p3)"),
    ("outputs", "p2", "down", "o1(p1(a1[i-a1] a2[i-a2])) o2[i2](p2 p3)"),
    ("outputs", "p3", "up", "o1(p1(a1[i-a1] a2[i-a2]) p2 p3) o2[i2]"),
    ("outputs", "p2", "deeper", "o1(p1(a1[i-a1] a2[i-a2] p2)) o2[i2](p3)"),
    ("outputs", "p2", "higher", "o1(p1(a1[i-a1] a2[i-a2])) p2 o2[i2](p3)"),
    ("activities", "a1", "higher", "o1(p1(a2[i-a2]) a1[i-a1] p2) o2[i2](p3)"),
    ("indicators", "i-a1", "higher", "o1(p1[i-a1](a1 a2[i-a2]) p2) o2[i2](p3)"),
    ("indicators", "i2", "deeper", "o1(p1(a1[i-a1] a2[i-a2]) p2) o2(p3[i2])"),
]


@pytest.mark.parametrize(("kind", "key", "way", "after"), MOVES)
def test_a_row_goes_where_its_key_says(kind: str, key: str, way: str, after: str) -> None:
    programme = stored()
    assert drawn(programme) == START

    told = shift(programme, kind, key, way)

    assert drawn(programme) == after
    assert "Moved: it is now" in told


STAYS = [
    ("objectives", "o1", "up", "nothing further on this way"),
    ("outputs", "p3", "down", "nothing further on this way"),
    ("objectives", "o1", "higher", "highest level"),
    ("activities", "a1", "deeper", "lowest level"),
    ("outputs", "p1", "deeper", "no row before it"),
    ("objectives", "o2", "deeper", "rows stand under it"),
    ("outputs", "p1", "higher", "rows stand under it"),
    ("indicators", "i2", "higher", "highest level"),
    ("indicators", "i-a1", "deeper", "nothing stands lower"),
]


@pytest.mark.parametrize(("kind", "key", "way", "why"), STAYS)
def test_a_row_that_cannot_go_stays_and_says_why(kind: str, key: str, way: str, why: str) -> None:
    programme = stored()

    assert why in shift(programme, kind, key, way)

    assert drawn(programme) == START


def test_a_row_that_would_lose_what_it_says_keeps_its_level() -> None:
    dated = Activity(key="a9", text="Train", places=(), is_one_off=True, lead="Town")
    programme = stored(Objective(key="o1", text="C", outputs=(Output(key="p1", text="T", activities=(dated,)),)))  # fmt: skip

    assert "cannot hold" in shift(programme, "activities", "a9", "higher")

    (kept,) = plan_of(programme).activities()
    assert (kept.is_one_off, kept.lead) == (True, "Town")


def test_a_row_keeps_what_both_levels_have_when_it_changes_level() -> None:
    said = Output(
        key="p2", text="Thing", lead="Town", assumption="Peace", indicators=(indicator("i"),)
    )
    programme = stored(Objective(key="o1", text="C", outputs=(output("p1"), said)))

    shift(programme, "outputs", "p2", "deeper")

    (moved,) = plan_of(programme).activities()
    assert (moved.key, moved.text, moved.lead, moved.assumption) == ("p2", "Thing", "Town", "Peace")
    assert [one.key for one in moved.indicators] == ["i"]


def test_a_copy_stands_beside_its_row_says_so_and_has_keys_of_its_own() -> None:
    programme = stored()

    told = browser_of(amina()).post(
        address(programme, "rows", "outputs", "p1", "copy"), headers=SCRIPT
    )

    assert (
        "Copied, with what belongs to it (4): it is 1.2 Copy of: Thing p1" in told.content.decode()
    )
    first, copy, last = plan_of(programme).objectives[0].outputs
    assert (first.key, copy.text, last.key) == ("p1", "Copy of: Thing p1", "p2")
    assert [a.text for a in copy.activities] == ["Work a1", "Work a2"]
    assert [[i.text for i in a.indicators] for a in copy.activities] == [
        ["Measure i-a1"],
        ["Measure i-a2"],
    ]
    after = plan_of(programme)
    keys = [*(one.key for one in after.activities()), *(one.key for one in after.indicators())]
    assert len(keys) == len(set(keys)) == 4 + 5


def test_a_copy_goes_under_another_row_without_script_and_comes_into_sight() -> None:
    programme = stored()

    answer = browser_of(amina()).post(
        address(programme, "rows", "activities", "a1", "copy"), {"parent": "outputs.p3"}
    )

    assert drawn(programme).startswith("o1(p1(a1[i-a1] a2[i-a2]) p2) o2[i2](p3(")
    copy = plan_of(programme).objectives[1].outputs[0].activities[0]
    assert copy.text == "Work a1"
    assert answer.headers["Location"] == f"{address(programme, 'results')}?at={copy.key}#{copy.key}"


@pytest.mark.parametrize("parent", ["objectives.o1", "outputs.nothing", "partners.p1", "outputs"])
def test_a_copy_goes_nowhere_where_its_row_could_not_stand(parent: str) -> None:
    programme = stored()
    where = address(programme, "rows", "activities", "a1", "copy")

    assert browser_of(amina()).post(where, {"parent": parent}).status_code == 404

    assert drawn(programme) == START


def test_words_too_long_to_say_that_they_are_a_copy_are_copied_whole() -> None:
    programme = stored(Objective(key="o1", text="x" * 1000))

    browser_of(amina()).post(address(programme, "rows", "objectives", "o1", "copy"))

    assert [len(one.text) for one in plan_of(programme).objectives] == [1000, 1000]


def test_a_branch_of_another_programme_is_copied_with_the_places_that_both_work_in() -> None:
    source = store_plan(full_plan(2), by=amina(), organisation=passerelle())
    quay = PlannedPlace(key="here", name="Quay 0", level="community", country="Fictional")
    target = stored(Objective(key="o1", text="Ours"), places=(quay,))
    browser, page = browser_of(amina()), address(target, "results", "branches")

    assert source.title in browser.get(page).content.decode()
    chosen = browser.get(
        page, {"from": str(source.pk), "row": "o1.1"}, headers=ENGLISH
    ).content.decode()
    assert "9 rows." in chosen
    answer = browser.post(page, {"from": str(source.pk), "row": "o1.1", "parent": "objectives.o1"})

    assert answer.status_code == 302
    (copy,) = plan_of(target).objectives[0].outputs
    assert copy.key != "o1.1"
    assert [a.places for a in copy.activities] == [("here",), ("here",)]
    assert [a.details for a in copy.activities] == [
        a.details for a in full_plan(2).objectives[1].outputs[1].activities
    ]
    assert plan_of(source) == full_plan(2)


def test_a_place_where_the_programme_does_not_work_is_said_to_be_missing() -> None:
    source = store_plan(full_plan(), by=amina(), organisation=passerelle())
    target = stored(Objective(key="o1", text="Ours"))
    page, sent = address(target, "results", "branches"), {"from": str(source.pk), "row": "o0"}

    told = browser_of(amina()).post(page, sent, follow=True, headers=ENGLISH).content.decode()

    assert "say anew where they happen" in told
    assert [a.places for a in plan_of(target).activities()] == [()]


def test_a_branch_of_another_organisation_cannot_be_seen_nor_copied() -> None:
    theirs = store_plan(full_plan(), by=chipo(), organisation=elsewhere())
    ours = stored()
    page, sent = address(ours, "results", "branches"), {"from": str(theirs.pk), "row": "o0"}

    assert theirs.title not in browser_of(amina()).get(page, sent).content.decode().replace(
        ours.title, ""
    )
    assert browser_of(amina()).post(page, sent).status_code == 404
    assert (
        browser_of(chipo()).post(address(ours, "rows", "outputs", "p1", "copy")).status_code == 404
    )
    assert (
        browser_of(bento()).post(address(ours, "rows", "outputs", "p1", "copy")).status_code == 403
    )
    assert drawn(ours) == START


def test_a_submitted_programme_stays_as_it_is() -> None:
    programme = stored()
    Programme.objects.filter(pk=programme.pk).update(lifecycle="submitted")

    assert "has been submitted" in shift(programme, "outputs", "p1", "down")
    browser_of(amina()).post(address(programme, "rows", "outputs", "p1", "copy"))

    assert drawn(programme) == START


def test_a_row_of_another_list_is_no_branch() -> None:
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    for noun in ("shift", "copy"):
        where = address(programme, "rows", "partners", "a0", noun)
        assert browser_of(amina()).post(where, {"way": "up"}).status_code == 404


def large() -> Programme:
    """Ten objectives, a hundred outputs, a thousand activities, five hundred indicators."""
    return stored(
        *(
            Objective(
                key=f"o{i}", text=f"Change {i}",
                outputs=tuple(
                    Output(
                        key=f"p{i}-{j}", text=f"Thing {i}.{j}", indicators=tuple(indicator(f"i{i}-{j}-{k}") for k in range(5)),
                        activities=tuple(Activity(key=f"a{i}-{j}-{k}", text=f"Work {i}.{j}.{k}") for k in range(10)),
                    )
                    for j in range(10)
                ),
            )
            for i in range(10)
        )
    )  # fmt: skip


def test_a_page_stays_light_however_much_is_unfolded_and_leads_to_the_next_rows() -> None:
    programme, browser = large(), browser_of(amina())

    def page(**asked: str) -> str:
        return browser.get(address(programme, "results"), asked, headers=ENGLISH).content.decode()

    seen: list[str] = []
    asked: dict[str, str] = {"open": "all"}
    while asked:
        told = page(**asked)
        rows = re.findall(r'<tr class="[^"]*" id="([^"]+)"', told)
        assert len(rows) <= 100
        assert len(gzip.compress(told.encode(), 9)) <= 30 * 1024
        seen += rows
        onward = re.search(r'id="rows-after" href="\?open=all&amp;first=(\d+)#', told)
        asked = {"open": "all", "first": onward[1]} if onward else {}
    assert len(seen) == len(set(seen)) == 10 + 100 + 1000 + 500
    assert len(re.findall(r"<tr ", page())) <= 50
    assert 'id="a9-9-9"' in page(open="all", at="a9-9-9")
    assert 'id="rows-before"' in page(open="all", at="a9-9-9")
    for odd in ("x", "-1", "999999", "9" * 400):
        assert 'id="o0"' in page(open="all", first=odd)


def test_one_branch_is_folded_in_an_unfolded_framework_by_a_short_address() -> None:
    programme = stored()
    told = browser_of(amina()).get(address(programme, "results"), {"open": "all"}).content.decode()
    assert 'href="?open=all,-p1#p1"' in told

    folded = (
        browser_of(amina()).get(address(programme, "results"), {"open": "all,-p1"}).content.decode()
    )

    assert 'id="a1"' in told
    assert 'id="a1"' not in folded
    assert "Thing p3" in folded
    assert 'href="?open=all#p1"' in folded


def test_a_script_gets_the_framework_alone_folded_as_it_was() -> None:
    programme = stored()
    browser = browser_of(amina())
    asked = {**SCRIPT, "HX-Target": "framework"}
    alone = browser.get(
        address(programme, "results"), {"open": "none"}, headers=asked
    ).content.decode()
    assert "<html" not in alone
    assert "Thing p1" not in alone

    folded = {
        **SCRIPT,
        "HX-Current-URL": f"http://testserver{address(programme, 'results')}?open=o1",
    }
    answer = browser.post(
        address(programme, "rows", "outputs", "p2", "shift"), {"way": "up"}, headers=folded
    )

    told = answer.content.decode()
    assert answer.headers["HX-Retarget"] == "#framework"
    assert '"key": "p2"' in answer.headers["HX-Trigger-After-Settle"]
    assert told.index("Thing p2") < told.index("Thing p1")
    assert "Thing p3" not in told


def test_a_row_that_moves_brings_its_risks_the_rail_and_the_remarks_along() -> None:
    rested = Objective(
        key="o1",
        text="Children learn and families earn",
        outputs=(output("p1"), Output(key="p2", text="A class", assumption="The teacher stays")),
    )
    programme, browser = stored(rested), browser_of(amina())
    browser.post(address(programme, "results", "outputs", "p2", "risk"))
    (before,) = plan_of(programme).register
    assert before.assumption_of == "outputs.p2"

    told = shift(programme, "outputs", "p2", "up")
    assert 'id="way-on" hx-swap-oob="true"' in told
    assert re.search(r'id="register" hx-swap-oob="true".*Assumption of 1\.1<', told, re.DOTALL)
    assert "How it is written" in told
    assert told.count('id="proposals"') == 1

    shift(programme, "outputs", "p2", "higher")
    (after,) = plan_of(programme).register
    assert after.assumption_of == "objectives.p2"

    browser.post(address(programme, "rows", "objectives", "p2", "removal"))
    (left,) = plan_of(programme).register
    assert left.assumption_of == ""


def test_a_copy_keeps_how_its_indicators_are_measured() -> None:
    said = Indicator(
        key="i1", text="Share", unit="percent", direction="up", definition="Who stays", numerator="Those who stay",
        denominator="All", aggregation="latest", method="A count", frequency="monthly", owner="The team",
        analysis="By sex", analyst="Town", cost=Decimal("12.5"), source="Register", split=("sex",), about_people=True,
    )  # fmt: skip
    programme = stored(Objective(key="o1", text="Change", indicators=(said,)))

    browser_of(amina()).post(address(programme, "rows", "objectives", "o1", "copy"))

    _first, copy = plan_of(programme).objectives
    (measured,) = copy.indicators
    assert measured.key != "i1"
    assert replace(measured, key="i1") == said


def test_a_long_key_is_named_in_the_address_by_its_first_letters_alone() -> None:
    keys = ("1f0c2a9e-aaaa-4a4a-8a8a-000000000001", "2e0c2a9e-aaaa-4a4a-8a8a-000000000002")
    twins = ("9d0c2a9e-aaaa-4a4a-8a8a-000000000003", "9d0c2a9e-aaaa-4a4a-8a8a-000000000004")
    programme = stored(
        *(Objective(key=k, text=k, outputs=(output(f"p-{k[:5]}-{k[-1]}"),)) for k in keys + twins)
    )

    def page(asked: str) -> str:
        answer = browser_of(amina()).get(address(programme, "results"), {"open": asked})
        return answer.content.decode()

    told = page("1f0c2a9e")
    assert 'id="p-1f0c2-1"' in told
    assert 'id="p-2e0c2-2"' not in told
    assert re.search(rf'href="\?open=1f0c2a9e,{twins[0]}#{twins[0]}"', told)
    one_of_two = page(f"all,-{twins[0]}")
    assert 'id="p-9d0c2-3"' not in one_of_two
    assert 'id="p-9d0c2-4"' in one_of_two
    assert len(re.findall(r"<tr ", page("9d0c2a9e"))) == 1 + len(keys + twins) - 1
