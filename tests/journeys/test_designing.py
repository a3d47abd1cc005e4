"""A designer at work in a real browser: rows over the page, typing kept, the keyboard alone."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from rempart.programmes.actions import add_row, change_step, remove_row, start_programme
from rempart.programmes.models import Draft, Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.codes import Step
from tests.browser import Visit
from tests.cast import amina, dalia, passerelle

pytestmark = pytest.mark.django_db
TRIES = 20


def started() -> Programme:
    return start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")


def at(visit: Visit, programme: Programme, step: str) -> Page:
    return visit(f"/programmes/{programme.pk}/{step}/", amina(), locale="en")


def test_a_row_opens_over_the_page_tells_its_faults_and_joins_the_list(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "frame")
    page.locator("[name=agency]").fill("Passerelle")

    page.get_by_role("link", name="Add a partner").click()
    dialog = page.locator("dialog[open]")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("needs your attention")
    dialog.locator("[name=name]").fill("School board")
    dialog.get_by_role("button", name="Save").click()

    expect(page.locator("#partners")).to_contain_text("School board")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("[name=agency]")).to_have_value("Passerelle")
    assert [one.name for one in plan_of(programme).partners] == ["School board"]


def test_rows_are_moved_and_removed_without_leaving_the_page(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "frame")
    for name in ("First", "Second"):
        page.get_by_role("link", name="Add a partner").click()
        page.locator("dialog [name=name]").fill(name)
        page.locator("dialog").get_by_role("button", name="Save").click()
        expect(page.locator("#partners")).to_contain_text(name)

    page.get_by_role("button", name="Move up: Second").click()
    expect(page.locator("#partners tbody th").first).to_have_text("Second")
    page.get_by_role("link", name="Remove: First").click()
    page.locator("dialog").get_by_role("button", name="Remove").click()
    expect(page.locator("#partners tbody tr")).to_have_count(1)

    assert [one.name for one in plan_of(programme).partners] == ["Second"]


def test_a_factor_is_marked_with_the_keyboard_alone_and_the_focus_stays(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "situation")
    yes = page.locator("[id='vf.family.poverty-yes']")

    yes.focus()
    page.keyboard.press("Enter")

    expect(yes).to_have_attribute("aria-pressed", "true")
    expect(yes).to_be_focused()
    (mark,) = plan_of(programme).factors
    assert mark.present == "yes"


def test_typing_is_kept_while_one_types_and_offered_when_one_comes_back(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "frame")
    page.locator("[name=agency]").fill("Half a word")
    page.locator("[name=code]").focus()
    expect(page.locator("[data-keeps]")).to_contain_text("not saved yet")

    page.reload()
    page.get_by_role("link", name="Take it up").click()

    expect(page.locator("[name=agency]")).to_have_value("Half a word")
    with page.expect_navigation():
        page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[name=agency]")).to_have_value("Half a word")
    assert plan_of(Programme.objects.get()).agency == "Half a word"
    assert not Draft.objects.exists()


def test_the_second_of_two_sees_both_versions_and_chooses(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "frame")
    page.locator("[name=agency]").fill("Mine")
    change_step(programme, by=dalia(), step=Step.FRAME, version=0, values={"agency": "Hers"})

    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Two versions")).to_be_visible()
    page.get_by_text("Saved by dalia").first.click()
    page.get_by_role("button", name="Save what I chose").click()

    expect(page.locator("[name=agency]")).to_have_value("Hers")
    assert plan_of(Programme.objects.get()).agency == "Hers"


def test_everything_works_without_script(visit: Visit) -> None:
    programme = started()
    page = visit(
        f"/programmes/{programme.pk}/frame/", amina(), locale="en", java_script_enabled=False
    )

    page.get_by_role("link", name="Add a partner").click()
    page.locator("[name=name]").fill("School board")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Move down: School board").click()
    page.get_by_role("link", name="Remove: School board").click()
    page.get_by_role("button", name="Remove").click()

    assert plan_of(programme).partners == ()
    expect(page.get_by_role("heading", name="Frame")).to_be_visible()


def test_a_session_that_ends_while_she_types_asks_over_the_page_and_keeps_her_words(
    visit: Visit,
) -> None:
    programme = started()
    page = at(visit, programme, "frame")
    Session.objects.all().delete()

    page.locator("[name=agency]").fill("Passerelle")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("dialog [name=login]").fill("amina")
    page.locator("dialog [name=password]").fill("demo")
    page.locator("dialog [name=password]").press("Enter")
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    expect(page.locator("[name=agency]")).to_have_value("Passerelle")
    assert plan_of(Programme.objects.get()).agency == "Passerelle"


def test_what_was_typed_a_moment_ago_is_kept_when_she_leaves_the_page(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "frame")

    page.locator("[name=agency]").fill("Half a word")
    page.goto(f"/programmes/{programme.pk}/situation/")
    for _ in range(TRIES):  # a beacon arrives when it arrives, also after the next page
        page.goto(f"/programmes/{programme.pk}/frame/?draft=taken")
        if page.locator("[name=agency]").input_value():
            break

    expect(page.locator("[name=agency]")).to_have_value("Half a word")


def test_half_a_date_is_told_before_it_is_sent_as_none(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "frame")

    page.locator("[name=starts_on]").press("1")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("[name=starts_on]")).to_be_focused()
    assert Programme.objects.get().step_versions == {}


def test_a_row_that_is_gone_says_so_over_what_was_typed(visit: Visit) -> None:
    programme = started()
    row = add_row(programme, by=amina(), kind="partners", values={"name": "School board"})
    page = at(visit, programme, "frame")
    page.locator("#partners").get_by_role("link", name="School board", exact=True).click()
    page.locator("dialog [name=name]").fill("Schools")
    remove_row(row, by=dalia())

    page.locator("dialog").get_by_role("button", name="Save").click()

    expect(page.locator("dialog").get_by_role("alert")).to_contain_text("could not be done")
    expect(page.locator("dialog [name=name]")).to_have_value("Schools")


def test_the_rail_says_at_once_what_a_row_completed(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "who")
    before = page.locator("nav.rail.desk").inner_html()

    page.get_by_role("link", name="Add a need").click()
    page.locator("dialog [name=kind]").select_option("health_care")
    page.locator("dialog").get_by_role("button", name="Save").click()
    expect(page.locator("dialog[open]")).to_have_count(0)

    assert page.locator("nav.rail.desk").count() == 1
    assert page.locator("nav.rail.desk").inner_html() != before
