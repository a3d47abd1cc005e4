"""The framework's editor in a real browser: the keyboard alone, the folding kept, the focus on the row."""

import pytest
from playwright.sync_api import Page, expect

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Objective, Output
from tests.browser import Visit
from tests.cast import amina, passerelle

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
