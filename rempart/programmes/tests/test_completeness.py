"""What the rail shows: what each step of a fictional plan still lacks."""

from dataclasses import replace
from datetime import date

from django.conf import settings

from rempart.programmes.queries.known import known
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.completeness import complete_steps, missing_in_steps
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.findings import review
from rempart.programmes.rules.plan import Partner, Plan
from rempart.programmes.rules.results import Activity, Objective, Output
from rempart.programmes.tests.factories import full_plan

TODAY = date(2026, 11, 24)
PORT_CITY = settings.HOUSE / "content" / "programmes" / "port-city.json"


def test_an_empty_plan_lacks_something_in_every_step_that_asks() -> None:
    missing = missing_in_steps(Plan(title="Empty (fictional)"), ())

    assert all(names for step, names in missing.items() if step is not Step.REVIEW)
    assert "title" not in missing[Step.FRAME]
    assert missing[Step.RESULTS] == ("objectives",)


def test_a_step_in_which_all_is_said_lacks_nothing() -> None:
    missing = missing_in_steps(full_plan(), ())

    assert [step for step, names in missing.items() if names] == [Step.SITUATION]
    assert missing[Step.SITUATION] == ("causes", "gender")


def test_a_partner_without_a_class_leaves_the_frame_open() -> None:
    plan = full_plan()

    open_plan = replace(plan, partners=(*plan.partners, Partner(key="new", name="New (fictional)")))

    assert missing_in_steps(open_plan, ())[Step.FRAME] == ("partners.serves",)


def test_each_level_of_the_results_is_asked_for_the_next() -> None:
    bare = Activity(key="a", text="Walk")
    goal = Objective(key="o", text="x", outputs=(Output(key="u", text="x", activities=(bare,)),))
    plan = Plan(title="x", objectives=(goal, Objective(key="p", text="x")))

    assert missing_in_steps(plan, ())[Step.RESULTS] == (
        "objectives.indicators", "objectives.outputs", "activities.kind", "activities.starts_on",
        "activities.ends_on",
    )  # fmt: skip


def test_the_review_is_open_while_something_stops_a_submission() -> None:
    plan = full_plan()

    found = missing_in_steps(plan, review(plan, TODAY))[Step.REVIEW]

    assert "violates_RULE-003" in found


def test_rows_that_say_half_are_named() -> None:
    plan = full_plan()
    children = replace(plan.beneficiaries[0], planned=())
    need = replace(plan.needs[0], provision="")
    chosen = replace(plan.choices[0], decision="refused")
    goal = replace(plan.objectives[0], outputs=(Output(key="u", text="x"),))

    missing = missing_in_steps(
        replace(
            plan, beneficiaries=(children,), needs=(need,), choices=(chosen,), objectives=(goal,)
        ),
        (),
    )

    assert missing[Step.WHO] == ("beneficiaries.planned", "needs.provision")
    assert missing[Step.STRATEGIES] == ("choices",)
    assert missing[Step.RESULTS] == ("outputs.activities",)


def test_the_port_city_lacks_nothing() -> None:
    plan = _port_city()

    assert complete_steps(plan, review(plan, TODAY)) == set(Step) - {Step.DOCUMENT}


def _port_city() -> Plan:
    plan, _ = read_plan(PORT_CITY.read_bytes(), known())
    assert plan
    return plan
