"""The framework's editor in a real browser: the keyboard alone, the folding kept, the focus on the row."""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from rempart.programmes.actions import start_programme, store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Objective, Output
from tests.browser import Visit, too_wide
from tests.cast import amina, bento, dalia, passerelle

pytestmark = pytest.mark.django_db


def activity(key: str) -> Activity:
    return Activity(key=key, text=f"Work {key}")


def started() -> Programme:
    outputs = (
        Output(key="p1", text="Thing p1", activities=(activity("a1"), activity("a2"))),
        Output(key="p2", text="Thing p2"),
    )
    plan = Plan(
        title="Havre-Neuf (fictional)",
        objectives=(
            Objective(key="o1", text="Change o1", outputs=outputs),
            Objective(key="o2", text="Change o2"),
        ),
    )
    return store_plan(plan, by=amina(), organisation=passerelle())


def numbers(page: Page) -> list[str]:
    return [n for n in page.locator(".tree .code").all_inner_texts() if n]


def test_a_row_is_moved_by_keys_alone_and_keeps_the_focus(visit: Visit) -> None:
    programme = started()
    page = visit(f"/programmes/{programme.pk}/results/", amina(), locale="en")
    toast = page.locator("#toasts[role=status]")

    page.locator("#change-p2").focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(toast).to_contain_text("Moved: it is now 2.1 Thing p2")
    expect(page.locator("#change-p2")).to_be_focused()
    page.keyboard.press("Alt+ArrowLeft")
    expect(toast).to_contain_text("Moved: it is now 3 Thing p2")
    expect(page.locator("#change-p2")).to_be_focused()
    page.keyboard.press("Alt+ArrowRight")
    expect(toast).to_contain_text("Moved: it is now 2.1 Thing p2")
    page.keyboard.press("Alt+ArrowUp")
    expect(toast).to_contain_text("Moved: it is now 1.2 Thing p2")


def test_a_row_is_copied_and_added_to_by_keys_alone_and_the_focus_follows(visit: Visit) -> None:
    programme = started()
    page = visit(f"/programmes/{programme.pk}/results/", amina(), locale="en")

    page.locator("#change-p2").focus()
    page.keyboard.press("c")
    expect(page.locator("#toasts[role=status]")).to_contain_text(
        "Copied: it is 1.3 Copy of: Thing p2"
    )
    copy = plan_of(programme).objectives[0].outputs[2]
    expect(page.locator(f"#change-{copy.key}")).to_be_focused()

    page.keyboard.press("ArrowUp")
    expect(page.locator("#change-p2")).to_be_focused()
    page.keyboard.press("n")
    page.locator("dialog [name=text]").fill("Train")
    page.locator("dialog [name=text]").press("Tab")
    page.locator("dialog").get_by_role("button", name="Save").press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".tree")).to_contain_text("1.2.1")
    added = plan_of(programme).objectives[0].outputs[1].activities[0]
    expect(page.locator(f"#change-{added.key}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog [name=text]")).to_have_value("Train")
    assert "/results/" in page.url


def test_the_folding_is_in_the_address_and_stays_when_a_row_moves(visit: Visit) -> None:
    programme = started()
    page = visit(f"/programmes/{programme.pk}/results/", amina(), locale="en")

    page.locator("#fold-p1").press("Enter")
    expect(page.locator("#a1")).to_have_count(0)
    expect(page.locator("#fold-p1")).to_be_focused()
    assert page.url.endswith("?open=all,-p1#p1")
    page.locator("#change-p2").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#toasts")).to_contain_text("Moved")
    expect(page.locator("#change-p2")).to_be_focused()

    assert numbers(page) == ["1", "1.1", "1.2", "2"]
    page.reload()
    assert numbers(page) == ["1", "1.1", "1.2", "2"]
    page.go_back()
    expect(page.locator("#a1")).to_have_count(1)


def test_every_key_is_told_and_is_a_button_too(visit: Visit) -> None:
    programme = started()
    page = visit(f"/programmes/{programme.pk}/results/", amina(), locale="en")

    page.get_by_role("button", name="Keys").press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("One level deeper")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator("#more-p2").click()
    page.locator("dialog").get_by_role("button", name="One level deeper").click()

    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("#change-p2")).to_be_focused()
    assert [one.key for one in plan_of(programme).activities()] == ["a1", "a2", "p2"]


