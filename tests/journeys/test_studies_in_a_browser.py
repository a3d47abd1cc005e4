"""A study on a phone, without script and by keyboard: registered, held back by its gate, begun, measured, cited."""

import pytest
from playwright.sync_api import ViewportSize

from rempart.communities.actions import add_finding
from rempart.communities.models import Study
from rempart.communities.rules.study_findings import FindingTold
from rempart.communities.tests.invented_studies import done
from rempart.communities.tests.region import place
from rempart.programmes.actions import start_programme
from rempart.programmes.models import Citation
from tests.browser import Visit, faults, too_wide
from tests.cast import amina, passerelle

pytestmark = pytest.mark.django_db
PHONE: ViewportSize = {"width": 390, "height": 844}
READY = {
    "reviewed_by": "Comité (fictif)",
    "reviewed_on": "2026-01-10",
    "distress": "Arrêter, rester",
    "referral": "Deux services essayés",
    "consent": "Dit à voix haute",
    "urgent": "Appeler dans l’heure",
}


def test_a_study_waits_for_its_gate_on_a_phone_without_script(visit: Visit) -> None:
    place("Port (fictif)")
    page = visit(
        "/places/studies/new/",
        amina(),
        locale="fr-FR",
        viewport=PHONE,
        java_script_enabled=False,
    )
    page.locator("#id_title").fill("Évaluation rapide (fictive)")
    page.locator("#id_kind").select_option("rapid_assessment")
    page.get_by_label("Port (fictif)").check()
    page.locator("#id_hears_children").select_option("no")
    page.get_by_role("button", name="Enregistrer").press("Enter")
    page.get_by_role("link", name="Commencer le terrain").press("Enter")
    page.get_by_role("button", name="Commencer le terrain").press("Enter")
    refusal = page.get_by_role("alert")
    assert refusal.get_by_role("listitem").count() == 7
    refusal.get_by_role("link").nth(3).press("Enter")
    assert page.url.endswith("/ethics/#id_distress")
    assert too_wide(page) == 0
    page.locator("#id_review").select_option("approved")
    for name, words in READY.items():
        page.locator(f"#id_{name}").fill(words)
    page.get_by_role("button", name="Enregistrer").press("Enter")
    assert "Le seuil est en place" in page.locator("main").inner_text()
    page.goto(page.url.replace("ethics/", "passage/begin/"))
    page.get_by_role("button", name="Commencer le terrain").press("Enter")
    assert Study.objects.get().state == "under_way"


def test_a_finding_is_cited_from_the_step_and_the_papers_fit_their_sheet(visit: Visit) -> None:
    study = done("Men and money (fictional)")
    finding = add_finding(study, FindingTold(text="Most look away (fictional)."), by=amina())
    programme = start_programme(passerelle(), by=amina(), title="Quay (fictional)")
    page = visit(f"/programmes/{programme.pk}/situation/", amina(), locale="en-GB", viewport=PHONE)
    page.locator("#citations").get_by_role("link", name="Add a finding").press("Enter")
    choice = page.locator("#row_finding")
    choice.wait_for()
    choice.select_option(str(finding.pk))
    page.locator("#row-body").get_by_role("button", name="Save").press("Enter")
    page.locator("#citations").get_by_text("Men and money (fictional)").wait_for()
    assert Citation.objects.get().quoted == "Most look away (fictional)."
    own = f"{page.url.split('/programmes')[0]}/places/studies/{study.pk}/"
    for address in ("rounds/", "grid/", "stop/", "summary/", "", "paper/key-informant/"):
        page.goto(own + address)
        head = page.locator(".pagehead").get_by_text("Men and money (fictional)")
        assert head.first.is_visible(), address
        assert too_wide(page) == 0, address
        assert faults(page) == [], address
    page.goto(f"{own}paper/observation/")
    page.emulate_media(media="print")
    assert not page.get_by_text("To print from your browser").is_visible()
    assert page.get_by_text("No name, no address").is_visible()
    sheets = page.pdf(format="A4")
    assert sheets.count(b"/Type /Page\n") <= 2  # an empty form is one sheet, both sides
