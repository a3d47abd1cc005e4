"""The form of the outline: what Word, a screen reader and a funder find in it besides the words."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pypdf
import pytest
from django.utils.translation import override
from lxml import etree

from rempart.look import say
from rempart.programmes.documents.blocks import Outline
from rempart.programmes.documents.outline import SECTIONS, outline_of
from rempart.programmes.documents.pdf import to_pdf
from rempart.programmes.documents.word import to_word
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.plan import Partner, Plan, SetAside, Stakeholder
from rempart.programmes.rules.results import Activity, Objective, Output
from rempart.programmes.tests.invented import HOSTILE
from rempart.programmes.tests.test_documents import words_of_pdf, words_of_word
from rempart.programmes.tests.test_exchange import PORT_CITY

NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
CODE_LIKE = (
    "#let x = 1",
    "$ a^2 $ @ref <label>",
    "{{7*7}} {% raw %} {# no #}",
    "<w:p><w:r/></w:p> &lt; &#65;",
    "\\u0000 \\x41 \\textbf{b} //c /*d*/",
    "= Heading *bold* _it_ `raw` ~ -- ---",
    "__import__('os') ${HOME} %(name)s %s",
)


def port_city(language: str) -> Outline:
    plan, faults = read_plan(PORT_CITY.read_bytes(), known())
    assert plan is not None, faults
    return outline_of(plan, language=language, is_draft=False)


def plan_saying(text: str) -> Plan:
    """Return a plan that says a text in a paragraph, a cell, a list, a heading and the drawing."""
    work = Activity(key="a", text=text, lead=text)
    output = Output(key="p", text=text, activities=(work,))
    return Plan(
        title=text,
        background=text,
        development_objective=text,
        partners=(Partner(key="q", name=text, strengthened=text, role=text),),
        objectives=(Objective(key="o", text=text, assumption=text, outputs=(output,)),),
        set_aside=(SetAside(key="s", rule="RULE-015", reason=text, by="B", on=date(2027, 1, 1)),),
    )


def part(file: bytes, name: str) -> Any:  # noqa: ANN401 -- a tree of XML
    """Return a part of a Word file as plain XML: by another library than wrote it."""
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        return etree.fromstring(packed.read(name))


def found(tree: Any, path: str) -> list[Any]:  # noqa: ANN401 -- whatever the path names
    return list(tree.xpath(path, namespaces=NAMES))


def styled(tree: Any, style: str) -> list[Any]:  # noqa: ANN401 -- as above
    return found(tree, f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")


def said_by(tree: Any) -> str:  # noqa: ANN401 -- as above
    return "".join(found(tree, ".//w:t/text()"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_word_has_a_table_of_contents_whose_lines_lead_to_the_headings(language: str) -> None:
    body = part(to_word(port_city(language)), "word/document.xml")

    headings, entries = styled(body, "Heading1"), styled(body, "toc1")
    marks = {name: said_by(one) for one in headings for name in found(one, ".//@w:name")}
    led = [(found(one, ".//w:hyperlink/@w:anchor")[0], said_by(one)) for one in entries]
    ends = found(body, "//@w:fldCharType")

    assert len(led) == len(headings) == len(SECTIONS)
    assert [marks[name] for name, _ in led] == [text for _, text in led]
    assert found(body, "//w:instrText/text()")[0].strip().startswith("TOC ")
    assert ends.count("begin") == ends.count("end") == ends.count("separate")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_word_says_its_language_and_title_and_keeps_its_tables_readable(language: str) -> None:
    file = to_word(port_city(language))
    body = part(file, "word/document.xml")
    numbered = {"en": "No.", "fr": "N°"}[language]

    heads = [row for row in found(body, "//w:tbl/w:tr[1]") if said_by(row).startswith(numbered)]
    rows = [row for head in heads for row in found(head, "following-sibling::w:tr")]
    amounts = [
        row for row in found(body, "//w:tr") if "\xa0€" in said_by(row) or "€" in said_by(row)
    ]

    assert set(found(part(file, "word/styles.xml"), "//w:lang/@w:val")) == {language}
    assert "grandir à l’abri" in said_by_core(file)
    assert all(found(head, "w:trPr/w:tblHeader") for head in heads)
    assert len(rows) > 100
    assert all(found(row, "w:trPr/w:cantSplit") for row in rows)
    assert all(found(row, "w:tc[last()]//w:jc/@w:val") == ["right"] for row in amounts[1:])
    codes = found(part(file, "word/footer1.xml"), "//w:instrText/text()")
    assert codes == ["PAGE", "NUMPAGES"]


def said_by_core(file: bytes) -> str:
    return "".join(part(file, "docProps/core.xml").itertext())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_bookmarks_of_the_pdf_are_its_sections_and_what_stands_in_them(language: str) -> None:
    outline = port_city(language)

    marks = pypdf.PdfReader(io.BytesIO(to_pdf(outline))).outline

    sections = [one.title for one in marks if not isinstance(one, list)]
    assert sections == [f"{one.number}. {one.heading}" for one in outline.sections]
    assert isinstance(marks[-1], list)
    titles = [str(one.title) for one in marks[-1] if not isinstance(one, list)]
    letters = [re.sub(r"^Annexe? (\w)\. .*", r"\1", title) for title in titles]
    assert letters == sorted("ABCDEFGHIJ")


@pytest.mark.parametrize("text", [*CODE_LIKE, *HOSTILE])
def test_whatever_looks_like_code_is_printed_as_it_was_typed(text: str) -> None:
    outline = outline_of(plan_saying(text), language="fr", is_draft=True)
    first = re.split(r"[\n\t]", text)[0]

    assert words_of_word(to_word(outline)).count(first) >= 8
    assert to_pdf(outline).startswith(b"%PDF")


@pytest.mark.parametrize("text", CODE_LIKE)
def test_pdf_prints_it_literally_too(text: str) -> None:
    said = words_of_pdf(to_pdf(outline_of(plan_saying(text), language="en", is_draft=True)))

    bare = re.sub(r"\s+", "", said).replace("-", "")  # a line may break anywhere
    assert bare.count(re.sub(r"\s+", "", text).replace("-", "")) >= 5


def test_a_cell_longer_than_a_page_is_printed_to_its_end() -> None:
    long = " ".join(f"word{n}" for n in range(1_500))
    plan = Plan(title="T", partners=(Partner(key="p", name="P", role=long),))

    assert "word1499" in words_of_pdf(to_pdf(outline_of(plan, language="en", is_draft=True)))


def test_an_activity_says_for_whom_it_is_who_speaks_and_which_action_it_carries_out() -> None:
    said = words_of_word(to_word(port_city("fr")))

    assert "Actions 19, 25 du guide" in said
    assert "Nature\xa0: Travail avec les médias" in said
    assert "Message adressé à\xa0: Grand public, adolescentes et adolescents" in said
    assert "Des enfants prennent part à la conception, à la décision, à l’évaluation." in said


def test_what_was_answered_of_the_place_is_printed_and_doubt_stays_doubt() -> None:
    said = words_of_word(to_word(port_city("en")))

    assert "A problem that crosses a border\n\nWe do not know" in said
    assert "Factors of vulnerability of which nothing is known yet" in said


def test_a_rule_that_was_set_aside_is_printed_in_words_with_its_reason() -> None:
    said = words_of_word(to_word(port_city("en")))

    assert "(RULE-015)" in said
    assert "Réexamen tous les trois mois." in said


def test_whatever_is_named_of_an_opponent_is_its_group() -> None:
    hidden = Stakeholder(key="s", group="media", name="Zed", note="Hush", stands=("opponent",))
    outline = outline_of(Plan(title="T", stakeholders=(hidden,)), language="en", is_draft=True)

    for said in (words_of_word(to_word(outline)), words_of_pdf(to_pdf(outline))):
        assert "Media" in said
        assert "Zed" not in said
        assert "Hush" not in said


def test_amounts_dates_and_languages_are_said_as_the_reader_says_them() -> None:
    plan = Plan(
        title="T",
        starts_on=date(2027, 3, 1),
        ends_on=date(2029, 2, 28),
        budget_total=Decimal(486_000),
        currency="EUR",
        languages=("fr", "pt"),
    )

    facts = {
        name: dict(outline_of(plan, language=name, is_draft=True).facts) for name in ("en", "fr")
    }

    assert facts["fr"]["Budget"] == "486\u202f000\xa0€"
    assert facts["fr"]["Période"] == "du 1er mars 2027 au 28 févr. 2029"
    assert facts["fr"]["Langues"] == "français, portugais"
    assert facts["en"]["Budget"] == "€486,000"
    assert facts["en"]["Languages"] == "French, Portuguese"


@pytest.mark.parametrize(
    ("when", "form", "said"),
    [
        (date(2027, 3, 1), "long", "1er mars 2027"),
        (date(2027, 3, 1), "d MMM", "1er mars"),
        (date(2027, 3, 1), "short", "01/03/2027"),
        (date(2027, 3, 11), "long", "11 mars 2027"),
        (date(2027, 3, 1), "MMM y", "mars 2027"),
    ],
)
def test_french_says_the_first_of_a_month(when: date, form: str, said: str) -> None:
    with override("fr"):
        assert say.day(when, form) == said


def test_the_annexes_keep_their_letters_in_an_empty_draft() -> None:
    said = words_of_word(to_word(outline_of(Plan(title="T"), language="en", is_draft=True)))

    assert all(f"Annex {letter}. " in said for letter in "ABCD")


def test_a_programme_without_a_single_table_still_makes_a_document() -> None:
    outline = replace(port_city("en"), sections=[])

    assert to_pdf(outline).startswith(b"%PDF")
    assert "Contents" in words_of_word(to_word(outline))
