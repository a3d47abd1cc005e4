"""The names of the levels told from outside: said everywhere, in each language, and in nothing that is exchanged."""

import io
import json

import pytest
from docx import Document

from rempart.programmes.actions import store_plan
from rempart.programmes.models import LevelName, Programme
from rempart.programmes.rules.naming import faults_of, glossed
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from rempart.vault.models import Entry
from tests.cast import amina, bento, browser_of, chipo, dalia, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"Accept-Language": "en"}, {"Accept-Language": "fr"}
NAMES = {
    "one-development_objective": "Impact", "many-development_objective": "Impacts",
    "one-objectives": "Outcome", "many-objectives": "Outcomes", "one-outputs": "Deliverable", "many-outputs": "Deliverables",
    "one-activities": "Task", "many-activities": "Tasks", "one-indicators": "Measure", "many-indicators": "Measures",
}  # fmt: skip


def named(language: str = "en", **names: str) -> int:
    where = f"/programmes/levels/?language={language}"
    return browser_of(dalia()).post(where, names or NAMES).status_code


def stored() -> Programme:
    activity = Activity(key="a1", text="Train", indicators=(Indicator(key="i1", text="Share"),))
    output = Output(
        key="p1",
        text="School",
        activities=(activity,),
        indicators=(Indicator(key="i2", text="Part"),),
    )
    plan = Plan(
        title="Havre-Neuf (fictional)",
        objectives=(Objective(key="o1", text="Girls learn", outputs=(output,)),),
    )
    return store_plan(plan, by=amina(), organisation=passerelle())


def page(programme: Programme, *path: str, language: dict[str, str] = ENGLISH) -> str:
    where = f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)
    answer = browser_of(amina()).get(where, headers=language)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_names_stand_on_every_page_that_names_a_level_in_their_language_only() -> None:
    programme = stored()
    assert named() == 302

    results = page(programme, "results")
    for words in (
        "1 Outcome",
        "1 Deliverable",
        "1 Task",
        "2 Measures",
        ">Deliverable </span>",
        "Add Outcome",
    ):
        assert words in results, words
    assert "Impact</label>" in page(programme, "frame")
    assert "Change “Deliverable”" in page(programme, "rows", "outputs", "p1")
    more = page(programme, "results", "objectives", "o1")
    assert "Deliverable</a>" in more
    french = page(programme, "results", language=FRENCH)
    assert "Outcome" not in french
    assert "1 objectif" in french


def test_the_review_says_the_name_beside_our_own_word() -> None:
    programme = stored()
    Programme.objects.update(development_objective="")
    before = page(programme, "review")
    assert "Write the development objective." in before
    named()

    after = page(programme, "review")

    assert "Write the development objective (Impact)." in after
    assert "(Measure" in after
    assert "(Measure" not in page(programme, "review", language=FRENCH)


def test_the_documents_bear_the_names_in_their_own_language() -> None:
    programme = stored()
    named()
    named("fr", **{"one-objectives": "Effet", "many-objectives": "Effets"})

    def words(language: str) -> str:
        where = f"/programmes/{programme.pk}/document/docx/?language={language}"
        found = Document(io.BytesIO(browser_of(amina()).get(where, headers=ENGLISH).content))
        cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
        return "\n".join([paragraph.text for paragraph in found.paragraphs] + cells)

    english, french = words("en"), words("fr")
    for name in ("Impact", "Outcomes", "Deliverables", "Tasks", "Deliverable", "Measure"):
        assert name in english.splitlines() or any(
            line.endswith(name) for line in english.splitlines()
        ), name
    assert "Girls learn" in english
    assert "Effets" in french
    assert "Outcome" not in french


def test_the_organisations_heading_of_a_section_goes_before_the_name_of_its_level() -> None:
    programme = stored()
    named()
    browser_of(dalia()).post("/programmes/headings/?language=en", {"outputs": "What we deliver"})

    assert "What we deliver" in page(programme, "document")


