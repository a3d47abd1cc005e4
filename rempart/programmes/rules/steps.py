"""Which facts each step asks for. The lists of rows stand beside the scalar facts."""

from collections.abc import Sequence

from rempart.programmes.rules.codes import Step

_FIELDS = {
    Step.FRAME: (
        "title", "code", "level", "starts_on", "ends_on", "languages", "agency", "prepared_by",
        "prepared_on", "currency", "budget_total", "network_rules", "development_objective",
        "baseline", "baseline_on", "tracking", "management", "handover_institution",
        "handover_model", "political_instability", "trafficking_route", "cross_border",
    ),
    Step.SITUATION: (
        "background", "core_problem", "concerned", "tried_before", "child_labour_present",
        "working_children", "risk_sectors", "in_national_plans",
    ),
    Step.WHO: (),
    Step.STRATEGIES: ("areas", "strategy", "prevention_link"),
    Step.RESULTS: ("risks",),
}  # fmt: skip
_ROWS = {
    Step.FRAME: (
        "budget",
        "places",
        "partners",
        "assessments",
        "milestones",
        "capacities",
        "handover_reports",
    ),
    Step.SITUATION: ("factors", "causes", "citations", "gender"),
    Step.WHO: (
        "beneficiaries",
        "eligibility",
        "needs",
        "stakeholders",
        "parts",
        "consultations",
        "child_inputs",
    ),
    Step.STRATEGIES: ("choices", "law"),
    Step.RESULTS: (
        "objectives",
        "outputs",
        "activities",
        "indicators",
        "register",
        "materials",
        "segments",
        "campaigns",
        "measures",
        "reached",
    ),
    Step.REVIEW: ("set_aside",),
}


def step_fields(step: Step) -> Sequence[str]:
    """Return the names of the scalar facts of a ``Plan`` that a step asks for."""
    return _FIELDS.get(step, ())


def step_rows(step: Step) -> Sequence[str]:
    """Return the names of the lists of rows that a step asks for."""
    return _ROWS.get(step, ())
