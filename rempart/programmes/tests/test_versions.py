"""Versions of a plan: kept, listed, compared, restored; told from outside."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest

from rempart.programmes.actions import change_step, store_plan
from rempart.programmes.actions.versions import keep_version
from rempart.programmes.actions.whole import replace_plan
from rempart.programmes.forms import ROW_FORMS, STEP_FORMS
from rempart.programmes.models import Partner as PartnerRow
from rempart.programmes.models import Programme, Version
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.versions import read_version
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Partner, Plan
from rempart.programmes.rules.results import Activity, Objective, Output
from rempart.programmes.rules.steps import step_fields, step_rows
from rempart.programmes.rules.versions import BELOW, Kind, changes_between
from rempart.programmes.tests.factories import full_plan, port_city
from rempart.programmes.views.comparing import FactTeller
from tests.cast import amina, bento, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}


def stored(plan: Plan | None = None) -> Programme:
    return store_plan(plan or port_city(), by=amina(), organisation=passerelle())


def page(address: str) -> str:
    answer = browser_of(amina()).get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return answer.content.decode()


# --- the comparison, as a rule --------------------------------------------------------------------


def framework(*texts: str, output: str = "o") -> tuple[Objective, ...]:
    activities = tuple(Activity(key=text, text=text) for text in texts)
    return (
        Objective(key="a", text="A", outputs=(Output(key="o", text="O", activities=activities if output == "o" else ()), Output(key="p", text="P", activities=activities if output == "p" else ()))),
    )  # fmt: skip


def told(before: Plan, after: Plan) -> list[tuple[str, str, str]]:
    return [
        (row.listed_as, row.key, row.kind.value)
        for step in changes_between(before, after)
        for row in step.rows
    ]


def test_every_fact_of_a_plan_belongs_to_a_step_and_is_compared() -> None:
    known = {name for step in Step for name in (*step_fields(step), *step_rows(step))}

    assert {field.name for field in fields(Plan)} <= known


def test_equal_plans_do_not_differ() -> None:
    assert changes_between(full_plan(2), full_plan(2)) == ()


def test_what_was_added_removed_and_changed_stands_in_the_plans_order() -> None:
    before = replace(full_plan(), partners=tuple(Partner(key=k, name=k) for k in "abcd"))
    partners = tuple(
        Partner(key=k, name=n) for k, n in (("a", "a"), ("x", "x"), ("c", "new"), ("d", "d"))
    )
    after = replace(before, partners=partners, title="Another")

    assert told(before, after) == [
        ("partners", "b", "removed"),
        ("partners", "x", "added"),
        ("partners", "c", "changed"),
    ]
    step = changes_between(before, after)[0]
    assert (step.step, step.counts) == (Step.FRAME, {"added": 1, "removed": 1, "changed": 2})
    assert [(f.name, f.before, f.after) for f in step.facts] == [("title", before.title, "Another")]


def test_only_what_was_moved_counts_as_moved() -> None:
    before = Plan(title="T", objectives=framework("1", "2", "3", "4"))

    assert told(before, replace(before, objectives=framework("1", "3", "4", "2"))) == [
        ("activities", "2", "moved")
    ]
    under_another = replace(before, objectives=framework("1", "2", "3", "4", output="p"))
    assert told(before, under_another) == [("activities", k, "moved") for k in "1234"]


def test_a_number_that_becomes_nought_is_a_change_and_nothing_said_is_none() -> None:
    before = replace(full_plan(), budget_total=Decimal(5))

    assert [
        f.after for f in changes_between(before, replace(before, budget_total=Decimal(0)))[0].facts
    ] == [0]
    assert changes_between(replace(before, code=""), replace(before, code="")) == ()


def test_a_thousand_activities_are_compared_quickly() -> None:
    texts = [str(n) for n in range(1000)]
    before = Plan(title="T", objectives=framework(*texts))
    after = Plan(title="T", objectives=framework(*reversed(texts)))

    start = perf_counter()
    changes = changes_between(before, after)
    assert perf_counter() - start < 0.5
    assert changes[0].counts == {Kind.MOVED.value: 999}


# --- kept ----------------------------------------------------------------------------------------


def test_a_version_is_kept_at_each_way_on_and_never_twice_for_the_same_words() -> None:
    bento()
    programme = stored()
    for person, move in ((amina(), "ask_review"), (bento(), "pass"), (amina(), "submit")):
        browser_of(person).post(f"/programmes/{programme.pk}/passages/{move}/")

    assert list(Version.objects.values_list("why", "lifecycle")) == [("ask_review", "in_review")]


def test_a_version_holds_every_fact_and_reads_back_without_loss_and_is_small() -> None:
    programme = stored(port_city())
    version = keep_version(programme, by=amina(), name="Whole (fictional)")

    assert read_version(version) == (plan_of(programme), True)
    assert len(version.packed) < 40_000


def test_a_name_is_given_once_and_then_refused_until_something_changes() -> None:
    programme = stored()
    browser, address = browser_of(bento()), f"/programmes/{programme.pk}/versions/"

    first = browser.post(address, {"name": "Before the meeting (fictional)"})
    again = browser.post(address, {"name": "Once more (fictional)"}, headers=ENGLISH)
    change_step(
        programme, by=amina(), step=Step.FRAME, version=0, values={"title": "New (fictional)"}
    )
    other = browser.post(address, {"name": "Once more (fictional)"})

    assert (first.status_code, again.status_code, other.status_code) == (302, 422, 302)
    assert "has a name already" in again.content.decode()
    assert "Once more (fictional)" in again.content.decode()
    assert list(Version.objects.values_list("number", "name")) == [
        (2, "Once more (fictional)"), (1, "Before the meeting (fictional)"),
    ]  # fmt: skip


def test_a_code_that_the_content_forgot_is_still_shown_and_not_restored_half() -> None:
    plan = replace(port_city(), risk_sectors=("forgotten_sector",))
    programme = stored(plan)
    version = keep_version(programme, by=amina(), name="Old (fictional)")

    assert read_version(version)[0].risk_sectors == ("forgotten_sector",)


# --- compared -------------------------------------------------------------------------------------


def changed() -> Programme:
    programme = stored()
    keep_version(programme, by=amina(), name="First (fictional)")
    change_step(
        programme, by=amina(), step=Step.FRAME, version=0,
        values={"agency": "Another agency (fictional)", "starts_on": date(2028, 2, 1)},
    )  # fmt: skip
    PartnerRow.objects.filter(programme=programme).first().delete()  # type: ignore[union-attr]  # the example has some
    return programme


def test_two_versions_stand_side_by_side_in_words() -> None:
    programme = changed()
    gone = next(p.name for p in port_city().partners)

    shown = page(f"/programmes/{programme.pk}/comparison/?before=1&after=now")

    assert "First (fictional)" in shown
    assert "Another agency (fictional)" in shown
    assert port_city().agency in shown
    assert "1 February 2028" in shown
    assert "Removed" in shown
    assert gone in shown


def test_a_large_difference_comes_folded_and_fifty_rows_at_a_time() -> None:
    programme = stored(Plan(title="T (fictional)", objectives=framework(*map(str, range(120)))))
    keep_version(programme, by=amina(), name="Full (fictional)")
    fresh = stored(Plan(title="T (fictional)", background="Other"))
    keep_version(fresh, by=amina(), name="x")

    replace_plan(programme, Plan(title="T (fictional)", background="Other (fictional)"), by=amina())
    address = f"/programmes/{programme.pk}/comparison/?before=1&after=now"

    folded, first = page(address), page(f"{address}&step=results")
    rest = page(f"{address}&step=results&from=100")

    assert folded.count('class="difference is-removed"') == 0
    assert "123 removed" in folded
    assert first.count('class="difference is-removed"') == 50
    assert "from=50" in first
    assert rest.count('class="difference is-removed"') == 23
    assert len(first.encode()) < 90_000


def test_the_words_of_every_fact_are_those_of_its_form() -> None:
    programme = stored()

    whole, bare = full_plan(), Plan(title="Bare")
    teller = FactTeller(programme, bare, whole)
    nameless = []
    for step in changes_between(bare, whole):
        shown = [
            (f.label, n.name) for f, n in zip(teller.step_facts(step), step.facts, strict=False)
        ]
        for row in step.rows:
            shown += [
                (f.label, n.name) for f, n in zip(teller.row(row).facts, row.facts, strict=True)
            ]
        nameless += [name for label, name in shown if str(label) == name]

    assert nameless == []
    assert set(ROW_FORMS) | {"set_aside"} >= {n for s in Step for n in step_rows(s)}
    assert set(BELOW) < set(ROW_FORMS)
    assert len(STEP_FORMS) == 5


@pytest.mark.parametrize("query", ["before=99", "after=99", "before=x", "before=1&from=-1&step=nowhere", "before=1&from=" + "9" * 40])  # fmt: skip
def test_an_odd_address_is_answered(query: str) -> None:
    programme = changed()

    answer = browser_of(amina()).get(f"/programmes/{programme.pk}/comparison/?{query}")

    assert answer.status_code == (200 if query.startswith("before=1") else 404)


# --- printed and restored -----------------------------------------------------------------------------


def test_a_version_is_printed_as_it_was() -> None:
    programme = changed()
    address = f"/programmes/{programme.pk}/versions/1/document"
    browser = browser_of(bento())

    assert port_city().agency in browser.get(f"{address}/json/").content.decode()
    assert browser.get(f"{address}/pdf/").content.startswith(b"%PDF")
    assert browser.get(f"{address}/odt/").status_code == 404
    assert browser.get(f"/programmes/{programme.pk}/versions/7/").status_code == 404


def test_a_draft_says_again_what_it_said_and_what_was_there_is_kept() -> None:
    programme = changed()
    before = plan_of(Programme.objects.get(pk=programme.pk))

    answer = browser_of(amina()).post(f"/programmes/{programme.pk}/versions/1/restoration/")

    programme.refresh_from_db()
    assert answer.status_code == 302
    assert plan_of(programme) == port_city()
    assert list(Version.objects.values_list("number", "why")) == [
        (3, "restored"),
        (2, "before"),
        (1, "asked"),
    ]
    assert read_version(Version.objects.get(number=2))[0] == before


def test_who_was_writing_a_row_meanwhile_is_told_that_it_changed() -> None:
    programme = stored()
    keep_version(programme, by=amina(), name="First (fictional)")
    row = PartnerRow.objects.filter(programme=programme).first()
    assert row
    change_step(programme, by=amina(), step=Step.FRAME, version=0, values={"code": "X"})
    browser_of(dalia()).post(f"/programmes/{programme.pk}/versions/1/restoration/")

    again = PartnerRow.objects.get(programme=programme, key=row.key)
    assert again.version == row.version + 1
    programme.refresh_from_db()
    assert programme.step_versions["frame"] == 2


def test_nothing_is_restored_once_it_is_no_draft_or_says_the_same() -> None:
    programme = changed()
    browser, address = browser_of(amina()), f"/programmes/{programme.pk}/versions/1/restoration/"
    assert browser.post(address).status_code == 302
    assert browser.post(address).status_code == 422
    Programme.objects.update(lifecycle="submitted")
    now = Version.objects.count()

    assert browser.post(f"/programmes/{programme.pk}/versions/2/restoration/").status_code == 422
    assert browser_of(bento()).post(address).status_code == 403
    assert Version.objects.count() == now


def test_a_stranger_sees_no_version() -> None:
    programme = changed()
    address = f"/programmes/{programme.pk}/"

    for rest in ("versions/", "versions/1/", "versions/1/document/json/", "comparison/?before=1"):
        assert browser_of(chipo()).get(address + rest).status_code == 404
        assert browser_of(amina()).get(address + rest).status_code == 200
    assert browser_of(chipo()).post(f"{address}versions/1/restoration/").status_code == 404
    assert browser_of(chipo()).post(f"{address}versions/", {"name": "Mine"}).status_code == 404
    assert Version.objects.count() == 1
