"""Step 4 told from outside, without script: reasons, decisions, what the guide says, filters."""

import re

import pytest
from django.test import Client

from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.entries import Advice, Example
from rempart.programmes.actions import add_row, change_step, start_programme
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.codes import Step
from tests.cast import amina, bento, browser_of, passerelle

pytestmark = pytest.mark.django_db


def described() -> Programme:
    """A fictional programme whose place and problem are described."""
    programme = start_programme(
        passerelle(), by=amina(), title="Havre-Neuf (fictional)", trafficking_route="yes"
    )
    place = {
        "name": "Quay (fictional)",
        "level": "community",
        "country": "",
        "selection_reason": "",
    }
    add_row(programme, by=amina(), kind="places", values=place)
    for factor in ("vf.child.street", "vf.env.risky_places"):
        add_row(programme, by=amina(), kind="factors", values={"factor": factor, "present": "yes"})
    areas = {"areas": ["area.wr"]}
    change_step(programme, by=amina(), step=Step.STRATEGIES, version=0, values=areas)
    return programme


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def page(browser: Client, programme: Programme, **asked: str) -> str:
    answer = browser.get(address(programme, "strategies"), asked, headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    return answer.content.decode()


def card(text: str, action: str) -> str:
    """What the page says of one action, its tags taken away."""
    found = re.search(rf'<article[^>]*id="{action}".*?</article>', text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found.group()).split()) if found else ""


def shown(text: str) -> list[str]:
    return re.findall(r'<article[^>]*id="(act\.\d\d)"', text)


def test_each_suggestion_says_what_speaks_for_it() -> None:
    told = page(browser_of(amina()), described())

    assert shown(told)[0] == "act.28"
    drop_in = card(told, "act.28")
    assert f"Because you marked: {say('vf.child.street')}, {say('vf.env.risky_places')}" in drop_in
    assert f"Because you work in: {say('area.wr')}" in drop_in
    assert "Because a trafficking route is known" in card(told, "act.31")
    assert "Because" not in card(told, "act.02")


def test_a_list_narrows_and_says_how_many_are_left() -> None:
    programme, browser = described(), browser_of(amina())

    assert len(shown(page(browser, programme))) == 39
    narrow = page(browser, programme, area="wr", level="community", theme="theme.detection")
    assert set(shown(narrow)) == {"act.26", "act.27", "act.28", "act.29"}
    assert "4 actions" in narrow
    assert shown(page(browser, programme, theme="nothing-such")) == []


def test_choosing_refusing_and_leaving_open() -> None:
    programme, browser = described(), browser_of(amina())

    answer = browser.post(address(programme, "strategies", "act.28"), {"decision": "chosen"})
    assert answer.headers["Location"] == f"{address(programme, 'strategies')}#act.28"
    refusal = {"decision": "refused", "reason": "One answers already."}
    browser.post(address(programme, "strategies", "act.26"), refusal)
    assert {(c.action, c.decision) for c in plan_of(programme).choices} == {
        ("act.28", "chosen"),
        ("act.26", "refused"),
    }
    decided = page(browser, programme).partition('id="choices"')[2]
    assert "1 action of the guide chosen" in decided
    assert "One answers already." in decided

    browser.post(address(programme, "strategies", "act.28"), {"decision": ""})
    assert [c.action for c in plan_of(programme).choices] == ["act.26"]


def test_a_refusal_without_a_reason_asks_for_it_and_changes_nothing() -> None:
    programme, browser = described(), browser_of(amina())

    answer = browser.post(
        address(programme, "strategies", "act.26"),
        {"decision": "refused"},
        headers={"Accept-Language": "en"},
    )

    assert answer.status_code == 422
    assert "Say why it is refused" in answer.content.decode()
    assert plan_of(programme).choices == ()


def test_one_writes_a_strategy_of_ones_own() -> None:
    programme, browser = described(), browser_of(amina())

    answer = browser.post(
        address(programme, "rows", "choices", "add"),
        {"title": "A charter for carriers", "text": "On the road.", "area": "area.risk",
         "level": "community", "themes": ["trafficking"], "decision": "chosen"},
    )  # fmt: skip

    assert answer.status_code == 302
    (own,) = plan_of(programme).choices
    assert (own.title, own.area, own.themes) == (
        "A charter for carriers",
        "area.risk",
        ("trafficking",),
    )
    assert "A charter for carriers" in page(browser, programme).partition('id="choices"')[2]


@pytest.mark.parametrize("action", ["act.01", "act.18", "act.28", "act.36"])
def test_opening_an_action_lists_what_the_guide_says_in_its_areas(action: str) -> None:
    programme, browser = described(), browser_of(amina())
    answer = browser.get(address(programme, "strategies", action))
    assert (
        answer.headers["Location"] == f"{address(programme, 'strategies')}?open={action}#{action}"
    )

    text = page(browser, programme, open=action)

    opened = re.search(rf'<article[^>]*id="{action}".*?</article>', text, re.DOTALL)
    assert opened
    links = set(re.findall(r'href="/guide/entries/([^/"]+)/"', opened.group()))
    for slug in (f"area.{area}" for area in catalogue().entry(action).areas):
        area = catalogue().entry(slug)
        said = {e.slug for e in catalogue().of(Advice) if e.area == slug}
        said |= {e.slug for e in catalogue().of(Example) if e.area == slug}
        assert said | {slug, *getattr(area, "boxes", ())} <= links
        assert say(area, "objective") in card(text, action).replace("&#x27;", "'")


def test_an_action_that_the_guide_does_not_have_is_not_found() -> None:
    programme, browser = described(), browser_of(amina())

    assert browser.get(address(programme, "strategies", "act.99")).status_code == 404
    assert browser.post(address(programme, "strategies", "box.01")).status_code == 404


def test_a_reviewer_reads_the_reasons_and_decides_nothing() -> None:
    programme, browser = described(), browser_of(bento())

    told = page(browser, programme)

    assert "Because you marked" in told
    assert 'name="decision"' not in told
    chosen = browser.post(address(programme, "strategies", "act.28"), {"decision": "chosen"})
    assert chosen.status_code == 403


def test_a_script_gets_the_card_alone_and_the_decisions_beside_it() -> None:
    programme, browser = described(), browser_of(amina())

    text = browser.post(
        address(programme, "strategies", "act.28"),
        {"decision": "chosen"},
        headers={"HX-Request": "true"},
    ).content.decode()

    assert shown(text) == ["act.28"]
    assert 'id="choices" hx-swap-oob="true"' in text
    assert "<html" not in text


def test_a_doubtful_cell_of_figure_1_suggests_and_says_that_it_is_doubtful() -> None:
    programme = described()
    figure = catalogue().figure_1
    doubtful = [
        (row.slug, cell.group)
        for row in figure.rows
        for cell in row.cells
        if row.is_doubtful(cell) and set(cell.letters) <= {"D", "P"}
    ]
    action, group = doubtful[0]
    values = {"group": group, "stands": ["ally"]}
    add_row(programme, by=amina(), kind="stakeholders", values=values)

    told = card(page(browser_of(amina()), programme), action)

    name = say(catalogue().code_list("stakeholder_group").value(group), "label")
    assert f"gives a part to your allies: {name} (doubtful)" in told
