"""Which facts each step asks for. The lists of rows stand beside the scalar facts."""

from collections.abc import Sequence

from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan

_FIELDS = {
    Step.FRAME: (
        "title", "code", "level", "starts_on", "ends_on", "languages", "agency", "prepared_by",
        "prepared_on", "currency", "budget_total", "network_rules", "development_objective",
        "baseline", "baseline_on", "tracking", "management", "handover_institution",
        "handover_model", "political_instability", "trafficking_route", "cross_border",
    ),
    Step.SITUATION: (
        "background", "concerned", "tried_before", "child_labour_present", "working_children",
        "risk_sectors", "in_national_plans",
    ),
    Step.WHO: (),
    Step.STRATEGIES: ("areas", "strategy", "prevention_link"),
    Step.RESULTS: ("risks",),
}  # fmt: skip
_ROWS = {
    Step.FRAME: ("budget", "places", "partners"),
    Step.SITUATION: ("factors", "causes", "gender"),
    Step.WHO: ("beneficiaries", "eligibility", "needs", "stakeholders", "parts"),
    Step.STRATEGIES: ("choices",),
    Step.RESULTS: ("objectives", "outputs", "activities", "indicators"),
    Step.REVIEW: ("set_aside",),
}
_NEEDED = {  # what a step cannot be called complete without; the review says the rest
    Step.FRAME: (
        "level", "starts_on", "ends_on", "languages", "agency", "budget_total", "currency",
        "places", "development_objective", "baseline", "handover_institution",
        "political_instability", "trafficking_route", "cross_border",
    ),
    Step.SITUATION: ("background", "factors", "causes", "concerned", "tried_before"),
    Step.WHO: ("beneficiaries", "eligibility", "needs", "stakeholders"),
    Step.STRATEGIES: ("choices", "strategy"),
    Step.RESULTS: ("objectives", "risks"),
}  # fmt: skip


def step_fields(step: Step) -> Sequence[str]:
    """Return the names of the scalar facts of a ``Plan`` that a step asks for."""
    return _FIELDS.get(step, ())


def step_rows(step: Step) -> Sequence[str]:
    """Return the names of the lists of rows that a step asks for."""
    return _ROWS.get(step, ())


def missing_from(plan: Plan, step: Step) -> Sequence[str]:
    """Return the facts and lists that a step still lacks, by their names in ``Plan``."""
    return [name for name in _NEEDED.get(step, ()) if getattr(plan, name) in (None, "", ())]


def complete_steps(plan: Plan) -> frozenset[Step]:
    """Return the steps of the plan that lack nothing; review and document follow from the others."""
    return frozenset(step for step in _NEEDED if not missing_from(plan, step))
