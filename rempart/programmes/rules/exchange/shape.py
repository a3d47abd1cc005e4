"""Which vocabulary each coded field draws from, and which fields point at another row."""

from rempart.programmes.rules import codes, communication
from rempart.programmes.rules.risks import DEGREES

CLOSED: dict[str, frozenset[str]] = {
    "answer": frozenset(codes.Answer),
    "level": frozenset(codes.Level),
    "serves": frozenset(codes.Serves),
    "provision": frozenset(codes.Provision),
    "stand": frozenset(codes.Stand),
    "branch": frozenset(codes.Branch),
    "influence": frozenset(codes.Influence),
    "interest": frozenset(codes.Interest),
    "part": frozenset(codes.Part),
    "decision": frozenset(codes.Decision),
    "eligibility": frozenset(codes.Eligibility),
    "criterion": frozenset(codes.Criterion),
    "objective_kind": frozenset(codes.ObjectiveKind),
    "degree": frozenset(str(degree) for degree in DEGREES),
    "direction": frozenset(codes.Direction),
    "aggregation": frozenset(codes.Aggregation),
    "involvement": frozenset(codes.Involvement),
    "image": frozenset(communication.Image),
    "story": frozenset(communication.Story),
    "literacy": frozenset(communication.Literacy),
    "funder": frozenset({"agency", "partner", "third_party"}),
}

# (record, field) -> the vocabulary of its value, or of each of its values
VOCABULARY: dict[tuple[str, str], str] = {
    ("Plan", "level"): "level",
    ("Plan", "political_instability"): "answer",
    ("Plan", "trafficking_route"): "answer",
    ("Plan", "cross_border"): "answer",
    ("Plan", "child_labour_present"): "answer",
    ("Plan", "in_national_plans"): "answer",
    ("Plan", "working_children"): "working_children",
    ("Plan", "risk_sectors"): "risk_sector",
    ("Plan", "areas"): "area",
    ("Headcount", "sex"): "sex",
    ("Headcount", "age_band"): "age_band",
    ("PlannedPlace", "level"): "level",
    ("Partner", "group"): "stakeholder_group",
    ("Partner", "serves"): "serves",
    ("Partner", "coordination_agreed"): "answer",
    ("BudgetLine", "funder"): "funder",
    ("BudgetLine", "area"): "area",
    ("FactorMark", "factor"): "factor",
    ("FactorMark", "present"): "answer",
    ("Cause", "branch"): "branch",
    ("Cause", "code"): "plan_cause",
    ("Cause", "factors"): "factor",
    ("GenderNote", "part"): "gender_part",
    ("Beneficiaries", "serves"): "serves",
    ("EligibilityCriterion", "effect"): "eligibility",
    ("EligibilityCriterion", "dimension"): "criterion",
    ("Need", "kind"): "plan_need",
    ("Need", "provision"): "provision",
    ("Stakeholder", "group"): "stakeholder_group",
    ("Stakeholder", "stands"): "stand",
    ("Stakeholder", "influence"): "influence",
    ("Stakeholder", "interest"): "interest",
    ("ActionPart", "group"): "stakeholder_group",
    ("ActionPart", "parts"): "part",
    ("Choice", "decision"): "decision",
    ("Choice", "action"): "action",
    ("Choice", "area"): "area",
    ("Choice", "level"): "level",
    ("Choice", "themes"): "guide_theme",
    ("SetAside", "rule"): "rule",
    ("Objective", "kind"): "objective_kind",
    ("Activity", "kind"): "activity_kind",
    ("Activity", "actions"): "action_number",
    ("Activity", "targets"): "plan_target",
    ("Activity", "audiences"): "plan_target",
    ("Activity", "messengers"): "stakeholder_group",
    ("Activity", "children_take_part"): "involvement",
    ("Indicator", "unit"): "plan_unit",
    ("Indicator", "direction"): "direction",
    ("Indicator", "split"): "plan_split",
    ("Indicator", "library"): "indicator",
    ("Indicator", "aggregation"): "aggregation",
    ("Indicator", "frequency"): "indicator_frequency",
    ("Risk", "likelihood"): "degree",
    ("Risk", "effect"): "degree",
    ("Material", "audiences"): "plan_target",
    ("Material", "messengers"): "stakeholder_group",
    ("Material", "formats"): "material_format",
    ("Material", "literacy"): "literacy",
    ("Material", "covers"): "material_topic",
    ("Material", "image"): "image",
    ("Material", "story"): "story",
} | {("Material", name): "answer" for name in communication.QUESTIONS}

# (record, field) -> the lists of ``Plan`` in one of which the key must stand
POINTERS: dict[tuple[str, str], tuple[str, ...]] = {
    ("Beneficiaries", "place"): ("places",),
    ("Need", "place"): ("places",),
    ("Activity", "places"): ("places",),
    ("Material", "activity"): ("activities",),
}

# a record whose later date or age must not come before its earlier one
IN_ORDER: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Plan": (("starts_on", "ends_on", "end_before_start"),),
    "Activity": (("starts_on", "ends_on", "end_before_start"),),
    "EligibilityCriterion": (("min_age", "max_age", "ages_upside_down"),),
}

# (record, fields) -> what no two rows of one list may both say; an empty first field is nobody's
ONCE: dict[str, tuple[str, ...]] = {
    "Headcount": ("sex", "age_band"),
    "FactorMark": ("factor",),
    "GenderNote": ("part",),
    "Choice": ("action",),
    "ActionPart": ("action", "group"),
    "SetAside": ("rule",),
}

LARGEST_COUNT = 1_000_000_000  # people, places, ages: what a column of the database holds
LARGEST_AMOUNT = 10**13
