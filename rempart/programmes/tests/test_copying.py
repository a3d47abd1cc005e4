"""A programme copied as a start for another: its days moved, nothing set aside, what to check named."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.copying import as_a_start, longest_shift, to_be_checked
from rempart.programmes.rules.plan import Plan, SetAside
from rempart.programmes.rules.records import RECORDS
from rempart.programmes.tests.factories import full_plan, port_city
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
TITLE = "River town (fictional)"


def copied(typed: dict[str, str] | None = None) -> tuple[Programme, Programme]:
    aside = SetAside(key="x", rule="RULE-007", reason="Because of a fact (fictional)", by="Bento")
    source = store_plan(
        replace(port_city(), set_aside=(aside,)), by=amina(), organisation=passerelle()
    )
    given = typed or {"title": TITLE, "starts_on": "2028-03-01"}
    answer = browser_of(amina()).post(f"/programmes/{source.pk}/copying/", given)
    assert answer.status_code == 302
    return source, Programme.objects.exclude(pk=source.pk).get()


def test_planned_days_move_and_days_that_are_past_stay() -> None:
    plan = full_plan()
    moved = as_a_start(plan, TITLE, timedelta(days=365))

    assert (plan.starts_on, moved.starts_on) == (date(2027, 1, 1), date(2028, 1, 1))
    activity, indicator = next(moved.activities()), next(moved.indicators())
    assert (activity.starts_on, indicator.target_on) == (date(2028, 2, 1), date(2028, 12, 31))
    assert (moved.prepared_on, indicator.baseline_on) == (plan.prepared_on, date(2027, 1, 1))
    assert (moved.title, moved.set_aside) == (TITLE, ())
    still = as_a_start(plan, plan.title, timedelta())
    assert plan.materials[0].reviewed_by
    assert still.materials == tuple(
        replace(one, reviewed_by="", reviewed_on=None, publishable_on=None)
        for one in plan.materials
    )
    forgotten = (still.assessments[0].assessed_on, still.assessments[0].policy_due_on)
    assert forgotten == (None, None)
    assert (still.handover_reports, still.consultations, still.child_inputs) == ((), (), ())
    was = ("set_aside", "materials", "campaigns", "measures", "reached", *RECORDS)
    kept = {n: getattr(plan, n) for n in was}
    assert replace(still, **kept) == plan


def test_evidence_and_actual_numbers_are_named_each_by_its_place() -> None:
    found = to_be_checked(full_plan())

    assert {"situation/concerned", "frame/baseline", "factors/f0/evidence"} <= set(found)
    assert "indicators/o0.0.0-i0/baseline" in found
    assert not {one for one in found if one.endswith(("/text", "/title", "/target"))}
    assert to_be_checked(Plan(title="T")) == []


def test_a_plan_without_a_start_moves_nowhere() -> None:
    assert longest_shift(Plan(title="T"), date(2028, 1, 1)) == timedelta()
    assert longest_shift(full_plan(), None) == timedelta()


def test_a_copy_says_from_what_it_was_copied_and_by_whom() -> None:
    source, copy = copied()

    shown = browser_of(bento()).get(f"/programmes/{copy.pk}/", headers=ENGLISH).content.decode()

    plan = plan_of(copy)
    assert (plan.title, plan.starts_on, plan.set_aside) == (TITLE, date(2028, 3, 1), ())
    assert "Copied by amina" in shown
    assert f'href="/programmes/{source.pk}/"' in shown
    assert "To be checked" in shown
    assert copy.is_draft


def test_what_was_checked_is_ticked_off() -> None:
    _source, copy = copied()
    address, all_of_it = f"/programmes/{copy.pk}/checking/", list(copy.to_check)

    browser_of(amina()).post(address, {"checked": [all_of_it[0], "no/such/fact"]})
    copy.refresh_from_db()
    assert copy.to_check == all_of_it[1:]
    assert browser_of(bento()).post(address, {"checked": all_of_it}).status_code == 403
    browser_of(amina()).post(address, {"checked": all_of_it})
    shown = browser_of(amina()).get(f"/programmes/{copy.pk}/", headers=ENGLISH).content.decode()
    assert "To be checked" not in shown
    assert "Copied by amina" in shown


def test_every_fact_to_be_checked_has_its_words_and_its_page() -> None:
    source = store_plan(full_plan(), by=amina(), organisation=passerelle())
    browser_of(amina()).post(f"/programmes/{source.pk}/copying/", {"title": TITLE})
    copy = Programme.objects.exclude(pk=source.pk).get()

    shown = browser_of(amina()).get(f"/programmes/{copy.pk}/", headers=ENGLISH).content.decode()

    assert shown.count('name="checked"') == len(copy.to_check) > 10
    assert f'href="/programmes/{copy.pk}/rows/factors/f0/#row_evidence"' in shown


@pytest.mark.parametrize("typed", [{}, {"title": " "}, {"title": "T", "starts_on": "9999-12-31"}, {"title": "T", "starts_on": "soon"}])  # fmt: skip
def test_a_faulty_copy_is_refused_and_what_was_typed_stands(typed: dict[str, str]) -> None:
    source = store_plan(full_plan(), by=amina(), organisation=passerelle())

    answer = browser_of(amina()).post(f"/programmes/{source.pk}/copying/", typed)

    assert answer.status_code == 422
    assert Programme.objects.count() == 1


def test_a_day_beyond_the_calendar_is_refused() -> None:
    plan = replace(full_plan(), ends_on=date(9999, 12, 1))
    source = store_plan(plan, by=amina(), organisation=passerelle())

    answer = browser_of(amina()).post(
        f"/programmes/{source.pk}/copying/",
        {"title": TITLE, "starts_on": "2029-01-01"},
        headers=ENGLISH,
    )

    assert answer.status_code == 422
    assert "leave the calendar" in answer.content.decode()
    assert Programme.objects.count() == 1


def test_a_stranger_copies_and_checks_nothing() -> None:
    source, copy = copied()

    assert browser_of(chipo()).get(f"/programmes/{source.pk}/copying/").status_code == 404
    assert (
        browser_of(chipo()).post(f"/programmes/{source.pk}/copying/", {"title": "Mine"}).status_code
        == 404
    )
    assert browser_of(chipo()).post(f"/programmes/{copy.pk}/checking/").status_code == 404
    assert browser_of(bento()).get(f"/programmes/{source.pk}/copying/").status_code == 403
    assert Programme.objects.count() == 2
