"""A designer writes results in a real browser: remarks while she types, a risk from an assumption, the chain."""

import pytest
from playwright.sync_api import Page, expect

from rempart.programmes.actions import add_row, start_programme
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from tests.browser import Visit
from tests.cast import amina, passerelle

pytestmark = pytest.mark.django_db
PHONE = {"width": 390, "height": 844}


def started() -> Programme:
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    values = {
        "text": "By 2028, girls and boys stay in school", "key": "o1",
        "assumption": "The school board keeps its posts",
    }  # fmt: skip
    add_row(programme, by=amina(), kind="objectives", values=values)
    return programme


def at(visit: Visit, programme: Programme, locale: str) -> Page:
    return visit(f"/programmes/{programme.pk}/results/", amina(), locale=locale, viewport=PHONE)


def test_remarks_come_while_she_types_stay_open_and_stop_nothing(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "fr")
    page.get_by_role("link", name="Ajouter un objectif immédiat").click()
    dialog = page.locator("dialog[open]")

    dialog.locator("[name=text]").press_sequentially("Former le personnel et/ou les familles")
    remarks = dialog.locator("#remarks")
    expect(remarks).to_contain_text("et/ou")
    expect(remarks).to_contain_text("Un résultat écrit comme une activité")
    remarks.get_by_text("Un résultat écrit comme une activité").focus()
    page.keyboard.press("Enter")
    expect(remarks).to_contain_text("Fin 2028, le personnel enseignant de huit écoles repère")
    dialog.get_by_role("button", name="Enregistrer").click()

    expect(page.locator("#wording")).to_be_visible()
    assert [one.text for one in plan_of(programme).objectives][
        1
    ] == "Former le personnel et/ou les familles"


def test_an_assumption_becomes_a_risk_and_kills_once_it_is_weighed(visit: Visit) -> None:
    programme = started()
    page = at(visit, programme, "en")
    page.get_by_text("1 assumption that is no risk yet").click()
    page.get_by_role("button", name="Make a risk of it").click()

    page.get_by_role("group", name="How likely it is").get_by_label("Almost certain").check()
    page.get_by_role("group", name="Its effect, if it happens").get_by_label("Extreme").check()
    page.get_by_role("button", name="Save").click()

    expect(page.locator("#register")).to_contain_text("Killer assumption")
    expect(page.locator(".risk-grid")).to_contain_text("R1")
    (risk,) = plan_of(programme).register
    assert (risk.likelihood, risk.effect, risk.assumption_of) == (5, 5, "objectives.o1")


def test_the_chain_is_drawn_narrow_on_a_phone_and_read_aloud(visit: Visit) -> None:
    page = at(visit, started(), "en")
    page.get_by_role("link", name="The chain, drawn and read aloud").click()

    expect(page.locator("svg.chain--narrow")).to_be_visible()
    expect(page.locator("svg.chain--wide")).to_be_hidden()
    expect(page.get_by_text("No output leads to this objective.")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator("svg.chain--wide")).to_be_visible()
    expect(page.locator("svg.chain--narrow")).to_be_hidden()
