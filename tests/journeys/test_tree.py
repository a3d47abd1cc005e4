"""The problem tree and the map of stakeholders in a real browser, on a French phone and an English desk."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from rempart.programmes.actions import add_row, start_programme
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from tests.browser import Visit, faults, too_wide
from tests.cast import amina, passerelle

pytestmark = pytest.mark.django_db
PLACES: dict[str, dict[str, Any]] = {
    "phone-fr": {"viewport": {"width": 390, "height": 844}, "locale": "fr-FR"},
    "desk-en": {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"},
    "phone-fr-no-script": {
        "viewport": {"width": 390, "height": 844},
        "locale": "fr-FR",
        "java_script_enabled": False,
    },
}
WORDS = {
    "put": {"fr-FR": "Mettre", "en-GB": "Put in"},
    "hang": {"fr-FR": "Le rattacher là", "en-GB": "Hang it there"},
    "turn": {"fr-FR": "En faire un résultat", "en-GB": "Make it a result"},
    "aside": {"fr-FR": "L’écarter et dire pourquoi", "en-GB": "Leave it aside, and say why"},
    "save": {"fr-FR": "Enregistrer", "en-GB": "Save"},
    "open": {"fr-FR": "rien n’y répond encore", "en-GB": "nothing answers it yet"},
    "address": {"fr-FR": "S’adresser à ce groupe", "en-GB": "Address it"},
    "speaks": {"fr-FR": "Elle s’adresse aussi à eux", "en-GB": "It speaks to them too"},
    "left": {"fr-FR": "écartée, avec sa raison", "en-GB": "left aside, with its reason"},
}
FACTORS = ("vf.child.street", "vf.family.poverty", "vf.family.hiv", "vf.env.tolerance")


def started() -> Programme:
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    for factor in FACTORS:
        add_row(programme, by=amina(), kind="factors", values={"factor": factor, "present": "yes"})
    return programme


def mapped() -> Programme:
    programme = started()
    for group, stand in (("media", "ally"), ("leisure_establishments", "opponent")):
        values = {"group": group, "stands": [stand], "key": group}
        add_row(programme, by=amina(), kind="stakeholders", values=values)
    over = add_row(programme, by=amina(), kind="objectives", values={"text": "Change"})
    over = add_row(programme, by=amina(), kind="outputs", values={"text": "Talks"}, parent=over)
    talk = {"text": "Evenings in bars (fictional)", "key": "talk"}
    add_row(programme, by=amina(), kind="activities", values=talk, parent=over)
    return programme


class Hands:
    """Someone at the tree, in the words of her language."""

    def __init__(self, page: Page, locale: str) -> None:
        self.page = page
        self.word = {name: said[locale] for name, said in WORDS.items()}

    def seed(self, factor: str) -> None:
        button = self.page.locator(f"button[name=factor][value='{factor}']")
        button.click()
        expect(button).to_have_count(0)

    def open(self, key: str) -> None:
        self.page.locator(f"[id='{key}'] > .knot > a").click()

    def hang(self, key: str, under: str) -> None:
        self.open(key)
        self.page.locator("#hang_under").select_option(under)
        self.page.get_by_role("button", name=self.word["hang"]).click()
        expect(self.page.locator(f"[id='{under}'] [id='{key}']")).to_be_visible()

    def turn(self, key: str) -> None:
        self.open(key)
        expect(self.page.locator("#turn_text")).not_to_have_value("")
        self.page.get_by_role("button", name=self.word["turn"]).click()
        self.says(key, re.compile("objecti[fv]e? [12]"))

    def set_aside(self, key: str, reason: str) -> None:
        self.open(key)
        self.page.get_by_role("link", name=self.word["aside"]).click()
        self.page.locator("#row_not_addressed_because").fill(reason)
        self.save()
        self.says(key, self.word["left"])

    def add(self, title: str) -> None:
        self.page.locator("#add-causes").click()
        self.page.locator("#row_title").fill(title)
        self.save()

    def save(self) -> None:
        self.page.get_by_role("button", name=self.word["save"], exact=True).click()

    def says(self, key: str, words: str | re.Pattern[str]) -> None:
        expect(self.page.locator(f"[id='{key}'] > .knot")).to_contain_text(words)


@pytest.mark.parametrize("place", PLACES)
def test_causes_are_seeded_nested_turned_over_and_set_aside(visit: Visit, place: str) -> None:
    options = PLACES[place]
    programme = started()
    page = visit(f"/programmes/{programme.pk}/situation/", amina(), **options)
    page.locator("a[href$='/tree/']").click()
    hands = Hands(page, options["locale"])

    for factor in FACTORS:
        hands.seed(factor)
    keys = {cause.factors[0]: cause.key for cause in plan_of(programme).causes}
    street, poverty, hiv, tolerance = (keys[factor] for factor in FACTORS)
    hands.hang(street, poverty)
    hands.turn(street)
    hands.turn(tolerance)
    hands.set_aside(hiv, "Le centre de santé s’en charge (fictif).")
    hands.add("Une dette (fictif)")

    expect(page.locator(".tree-list").first).to_contain_text(hands.word["open"])
    if options.get("java_script_enabled", True):
        assert too_wide(page) == 0
        assert faults(page) == []
    plan = plan_of(programme)
    assert len(plan.objectives) == 2
    assert [cause.becomes != "" for cause in plan.causes] == [True, False, False, True, False]


@pytest.mark.parametrize("place", PLACES)
def test_groups_are_placed_and_an_opponent_without_a_target_is_answered(
    visit: Visit, place: str
) -> None:
    options = PLACES[place]
    programme = mapped()
    page = visit(f"/programmes/{programme.pk}/who/", amina(), **options)
    hands = Hands(page, options["locale"])
    page.locator("a[href$='/stakeholders/']").click()

    for group, interest in (("media", "for"), ("leisure_establishments", "strongly_against")):
        page.locator(f"[id='{group}'] > a").click()
        page.locator("input[name=influence][value=high]").check()
        page.locator(f"input[name=interest][value={interest}]").check()
        hands.save()
        expect(page.locator(f"[id='{group}']")).to_be_visible()
    expect(page.locator(".grid-drawing:visible")).to_have_count(1)
    expect(page.locator("[id='leisure_establishments'] .lacks")).to_be_visible()
    page.get_by_role("link", name=hands.word["address"]).click()
    page.locator("#address_activity").select_option("talk")
    page.get_by_role("button", name=hands.word["speaks"]).click()

    expect(page.locator("[id='leisure_establishments'] .lacks")).to_have_count(0)
    expect(page.locator("[id='leisure_establishments']")).to_contain_text("1.1.1")
    if options.get("java_script_enabled", True):
        assert too_wide(page) == 0
        assert faults(page) == []
    assert [one.audiences for one in plan_of(programme).activities()] == [("business",)]
