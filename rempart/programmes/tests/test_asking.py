"""What the review needs to know is asked in the step where it is answered, told from outside."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from rempart.programmes.actions import store_plan
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import Programme
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.communication import Material
from rempart.programmes.rules.findings import review
from rempart.programmes.rules.plan import Need, Plan, PlannedPlace
from rempart.programmes.rules.results import Activity, Objective, Output
from rempart.programmes.rules.review import Verdict
from rempart.programmes.views.asking import MOST_ASKED, needed_in
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db


def plan_with(*activities: Activity, **said: object) -> Plan:
    output = Output(key="out", text="Talks", activities=activities)
    objective = Objective(key="goal", text="Fewer", kind="prevention", outputs=(output,))
    base = Plan(
        title="Quay (fictional)",
        starts_on=date(2027, 1, 1),
        places=(PlannedPlace(key="quay", name="Quay (fictional)", level="community"),),
        objectives=(objective,),
    )
    return replace(base, **said)  # type: ignore[arg-type]  # fields by name


TALK = Activity(
    key="talk", text="Talks on the quay", kind="awareness", starts_on=date(2027, 3, 1),
    targets=("communities",), children_take_part=("design",),
)  # fmt: skip


def stored(plan: Plan) -> Programme:
    return store_plan(plan, by=amina(), organisation=passerelle())


def needed(programme: Programme, step: str, language: str = "en") -> str:
    """Return the list of what is needed on a step's page; empty if there is none."""
    answer = browser_of(amina()).get(
        f"/programmes/{programme.pk}/{step}/", headers={"accept-language": language}
    )
    assert answer.status_code == 200
    found = re.search(r'<details class="needed".*?</details>', answer.content.decode(), re.DOTALL)
    return found[0] if found else ""


def test_a_question_stands_in_the_step_that_answers_it_with_the_way_to_its_field() -> None:
    programme = stored(plan_with(TALK))

    frame, results = needed(programme, "frame"), needed(programme, "results")

    row = f"/programmes/{programme.pk}/rows/activities/talk/"
    assert 'href="#id_trafficking_route"' in frame
    assert "rafficking" in frame
    assert f'href="{row}#row_asked-children_appear"' in results
    assert "Talks on the quay" in results
    assert "#id_trafficking_route" not in results
    assert 'href="/programmes/rules/RULE-006/"' in results


def test_the_way_leads_to_a_field_that_is_there() -> None:
    programme = stored(plan_with(TALK, materials=(Material(key="m", title="Poster"),)))
    author = browser_of(amina())

    ways = [
        way
        for step in ("frame", "situation", "who", "strategies", "results")
        for way in re.findall(r'<li><a href="([^"]+)"', needed(programme, step))
        if not way.startswith("#")
    ]

    assert ways
    for way in ways:
        address, _hash, anchor = way.partition("#")
        assert f'id="{anchor}' in author.get(address).content.decode(), way


def test_an_answer_takes_the_question_away() -> None:
    programme = stored(plan_with(TALK))
    before = needed(programme, "frame")

    browser_of(amina()).post(
        f"/programmes/{programme.pk}/frame/",
        {"title": programme.title, "political_instability": "no", "trafficking_route": "no", "cross_border": "no", "version": 0},
    )  # fmt: skip

    assert "#id_trafficking_route" in before
    assert "#id_trafficking_route" not in needed(programme, "frame")


def test_nothing_is_asked_where_nothing_is_needed_nor_of_what_is_wrong() -> None:
    need = Need(key="line", kind="report_response", provision="none")
    programme = stored(plan_with(TALK, needs=(need,), child_labour_present="no"))

    assert needed(programme, "situation") == ""
    assert "rows/needs/line" not in needed(programme, "who")  # wrong, not unknown


def test_many_questions_are_folded_and_counted_and_cost_no_more_queries() -> None:
    def asked(copies: int) -> int:
        activities = tuple(Activity(key=f"a{n}", text=f"Activity {n}") for n in range(copies))
        programme = stored(plan_with(*activities))
        with CaptureQueriesContext(connection) as queries:
            shown = needed(programme, "results")
        assert shown.count("<li>") == min(copies, MOST_ASKED)
        assert ("more, in the review" in shown) == (copies > MOST_ASKED)
        return len(queries)

    asked(1)  # what is read once only
    assert asked(1) == asked(40)


def test_it_is_said_in_french_to_whoever_can_answer_and_a_stranger_reads_nothing() -> None:
    programme = stored(plan_with(TALK))

    assert "La vérification a besoin de savoir" in needed(programme, "frame", "fr")
    address = f"/programmes/{programme.pk}/frame/"
    reviewer = browser_of(bento()).get(address)
    assert reviewer.status_code == 200
    assert 'class="needed"' not in reviewer.content.decode()
    assert browser_of(chipo()).get(address).status_code == 404


def test_every_open_question_has_words_and_a_way() -> None:
    """Whatever a rule cannot tell: its question is one of a form's, in both languages."""
    materials = (Material(key="m", title="Poster", audiences=("communities", "men")),)
    kinds = ("street_outreach", "shelter", "apprenticeship", "helpline", "community_watch",
             "study_and_play_space", "reintegration", "livelihoods", "mediation")  # fmt: skip
    activities = tuple(Activity(key=kind, text=kind, kind=kind) for kind in kinds)
    plan = plan_with(*activities, materials=materials, areas=("area.wr",))
    programme = stored(plan)
    findings = review(plan, date(2026, 11, 24), thresholds())
    spots = {s for f in findings if f.verdict is Verdict.CANNOT_TELL for s in f.spots}

    assert len(spots) > 20
    for language in ("en", "fr"):
        with translation.override(language):
            for one in (replace(f, spots=(s,)) for f in findings for s in f.spots if s in spots):
                told = needed_in(
                    Step(one.spots[0].step),
                    [replace(one, verdict=Verdict.CANNOT_TELL)],
                    programme,
                    plan,
                )
                assert told
                (question,) = told.asked
                assert question.question not in {"", one.spots[0].field}, one
                assert question.address
