"""The terminology helper, told from outside: a pasted text, its terms, what to say instead, and why."""

import pytest
from django.apps import apps

from rempart.guide.catalogue import mark, say
from rempart.guide.views.wording import LONGEST_TEXT
from tests.cast import browser_of

pytestmark = pytest.mark.django_db
TEXT = "They sell street children.\nNon au tourisme sexuel\u00a0: les hôtels complices le savent."


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_pasted_text_has_its_terms_marked_with_what_to_say_in_both_languages_and_why(
    language: str,
) -> None:
    answer = browser_of(None).post(
        "/guide/words/", {"text": TEXT}, headers={"accept-language": language}
    )

    shown = answer.content.decode()
    assert answer.status_code == 200
    for words in ("street children", "tourisme sexuel", "hôtels complices"):
        assert f"<mark>{words}</mark>" in shown
    for slug in ("term.street", "term.travel_tourism", "term.partner_business"):
        for spoken in ("en", "fr"):
            assert f'<dd lang="{spoken}"><strong>{say(slug, "title", spoken)}</strong>' in shown
        assert say(slug, "text", language) in shown
        assert f"/guide/entries/{slug}/" in shown


def test_only_the_marked_part_answers_a_script() -> None:
    answer = (
        browser_of(None)
        .post("/guide/words/", {"text": TEXT}, headers={"hx-request": "true"})
        .content.decode()
    )

    assert "<mark>street children</mark>" in answer
    assert "<html" not in answer


def test_a_clean_text_is_not_praised_and_an_empty_one_is_not_judged() -> None:
    browser = browser_of(None)

    clean = browser.post(
        "/guide/words/", {"text": "Every child has rights."}, headers={"accept-language": "en"}
    ).content.decode()
    empty = browser.post("/guide/words/", {"text": "  "}, headers={"accept-language": "en"})

    assert "No term to replace was found" in clean
    assert "have someone else read the text" in clean
    assert "No term to replace" not in empty.content.decode()


def test_a_text_that_is_too_long_is_refused_and_given_back() -> None:
    text = "street children " * (LONGEST_TEXT // 16 + 1)

    answer = browser_of(None).post(
        "/guide/words/", {"text": text}, headers={"accept-language": "en"}
    )

    assert answer.status_code == 422
    assert text in answer.content.decode()
    assert "<mark>" not in answer.content.decode()


def test_markup_is_shown_as_words() -> None:
    answer = browser_of(None).post("/guide/words/", {"text": "<script>street children</script>"})

    assert "<script>street" not in answer.content.decode()


def test_nothing_of_the_text_is_kept() -> None:
    before = {m: m._default_manager.count() for m in apps.get_models()}

    answer = browser_of(None).post("/guide/words/", {"text": TEXT})

    assert {m: m._default_manager.count() for m in apps.get_models()} == before
    assert "sessionid" not in answer.cookies


def test_the_pieces_are_the_whole_text_and_longer_terms_win() -> None:
    marked = mark(TEXT)

    assert "".join(words for words, _number in marked.pieces) == TEXT
    assert [one.number for one in marked.flagged] == [1, 2, 3]
    assert [one.term.lexicon for one in marked.flagged] == ["", "", "blames_sector"]
    assert mark("Help for street children.", ["fr"]).flagged == ()
