"""Two versions compared with the one that was opened: nothing of either person is undone unasked."""

import re

import pytest
from django.test import Client

from rempart.programmes.actions import start_programme, store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.plan import Cause, Plan
from rempart.programmes.rules.results import Objective
from tests.cast import amina, browser_of, dalia, passerelle
from tests.sending import form_on

pytestmark = pytest.mark.django_db
ENGLISH = {"Accept-Language": "en"}


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def preselected(page: str) -> dict[str, str]:
    """Return what the page of two versions has chosen beforehand, by fact."""
    asked = dict.fromkeys(re.findall(r'name="between" value="([\w-]+)"', page), "")
    found = re.findall(r'name="take-([\w-]+)" value="(\w+)" id="[\w-]+" required checked', page)
    return asked | dict(found)


def started() -> tuple[Programme, Client, Client]:
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    return programme, browser_of(amina()), browser_of(dalia())


def test_only_what_she_changed_herself_is_chosen_beforehand() -> None:
    programme, his, hers = started()
    frame = address(programme, "frame")
    seen = form_on(hers.get(frame), "step")
    his.post(frame, form_on(his.get(frame), "step") | {"agency": "Passerelle", "tracking": "His"})

    typed = seen | {"management": "A port.", "tracking": "Hers"}
    second = hers.post(frame, typed, headers=ENGLISH)

    page = second.content.decode()
    assert second.status_code == 409
    assert preselected(page) == {"agency": "theirs", "tracking": "", "management": "mine"}
    assert "You did not touch this; it was changed meanwhile." in page
    taken = {"take-agency": "theirs", "take-management": "mine"}
    undecided = hers.post(frame, form_on(second) | taken, headers=ENGLISH)
    assert undecided.status_code == 409
    assert "Both of you changed this: choose one of the two." in undecided.content.decode()
    assert preselected(undecided.content.decode())["tracking"] == ""
    assert plan_of(Programme.objects.get()).management == ""
    sent = form_on(undecided) | taken | {"take-tracking": "theirs"}
    assert hers.post(frame, sent).status_code == 302
    plan = plan_of(Programme.objects.get())
    assert (plan.agency, plan.management, plan.tracking) == ("Passerelle", "A port.", "His")


def test_what_was_left_to_the_first_stays_left_when_a_third_saves_in_between() -> None:
    programme, his, hers = started()
    frame = address(programme, "frame")
    seen = form_on(hers.get(frame), "step")
    his.post(frame, form_on(his.get(frame), "step") | {"agency": "Passerelle"})
    second = hers.post(frame, seen | {"agency": "Rives", "management": "A port."})
    his.post(frame, form_on(his.get(frame), "step") | {"management": "A harbour."})

    chosen = {"take-agency": "theirs", "take-management": "mine"}
    third = hers.post(frame, form_on(second) | chosen)

    assert third.status_code == 409
    assert preselected(third.content.decode()) == {"management": ""}
    hers.post(frame, form_on(third) | {"take-management": "theirs"})
    plan = plan_of(Programme.objects.get())
    assert (plan.agency, plan.management) == ("Passerelle", "A harbour.")


def test_a_row_too_is_compared_with_what_was_opened() -> None:
    programme, his, hers = started()
    his.post(address(programme, "rows", "partners", "add"), {"name": "Centre (fictional)"})
    (partner,) = plan_of(programme).partners
    row = address(programme, "rows", "partners", partner.key)
    seen = form_on(hers.get(row))
    his.post(row, form_on(his.get(row)) | {"role": "Refers"})

    second = hers.post(row, seen | {"name": "Health centre (fictional)"})

    assert preselected(second.content.decode()) == {"name": "mine", "role": "theirs"}


def tree() -> tuple[Programme, Client, Client]:
    causes = (
        Cause(key="top", title="No school"),
        Cause(key="mid", title="Debt"),
        Cause(key="low", title="No work"),
    )
    plan = Plan(title="Havre-Neuf", causes=causes, objectives=(Objective(key="o", text="Safe"),))
    programme = store_plan(plan, by=amina(), organisation=passerelle())
    return programme, browser_of(amina()), browser_of(dalia())


