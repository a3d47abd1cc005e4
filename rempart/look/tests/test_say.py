from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest
from django.template import Context, Template
from django.utils.translation import override

from rempart.look import say

WHEN = datetime(2027, 1, 4, 9, 5, tzinfo=UTC)


@pytest.fixture
def french() -> Iterator[None]:
    with override("fr"):
        yield


@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ("{{ day|day }}", "4 January 2027", "4 janvier 2027"),
        ("{{ day|day:'short' }}", "04/01/2027", "04/01/2027"),
        ("{{ day|day:'d MMM' }}", "4 Jan", "4 janv."),
        ("{{ when|day }}", "4 January 2027", "4 janvier 2027"),
        ("{{ when|clock }}", "09:05", "9\xa0h\xa005"),
        ("{{ n|number }}", "1,234.5", "1\u202f234,5"),
        ("{{ n|number:2 }}", "1,234.50", "1\u202f234,50"),
        ("{{ n|number:0 }}", "1,234", "1\u202f234"),
        ("{{ n|money }}", "€1,234.50", "1\u202f234,50\xa0€"),
        ("{{ n|money:'XOF' }}", "F\u202fCFA1,234", "1\u202f234\xa0F\u202fCFA"),
        ("{{ 64|percent }}", "64%", "64\xa0%"),
        ("{{ none|day }}{{ none|number }}{{ none|money }}{{ none|percent }}{{ none|clock }}", "", ""),
    ],
)  # fmt: skip
def test_the_reader_finds_her_own_way_of_writing(written: str, english: str, french: str) -> None:
    given = Context({"day": date(2027, 1, 4), "when": WHEN, "n": 1234.5, "none": None})
    template = Template("{% load look %}" + written)
    with override("en"):
        assert template.render(given) == english
    with override("fr"):
        assert template.render(given) == french


def test_a_moment_is_said_in_the_time_zone_of_the_house() -> None:
    with override("en"):
        assert say.moment(WHEN) == "4 Jan 2027, 09:05:00"
        assert say.clock(time(23, 59)) == "23:59"


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Pourquoi ?", "Pourquoi\u202f?"),
        ("À savoir : « oui » !", "À savoir\xa0: «\xa0oui\xa0»\u202f!"),
        ("10 000 F et 64 %", "10\u202f000 F et 64\xa0%"),
        ("de 10 à 17 ans", "de 10 à 17\xa0ans"),
        ("http://exemple et 12:30", "http://exemple et 12:30"),
        ("trois ; quatre", "trois\u202f; quatre"),
    ],
)
def test_french_is_set_with_spaces_that_do_not_break(typed: str, set_: str) -> None:
    assert say.typeset(typed) == set_


def test_another_language_is_left_as_it_is() -> None:
    with override("en"):
        assert say.typeset("Why ? 10 000") == "Why ? 10 000"


def test_a_language_that_babel_does_not_know_is_written_as_english() -> None:
    with override("qx"):
        assert say.day(date(2027, 1, 4)) == "4 January 2027"


@pytest.mark.usefixtures("french")
def test_markup_typed_by_someone_stays_text() -> None:
    said = Template("{% load look %}{{ text|typeset }}").render(Context({"text": "<b>Quoi ?</b>"}))
    assert said == "&lt;b&gt;Quoi\u202f?&lt;/b&gt;"
