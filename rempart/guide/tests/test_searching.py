"""Searching the guide, told from the outside."""

import re

import pytest
from django.test import Client
from django.utils.timezone import localdate

from rempart.guide.actions import add_own_entry
from rempart.guide.catalogue import catalogue
from rempart.guide.rules.own import Said, Written
from tests.cast import amina, browser_of, chipo

pytestmark = pytest.mark.django_db


def answer(question: str, language: str = "fr", **more: str) -> str:
    found = Client().get(
        "/guide/search/", {"q": question, **more}, headers={"accept-language": language}
    )
    assert found.status_code == 200
    return found.content.decode()


def slugs(page: str) -> list[str]:
    return re.findall(r'<h2><a href="/guide/entries/([^"]+)/"', page)


@pytest.mark.parametrize(
    ("question", "language", "slug"),
    [
        ("ecole sans places", "fr", "risk.dont.3"),
        ("VEILLE COMMUNAUTAIRE", "fr", "act.18"),
        ("veile comunautaire", "fr", "act.18"),
        ("encadré 8", "fr", "box.08"),
        ("box 8", "en", "box.08"),
        ("community monit", "en", "act.18"),
        ("prostitution enfantine", "fr", "term.prostitution"),
    ],
)
def test_the_guide_answers_without_regard_to_accents_case_and_typos(
    question: str, language: str, slug: str
) -> None:
    assert slug in slugs(answer(question, language))[:5]


def test_results_say_what_kind_they_are_and_can_be_narrowed_to_one() -> None:
    everything = answer("school", "en")
    examples = answer("school", "en", kind="example")

    assert '<p class="kind">Example' in everything
    assert set(slugs(examples)) < set(slugs(everything))
    assert all(slug.startswith("ex.") for slug in slugs(examples))


def test_typing_gets_the_list_alone_and_an_empty_question_an_invitation() -> None:
    typed = Client().get("/guide/search/", {"q": "school"}, headers={"HX-Request": "true"})

    assert b"<html" not in typed.content
    assert b'id="found"' in typed.content
    assert "Type a word" in answer("", "en")
    assert "No result for “zzzzzzzzzz”" in answer("zzzzzzzzzz", "en")


@pytest.mark.parametrize("question", ["\0", "<script>alert(1)</script>", "%", "'" * 300, "\u202e"])
def test_odd_questions_are_answered_too(question: str) -> None:
    assert "<script>alert" not in answer(question)


def test_ones_own_entries_are_found_by_ones_own_people_only() -> None:
    words = {"en": Said(title="Zebrafinch circle (fictional)", text="How our circle works.")}
    add_own_entry(Written(kind="example", area="", words=words), by=amina(), on=localdate())

    pages = [
        browser_of(person).get("/guide/search/", {"q": "zebrafinch"}).content.decode()
        for person in (amina(), chipo(), None)
    ]

    assert ["/guide/own/" in page and "circle (fictional)" in page for page in pages] == [
        True,
        False,
        False,
    ]


def test_results_are_narrowed_by_strategy_level_theme_and_group_together() -> None:
    narrowed = answer("ecole", area="risk", theme="education", group="educators")

    found = [catalogue().entry(slug) for slug in slugs(narrowed)]
    assert 0 < len(found) < len(slugs(answer("ecole")))
    for entry in found:
        assert "risk" in entry.areas
        assert "education" in entry.all_themes
        assert "educators" in entry.stakeholders
    assert 'name="q" value="ecole"' in narrowed  # the filters keep the question
    assert 'href="?q=ecole&amp;area=risk&amp;theme=education"' in narrowed  # each comes off alone


def test_results_that_filters_hide_are_counted() -> None:
    hidden = answer("school", "en", area="nat", theme="play")

    assert "No entry carries all these marks" in hidden
    assert re.search(r"Without “Theme: [^”]*”</a> <span class=\"faint\">\d entr", hidden)


def test_ones_own_entries_are_narrowed_by_their_strategy() -> None:
    words = {"fr": Said(title="Une école zébrée (fictive)")}
    add_own_entry(Written(kind="box", area="area.risk", words=words), by=amina(), on=localdate())

    pages = [
        browser_of(amina())
        .get("/guide/search/", {"q": "ecole", **more}, headers={"accept-language": "fr"})
        .content.decode()
        for more in ({"area": "risk"}, {"area": "dem"}, {"area": "risk", "theme": "education"})
    ]

    assert ["zébrée" in page for page in pages] == [True, False, False]