def cause(programme: Programme, key: str) -> Cause:
    return next(one for one in plan_of(programme).causes if one.key == key)


def test_a_cause_that_someone_hung_elsewhere_meanwhile_asks_first() -> None:
    programme, his, hers = tree()
    node, place = (address(programme, "tree", "nodes", "low", *end) for end in ((), ("place",)))
    seen = form_on(hers.get(node), action=place)
    his.post(place, form_on(his.get(node), action=place) | {"under": "mid"})

    second = hers.post(place, seen | {"under": "top"}, headers=ENGLISH)

    page = second.content.decode()
    assert second.status_code == 409
    assert (cause(programme, "low").under, preselected(page)) == ("mid", {"under": ""})
    assert "No school" in page
    assert "Debt" in page
    hers.post(place, form_on(second) | {"take-under": "theirs"})
    assert cause(programme, "low").under == "mid"
    assert hers.post(place, form_on(second)).status_code == 409
    hers.post(place, form_on(second) | {"take-under": "mine"})
    assert cause(programme, "low").under == "top"


def test_another_wording_of_a_cause_does_not_stand_in_the_way_of_hanging_it() -> None:
    programme, his, hers = tree()
    node, place = (address(programme, "tree", "nodes", "low", *end) for end in ((), ("place",)))
    seen = form_on(hers.get(node), action=place)
    his.post(address(programme, "rows", "causes", "low"), {"title": "No decent work", "version": 1})

    assert hers.post(place, seen | {"under": "top"}).status_code == 302
    assert (cause(programme, "low").title, cause(programme, "low").under) == (
        "No decent work",
        "top",
    )


def test_a_cause_that_someone_turned_meanwhile_shows_both_results() -> None:
    programme, his, hers = tree()
    node, result = (address(programme, "tree", "nodes", "top", *end) for end in ((), ("result",)))
    seen = form_on(hers.get(node), action=result)
    his.post(result, form_on(his.get(node), action=result) | {"text": "Every girl has a class"})

    second = hers.post(result, seen | {"text": "Schools stay open"}, headers=ENGLISH)

    page = second.content.decode()
    assert second.status_code == 409
    assert "Every girl has a class" in page
    assert "Schools stay open" in page
    assert [one.text for one in plan_of(programme).objectives] == ["Safe", "Every girl has a class"]
    becomes = cause(programme, "top").becomes
    hers.post(result, form_on(second) | {"take-becomes": "theirs"})
    assert cause(programme, "top").becomes == becomes
    hers.post(result, form_on(second) | {"take-becomes": "mine"})
    texts = {f"objectives.{one.key}": one.text for one in plan_of(programme).objectives}
    assert texts[cause(programme, "top").becomes] == "Schools stay open"
    assert "Every girl has a class" in texts.values()


def test_a_link_does_not_take_the_place_of_a_result_unseen() -> None:
    programme, his, hers = tree()
    node, result = (address(programme, "tree", "nodes", "mid", *end) for end in ((), ("result",)))
    turn = form_on(his.get(node), action=result)
    link = {name: turn[name] for name in ("version", "opened")} | {"result": "objectives.o"}
    link["opened"] = " ".join(
        one for one in str(link["opened"]).split() if one.startswith("becomes:")
    )
    his.post(result, turn | {"text": "Fair loans"})

    second = hers.post(result, link)

    assert second.status_code == 409
    hers.post(result, form_on(second) | {"take-becomes": "mine"})
    assert cause(programme, "mid").becomes == "objectives.o"


def test_words_that_someone_gave_the_solved_cause_are_not_written_over_unseen() -> None:
    programme, his, hers = tree()
    node, result = (address(programme, "tree", "nodes", "top", *end) for end in ((), ("result",)))
    seen = form_on(hers.get(node), action=result)
    worded = {"title": "No school", "positive": "School for all", "version": 1}
    his.post(address(programme, "rows", "causes", "top"), worded)

    second = hers.post(result, seen | {"text": "Schools stay open"})

    assert preselected(second.content.decode()) == {"positive": ""}
    hers.post(result, form_on(second) | {"take-positive": "theirs"})
    assert [one.text for one in plan_of(programme).objectives] == ["Safe", "School for all"]
    assert cause(programme, "top").positive == "School for all"
