"""Step 5 told from outside, without script: the framework, its rows, the questions of a kind."""

import re

import pytest
from django.conf import settings
from django.test import Client

from rempart.programmes.actions import add_row, decide_on_action, start_programme, store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan
from tests.cast import amina, bento, browser_of, dalia, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"Accept-Language": "en"}


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def started() -> Programme:
    """A fictional programme with two objectives, the first with two outputs."""
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    for key in ("o1", "o2"):
        add_row(
            programme, by=amina(), kind="objectives", values={"text": f"Change {key}", "key": key}
        )
    for key in ("p1", "p2"):
        over = row_of(programme, "objectives", "o1")
        add_row(
            programme,
            by=amina(),
            kind="outputs",
            values={"text": f"Thing {key}", "key": key},
            parent=over,
        )
    return programme


def port_city() -> Programme:
    file = settings.HOUSE / "content" / "programmes" / "port-city.json"
    plan, _faults = read_plan(file.read_bytes(), known())
    assert plan
    return store_plan(plan, by=amina(), organisation=passerelle())


def page(programme: Programme, browser: Client | None = None, **asked: str) -> str:
    answer = (browser or browser_of(amina())).get(
        address(programme, "results"), asked, headers=ENGLISH
    )
    assert answer.status_code == 200
    return answer.content.decode()


def numbered(text: str) -> list[str]:
    return [n for n in re.findall(r'<span class="code">([\d.]*)</span>', text) if n]


def framework(text: str) -> str:
    """Return the page from its framework on: what the review asks stands before it."""
    return text.partition('id="framework"')[2]


def test_rows_number_themselves_and_move_with_what_belongs_to_them() -> None:
    programme, browser = started(), browser_of(amina())
    assert numbered(page(programme)) == ["1", "1.1", "1.2", "2"]

    moved = {"parent": "objectives.o2"}
    answer = browser.post(address(programme, "rows", "outputs", "p1", "move"), moved)

    assert answer.headers["Location"] == f"{address(programme, 'results')}?at=p1#p1"
    told = framework(page(programme))
    assert numbered(told) == ["1", "1.1", "2", "2.1"]
    assert told.index("Thing p2") < told.index("Change o2") < told.index("Thing p1")

    browser.post(address(programme, "rows", "objectives", "o2", "move"), {"offset": "-1"})
    told = framework(page(programme))
    assert told.index("Change o2") < told.index("Thing p1") < told.index("Change o1")


@pytest.mark.parametrize("parent", ["", "objectives.o1", "outputs.nothing", "partners.p1", "p1"])
def test_an_activity_stands_under_an_output_and_nowhere_else(parent: str) -> None:
    programme, browser = started(), browser_of(amina())

    answer = browser.post(
        f"{address(programme, 'rows', 'activities', 'add')}?parent={parent}", {"text": "Train"}
    )

    assert answer.status_code == 404
    assert list(plan_of(programme).activities()) == []


def test_a_kind_brings_its_questions_in_a_second_step_and_its_answers_are_kept() -> None:
    programme, browser = started(), browser_of(amina())
    new = f"{address(programme, 'rows', 'activities', 'add')}?parent=outputs.p1"

    first = browser.post(new, {"text": "Meet children in the street", "kind": "street_outreach"})

    (activity,) = plan_of(programme).activities()
    form = address(programme, "rows", "activities", activity.key)
    assert first.headers["Location"] == f"{form}#asked"
    told = browser.get(form, headers=ENGLISH).content.decode()
    assert "Is there a written safety protocol" in told
    said = {
        "text": activity.text, "kind": "street_outreach", "asked_of": "street_outreach", "version": "1",
        "asked-police_liaison": "unsafe", "asked-safety_protocol": "yes",
        "asked-other_protection_contact": "The children’s prosecutor", "asked-leaves_street": "no",
        "asked-announces_help": "yes", "asked-first_contact_on": "2026-06-12",
    }  # fmt: skip
    second = browser.post(form, said)

    assert second.headers["Location"].startswith(f"{address(programme, 'results')}?at=")
    (activity,) = plan_of(programme).activities()
    assert activity.details == {
        "police_liaison": "unsafe",
        "safety_protocol": "yes",
        "other_protection_contact": "The children’s prosecutor",
        "leaves_street": "no",
        "announces_help": "yes",
        "first_contact_on": "2026-06-12",
    }


def test_a_kind_without_questions_leads_straight_back() -> None:
    programme, browser = started(), browser_of(amina())
    new = f"{address(programme, 'rows', 'activities', 'add')}?parent=outputs.p1"

    answer = browser.post(new, {"text": "Sign a code", "kind": "code_of_conduct"})

    assert answer.headers["Location"].startswith(f"{address(programme, 'results')}?at=")


def test_a_script_asks_for_the_questions_of_a_kind_and_keeps_what_was_typed() -> None:
    programme, browser = started(), browser_of(amina())

    text = browser.get(
        address(programme, "questions"),
        {"kind": "shelter", "asked-leaves_street": "yes"},
        headers=ENGLISH,
    ).content.decode()

    assert "Does it receive both girls and boys?" in text
    assert re.search(r'name="asked-leaves_street" value="yes"[^>]*checked', text)
    nothing = browser.get(address(programme, "questions"), {"kind": "nothing-such"})
    assert nothing.status_code == 200


