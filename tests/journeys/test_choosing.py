"""Strategies and results in a real browser: the page stays, the focus stays, the questions come."""

import pytest
from playwright.sync_api import expect

from rempart.programmes.actions import add_row, start_programme
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of, row_of
from tests.browser import Visit
from tests.cast import amina, passerelle

pytestmark = pytest.mark.django_db


def started() -> Programme:
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    add_row(programme, by=amina(), kind="objectives", values={"text": "Change", "key": "o1"})
    for key in ("p1", "p2"):
        over = row_of(programme, "objectives", "o1")
        values = {"text": f"Thing {key}", "key": key}
        add_row(programme, by=amina(), kind="outputs", values=values, parent=over)
    return programme


def test_an_action_is_chosen_with_the_keyboard_alone_and_the_focus_stays(visit: Visit) -> None:
    programme = started()
    page = visit(f"/programmes/{programme.pk}/strategies/", amina(), locale="en")
    decides = page.locator("[id='act.01-decides']")

    decides.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#choices")).to_contain_text("1 action of the guide chosen")
    expect(decides).to_be_focused()
    expect(decides).to_contain_text("Leave it open")
    assert [choice.action for choice in plan_of(programme).choices] == ["act.01"]


def test_what_the_guide_says_opens_in_its_place(visit: Visit) -> None:
    programme = started()
    page = visit(f"/programmes/{programme.pk}/strategies/", amina(), locale="en")
    card = page.locator("[id='act.01']")

    card.get_by_role("link", name="What the guide says").click()

    expect(card).to_contain_text("Strategy 1, the country, box 6")
    assert page.url.endswith("/strategies/")


def test_a_kind_brings_its_questions_at_once_and_the_row_joins_the_framework(visit: Visit) -> None:
    programme = started()
    page = visit(f"/programmes/{programme.pk}/results/", amina(), locale="en")

    page.locator("#more-p2").click()
    page.locator("dialog").get_by_role("link", name="An activity").click()
    page.locator("dialog [name=text]").fill("Meet children in the street")
    page.locator("dialog [name=kind]").select_option("street_outreach")
    page.locator("dialog [name=asked-police_liaison]").select_option("yes")
    page.locator("dialog").get_by_role("button", name="Save").click()

    expect(page.locator("#framework")).to_contain_text("1.2.1")
    (activity,) = plan_of(programme).activities()
    assert activity.details == {"police_liaison": "yes"}


def test_a_row_of_the_framework_is_changed_twice_and_the_page_stays(visit: Visit) -> None:
    programme = started()
    page = visit(f"/programmes/{programme.pk}/results/?at=o1#o1", amina(), locale="en")
    page.locator("[name=risks]").fill("Typed, and not saved yet")

    for words in ("Once", "Twice"):
        page.locator("#change-o1").click()
        page.locator("dialog [name=text]").fill(words)
        page.locator("dialog").get_by_role("button", name="Save").click()
        expect(page.locator("#framework")).to_contain_text(words)
        expect(page.locator("dialog[open]")).to_have_count(0)
        expect(page.locator("#change-o1")).to_be_focused()

    expect(page.locator("[name=risks]")).to_have_value("Typed, and not saved yet")


def test_a_strategy_of_ones_own_is_removed_from_the_page_that_lists_it(visit: Visit) -> None:
    programme = started()
    values = {"title": "Night lamps", "decision": "chosen"}
    add_row(programme, by=amina(), kind="choices", values=values)
    page = visit(f"/programmes/{programme.pk}/strategies/#choices", amina(), locale="en")

    page.get_by_role("link", name="Remove: Night lamps").click()
    page.locator("dialog").get_by_role("button", name="Remove").click()

    expect(page.locator("#choices")).not_to_contain_text("Night lamps")
    assert plan_of(programme).choices == ()
