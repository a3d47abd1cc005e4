"""What is recorded beside a plan while it runs stays when another version of the plan takes its place."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from rempart.programmes.rules.campaigns import as_it_went
from rempart.programmes.rules.participation import ChildInput, Consultation, Fate
from rempart.programmes.rules.plan import Plan

RECORDS = ("assessments", "handover_reports", "consultations", "child_inputs")  # lists of ``Plan``


def keeping_records(plan: Plan, now: Plan) -> Plan:
    """Return the plan with everything that was recorded until now; what only the plan has comes after.

    A record that pointed at a row which the plan does not have points nowhere; the assessment of
    an agency that the plan does not have goes with it, and so does what was counted of a campaign or
    measured of a segment that it does not have.
    """
    kept = {name: _together(getattr(now, name), getattr(plan, name)) for name in RECORDS}
    agencies = {"", *(one.key for one in plan.partners)}
    places, rows = {one.key for one in plan.places}, rows_that_change(plan)
    consultations: list[Consultation] = kept["consultations"]
    inputs: list[ChildInput] = kept["child_inputs"]
    campaigns = {one.key for one in plan.campaigns}
    segments = {one.key for one in plan.segments}
    went = {one.key: one for one in now.campaigns}
    return replace(
        plan,
        campaigns=tuple(as_it_went(one, went.get(one.key)) for one in plan.campaigns),
        measures=tuple(one for one in now.measures if one.segment in segments),
        reached=tuple(one for one in now.reached if one.campaign in campaigns),
        assessments=tuple(one for one in kept["assessments"] if one.partner in agencies),
        handover_reports=tuple(kept["handover_reports"]),
        consultations=tuple(
            one if one.place in places else replace(one, place="") for one in consultations
        ),
        child_inputs=tuple(
            one if one.changed in rows else replace(one, changed="") for one in inputs
        ),
    )


def rows_that_change(plan: Plan) -> Collection[str]:
    """Return the rows of the plan that an input of children can have changed: ``outputs.<key>``."""
    return {
        *(f"objectives.{one.key}" for one in plan.objectives),
        *(f"outputs.{one.key}" for one in plan.outputs()),
        *(f"activities.{one.key}" for one in plan.activities()),
    }


def shaped_the_plan(plan: Plan) -> bool:
    """Say whether something that children proposed is kept in the plan, whole or in part."""
    return any(one.fate in {Fate.KEPT, Fate.IN_PART} for one in plan.child_inputs)


def _together(now: tuple[Any, ...], then: tuple[Any, ...]) -> list[Any]:
    known = {one.key for one in now}
    return [*now, *(one for one in then if one.key not in known)]
