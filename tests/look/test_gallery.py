"""Every component, in both languages, both themes and both widths, seen by a browser."""

import itertools

import pytest
from playwright.sync_api import Page

from tests.browser import Visit, faults, too_wide

pytestmark = pytest.mark.django_db
DESK, PHONE = 1280, 390
VARIANTS = list(itertools.product(("fr-FR", "en-GB"), ("light", "dark"), (DESK, PHONE)))


def gallery(visit: Visit, language: str, theme: str, width: int) -> Page:
    return visit(
        "/look/gallery/",
        locale=language,
        color_scheme=theme,
        viewport={"width": width, "height": 800},
    )


@pytest.mark.parametrize(("language", "theme", "width"), VARIANTS)
def test_axe_finds_nothing(visit: Visit, language: str, theme: str, width: int) -> None:
    page = gallery(visit, language, theme, width)
    assert page.locator("html").get_attribute("lang") == language[:2]
    assert faults(page) == []


@pytest.mark.parametrize("width", [DESK, PHONE, 360])
def test_nothing_is_wider_than_the_window_in_either_direction(visit: Visit, width: int) -> None:
    page = gallery(visit, "fr-FR", "light", width)
    assert too_wide(page) == 0
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert too_wide(page) == 0


def test_the_dialog_opens_by_its_button_and_leaves_by_its_own(visit: Visit) -> None:
    page = gallery(visit, "en-GB", "light", DESK)
    page.get_by_role("button", name="Open the dialog").press("Enter")
    assert page.get_by_role("dialog").is_visible()
    page.get_by_role("button", name="Keep it", exact=True).press("Enter")
    assert not page.get_by_role("dialog").is_visible()


def test_a_message_leaves_when_asked(visit: Visit) -> None:
    page = gallery(visit, "en-GB", "light", DESK)
    page.get_by_role("button", name="Close this message").click()
    assert page.get_by_text("Line removed.").count() == 0


def test_a_menu_leaves_on_escape_and_gives_the_focus_back(visit: Visit) -> None:
    page = gallery(visit, "en-GB", "light", DESK)
    page.locator(".topbar summary").press("Enter")
    assert page.get_by_role("button", name="Dark").is_visible()
    page.get_by_role("button", name="Dark").press("Escape")
    assert not page.get_by_role("button", name="Dark").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_focus_is_always_seen_and_never_trapped(visit: Visit) -> None:
    page = gallery(visit, "en-GB", "light", DESK)
    outline = (
        "() => { const e = document.activeElement, s = getComputedStyle(e), p = getComputedStyle(e.parentElement);"
        " return e === document.body ? 'end' : [s, p].some((x) => x.outlineStyle !== 'none' && parseFloat(x.outlineWidth) >= 2)"
        " ? 'seen' : e.outerHTML.slice(0, 120); }"
    )
    seen = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        seen.add(said := page.evaluate(outline))
        if said == "end":
            break
    assert seen == {"seen", "end"}


def test_the_language_and_the_theme_are_remembered_without_script(visit: Visit) -> None:
    page = visit("/look/gallery/", locale="fr-FR", java_script_enabled=False)
    page.locator(".topbar .languages").first.get_by_role("button", name="EN").click()
    page.locator(".topbar summary").click()
    page.get_by_role("button", name="Dark").click()
    assert page.url.endswith("/look/gallery/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator("h1").inner_text() == "Gallery of components"
