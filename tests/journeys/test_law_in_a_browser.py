"""Law and policy on a phone without script, and by keyboard on a desk: noted, mended, found again in the guide."""

import pytest
from playwright.sync_api import ViewportSize

from rempart.communities.models import LawEntry
from tests.browser import Visit, too_wide
from tests.cast import amina

pytestmark = pytest.mark.django_db
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}


def test_a_meeting_and_its_decision_are_noted_on_a_phone_without_script(visit: Visit) -> None:
    page = visit("/law/", amina(), locale="fr-FR", viewport=PHONE, java_script_enabled=False)
    page.locator("main .tiles").get_by_role("link", name="Réunions", exact=True).click()
    page.get_by_role("link", name="Ajouter à ce registre").first.click()
    page.locator("#id_title").fill("Table ronde (fictive)")
    page.locator("#id_state").select_option("held")
    page.get_by_role("button", name="Enregistrer").click()
    said = page.get_by_role("alert").inner_text()
    for words in ("Pays", "Tenue le", "Nommez au moins une institution présente."):
        assert words in said
    assert page.locator("#id_title").input_value() == "Table ronde (fictive)"
    page.locator("#id_country").fill("Marenne (fictif)")
    page.locator("#id_on").fill("2026-02-01")
    page.locator("#id_workers_side").fill("Syndicat du port (fictif)")
    page.get_by_role("button", name="Enregistrer").press("Enter")

    page.get_by_text("Pas tripartite").wait_for()
    page.get_by_role("link", name="Ajouter : Décision".replace(" :", "\N{NO-BREAK SPACE}:")).click()
    page.locator("#id_title").fill("Une lettre commune")
    page.locator("#id_owner").fill("Syndicat du port (fictif)")
    page.locator("#id_due").fill("2020-01-01")
    page.locator("#id_state").select_option("open")
    page.get_by_role("button", name="Enregistrer").click()
    assert "jours de retard" in page.locator("main").inner_text()
    assert too_wide(page) == 0
    assert LawEntry.objects.get(register="decisions").country == "Marenne (fictif)"


def test_a_national_provision_is_noted_from_its_instrument_by_keyboard(visit: Visit) -> None:
    page = visit("/guide/entries/li.c182/", amina(), locale="en-GB", viewport=DESK)
    page.get_by_role("link", name="Add a national provision").press("Enter")
    assert page.get_by_label("ILO Convention No. 182 (1999)").is_checked()
    page.locator("#id_country").fill("Marenne (fictional)")
    page.locator("#id_title").fill("Act 7, article 3 (fictional)")
    page.locator("#id_text").fill("Forbids offering a child")
    page.locator("#id_state").select_option("in_force")
    page.locator("#id_source").fill("Official journal (fictional)")
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_role("heading", level=1, name="Act 7, article 3 (fictional)").wait_for()

    page.goto(page.url.partition("/law/")[0] + "/guide/entries/li.c182/")
    page.get_by_role("link", name="Act 7, article 3 (fictional)").wait_for()
    assert too_wide(page) == 0