def test_without_script_a_row_moves_and_is_copied_by_its_page(visit: Visit) -> None:
    programme = started()
    page = visit(
        f"/programmes/{programme.pk}/results/", amina(), locale="fr", java_script_enabled=False
    )

    page.locator("#more-p2").click()
    page.get_by_role("button", name="Monter").click()
    expect(page.locator("#toasts")).to_contain_text("Déplacée")
    page.locator("#more-p2").click()
    page.get_by_role("button", name="Copier").click()

    expect(page.locator("#toasts")).to_contain_text("Copie de")
    assert [one.text for one in plan_of(programme).objectives[0].outputs] == ["Thing p2", "Copie de\u00a0: Thing p2", "Thing p1"]  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What one reads in a language."""

    language: str
    look: str
    add: str
    mend: str
    say: str
    resolve: str
    resolved: str
    called: str
    answer: str
    keep: str


SAID = {
    "en": Said("en", "Show what it becomes", "Add 5 rows", "is no date", "Say it", "Resolve", "Resolved by bento", "Colleagues call you", "Read and answer", "Save"),
    "fr": Said("fr", "Montrer ce qu’il devient", "Ajouter 5 lignes", "n’est pas une date", "Le dire", "Régler", "Réglé par bento", "Des collègues vous appellent", "Lire et répondre", "Enregistrer"),
}  # fmt: skip
WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><table>
<tr><td>N°</td><td>Texte</td><td>Commence le</td></tr><tr><td>1</td><td><p>Les filles restent à l’école</p></td><td></td></tr>
<tr><td>1.1</td><td>Une école du soir</td><td></td></tr><tr><td>1.1.1</td><td>Former</td><td>03/25/2027</td></tr>
<tr><td>1.1.2</td><td>Louer</td><td></td></tr><tr><td>2</td><td>Les familles gagnent leur vie</td><td></td></tr></table></body></html>"""
PASTE = """(html) => { const data = new DataTransfer(); data.setData("text/html", html); data.setData("text/plain", "x");
  document.querySelector("[name=table]").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true })); }"""


def pastes_a_table_of_word(page: Page, programme: Programme, said: Said) -> None:
    """The day of one activity is written the American way: it is told, mended, and then all is added."""
    page.goto(f"/programmes/{programme.pk}/results/paste/")
    page.locator("[name=table]").fill("x")
    page.evaluate(PASTE, WORD)
    expect(page.locator("[name=html]")).to_have_value(WORD.replace("\r", ""))
    page.get_by_role("button", name=said.look).click()
    expect(page.get_by_role("alert")).to_contain_text(said.mend)
    table = page.locator("[name=table]")
    assert plan_of(programme).objectives == ()
    table.fill(table.input_value().replace("03/25/2027", "25/03/2027"))
    page.locator("[value=preview]").click()
    page.get_by_role("button", name=said.add).click()
    expect(page.locator(".tree")).to_contain_text("1.1.2")


def moves_and_copies_by_keys(page: Page, programme: Programme) -> None:
    first, second = plan_of(programme).activities()
    page.locator(f"#change-{second.key}").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".tree .l3 .what").first).to_contain_text("Louer")
    expect(page.locator(f"#change-{second.key}")).to_be_focused()
    page.locator(f"#change-{first.key}").focus()
    page.keyboard.press("c")
    expect(page.locator(".tree .l3")).to_have_count(3)


def calls_a_reviewer(page: Page, programme: Programme, said: Said) -> None:
    key = plan_of(programme).objectives[0].key
    page.locator(f"#said-{key}").click()
    page.locator("dialog [name=text]").fill("D’où vient ce chiffre ?")
    page.locator("dialog [name=call]").press_sequentially("ben")
    expect(page.locator("#people option")).to_have_count(1)
    page.locator("dialog [name=call]").fill("bento")
    page.locator("dialog").get_by_role("button", name=said.say).click()
    expect(page.locator("dialog .timeline")).to_contain_text("@bento")
    expect(page.locator(f"#said-{key} b")).to_have_text("1")


def resolves_it(page: Page, said: Said) -> None:
    expect(page.get_by_role("heading", name=said.called)).to_be_visible()
    page.get_by_role("button", name=said.answer).click()
    page.get_by_role("button", name=said.resolve).click()
    expect(page.locator("main")).to_contain_text(said.resolved)
    page.goto("/")
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", name=said.called)).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_a_framework_is_named_pasted_mended_moved_and_spoken_about(
    visit: Visit, said: Said, width: int
) -> None:
    bento()
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    seen: dict[str, Any] = {
        "locale": said.language,
        "viewport": {"width": width, "height": 844},
    }
    administrator = visit(f"/programmes/levels/?language={said.language}", dalia(), **seen)
    administrator.locator("[name=one-objectives]").fill("Effet")
    administrator.locator("[name=many-objectives]").fill("Effets")
    administrator.get_by_role("button", name=said.keep).click()
    expect(administrator.locator("[name=one-objectives]")).to_have_value("Effet")

    page = visit(f"/programmes/{programme.pk}/results/", amina(), **seen)
    pastes_a_table_of_word(page, programme, said)
    expect(page.locator("#framework-title + p")).to_contain_text("2 Effets")
    moves_and_copies_by_keys(page, programme)
    calls_a_reviewer(page, programme, said)
    resolves_it(visit("/", bento(), **seen), said)

    assert [a.text for a in plan_of(programme).activities()][:2] == ["Louer", "Former"]
    assert too_wide(page) == 0