def test_a_chosen_action_proposes_an_activity_until_one_carries_it_out() -> None:
    programme, browser = started(), browser_of(amina())
    decide_on_action(programme, by=amina(), action="act.22", decision="chosen")
    assert 'id="proposals-title"' in page(programme)

    answer = browser.post(
        address(programme, "results", "proposals"), {"action": "22", "output": "p1"}
    )

    (activity,) = plan_of(programme).activities()
    assert answer.headers["Location"] == address(programme, "rows", "activities", activity.key)
    assert (activity.kind, activity.actions) == ("code_of_conduct", (22,))
    assert activity.text
    assert 'id="proposals-title"' not in page(programme)
    again = browser.post(
        address(programme, "results", "proposals"), {"action": "22", "output": "p1"}
    )
    assert again.status_code == 404


def test_an_indicator_is_taken_from_the_library_with_its_unit_and_its_split() -> None:
    programme, browser = started(), browser_of(amina())
    more = browser.get(address(programme, "results", "objectives", "o1")).content.decode()
    assert 'value="education_retention_12m"' in more

    browser.post(
        address(programme, "results", "objectives", "o1", "measures"),
        {"library": "education_retention_12m"},
    )

    (indicator,) = plan_of(programme).indicators()
    assert (indicator.library, indicator.unit) == ("education_retention_12m", "percent")
    assert indicator.about_people
    assert indicator.split == ("sex", "age_band")


def test_a_long_framework_comes_folded_and_unfolds_branch_by_branch() -> None:
    programme = port_city()

    folded = page(programme)
    assert "1.1.5" in numbered(folded)
    assert not any(n.startswith("3.1.") for n in numbered(folded))
    assert len(re.findall(r"<tr ", folded)) <= 50

    assert "3.1.1" in numbered(page(programme, at="a311"))
    assert "3.1.1" in numbered(page(programme, open="o3,p31"))
    assert numbered(page(programme, open="none")) == ["1", "2", "3"]
    assert len(numbered(page(programme, open="all"))) == 3 + 8 + 40


def test_removing_a_row_says_what_goes_along() -> None:
    programme, browser = started(), browser_of(amina())

    asked = browser.get(
        address(programme, "rows", "objectives", "o1", "removal"), headers=ENGLISH
    ).content.decode()
    assert "2 rows that belong to it go along" in asked

    browser.post(address(programme, "rows", "objectives", "o1", "removal"))
    assert numbered(page(programme)) == ["1"]


def test_a_reviewer_reads_the_framework_and_is_offered_no_act() -> None:
    programme = started()

    told = page(programme, browser_of(bento()))

    assert "Thing p1" in told
    assert address(programme, "rows", "outputs", "p1") in told
    assert "/add/" not in told
    assert "/removal/" not in told
    assert (
        browser_of(bento()).get(address(programme, "results", "objectives", "o1")).status_code
        == 403
    )


def test_two_people_who_answer_differently_see_both_answers_and_choose() -> None:
    programme, browser = started(), browser_of(amina())
    values = {
        "text": "Watch",
        "kind": "community_watch",
        "key": "w",
        "details": {"monitors_trained": "yes"},
    }
    over = row_of(programme, "outputs", "p1")
    add_row(programme, by=amina(), kind="activities", values=values, parent=over)
    form = address(programme, "rows", "activities", "w")
    said = {
        "text": "Watch",
        "kind": "community_watch",
        "asked_of": "community_watch",
        "version": "1",
    }
    browser_of(dalia()).post(form, said | {"asked-monitors_trained": "no"})

    second = browser.post(form, said | {"asked-monitors_trained": "unknown"}, headers=ENGLISH)

    assert second.status_code == 409
    told = second.content.decode()
    assert "Are its members trained first?: No" in told
    assert "Are its members trained first?: We do not know" in told
    browser.post(
        form, said | {"asked-monitors_trained": "unknown", "version": "2", "take-details": "theirs"}
    )
    (activity,) = plan_of(programme).activities()
    assert activity.details == {"monitors_trained": "no"}


def test_an_indicator_shows_its_figures_whole_with_their_unit_and_their_years() -> None:
    programme, browser = started(), browser_of(amina())
    new = f"{address(programme, 'rows', 'indicators', 'add')}?parent=outputs.p1"
    said = {"text": "Time to answer", "unit": "hours", "baseline": "0.0005", "target": "72"}
    browser.post(new, said | {"target_on": "2028-06-30"}, headers=ENGLISH)

    told = page(programme)

    assert "0.0005" in told
    assert "72 <small>Hours</small>" in told
    assert "2028" in told


def test_many_boxes_to_tick_come_folded_with_what_is_ticked_in_sight() -> None:
    programme, browser = started(), browser_of(amina())
    values = {"text": "Watch", "key": "w", "targets": ["children"]}
    over = row_of(programme, "outputs", "p1")
    add_row(programme, by=amina(), kind="activities", values=values, parent=over)

    told = browser.get(address(programme, "rows", "activities", "w"), headers=ENGLISH)

    text = " ".join(re.sub(r"<[^>]+>", " ", told.content.decode()).split())
    assert re.search(r"\d+ to choose from · (?!nothing)\w", text)
    assert re.search(r"\d+ to choose from · nothing ticked", text)
