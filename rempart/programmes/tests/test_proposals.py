"""What the chosen actions propose for the results framework."""

from dataclasses import replace

from rempart.guide.catalogue import catalogue
from rempart.programmes.catalogue import kinds
from rempart.programmes.rules.plan import Choice, Plan
from rempart.programmes.rules.proposals import fitting_indicators, proposals, unit_of
from rempart.programmes.rules.results import Activity, Objective, Output

CHOSEN = Plan(
    title="A fictional programme",
    choices=(
        Choice(key="a", decision="chosen", action="act.36"),
        Choice(key="b", decision="chosen", action="act.22"),
        Choice(key="c", decision="refused", action="act.26", reason="One exists."),
        Choice(key="d", decision="chosen", title="A charter for carriers"),
    ),
)


def test_every_chosen_action_of_the_guide_proposes_an_activity_of_a_fitting_kind() -> None:
    found = [(one.action.slug, one.kind) for one in proposals(CHOSEN, catalogue(), kinds())]
    assert found == [("act.22", "code_of_conduct"), ("act.36", "livelihoods")]


def test_an_action_that_an_activity_carries_out_is_not_proposed_again() -> None:
    activity = Activity(key="x", text="Savings groups", actions=(36,))
    output = Output(key="y", text="Income", activities=(activity,))
    plan = replace(
        CHOSEN, objectives=(Objective(key="z", text="Children stay", outputs=(output,)),)
    )
    assert [one.action.number for one in proposals(plan, catalogue(), kinds())] == [22]


def test_a_kind_is_proposed_for_every_action_that_a_kind_carries_out() -> None:
    told = {number for kind in kinds().values() for number in kind.actions}
    everything = tuple(
        Choice(key=f"{n}", decision="chosen", action=f"act.{n:02}") for n in range(1, 40)
    )
    found = proposals(replace(CHOSEN, choices=everything), catalogue(), kinds())
    assert {one.action.number for one in found if one.kind} == told


def test_an_objective_is_offered_outcomes_of_what_is_done_beneath_it() -> None:
    offered = list(fitting_indicators("objectives", [36], catalogue()))
    assert "livelihood_active_12m_pct" in {one.slug for one in offered}
    assert {one.level for one in offered} <= {"outcome", "safeguard"}
    assert {one.domain for one in offered} == {"livelihood"}


def test_where_nothing_is_done_yet_every_field_is_offered() -> None:
    offered = list(fitting_indicators("outputs", [], catalogue()))
    assert len({one.domain for one in offered}) > 5
    ranks = [("output", "quality", "process").index(one.level) for one in offered]
    assert ranks == sorted(ranks)


def test_units_of_the_library_are_units_of_a_plan() -> None:
    known = set(catalogue().code_list("plan_unit").ids)
    assert {unit_of(one.unit) for one in catalogue().indicators.values()} <= known
