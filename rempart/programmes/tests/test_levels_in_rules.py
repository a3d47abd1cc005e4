"""The organisation's own names of the levels, where rules are explained and where facts are asked for."""

import pytest

from rempart.programmes.actions import store_plan
from rempart.programmes.rules.plan import Plan, PlannedPlace
from tests.cast import amina, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
NAMES = {
    "one-objectives": "Outcome",
    "many-objectives": "Outcomes",
    "one-activities": "Task",
    "many-activities": "Tasks",
    "one-indicators": "Measure",
    "many-indicators": "Measures",
}
FRENCH = {"one-activities": "Tâche", "many-activities": "Tâches"}


def named(language: str = "en", **names: str) -> None:
    where = f"/programmes/levels/?language={language}"
    assert browser_of(dalia()).post(where, names or NAMES).status_code == 302


def read(person: object, address: str, language: str = "en") -> str:
    browser = browser_of(person)  # type: ignore[arg-type]  # a person, or nobody
    return browser.get(address, headers={"accept-language": language}).content.decode()


def test_a_rule_is_explained_to_its_readers_in_the_names_of_their_own_organisation() -> None:
    rule = "/programmes/rules/RULE-001/"
    plain = read(None, rule)
    assert "activity" in plain.casefold()
    named()
    named("fr", **FRENCH)

    told = read(amina(), rule)

    assert "(Task)" in told or "(Tasks)" in told
    assert "(Tâche" in read(amina(), rule, "fr")
    for other in (None, chipo()):
        assert "(Task" not in read(other, rule)


def test_the_list_of_rules_says_and_finds_the_names_too() -> None:
    assert "(Task" not in read(amina(), "/programmes/rules/")
    named()

    assert "(Task" in read(amina(), "/programmes/rules/")
    assert "/programmes/rules/RULE-001/" in read(amina(), "/programmes/rules/?q=Tasks+alarm+Task")
    assert "(Task" not in read(chipo(), "/programmes/rules/")


def test_what_the_review_needs_to_know_is_asked_in_the_names_of_the_organisation() -> None:
    place = PlannedPlace(key="quay", name="Quay (fictional)", level="community")
    plan = Plan(title="Quay (fictional)", places=(place,), tracking="Each quarter")
    programme = store_plan(plan, by=amina(), organisation=passerelle())
    results = f"/programmes/{programme.pk}/results/"
    before = read(amina(), results)
    assert "Immediate objectives: to be added" in before
    named()

    assert "Outcomes: to be added" in read(amina(), results)
    assert "Immediate objectives: to be added" not in read(amina(), results)
