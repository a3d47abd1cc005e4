"""The problem tree and the grid of stakeholders in Word, in PDF and on the page of the document."""

import re

import pytest

from rempart.programmes.actions import store_plan
from rempart.programmes.documents.outline import outline_of
from rempart.programmes.documents.pdf import to_pdf
from rempart.programmes.documents.word import to_word
from rempart.programmes.rules.plan import Cause, Plan, Stakeholder
from rempart.programmes.rules.results import Objective
from rempart.programmes.tests.test_document_form import CODE_LIKE
from rempart.programmes.tests.test_documents import words_of_pdf, words_of_word
from tests.cast import amina, browser_of, passerelle

PLAN = Plan(
    title="Havre-Neuf (fictional)",
    core_problem="Children are exploited at the quay (fictional)",
    causes=(
        Cause(key="a", code="poverty", becomes="objectives.o"),
        Cause(key="b", title="Debt (fictional)", under="a"),
        Cause(key="c", code="hiv", not_addressed_because="The health centre does (fictional)"),
        Cause(key="e", branch="effect", title="Shame (fictional)"),
    ),
    stakeholders=(
        Stakeholder(
            key="r",
            group="media",
            name="Radio (fictional)",
            stands=("ally",),
            influence="high",
            interest="for",
        ),
        Stakeholder(
            key="z",
            group="ngos",
            name="Zed",
            stands=("opponent",),
            influence="high",
            interest="against",
        ),
    ),
    objectives=(Objective(key="o", text="Fed"),),
)
LINES = [
    "Effect 1: Shame (fictional)",
    "Cause 1: Poverty (objective 1)",
    "Cause 1.1: Debt (fictional) (nothing answers it yet)",
    "Cause 2: HIV and AIDS (left aside, with its reason)",
]


def test_word_holds_the_tree_as_a_nested_list() -> None:
    said = words_of_word(to_word(outline_of(PLAN, language="en", is_draft=True)))

    assert "Children are exploited at the quay (fictional)" in said
    places = [said.index(line) for line in LINES]
    assert places == sorted(places)
    assert "\N{EM SPACE}\N{EM SPACE}Cause 1.1" in said


def test_pdf_draws_the_tree_with_effects_over_causes() -> None:
    said = words_of_pdf(to_pdf(outline_of(PLAN, language="en", is_draft=True)))
    drawn = said.split("Problem tree")[1]

    words = ("Shame", "Children are exploited", "Poverty", "Debt", "HIV")
    places = [drawn.index(word) for word in words]
    assert places == sorted(places)


def test_an_effect_is_no_row_of_the_causes() -> None:
    outline = outline_of(PLAN, language="en", is_draft=True)
    blocks = next(one.blocks for one in outline.sections if one.slug == "background")

    (table,) = [one for one in blocks if one.kind == "table" and one.caption == "Causes"]
    assert [row[0] for row in getattr(table, "rows", ())] == [
        "Poverty",
        "Debt (fictional)",
        "HIV and AIDS",
    ]


def test_the_annex_places_groups_and_never_names_an_opponent() -> None:
    for file in (to_word, to_pdf):
        made = file(outline_of(PLAN, language="en", is_draft=True))
        said = words_of_word(made) if file is to_word else words_of_pdf(made)
        grid = said.split("Stakeholders by influence and interest")[1].split("Annex B")[0]

        assert "Zed" not in said
        assert "Radio" in grid
        assert re.search(r"Non-\s?governmental", grid)


@pytest.mark.parametrize("text", CODE_LIKE)
def test_a_node_that_looks_like_code_is_printed_as_it_was_typed(text: str) -> None:
    plan = Plan(
        title="T",
        core_problem=text,
        causes=(
            Cause(key="a", title=text),
            Cause(key="b", title=text, under="a"),
            Cause(key="e", branch="effect", title=text),
        ),
    )
    outline = outline_of(plan, language="en", is_draft=True)

    assert words_of_word(to_word(outline)).count(text) >= 4
    bare = re.sub(r"\s+|-", "", words_of_pdf(to_pdf(outline)))
    assert bare.count(re.sub(r"\s+|-", "", text)) >= 4


def test_a_tree_of_a_hundred_causes_is_typeset_to_its_end() -> None:
    causes = tuple(
        Cause(key=f"c{n}", title=f"Cause{n:03}", under=f"c{n - 1}" if n % 3 else "")
        for n in range(100)
    )

    said = words_of_pdf(
        to_pdf(outline_of(Plan(title="T", causes=causes), language="fr", is_draft=True))
    )

    drawn = said.split("Arbre des problèmes")[-1]
    assert all(f"Cause{n:03}" in drawn for n in range(100))


@pytest.mark.django_db
def test_the_page_of_the_document_says_the_tree_too() -> None:
    programme = store_plan(PLAN, by=amina(), organisation=passerelle())

    page = browser_of(amina()).get(
        f"/programmes/{programme.pk}/document/", HTTP_ACCEPT_LANGUAGE="en"
    )

    told = page.content.decode()
    assert all(line in told for line in LINES)


def test_a_plan_without_a_tree_or_a_grid_prints_neither() -> None:
    said = words_of_word(to_word(outline_of(Plan(title="T"), language="en", is_draft=True)))

    assert "Problem tree" not in said
    assert "influence and interest" not in said