def test_a_table_is_copied_and_pasted_in_the_organisations_names() -> None:
    programme = stored()
    named()
    where = f"/programmes/{programme.pk}/results/"
    out = browser_of(amina()).get(f"{where}table/tsv/", headers=ENGLISH).content.decode()
    assert "1\tOutcome\tGirls learn" in out
    assert "1.1.1\tTask\tTrain" in out

    told = browser_of(amina()).post(f"{where}paste/", {"table": out}, headers=FRENCH)

    assert told.status_code == 200
    assert "Ajouter 5 lignes" in told.content.decode()


def test_the_json_knows_nothing_of_the_names() -> None:
    programme = stored()
    where = f"/programmes/{programme.pk}/document/json/"
    before = browser_of(amina()).get(where).content
    named()
    assert browser_of(amina()).get(where).content == before
    assert "Outcome" not in json.dumps(json.loads(before))


WRONG = [
    ({"one-objectives": "Outcome"}, "Say both"),
    ({"many-objectives": "Outcomes"}, "Say both"),
    ({"one-objectives": "x" * 61, "many-objectives": "Xs"}, "60 characters at most"),
    ({"one-objectives": "Output", "many-objectives": "Results"}, "Another level is called so"),
    (
        {
            "one-objectives": "Same",
            "many-objectives": "Sames",
            "one-outputs": "same",
            "many-outputs": "Others",
        },
        "Another level is called so",
    ),
]


@pytest.mark.parametrize(("names", "why"), WRONG)
def test_bad_names_are_refused_with_every_reason_and_kept_in_the_form(
    names: dict[str, str], why: str
) -> None:
    sent = {"one-activities": "Task", **names}

    answer = browser_of(dalia()).post("/programmes/levels/?language=en", sent, headers=ENGLISH)

    told = answer.content.decode()
    assert answer.status_code == 422
    assert why in told
    assert told.count("Say both") >= 1
    assert all(f'value="{name}"' in told for name in sent.values())
    assert not LevelName.objects.exists()


def test_names_can_be_swapped_and_taken_back() -> None:
    swapped = {
        "one-outputs": "Activity",
        "many-outputs": "Activities",
        "one-activities": "Output",
        "many-activities": "Outputs",
    }
    assert named(**swapped) == 302
    assert LevelName.objects.count() == 2
    assert named(**{"one-outputs": ""}) == 302
    assert not LevelName.objects.exists()
    assert Entry.objects.filter(act="programmes.levels_named").count() == 2
    assert "Activity" not in str(list(Entry.objects.values()))


def test_only_the_administrator_names_levels_and_only_for_her_organisation() -> None:
    theirs = store_plan(
        Plan(title="Theirs", objectives=(Objective(key="o1", text="x"),)),
        by=chipo(),
        organisation=elsewhere(),
    )
    named()
    for person in (amina(), bento(), chipo()):
        assert browser_of(person).post("/programmes/levels/", NAMES).status_code == 403
    told = (
        browser_of(chipo())
        .get(f"/programmes/{theirs.pk}/results/", headers=ENGLISH)
        .content.decode()
    )
    assert "Outcome" not in told
    assert "1 objective" in told
    assert "Outcome" in browser_of(dalia()).get("/programmes/levels/?language=en").content.decode()
    assert 'href="/programmes/levels/"' in browser_of(dalia()).get("/programmes/").content.decode()
    assert (
        'href="/programmes/levels/"' not in browser_of(amina()).get("/programmes/").content.decode()
    )


OURS = {
    "objectives": ("Immediate objective", "Immediate objectives"),
    "outputs": ("Output", "Outputs"),
}


def test_a_text_of_ours_keeps_its_words_and_says_the_name_once() -> None:
    own = {"objectives": ("Outcome", "Outcomes")}
    text = "Each immediate objective has an output; immediate objectives last."
    assert (
        glossed(text, OURS, own)
        == "Each immediate objective (Outcome) has an output; immediate objectives last."
    )
    assert glossed("Immediate objectives last", OURS, own) == "Immediate objectives (Outcomes) last"
    assert glossed("Outputs", OURS, own) == "Outputs"
    assert faults_of({"objectives": ("", ""), "outputs": ("", "")}, OURS) == []
