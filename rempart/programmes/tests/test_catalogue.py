"""Kinds of activities and their questions: whole, said in both languages, pointing at living things."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from rempart.guide.catalogue import catalogue, say
from rempart.programmes.catalogue import (
    hold,
    kinds,
    questions,
    questions_of,
    rule_texts,
    thresholds,
)
from rempart.programmes.rules.kinds import QuestionType


def test_every_question_is_asked_by_some_kind_and_every_kind_asks_living_questions() -> None:
    assert {code for kind in kinds().values() for code in kind.questions} == set(questions())


def test_every_action_of_figure_1_is_carried_out_by_some_kind() -> None:
    assert {n for kind in kinds().values() for n in kind.actions} == set(range(1, 40))


def test_what_a_question_hangs_on_is_asked_before_it() -> None:
    for kind in kinds():
        asked = [question.slug for question in questions_of(kind)]
        for question in questions_of(kind):
            assert not question.only_if or asked.index(question.only_if) < asked.index(
                question.slug
            )


def test_only_choices_have_options() -> None:
    chosen = {QuestionType.CHOICE, QuestionType.CHOICES}
    for question in questions().values():
        assert bool(question.options) == (question.type in chosen), question.slug


def test_a_kind_and_a_list_are_said_in_french() -> None:
    assert say(kinds()["street_outreach"], "title", "fr") == "Travail de rue"
    assert say(catalogue().code_list("plan_need").value("food"), "label", "fr") == "Alimentation"


@pytest.mark.parametrize(
    ("name", "changed", "fault"),
    [
        ("programme/kinds/shelter.yaml", ("questions: [", "questions: [colour, "), "no colour"),
        ("rules/RULE-001.yaml", ("risk.dont.1", "risk.dont.99"), "no risk.dont.99"),
        ("rules/RULE-038.yaml", ("min_duration_months: 3", "min_duration_months: 9"), "stricter"),
        ("rules/RULE-038.yaml", ("step: frame", "step: door"), "none of frame"),
    ],
)
def test_an_overlay_that_does_not_hold_stops_the_start_up(
    tmp_path: Path, name: str, changed: tuple[str, str], fault: str
) -> None:
    (ours,) = settings.CONTENT_FOLDERS
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    said = (ours / name).read_text("utf-8")
    assert changed[0] in said
    file.write_text(said.replace(*changed), "utf-8")

    try:
        forget()
        with (
            override_settings(CONTENT_FOLDERS=[ours, tmp_path]),
            pytest.raises(ValueError, match=fault),
        ):
            hold()
    finally:
        forget()


def forget() -> None:
    for held in (kinds, questions, rule_texts, thresholds):
        held.cache_clear()
