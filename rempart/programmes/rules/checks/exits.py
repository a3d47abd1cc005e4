"""Leaving exploitation or the street: never without safety, care and another way to live."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rempart.programmes.rules.checks.alarm import PACKAGE
from rempart.programmes.rules.codes import Answer, Step
from rempart.programmes.rules.results import Activity
from rempart.programmes.rules.review import Outcome, Severity, Spot, Verdict, judge
from rempart.programmes.rules.seen import (
    AREAS,
    NEW_ACTIVITY,
    Answers,
    Seen,
    at_activity,
    at_question,
)
from rempart.programmes.rules.sorts import (
    ALTERNATIVES,
    CARE,
    DIRECT_HELP,
    EXITS,
    FAMILY_CARE,
    INCOMES,
    LEGAL_HELP,
    MENTAL_HELP,
    POLICE,
    PROSECUTION,
    PROTECTION,
    SCHOOL_HELP,
    SHELTERS,
    STREET_EXITS,
    STREET_WORK,
    STUDIES,
    Sort,
)

HELPED = {
    "children", "survivors", "at_risk", "girls", "boys", "adolescents", "street",
    "working_children", "siblings", "families", "mothers", "fathers",
}  # fmt: skip
ANSWERED_BY = {
    "safe_shelter": SHELTERS,
    "legal_aid": LEGAL_HELP,
    "psychosocial_care": MENTAL_HELP,
    "school_support": SCHOOL_HELP,
}


def _exits(seen: Seen) -> tuple[Sequence[Activity], Sequence[Spot]]:
    """Return the work on exit, and why the plan may yet have some."""
    found = seen.of(EXITS)
    is_open = not found and not seen.activities and "area.wr" in seen.plan.areas
    return found, (*seen.untold, *((NEW_ACTIVITY,) if is_open else ()))


def street_left_for_nothing(seen: Seen) -> Outcome:
    """RULE-014: who leaves the street finds a social and economic option that meets the needs.

    Source: strategy 4, what to avoid 6; key point 2. Reading: a livelihood, training, apprenticeship
    or scholarship of the plan, chosen from assessed needs.
    """
    noted = Answers(seen.untold)
    leaving = [a for a in seen.of(STREET_EXITS) if noted.doubt(a, "leaves_street")]
    options = seen.of(ALTERNATIVES)
    chosen = [a.said("meets_assessed_needs") for a in options]
    if leaving and "yes" not in chosen:
        open_ones = [at_question(a, "meets_assessed_needs") for a in options if _is_open(a)]
        if open_ones:
            noted.unsure += open_ones
        else:
            noted.wrong += [
                NEW_ACTIVITY,
                *(at_activity(a, "details.leaves_street") for a in leaving),
            ]
    return noted.outcome(concerned=bool(leaving))


def _is_open(activity: Activity) -> bool:
    return activity.said("meets_assessed_needs") in {"", Answer.UNKNOWN.value}


def unprotected_street_work(seen: Seen) -> Outcome:
    """RULE-015 (H4): street teams have a safety protocol and a contact in the police.

    Source: strategy 4, what to avoid 7. Reading: the protocol is a block. The contact is an error,
    for officers may be in the network; it can be set aside where the police are implicated or
    unsafe, once another protection contact is named.
    """
    found = seen.of(STREET_WORK)
    protocol = Answers(seen.without_kind)
    for activity in found:
        protocol.want(activity, "safety_protocol")
    if protocol.wrong:
        return judge(wrong=protocol.wrong)
    alone = [a for a in found if a.said("police_liaison") in {"no", "unsafe"}]
    unsaid = [at_question(a, "police_liaison") for a in found if not a.said("police_liaison")]
    if unsure := [*protocol.unsure, *seen.without_kind]:
        return judge(unsure=[*unsure, *unsaid])
    if alone:
        return _without_police(alone)
    outcome = judge(concerned=bool(found), unsure=unsaid)
    return replace(outcome, severity=Severity.ERROR) if unsaid else outcome


def _without_police(alone: Iterable[Activity]) -> Outcome:
    spots = [at_question(a, "police_liaison") for a in alone]
    nobody = [
        at_question(a, "other_protection_contact")
        for a in alone
        if a.said("police_liaison") != "unsafe" or not a.said("other_protection_contact")
    ]
    return Outcome(
        verdict=Verdict.VIOLATED,
        spots=(*spots, *nobody),
        severity=Severity.ERROR,
        can_be_set_aside=not nobody,
    )


def no_link_to_justice(seen: Seen) -> Outcome:
    """RULE-018 (H5): direct help is coordinated with police or justice.

    Source: key point 1. Reading: a partner of the group police and justice has agreed to it.
    """
    if not seen.of(DIRECT_HELP):
        return judge(concerned=False, unsure=seen.untold)
    partners = [p for p in seen.plan.partners if p.group == "law_justice"]
    agreed = {p.key: p.coordination_agreed for p in partners}
    if Answer.YES in agreed.values():
        return judge()
    spots = {
        k: Spot(step=Step.FRAME, row="partners", key=k, field="coordination_agreed") for k in agreed
    }
    unsaid = [spots[key] for key, said in agreed.items() if said != Answer.NO]
    if unsaid:
        return judge(unsure=unsaid)
    return judge(
        wrong=spots.values() or (Spot(step=Step.FRAME, row="partners", field="law_justice"),)
    )


def exit_without_income(seen: Seen) -> Outcome:
    """RULE-042 (H3): with the exit goes a way to earn, for the child or the family.

    Source: key point 2. Reading: a livelihood, training for a trade or apprenticeship whose
    targets include children or families; one that names no target may be for somebody else.
    """
    exits, unsure = _exits(seen)
    if not exits:
        return judge(concerned=False, unsure=unsure)
    if any(HELPED & set(a.targets) for a in seen.of(INCOMES)):
        return judge()
    if unsaid := [at_activity(a, "targets") for a in seen.of(INCOMES) if not a.targets]:
        return judge(unsure=unsaid)
    return judge(wrong=(NEW_ACTIVITY,))


def incomplete_package(seen: Seen) -> Outcome:
    """RULE-119: after the exit come shelter, food, legal and psychological counselling, school.

    Source: strategy 4, priority action 3. Reading: each is a need that works or is planned, or an
    activity of the plan.
    """
    exits, unsure = _exits(seen)
    if not exits:
        return judge(concerned=False, unsure=unsure)
    wrong: list[Spot] = []
    doubts: list[Spot] = []
    for kind in PACKAGE:
        if kind in ANSWERED_BY and seen.of(ANSWERED_BY[kind]):
            continue
        met = seen.is_met(kind)
        if met is None:
            doubts += seen.need_spots(kind)
        elif not met:
            wrong += seen.need_spots(kind)
    return judge(wrong=wrong, unsure=doubts)


def places_not_counted(seen: Seen) -> Outcome:
    """RULE-050: work on exit begins with a census of places of exploitation.

    Source: strategy 4, thing to do 1. Reading: a study of the plan counts them, by type of venue
    and coarse area; never a name, a point or a picture.
    """
    exits, unsure = _exits(seen)
    counted = any("places_of_exploitation" in a.listed("study_subjects") for a in seen.of(STUDIES))
    wrong = (NEW_ACTIVITY,) if exits and not counted else ()
    return judge(concerned=bool(exits), wrong=wrong, unsure=() if counted else unsure)


def police_alone(seen: Seen) -> Outcome:
    """H05: police do not bring children out alone; someone cares for them.

    Source: strategy 4, what to avoid 8, read as a check of the plan. Reading: next to a measure of
    police stands an activity of care, or a care provider among the partners.
    """
    carers = any(p.group == "specialised_care" for p in seen.plan.partners)
    return _beside(seen, POLICE, CARE, is_there=carers)


def shelter_first(seen: Seen) -> Outcome:
    """H06: a shelter is not the first and only answer.

    Source: strategy 4, what to avoid 5, read as a check of the plan. Reading: family-based care is an
    activity of the plan, or a need that works or is planned.
    """
    return _beside(seen, SHELTERS, FAMILY_CARE, is_there=seen.is_met("family_based_care"))


def proceedings_unprotected(seen: Seen) -> Outcome:
    """H14: where exploiters are prosecuted, children are protected in the proceedings.

    Source: actions 10 and 11, read together. Reading: the plan has an activity for it.
    """
    return _beside(seen, PROSECUTION, PROTECTION, is_there=False)


def _beside(seen: Seen, one: Sort, other: Sort, *, is_there: bool | None) -> Outcome:
    found = seen.of(one)
    if not found:
        return judge(concerned=False, unsure=seen.untold)
    if is_there or seen.of(other):
        return judge()
    gaps = (NEW_ACTIVITY, *(at_activity(a) for a in found))
    return judge(unsure=gaps) if is_there is None else judge(wrong=gaps)


def prevention_missing(seen: Seen) -> Outcome:
    """RULE-029: a plan of exit or reintegration alone is tied to prevention.

    Source: key point 9. Reading: it names a prevention programme, or works in another area too.
    """
    areas = set(seen.plan.areas)
    if not areas:
        return judge(unsure=(AREAS,))
    is_late = areas <= {"area.wr", "area.rei"}
    gap = Spot(step=Step.STRATEGIES, field="prevention_link")
    wrong = (gap,) if is_late and not seen.plan.prevention_link else ()
    return judge(concerned=is_late, wrong=wrong)
