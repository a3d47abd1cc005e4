"""Kinds of activities and their questions: whole, said in both languages, pointing at living things."""

from rempart.guide.catalogue import catalogue, say
from rempart.programmes.catalogue import kinds, questions, questions_of
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
