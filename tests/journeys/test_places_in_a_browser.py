"""A sheet of figures on a phone, without script: chosen, seen, written; then where to look first."""

import pytest
from playwright.sync_api import FilePayload, ViewportSize

from rempart.communities.models import Value
from rempart.communities.tests.region import described, place
from tests.browser import Visit, too_wide
from tests.cast import amina

pytestmark = pytest.mark.django_db
PHONE: ViewportSize = {"width": 390, "height": 844}
WRONG = "Lieu;Adultes qui tolèrent\nNulle part;46\n"
RIGHT = "Lieu;Adultes qui tolèrent\nQuai (fictif);46,5\n"


def test_a_sheet_is_mended_and_written_on_a_phone_without_script(visit: Visit) -> None:
    quay = place("Quai (fictif)")
    page = visit(
        "/places/sheet/", amina(), locale="fr-FR", viewport=PHONE, java_script_enabled=False
    )
    page.locator("#id_source").fill("Enquête (fictive)")
    page.locator("#id_on").fill("2026-05-31")
    for text in (WRONG, RIGHT):
        file: FilePayload = {"name": "x.csv", "mimeType": "text/csv", "buffer": text.encode()}
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Le regarder").click()
        if text is WRONG:
            assert "Vous n’avez pas de lieu appelé" in page.get_by_role("alert").inner_text()
            assert page.locator("#id_source").input_value() == "Enquête (fictive)"
    assert "46,5\N{NO-BREAK SPACE}%" in page.locator("main").inner_text().replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")  # fmt: skip
    assert too_wide(page) == 0
    assert not Value.objects.exists()
    page.get_by_role("button", name="Les écrire").press("Enter")
    assert page.url.endswith("/places/ranking/")
    assert str(Value.objects.get(place=quay).value) == "46.5000"


def test_the_ranking_is_read_by_keyboard_from_the_tree_to_the_first_place(visit: Visit) -> None:
    described("Quay (fictional)", 0.9)
    described("Hill (fictional)", 0.2)
    page = visit("/places/", amina(), locale="en-GB", viewport=PHONE)
    page.get_by_role("link", name="Ranking").press("Enter")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Where conditions of risk")
    first = page.locator("table.ranked tbody th a").first
    assert first.inner_text() == "Quay (fictional)"
    first.press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "Quay (fictional)"
    page.get_by_text("No programme of yours works here yet.").wait_for()
    assert too_wide(page) == 0
