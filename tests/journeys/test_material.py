"""A communication material in a real browser: written, looked at, reviewed by another, marked publishable."""

import pytest
from playwright.sync_api import Locator, expect

from rempart.programmes.actions import start_programme
from rempart.programmes.models import Material
from tests.browser import Visit
from tests.cast import amina, bento, passerelle

pytestmark = pytest.mark.django_db


def tick(form: Locator, name: str, value: str) -> None:
    """Tick one of the answers of a field, unfolding them first where they are many."""
    folded = form.locator(f"details:not([open]):has([name={name}]) > summary")
    if folded.count():
        folded.click()
    form.locator(f"[name={name}][value={value}]").check()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_material_goes_from_its_author_to_its_reviewer_and_is_marked_publishable(
    visit: Visit, width: int
) -> None:
    programme = start_programme(passerelle(), by=amina(), title="Quay (fictional)")
    page = visit(f"/programmes/{programme.pk}/results/", amina(), locale="en")
    page.set_viewport_size({"width": width, "height": 844})

    page.get_by_role("link", name="Add a communication material").click()
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=title]").fill("Note for officials (fictional)")
    dialog.locator("[name=text]").fill("Help for street children and adolescents.")
    for name, value in {
        "audiences": "officials", "formats": "spoken", "literacy": "good", "languages": "en",
        "invites_reports": "no", "announces_help": "no", "identity_checked": "yes",
        "mentions_children": "yes", "mentions_adolescents": "yes", "image": "none",
        "story": "none", "children_appear": "no", "youth_made": "no",
    }.items():  # fmt: skip
        tick(dialog, name, value)
    dialog.get_by_role("button", name="Save").click()
    expect(page.locator("#materials")).to_contain_text("To be reviewed")
    page.get_by_role("link", name="Note for officials (fictional)", exact=True).click()
    expect(page.locator("#words mark")).to_have_text("street children")
    expect(page.locator("#words")).to_contain_text("Enfants en situation de rue")
    page.get_by_role("button", name="Mark as publishable").click()
    expect(page.get_by_role("alert")).to_contain_text("Someone other than its author")

    row = Material.objects.get(programme=programme)
    there = f"/programmes/{programme.pk}/materials/{row.key}/"
    page = visit(there, bento(), locale="en")
    page.get_by_role("button", name="I have reviewed it").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pagehead")).to_contain_text("Reviewed by bento")
    page.get_by_role("button", name="Mark as publishable").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".pagehead")).to_contain_text("Publishable since")


def test_a_pasted_text_is_marked_without_leaving_the_page(visit: Visit) -> None:
    page = visit("/guide/words/", None, locale="fr")

    page.get_by_label("Votre texte").fill("Non au tourisme sexuel.")
    page.get_by_role("button", name="Regarder les mots").click()

    expect(page.locator("#marked mark")).to_have_text("tourisme sexuel")
    expect(page.get_by_label("Votre texte")).to_have_value("Non au tourisme sexuel.")
