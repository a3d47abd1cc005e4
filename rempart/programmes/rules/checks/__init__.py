"""One check for each rule of the guide that bears on a plan or its material, by how much it weighs.

The weight stands here and not in content: words may be changed by whoever owns them, a block may
not be edited away. ``H..`` are checks of ``planning``'s reading of what to avoid that no RULE holds.
"""

from collections.abc import Callable, Mapping
from typing import Final

from rempart.programmes.rules.checks import (
    access,
    agencies,
    alarm,
    alliances,
    children,
    demand,
    exits,
    home,
    intake,
    materials,
    situation,
    tree,
    wording,
    work,
)
from rempart.programmes.rules.review import Outcome, Scope, Severity
from rempart.programmes.rules.seen import Seen

Check = Callable[[Seen], Outcome]

BLOCKS: Final[Mapping[str, Check]] = {
    "RULE-001": alarm.alarm_without_response,
    "RULE-006": children.children_as_instruments,
    "RULE-013": alarm.promising_too_soon,
    "RULE-015": exits.unprotected_street_work,
    "RULE-016": children.repression,
    "RULE-019": access.age_below_eighteen,
    "RULE-020": access.refused_as_willing,
    "RULE-021": access.discrimination,
    "RULE-034": alliances.partner_without_class,
    "RULE-064": work.apprenticeship_too_young,
    "RULE-095": children.bargaining,
}
ERRORS: Final[Mapping[str, Check]] = {
    "RULE-002": intake.school_without_places,
    "RULE-003": situation.causes_not_analysed,
    "RULE-005": situation.reform_in_instability,
    "RULE-007": children.no_participation,
    "RULE-010": demand.exploiters_forgotten,
    "RULE-014": exits.street_left_for_nothing,
    "RULE-017": work.trade_without_job_search,
    "RULE-018": exits.no_link_to_justice,
    "RULE-023": children.together_after_trauma,
    "RULE-026": situation.gender_not_analysed,
    "RULE-027": alliances.people_not_split,
    "RULE-030": alliances.nobody_takes_over,
    "RULE-032": alliances.need_without_provider,
    "RULE-033": alliances.network_without_rules,
    "RULE-035": alarm.watch_without_support,
    "RULE-037": situation.trafficking_unanswered,
    "RULE-038": situation.no_baseline,
    "RULE-039": alliances.progress_not_followed,
    "RULE-040": home.rejection_not_worked_on,
    "RULE-041": home.nobody_after_return,
    "RULE-042": exits.exit_without_income,
    "RULE-048": situation.basic_services_missing,
    "RULE-059": alarm.helpline_alone,
    "RULE-060": alarm.watch_unprepared,
    "RULE-113": access.profile_as_label,
    "RULE-119": exits.incomplete_package,
    "H05": exits.police_alone,
    "H06": exits.shelter_first,
    "H07": home.unchanged_home,
    "H14": exits.proceedings_unprotected,
    "H16": tree.left_out_in_silence,
    "H17": agencies.unsafe_agency,
}
WARNINGS: Final[Mapping[str, Check]] = {
    "RULE-004": alliances.minds_changed_in_a_day,
    "RULE-008": demand.men_without_men,
    "RULE-009": alliances.prejudice_of_providers,
    "RULE-011": demand.attitudes_of_who_pays,
    "RULE-012": demand.campaign_without_study,
    "RULE-024": children.space_not_reviewed,
    "RULE-025": children.unequal_participation,
    "RULE-028": access.no_service_for_boys,
    "RULE-031": alliances.partners_not_strengthened,
    "RULE-036": alliances.services_twice,
    "RULE-043": home.livelihoods_without_women,
    "RULE-044": home.aid_without_follow_up,
    "RULE-045": home.training_hard_to_read,
    "RULE-046": situation.working_children_overlooked,
    "RULE-047": access.adolescents_forgotten,
    "RULE-049": situation.place_not_explained,
    "RULE-061": demand.sector_without_code,
    "RULE-066": work.schooling_out_of_age,
    "RULE-118": demand.campaign_without_audience,
    "RULE-120": situation.absent_from_public_plans,
}
ADVICE: Final[Mapping[str, Check]] = {
    "RULE-029": exits.prevention_missing,
    "RULE-050": exits.places_not_counted,
    "RULE-067": work.scholarships_by_merit_alone,
    "RULE-121": home.fathers_left_out,
}
CHECKS: Final[Mapping[str, Check]] = {**BLOCKS, **ERRORS, **WARNINGS, **ADVICE}
SEVERITY: Final[Mapping[str, Severity]] = {
    **dict.fromkeys(BLOCKS, Severity.BLOCK),
    **dict.fromkeys(ERRORS, Severity.ERROR),
    **dict.fromkeys(WARNINGS, Severity.WARNING),
    **dict.fromkeys(ADVICE, Severity.ADVICE),
}
MATERIAL_BLOCKS: Final[Mapping[str, Check]] = {
    "RULE-001": materials.alarm_without_response,
    "RULE-006": materials.children_as_instruments,
    "RULE-013": materials.promising_too_soon,
    "RULE-052": materials.image_without_need,
    "RULE-053": wording.identity_disclosed,
    "RULE-054": materials.real_story_unprotected,
}
MATERIAL_ERRORS: Final[Mapping[str, Check]] = {
    "RULE-055": materials.no_way_to_help,
    "RULE-057": wording.blames_the_child,
}
MATERIAL_WARNINGS: Final[Mapping[str, Check]] = {
    "RULE-008": materials.men_without_men,
    "RULE-051": wording.blames_the_sector,
    "RULE-056": wording.men_without_the_law,
    "RULE-058": wording.words_to_replace,
    "RULE-125": wording.half_informed,
}
MATERIAL_ADVICE: Final[Mapping[str, Check]] = {
    "RULE-126": wording.adolescents_absent,
    "RULE-127": materials.hard_to_read,
}
SCOPES: Final[Mapping[Scope, Mapping[str, tuple[Check, Severity]]]] = {
    Scope.PROGRAMME: {rule: (check, SEVERITY[rule]) for rule, check in CHECKS.items()},
    Scope.COMMUNICATION: {
        rule: (check, severity)
        for severity, checks in (
            (Severity.BLOCK, MATERIAL_BLOCKS),
            (Severity.ERROR, MATERIAL_ERRORS),
            (Severity.WARNING, MATERIAL_WARNINGS),
            (Severity.ADVICE, MATERIAL_ADVICE),
        )
        for rule, check in checks.items()
    },
}
