"""What the guide's planning tool must do (REQ-001 to REQ-005), told from outside: HTTP and files."""

import io
import re
from dataclasses import replace

import mammoth
import pytest
from django.conf import settings
from django.test import Client

from rempart.guide.catalogue import say
from rempart.programmes.actions import store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.plan import Plan
from tests.cast import amina, browser_of, passerelle

pytestmark = pytest.mark.django_db
FIVE = {
    "en": ("Strategies", "Immediate objectives", "Outputs", "Activities", "Indicators"),
    "fr": ("Stratégies", "Objectifs immédiats", "Produits", "Activités", "Indicateurs"),
}
EMPTY = {
    "en": ("Still to be written", "to be completed"),
    "fr": ("À rédiger", "à compléter"),
}


def port_city() -> Plan:
    file = settings.CONTENT_FOLDERS[0] / "programmes" / "port-city.json"
    plan, faults = read_plan(file.read_bytes(), known())
    assert plan is not None, faults
    return plan


def english(browser: Client, address: str) -> str:
    answer = browser.get(address, headers={"accept-language": "en"})
    assert answer.status_code == 200, address
    return answer.content.decode()


def new_programme(browser: Client) -> str:
    browser.post("/programmes/new/", {"title": "Trois ponts (fictional)"})
    return f"/programmes/{Programme.objects.get().pk}/"


def suggested(page: str) -> list[str]:
    """Return the actions of the guide that a page offers, in their order."""
    return list(dict.fromkeys(re.findall(r"/strategies/(act\.\d\d)/", page)))


def rows_of(page: str) -> list[list[str]]:
    """Return the cells of the page's table, by rows; the letters and their confidence stripped."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.DOTALL)
    cells = (re.findall(r"<t[hd][^>]*>(.*?)(?=<t[hd]|$)", row, re.DOTALL) for row in rows)
    bare = ([re.sub(r"<[^>]+>", "", cell) for cell in row] for row in cells)
    return [[" ".join(cell.split()) for cell in row] for row in bare]


def outline(programme: Programme, language: str) -> str:
    address = f"/programmes/{programme.pk}/document/docx/?language={language}"
    answer = browser_of(amina()).get(address)
    return str(mammoth.extract_raw_text(io.BytesIO(answer.content)).value)


def test_a_context_leads_to_reasoned_suggestions_and_all_choices_stand_in_the_plan() -> None:
    browser = browser_of(amina())
    programme = new_programme(browser)

    before = english(browser, f"{programme}strategies/")
    mark = {
        "factor": "vf.child.out_of_school",
        "present": "yes",
        "evidence": "Registers (fictional)",
    }
    browser.post(f"{programme}rows/factors/add/", mark)
    after = english(browser, f"{programme}strategies/")
    filtered = english(browser, f"{programme}strategies/?area=rei")
    for action, decision in (("act.21", "chosen"), ("act.35", "chosen")):
        browser.post(f"{programme}strategies/{action}/", {"decision": decision})
    own = {
        "title": "Reading circles at the market (fictional)",
        "area": "area.risk",
        "decision": "chosen",
    }
    browser.post(f"{programme}rows/choices/add/", own)
    chosen = english(browser, f"{programme}strategies/")
    printed = outline(Programme.objects.get(), "en")

    reason = "Expelled from school or kept out of the school system"
    assert suggested(before) != suggested(after)
    assert {"act.21", "act.35"} <= set(suggested(after)[:6])
    assert reason in after
    assert reason not in before
    assert set(suggested(filtered)) < set(suggested(after))
    for text in ("After-school activities", own["title"]):
        assert text in chosen
        assert text in printed


@pytest.mark.parametrize("language", ["en", "fr"])
def test_three_chosen_actions_give_an_outline_with_no_empty_mandatory_field(language: str) -> None:
    plan = port_city()
    three = tuple(choice for choice in plan.choices if choice.decision == "chosen")[:3]
    programme = store_plan(
        replace(plan, choices=three, parts=()), by=amina(), organisation=passerelle()
    )

    said = outline(programme, language)
    bare = Plan(title="Nothing yet (fictional)")
    empty = outline(store_plan(bare, by=amina(), organisation=passerelle()), language)

    for heading in FIVE[language]:
        assert heading in said
    goal = plan.objectives[0]
    output, activity = goal.outputs[0], goal.outputs[0].activities[0]
    names = [say(choice.action, language=language) for choice in three]
    for filled in (*names, goal.text, output.text, activity.text, goal.indicators[0].text):
        assert " ".join(filled.split()) in " ".join(said.split())
    for words in EMPTY[language]:
        assert words in empty, "an outline says which mandatory field is empty"
        assert words not in said


def test_figure_1_is_read_both_ways_and_corrected_in_the_plan() -> None:
    browser = browser_of(amina())
    group = english(browser, "/guide/entries/st.ngos/")
    action = english(browser, "/guide/entries/act.18/")
    programme = new_programme(browser)
    browser.post(f"{programme}strategies/act.18/", {"decision": "chosen"})
    suggested_parts = english(browser, f"{programme}who/")
    own = {"action": "act.18", "group": "media", "parts": ["joins"]}
    browser.post(f"{programme}rows/parts/add/", own)
    corrected = english(browser, f"{programme}who/")

    assert re.search(
        r'cell--[BDP][^>]*>[BDP,]+</span><div class="what"><a href="/guide/entries/act', group
    )
    row = dict(zip(*rows_of(action), strict=True))
    assert row["Children, adolescents"] == "B (fairly sure)"
    assert row["School"].startswith("P (")
    assert row["Media"] == ""
    assert "the columns are our reading" in action
    assert "Figure 1, column inferred" in suggested_parts
    assert corrected.count(">yours<") == suggested_parts.count(">yours<") + 1


def test_actors_have_classes_and_actions_opponents_are_audiences_and_gaps_are_flagged() -> None:
    browser = browser_of(amina())
    programme = new_programme(browser)
    browser.post(f"{programme}strategies/act.18/", {"decision": "chosen"})
    gap = english(browser, f"{programme}who/")
    actor = {
        "group": "community_groups",
        "stands": ["beneficiary", "ally"],
        "name": "Two Banks (fictional)",
    }
    browser.post(f"{programme}rows/stakeholders/add/", actor)
    browser.post(f"{programme}rows/stakeholders/add/", {"group": "media", "stands": ["opponent"]})
    own = {"action": "act.18", "group": "community_groups", "parts": ["leads"]}
    browser.post(f"{programme}rows/parts/add/", own)
    filled = english(browser, f"{programme}who/")
    printed = outline(Programme.objects.get(), "en")

    flag = "nobody of your programme leads or joins it yet"
    assert flag in gap
    assert flag not in filled
    assert "audience of awareness" in filled
    placed = re.search(r"Two Banks \(fictional\)\s+Beneficiary, possible ally\s+(\d+)\s", printed)
    assert placed, "annex A gives the actor's classes and, by their numbers, the actions assigned"
    assert re.search(rf"\s{placed[1]}\s+Community monitoring\s", printed)
    assert re.search(r"Media\s+Opponent: an audience of awareness work", printed)
