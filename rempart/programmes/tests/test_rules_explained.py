"""The rules explained, told from outside: found by words and marks, each with its examples; no address dies."""

import re
from pathlib import Path

import pytest

from rempart.guide.catalogue import say
from rempart.programmes.catalogue import rule_texts
from rempart.programmes.rules.checks import SCOPES
from tests.cast import browser_of

pytestmark = pytest.mark.django_db
PUBLISHED = Path(__file__).with_name("addresses.txt").read_text("utf-8").split()


def listed(question: str = "", language: str = "en") -> list[str]:
    answer = browser_of(None).get(
        f"/programmes/rules/{question}", headers={"accept-language": language}
    )
    assert answer.status_code == 200
    return re.findall(r'<a href="/programmes/rules/([\w-]+)/">', answer.content.decode())


def test_every_rule_is_listed_once() -> None:
    found = listed()

    assert sorted(found) == sorted(rule_texts())
    guide = {rule for rule in found if rule.startswith("RULE-")}
    assert len(guide) == 72
    assert sum(len({r for r in rules if r in guide}) for rules in SCOPES.values()) == 76


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("rule", rule_texts())
def test_every_rule_is_explained_with_both_sides_in_both_languages(
    rule: str, language: str
) -> None:
    answer = browser_of(None).get(
        f"/programmes/rules/{rule}/", headers={"accept-language": language}
    )

    shown, text = answer.content.decode(), rule_texts()[rule]
    said = [say(text, name, language) for name in text.spoken]
    assert all(said)
    assert [words for words in said if words not in shown] == []
    assert all(say(one, "text", language) in shown for one in text.mend)
    assert all(f"/guide/entries/{slug}/" in shown for slug in text.refs)
    assert language == "en" or said != [getattr(text, name) for name in text.spoken]


def test_rules_are_found_by_words_begun_or_whole_in_the_readers_language() -> None:
    assert "RULE-059" in listed("?q=helplin")
    assert listed("?q=RULE-055") == ["RULE-055"]
    assert "RULE-059" in listed("?q=ligne+d%E2%80%99aide", "fr")
    assert listed("?q=zzzz") == []


@pytest.mark.parametrize(("question", "there", "not_there"), [
    ("?severity=block", "RULE-001", "RULE-008"),
    ("?scope=communication", "RULE-055", "RULE-007"),
    ("?step=situation", "RULE-003", "RULE-055"),
    ("?area=dem", "RULE-008", "RULE-045"),
    ("?theme=stigma", "RULE-057", "RULE-038"),
    ("?scope=communication&severity=error&q=blames", "RULE-057", "RULE-055"),
    ("?severity=galaxy", "RULE-001", ""),
])  # fmt: skip
def test_rules_are_filtered_by_their_marks(question: str, there: str, not_there: str) -> None:
    found = listed(question)

    assert there in found
    assert not_there not in found


def test_an_unknown_rule_is_not_found() -> None:
    assert browser_of(None).get("/programmes/rules/RULE-999/").status_code == 404


def test_published_addresses_never_die() -> None:
    living = {f"/programmes/rules/{rule}/" for rule in rule_texts()} | {"/programmes/rules/"}

    assert living <= set(PUBLISHED), "add the new addresses to addresses.txt; take none away"
    assert [a for a in PUBLISHED if browser_of(None).get(a).status_code != 200] == []


def test_both_sides_differ_and_name_no_real_place() -> None:
    for text in rule_texts().values():
        assert text.example_violated != text.example_kept
