"""The words of the rules: one text for each check, said in French, resting on the guide."""

from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.entries import Ladder
from rempart.programmes.catalogue import rule_texts, thresholds
from rempart.programmes.rules.checks import CHECKS, SCOPES, SEVERITY, situation
from rempart.programmes.rules.checks.work import LADDER
from rempart.programmes.rules.thresholds import Thresholds


def test_every_check_has_its_words_and_its_weight() -> None:
    programme = {s: t.severity["programme"] for s, t in rule_texts().items() if s in CHECKS}
    assert programme == SEVERITY
    weights = {
        (slug, scope): weight
        for slug, text in rule_texts().items()
        for scope, weight in text.severity.items()
    }
    assert weights == {
        (rule, scope.value): severity
        for scope, rules in SCOPES.items()
        for rule, (_check, severity) in rules.items()
    }


def test_every_rule_rests_on_living_entries_of_the_guide() -> None:
    for text in rule_texts().values():
        assert text.refs, text.slug
        assert all(catalogue().entry(slug) for slug in text.refs)


def test_every_rule_says_what_mends_it_in_french_too() -> None:
    assert all(text.mend for text in rule_texts().values())
    assert say(rule_texts()["RULE-038"], "title", "fr") == "Pas de données de départ"


def test_the_thresholds_of_the_product_are_the_mildest_allowed() -> None:
    assert thresholds() == Thresholds()


def test_the_ladder_of_the_rules_is_the_guides() -> None:
    (ladder,) = catalogue().of(Ladder)
    ages = [(r.age_min, r.age_max) for r in ladder.rungs if r.age_min is not None]

    assert sorted(LADDER.values()) == sorted(ages)


def test_what_is_tied_to_trafficking_and_to_borders_is_what_the_guide_tags() -> None:
    actions = [catalogue().action(n) for n in range(1, 40)]

    tied = {a.slug for a in actions if "trafficking" in a.themes}
    across = {a.slug for a in actions if "crossborder" in a.levels}
    assert (tied, across) == (situation.AGAINST_TRAFFICKING, situation.ACROSS_BORDERS)


def test_causes_needs_and_parts_are_those_of_the_lists() -> None:
    assert catalogue().code_list("plan_cause").ids == situation.CAUSES
    assert {
        "ex.08." + line.slug.rpartition(".")[2] for line in catalogue().entry("ex.08").lines
    } == (set(situation.GENDER))
