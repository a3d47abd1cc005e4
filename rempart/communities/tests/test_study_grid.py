"""The question grid, the counts that tell when to stop, and the forms that are printed without a name."""

import pytest
from django.core.exceptions import PermissionDenied

from rempart.communities.actions import (
    add_question,
    count_interview,
    move_study,
    remove_interview,
    remove_question,
    write_cell,
    write_ethics,
)
from rempart.communities.models import GridCell, GridQuestion, Interview
from rempart.communities.rules.studies import EthicsTold, StudyMove
from rempart.communities.rules.study_grid import (
    CellTold,
    SourceKind,
    Standing,
    StopAdvice,
    standing_of,
    stopping,
)
from rempart.communities.tests.invented_studies import GATE, TODAY, registered
from rempart.communities.tests.test_studies import FRENCH, seen, told
from rempart.kit.refusals import RefusedError
from tests.cast import amina, bento, browser_of, chipo

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("against", "standing"),
    [
        ([], Standing.EMPTY),
        ([False, False], Standing.FEW),
        ([False, False, False], Standing.AGREED),
        ([False, True, False, False], Standing.CONTRADICTED),
    ],
)
def test_three_kinds_of_sources_must_agree(against: list[bool], standing: Standing) -> None:
    assert standing_of(against) is standing


@pytest.mark.parametrize(
    ("new", "advice", "share"),
    [
        ([9, 6, 3, 2, 1, 0], StopAdvice.TOO_FEW, None),
        ([9, 6, 3, 2, 1, 0, 0], StopAdvice.FALLEN, 5),  # 1 of 20
        ([9, 6, 3, 2, 1, 1, 0], StopAdvice.STILL_NEW, 10),
        ([9, 6, 3, 2, 1, 1, 0, 0], StopAdvice.FALLEN, 5),  # the last three: 1, 0, 0
        ([0, 0, 0, 0, 3, 0, 0], StopAdvice.TOO_FEW, None),
    ],
)
def test_new_themes_have_fallen_when_the_last_three_bring_a_twentieth(
    new: list[int], advice: StopAdvice, share: int | None
) -> None:
    found = stopping(new)
    assert (found.advice, found.share) == (advice, share)


def test_a_grid_shows_what_each_kind_of_source_says_and_which_questions_three_of_them_answer() -> (
    None
):
    browser = browser_of(amina())
    study = registered("Grid")
    address = f"/places/studies/{study.pk}/grid/"
    assert "Write what you need to know" in seen(browser, address)
    status, page = told(browser, address, {"text": ""})
    assert (status, "One field needs your attention" in page) == (422, True)
    status, page = told(browser, address, {"text": "Who tolerates it?", "prompt": "How do people speak of it?"})  # fmt: skip
    question = GridQuestion.objects.get()
    assert "three kinds of sources agree: 0 of 1" in page
    sources = ("desk_review", "key_informant", "observation")
    for source in sources:
        typed = {"text": f"Most look away ({source})", "confidence": "medium"}
        status, page = told(browser, f"{address}{question.pk}/{source}/", typed)
        assert status == 200
    assert "three kinds of sources agree" in page
    assert "three kinds of sources agree: 1 of 1" in page


def test_a_source_that_contradicts_the_others_is_shown_and_can_be_taken_away() -> None:
    browser = browser_of(amina())
    study = registered("Grid")
    address = f"/places/studies/{study.pk}/grid/"
    question = add_question(study, by=amina(), text="Who tolerates it?")
    write_cell(question, SourceKind.OBSERVATION, CellTold(text="Most look away"), by=amina())
    against = {"text": "Few look away", "contradicts": "on"}
    status, page = told(browser, f"{address}{question.pk}/survey/", against)
    assert "sources contradict each other" in page
    assert "contradicts the others" in seen(browser_of(bento()), address)
    assert "Few look away" in seen(browser, f"{address}{question.pk}/survey/")
    told(browser, f"{address}{question.pk}/survey/", {"text": ""})
    assert GridCell.objects.count() == 1
    assert told(browser, f"{address}{question.pk}/survey/", {"text": "x" * 1001})[0] == 422
    assert browser.get(f"{address}{question.pk}/gossip/").status_code == 404
    status, page = told(browser, f"{address}{question.pk}/survey/", {"text": "named Rosa"})
    assert "leads to a person, a household" in page
    status, page = told(browser, f"{address}{question.pk}/removal/", {})
    assert (status, GridQuestion.objects.exists()) == (200, False)


