"""Sorts of activities that rules speak of: the kinds they are, and the actions they carry out.

An activity belongs to a sort by its kind. Only where no kind was chosen, or "something else", do
the actions of Figure 1 that its author named for it decide: never an inferred cell of Figure 1.
"""

from dataclasses import dataclass
from typing import Final

UNTOLD: Final = frozenset({"", "other"})  # kinds that say nothing


@dataclass(frozen=True, slots=True)
class Sort:
    """Activities of these kinds, or of no telling kind but carrying out one of these actions."""

    kinds: frozenset[str]
    actions: frozenset[int]


def _sort(kinds: str, *actions: int) -> Sort:
    return Sort(frozenset(kinds.split()), frozenset(actions))


ALARMS = _sort(
    "awareness awareness_campaign reporting_promotion community_watch helpline"
    " community_preparation",
    16, 17, 18, 26, 39,
)  # fmt: skip
SHOWING = _sort(
    "awareness awareness_campaign reporting_promotion demand_campaign school_promotion media_work"
    " plan_advocacy",
    16, 17, 19,
)  # fmt: skip
ANNOUNCING = _sort(
    "awareness awareness_campaign reporting_promotion street_outreach helpline drop_in_centre"
    " exit_support",
    16, 26, 28, 29,
)  # fmt: skip
CAMPAIGNS = _sort("awareness_campaign", 16)
DEMAND_CAMPAIGNS = _sort("demand_campaign", 15)
MESSAGES = _sort("awareness awareness_campaign demand_campaign media_work", 15, 16, 19)
SPEAKING = _sort("awareness awareness_campaign demand_campaign media_work life_skills", 15, 16, 19)
SCHOOL_PROMOTION = _sort("school_promotion", 17)
LAW_REFORM = _sort("law_reform", 1, 4, 6)
PLAN_ADVOCACY = _sort("plan_advocacy", 5)
WATCH = _sort("community_watch", 18)
HELPLINES = _sort("helpline", 26)
STREET_WORK = _sort("street_outreach")
POLICE = _sort("police_operation", 9)
PROSECUTION = _sort("prosecution_support", 10)
PROTECTION = _sort("protection_in_proceedings", 11)
CENTRES = _sort("shelter drop_in_centre care_psychosocial study_and_play_space", 28, 29, 30)
SHELTERS = _sort("shelter", 29, 30)
FAMILY_CARE = _sort("family_based_care")
EXITS = _sort("exit_support shelter", 29, 30)
STREET_EXITS = _sort("street_outreach exit_support shelter", 29)
CARE = _sort("care_psychosocial care_health shelter exit_support drop_in_centre", 28, 29, 30, 32)
DIRECT_HELP = _sort(
    "street_outreach drop_in_centre shelter family_based_care exit_support care_psychosocial"
    " care_health legal_aid protection_in_proceedings reintegration follow_up_after_return",
    11, 28, 29, 30, 31, 32, 34,
)  # fmt: skip
INCOMES = _sort("livelihoods trade_training apprenticeship", 36, 38)
ALTERNATIVES = _sort("livelihoods trade_training apprenticeship scholarship", 24, 35, 36, 38)
LIVELIHOODS = _sort("livelihoods", 36)
TRADE_TRAINING = _sort("trade_training", 24, 38)
JOB_SEARCH = _sort("job_search_training")
APPRENTICESHIPS = _sort("apprenticeship")
TRAININGS = _sort("livelihoods trade_training job_search_training life_skills", 24, 36, 38)
YOUTH = _sort("life_skills health_education children_clubs study_and_play_space", 21, 23, 25, 27)
SPACES = _sort("study_and_play_space", 21)
SCHOOLING = _sort("education", 35)
SCHOLARSHIPS = _sort("scholarship")
REINTEGRATION = _sort("reintegration", 34)
PREPARING = _sort("family_counselling community_preparation", 39)
AFTER_RETURN = _sort("follow_up_after_return", 37)
FAMILY_WORK = _sort("family_counselling family_support livelihoods")
MEDIATION = _sort("mediation")
CODES = _sort("code_of_conduct", 22)
PROVIDERS = _sort("provider_sensitisation", 8)
STRENGTHENING = _sort("capacity_of_partners", 8)
STUDIES = _sort("study", 13, 14)
NETWORKS = _sort("referral_network", 33, 37)
LEGAL_HELP = _sort("legal_aid protection_in_proceedings", 31)
MENTAL_HELP = _sort("care_psychosocial", 30)
SCHOOL_HELP = _sort("education school_support scholarship", 35)
