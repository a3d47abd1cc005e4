"""What each step still lacks, for the rail: a step is complete when nothing is missing.

Complete is not faultless: what is written may still break a rule, which the review says.
"""

from collections.abc import Iterable, Iterator, Mapping

from rempart.programmes.rules.checks.alliances import CLASSES
from rempart.programmes.rules.checks.situation import CAUSES, GENDER
from rempart.programmes.rules.codes import Decision, Serves, Step
from rempart.programmes.rules.findings import Finding, open_obstacles
from rempart.programmes.rules.plan import Plan

FRAME = (
    "title", "level", "starts_on", "ends_on", "languages", "agency", "places", "partners",
    "budget_total", "development_objective", "baseline", "tracking", "handover_institution",
    "handover_model", "political_instability", "trafficking_route", "cross_border",
)  # fmt: skip
SITUATION = (
    "background", "factors", "concerned", "tried_before", "child_labour_present",
    "in_national_plans",
)  # fmt: skip
WHO = "beneficiaries", "eligibility", "needs", "stakeholders"
STRATEGIES = "areas", "strategy"


def complete_steps(plan: Plan, findings: Iterable[Finding]) -> frozenset[Step]:
    """Return the steps that lack nothing; the document follows from the others and is never one."""
    missing = missing_in_steps(plan, findings)
    return frozenset(step for step, names in missing.items() if not names)


def missing_in_steps(plan: Plan, findings: Iterable[Finding]) -> Mapping[Step, tuple[str, ...]]:
    """Return what is missing in each step, as codes; nothing where the step is complete.

    A code is the name of a field or list of ``Plan`` (``starts_on``, ``needs``), of a field that
    some row lacks (``partners.serves``, ``activities.kind``), or in the review an obstacle
    (``violates_RULE-001``). With a partner that has no class the frame is never complete (REQ-006).
    """
    return {
        Step.FRAME: (*_empty(plan, FRAME), *_frame(plan)),
        Step.SITUATION: (*_empty(plan, SITUATION), *_situation(plan)),
        Step.WHO: (*_empty(plan, WHO), *_who(plan)),
        Step.STRATEGIES: (*_empty(plan, STRATEGIES), *_strategies(plan)),
        Step.RESULTS: tuple(dict.fromkeys(_results(plan))),
        Step.REVIEW: tuple(open_obstacles(findings)),
    }


def _empty(plan: Plan, names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if getattr(plan, name) in {None, "", ()})


def _frame(plan: Plan) -> Iterator[str]:
    if any(partner.serves not in CLASSES for partner in plan.partners):
        yield "partners.serves"


def _situation(plan: Plan) -> Iterator[str]:
    told = {c.code for c in plan.causes if c.analysis or c.not_addressed_because}
    if not told.issuperset(CAUSES):
        yield "causes"
    whole = {note.part for note in plan.gender if note.girls and note.boys}
    if not whole.issuperset(GENDER):
        yield "gender"


def _who(plan: Plan) -> Iterator[str]:
    served = [row for row in plan.beneficiaries if row.serves == Serves.CHILDREN_FAMILIES]
    if plan.beneficiaries and not any(row.planned for row in served):
        yield "beneficiaries.planned"
    if any(not need.provision for need in plan.needs):
        yield "needs.provision"


def _strategies(plan: Plan) -> Iterator[str]:
    if not any(choice.decision == Decision.CHOSEN for choice in plan.choices):
        yield "choices"


def _results(plan: Plan) -> Iterator[str]:
    if not plan.objectives:
        yield "objectives"
    for objective in plan.objectives:
        yield from (
            f"objectives.{n}" for n in ("indicators", "outputs") if not getattr(objective, n)
        )
    if not all(output.activities for output in plan.outputs()):
        yield "outputs.activities"
    for activity in plan.activities():
        yield from (
            f"activities.{n}" for n in ("kind", "starts_on", "ends_on") if not getattr(activity, n)
        )