def test_interviews_are_two_numbers_and_say_when_to_stop() -> None:
    browser = browser_of(amina())
    study = registered("Stop")
    address = f"/places/studies/{study.pk}/stop/"
    assert "7 more interviews are needed" in seen(browser, address)
    status, page = told(browser, address, {"source": "key_informant", "themes": "2", "new_themes": "3"})  # fmt: skip
    assert (status, "No more can be new than there are." in page) == (422, True)
    for new in (9, 6, 3, 2, 1, 1, 0):
        typed = {"source": "group_discussion", "themes": "9", "new_themes": str(new)}
        status, page = told(browser, address, typed)
    assert "New themes still come: go on" in page
    assert "That is 10 of a hundred." in page
    typed = {"source": "key_informant", "themes": "8", "new_themes": "0"}
    status, page = told(browser, address, typed)
    assert "New themes have fallen: you may stop" in page
    last = Interview.objects.latest("number")
    assert last.number == 8
    status, page = told(browser, f"{address}{last.pk}/removal/", {})
    assert "New themes still come: go on" in page
    with pytest.raises(RefusedError, match="more_new_than_all"):
        count_interview(study, SourceKind.SURVEY, by=amina(), themes=1, new_themes=2)
    fields = {field.name for field in Interview._meta.fields}
    assert fields == {"id", "study", "number", "source", "themes", "new_themes"}


def test_interviews_without_any_theme_send_back_to_the_questions() -> None:
    study = registered("Stop")
    for _ in range(7):
        count_interview(study, SourceKind.KEY_INFORMANT, by=amina(), themes=0, new_themes=0)
    assert "brought no theme at all" in seen(browser_of(amina()), f"/places/studies/{study.pk}/stop/")  # fmt: skip


@pytest.mark.parametrize("form", ["key-informant", "observation"])
def test_printed_forms_ask_for_types_and_zones_and_for_no_name_in_both_languages(form: str) -> None:
    browser = browser_of(bento())
    study = registered("Paper")
    address = f"/places/studies/{study.pk}/paper/{form}/"
    empty = seen(browser, address)
    assert "The question grid is empty" in empty
    assert "It is not written down for this study yet" in empty
    add_question(study, by=amina(), text="Who tolerates it?", prompt="How do people speak of it?")
    write_ethics(study, EthicsTold(**GATE), by=amina(), on=TODAY)
    page = seen(browser, address)
    for words in ("No name, no address", "Type of venue", "Coarse zone", "Port", "1. Who tolerates it?", "Call the focal point within the hour"):  # fmt: skip
        assert words in page, words
    french = seen(browser, f"{address}?in=fr")
    assert '<html lang="fr"' in french
    assert "Aucun nom, aucune adresse" in french
    assert "Type de lieu" in french
    assert '<html lang="en"' in seen(browser_of(amina()), f"{address}?in=en", FRENCH)
    assert '<html lang="en"' in seen(browser, f"{address}?in=xx")
    assert browser.get(f"/places/studies/{study.pk}/paper/other/").status_code == 404
    assert browser_of(chipo()).get(address).status_code == 404


def test_nobody_else_and_nothing_withdrawn_is_written_about() -> None:
    study = registered("Grid")
    question = add_question(study, by=amina(), text="Who?")
    one = count_interview(study, SourceKind.KEY_INFORMANT, by=amina(), themes=2, new_themes=2)
    acts = (
        lambda by: add_question(study, by=by, text="x"),
        lambda by: remove_question(question, by=by),
        lambda by: write_cell(question, SourceKind.SURVEY, CellTold(text="x"), by=by),
        lambda by: count_interview(study, SourceKind.SURVEY, by=by, themes=1, new_themes=1),
        lambda by: remove_interview(one, by=by),
    )
    for person in (bento(), chipo()):
        for act in acts:
            with pytest.raises(PermissionDenied):
                act(person)
    move_study(study, StudyMove.WITHDRAW, by=amina(), on=TODAY, why="x")
    question.study.refresh_from_db()
    one.study.refresh_from_db()
    for act in acts:
        with pytest.raises(RefusedError, match="withdrawn"):
            act(amina())
    page = f"/places/studies/{study.pk}"
    for address, typed in (
        (f"{page}/grid/{question.pk}/removal/", {}),
        (f"{page}/stop/{one.pk}/removal/", {}),
        (f"{page}/grid/", {"text": "Who?"}),
        (f"{page}/grid/{question.pk}/survey/", {"text": "x"}),
        (f"{page}/stop/", {"source": "key_informant", "themes": 1, "new_themes": 1}),
        (f"{page}/rounds/", {"name": "a", "unit": "count", "value": "50"}),
        (f"{page}/summaries/", {"public": "x"}),
        (f"{page}/findings/new/", {"text": "x"}),
    ):
        _status, shown = told(browser_of(amina()), address, typed)
        assert "bring it back before you change it" in shown, address
