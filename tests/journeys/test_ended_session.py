"""A session that ends, a connection that is cut: what was typed stays, in a real browser (issue 2, part 4)."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from rempart.guide.models import OwnEntry
from tests.browser import Visit
from tests.cast import amina, bento

pytestmark = pytest.mark.django_db
PLACE = "/guide/own/new/"
TITLE = "Ends & means, “quoted” عربي (fictional)"
# a form of HTMX, put into the page: it asks as every step of a plan does
AS_FRAGMENT = """() => {
  const form = document.querySelector("main form");
  form.removeAttribute("method");
  form.setAttribute("hx-post", location.pathname);
  form.setAttribute("hx-target", "#answer");
  form.insertAdjacentElement("afterend", Object.assign(document.createElement("div"), {id: "answer"}));
  htmx.process(form);
}"""


def typed(visit: Visit, **context: object) -> Page:
    page = visit(PLACE, amina(), locale="en", **context)
    page.locator("[name=title_en]").fill(TITLE)
    return page


def sign_in(page: Page, name: str = "amina", *, rightly: bool = True) -> None:
    page.locator("dialog [name=login]").fill(name)
    page.locator("dialog [name=password]").fill("demo" if rightly else "not hers")
    page.locator("dialog [name=password]").press("Enter")


def entries() -> list[str]:
    return [entry.words.title for entry in OwnEntry.objects.all()]


@pytest.mark.parametrize("as_fragment", [False, True], ids=["a whole page", "a fragment"])
def test_the_sign_in_is_asked_over_the_page_and_the_work_goes_on(
    visit: Visit, *, as_fragment: bool
) -> None:
    page = typed(visit)
    if as_fragment:
        page.evaluate(AS_FRAGMENT)
    Session.objects.all().delete()

    page.locator("main form button:not([type=button])").last.click()
    sign_in(page, rightly=False)
    expect(page.locator("dialog [role=alert]")).to_contain_text("do not go together")
    expect(page.locator("[name=title_en]")).to_have_value(TITLE)
    sign_in(page)
    page.wait_for_url("**/guide/own/*-*/")

    assert entries() == [TITLE]


def test_whoever_leaves_the_dialog_keeps_her_page_and_can_send_later(visit: Visit) -> None:
    page = typed(visit)
    Session.objects.all().delete()
    save = page.locator("main form button:not([type=button])").last

    save.click()
    page.locator("dialog").press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator("[name=title_en]")).to_have_value(TITLE)
    assert entries() == []
    save.click()
    sign_in(page)
    page.wait_for_url("**/guide/own/*-*/")

    assert entries() == [TITLE]


def test_nothing_is_sent_in_the_name_of_someone_else(visit: Visit) -> None:
    bento()
    page = typed(visit)
    Session.objects.all().delete()

    page.locator("main form button:not([type=button])").last.click()
    with page.expect_navigation():
        sign_in(page, "bento")

    assert page.locator("[name=title_en]").count() == 0  # a reviewer writes no entries
    assert entries() == []


def test_a_cut_connection_leaves_everything_on_the_page(visit: Visit) -> None:
    page = typed(visit)
    save = page.locator("main form button:not([type=button])").last

    page.context.set_offline(offline=True)
    save.click()
    expect(page.locator("#toasts")).to_contain_text("No connection")
    expect(page.locator("[name=title_en]")).to_have_value(TITLE)
    page.context.set_offline(offline=False)
    save.click()
    page.wait_for_url("**/guide/own/*-*/")

    assert entries() == [TITLE]


def test_nothing_typed_is_written_to_the_browsers_storage(visit: Visit) -> None:
    page = typed(visit)
    page.evaluate("document.querySelector('main [name=title_en]').setAttribute('value', 'kept')")
    page.evaluate(
        AS_FRAGMENT.replace("hx-post", "hx-get").replace("location.pathname", "'/guide/'")
    )
    page.evaluate("document.querySelector('main form').setAttribute('hx-push-url', 'true')")

    page.locator("main form button:not([type=button])").last.click()
    page.wait_for_url("**/guide/?*")
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")

    assert "kept" not in stored


def test_without_script_the_answer_carries_what_was_typed(visit: Visit) -> None:
    page = typed(visit, java_script_enabled=False)
    Session.objects.all().delete()

    page.locator("main form button:not([type=button])").last.click()
    page.locator("[name=login]").fill("amina")
    page.locator("[name=password]").fill("demo")
    page.locator("[name=password]").press("Enter")
    page.get_by_text("See what you typed").click()
    expect(page.locator("dl.typed")).to_contain_text(TITLE)
    page.get_by_role("button", name="Send what I typed").click()
    page.wait_for_url("**/guide/own/*-*/")

    assert entries() == [TITLE]
