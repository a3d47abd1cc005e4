"""Three people take a plan from draft to running and change it in its second year, in a real browser.

Amina designs, Bento reviews, Dalia administers. In French on a phone, in English at a desk; with
script and, once, without. All of it is invented.
"""

from dataclasses import dataclass
from datetime import timedelta
from os import environ
from pathlib import Path

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Locator, Page, expect

from rempart.accounts.models import User
from rempart.programmes.actions import store_plan
from rempart.programmes.models import ChangeRequest, Programme
from rempart.programmes.tests.factories import port_city
from tests.browser import Visit, faults
from tests.cast import amina, bento, dalia, passerelle

pytestmark = pytest.mark.django_db
BODY = "Ministère de la Protection (fictif)"
REASON = "Dites qui suit les indicateurs après la première année (fictif)."
CHANGE = "Une deuxième école (fictif)"
AGENCY = "Passerelle et la commune (fictif)"


@dataclass(frozen=True)
class Reading:
    """What is read in one language, on one screen."""

    locale: str
    viewport: tuple[int, int]
    sent_back: str
    approved: str
    asked: str
    baseline: str
    scripted: bool = True


FRENCH_PHONE = Reading(
    "fr", (390, 844), "l’a renvoyé", "Approuvé", "Une demande de modification attend", "référence 1"
)
ENGLISH_DESK = Reading(
    "en", (1280, 900), "sent it back", "Approved", "A change request to decide on", "baseline 1"
)
ENGLISH_BARE = Reading("en", (390, 844), "sent it back", "Approved", "A change request to decide on", "baseline 1", scripted=False)  # fmt: skip


def press(button: Locator) -> None:
    """Press a button that sends a form, and wait until its answer stands on the page."""
    page = button.page
    with page.expect_response(
        lambda r: r.request.method == "POST" and "/draft/" not in r.url
    ) as answer:
        button.click()
    assert answer.value.status < 400, answer.value.url
    page.wait_for_load_state("networkidle")


class Team:
    """Each of the three in a browser of her own."""

    def __init__(self, visit: Visit, reading: Reading) -> None:
        self.visit, self.reading = visit, reading
        self.pages: dict[str, Page] = {}

    def at(self, person: User, address: str) -> Page:
        """Return this person's page, at an address; nothing of it hangs over the edge."""
        if person.username not in self.pages:
            width, height = self.reading.viewport
            self.pages[person.username] = self.visit(
                address,
                person,
                locale=self.reading.locale,
                viewport={"width": width, "height": height},
                java_script_enabled=self.reading.scripted,
            )
        page = self.pages[person.username]
        answer = page.goto(address)
        assert answer
        assert answer.status == 200, address
        if self.reading.scripted:
            wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wide <= 0, f"{address} is {wide} px too wide"
        return page

    def goes(self, person: User, programme: str, move: str, **typed: str) -> Page:
        """Take the programme one way by the link that its overview offers."""
        page = self.at(person, programme)
        page.locator(f"main a[href='{programme}passages/{move}/']").first.click()
        for name, words in typed.items():
            page.locator(f"main [name='{name}']").fill(words)
        press(page.locator("main form button").last)
        expect(page.locator(".refusal")).to_have_count(0)
        return page

    def look(self, page: Page, name: str) -> None:
        """Check a page against WCAG; keep a picture of it where TOGETHER_PICTURES names a folder."""
        if folder := environ.get("TOGETHER_PICTURES"):
            file = f"{name}-{self.reading.locale}-{self.reading.viewport[0]}.png"
            page.screenshot(path=Path(folder) / file, full_page=True)
        if self.reading.scripted:
            assert faults(page) == []


def written() -> str:
    """Store the whole plan of the example as Amina's draft; return its address."""
    bento(), dalia()
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())
    return f"/programmes/{programme.pk}/"


def until_it_runs(team: Team, programme: str) -> None:
    team.look(team.at(amina(), programme), "draft")
    team.goes(amina(), programme, "ask_review", reason="Merci de regarder les cibles (fictif).")
    team.look(team.at(bento(), programme), "in-review")
    team.goes(bento(), programme, "send_back", reason=REASON)
    page = team.at(amina(), programme)
    expect(page.locator("main")).to_contain_text(team.reading.sent_back)
    expect(page.locator("main")).to_contain_text(REASON)
    team.look(page, "sent-back")
    page = team.at(amina(), f"{programme}frame/")
    page.locator("[name=tracking]").fill(
        "La commune suit les indicateurs chaque trimestre (fictif)."
    )
    press(page.locator("#step button").last)
    team.goes(amina(), programme, "ask_review")
    team.goes(bento(), programme, "pass")
    team.goes(amina(), programme, "submit")
    today = localdate().isoformat()
    page = team.goes(dalia(), programme, "approve", body=BODY, day=today)
    expect(page.locator("main")).to_contain_text(BODY)
    page = team.goes(amina(), programme, "start", day=today)
    expect(page.locator(".states [aria-current]")).to_be_visible()
    team.look(page, "running")


def changes_it(team: Team, programme: str) -> None:
    page = team.at(amina(), f"{programme}changes/new/")
    page.locator("[name=title]").fill(CHANGE)
    page.locator("main [name=reason]").fill("La commune en a ouvert une (fictif).")
    press(page.locator("main form button").last)
    copy = f"/programmes/{ChangeRequest.objects.get().working_copy_id}/"
    page = team.at(amina(), f"{copy}frame/")
    page.locator("[name=agency]").fill(AGENCY)
    press(page.locator("#step button").last)
    team.look(team.at(amina(), copy), "working-copy")
    page = team.at(amina(), f"{programme}changes/1/")
    page.locator(f"main a[href='{copy}passages/ask_review/']").click()
    press(page.locator("main form button").last)


def decides_on_it(team: Team, programme: str) -> None:
    page = team.at(bento(), "/programmes/desk/")
    expect(page.locator("main")).to_contain_text(team.reading.asked)
    team.look(page, "desk")
    page.locator("main a", has_text=CHANGE).click()
    expect(page.locator("main")).to_contain_text(AGENCY)
    expect(page.locator("main")).to_contain_text(port_city().agency)
    team.look(page, "change")
    page.locator("[name=note]").fill("D’accord avec la commune (fictif).")
    press(page.locator("button[value=approve]"))
    page = team.at(bento(), programme)
    assert Programme.objects.get().agency == AGENCY


@pytest.mark.parametrize("reading", [FRENCH_PHONE, ENGLISH_DESK, ENGLISH_BARE], ids=["fr-phone", "en-desk", "en-bare"])  # fmt: skip
def test_three_people_take_a_plan_to_running_and_change_it(visit: Visit, reading: Reading) -> None:
    team, programme = Team(visit, reading), written()
    until_it_runs(team, programme)
    plan = Programme.objects.get()
    Programme.objects.update(state_since=plan.state_since - timedelta(days=400))  # a year goes by
    changes_it(team, programme)
    decides_on_it(team, programme)

    page = team.at(amina(), f"{programme}versions/")
    expect(page.locator("main")).to_contain_text(reading.baseline)
    team.look(page, "versions")
    page.locator("main a", has_text=reading.baseline).click()
    team.look(page, "baseline")
    page.locator("main a[href*='comparison']").click()
    expect(page.locator(".differences")).to_contain_text(AGENCY)
    expect(page.locator(".differences")).to_contain_text(port_city().agency)
    team.look(page, "comparison")
