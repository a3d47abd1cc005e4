"""The situation comes first: causes, gender, places, routes, what is already known."""

from collections.abc import Mapping

from rempart.programmes.rules.codes import Answer, Level, Step
from rempart.programmes.rules.law import joint_answer, linked_to
from rempart.programmes.rules.plan import Choice
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import (
    AREAS,
    NEW_ACTIVITY,
    UNSAID,
    Answers,
    Seen,
    at_field,
    months_from,
)
from rempart.programmes.rules.sorts import LAW_REFORM, LEGAL_HELP, MENTAL_HELP, PLAN_ADVOCACY, Sort

CAUSES = (
    "poverty", "lack_of_education", "unknown_rights", "domestic_violence", "demand",
    "community_tolerance", "hiv", "political_and_socioeconomic",
)  # fmt: skip
GENDER = tuple(f"ex.08.s{n}" for n in range(1, 9))
WORKING = {"domestic", "street_vending", "street_living"}
BASIC: Mapping[str, Sort] = {"legal_aid": LEGAL_HELP, "psychosocial_care": MENTAL_HELP}
AGAINST_TRAFFICKING = {"act.31"}  # the actions that the guide's tags tie to trafficking …
ACROSS_BORDERS = {"act.01", "act.03", "act.31"}  # … and to the level across borders


def causes_not_analysed(seen: Seen) -> Outcome:
    """RULE-003: each of the eight causes is analysed, or set aside with a reason.

    Source: strategy 2, thing to do 2 and what to avoid 2. Reading: empty is a fault.
    """
    told = sorted(seen.plan.causes, key=lambda c: bool(c.analysis or c.not_addressed_because))
    rows = {cause.code: cause for cause in told}  # of several, one that says something
    wrong = []
    for code in CAUSES:
        cause = rows.get(code)
        if cause is None:
            wrong.append(Spot(step=Step.SITUATION, row="causes", field=code))
        elif not cause.analysis and not cause.not_addressed_because:
            wrong.append(Spot(step=Step.SITUATION, row="causes", key=cause.key, field="analysis"))
    return judge(wrong=wrong)


def reform_in_instability(seen: Seen) -> Outcome:
    """RULE-005 (H12): in unstable times, legislators are informed and consulted before a reform.

    Source: strategy 1, what to avoid 1. Reading: concerned only where the frame says that the
    country is politically unstable; if nobody said or knows, the rule cannot tell. Where the frame
    or an activity says nothing, the reforms that the programme works on answer together.
    """
    reforms = seen.of(LAW_REFORM)
    linked = linked_to(seen.plan.law, "reforms")
    unstable = seen.plan.political_instability
    if unstable in UNSAID and linked:
        unstable = joint_answer([link.instability for link in linked], any_of=Answer.YES)
    if not reforms or unstable == Answer.NO:
        return judge(concerned=bool(reforms), unsure=seen.untold)
    if unstable != Answer.YES:
        return judge(unsure=(at_field(Step.FRAME, "political_instability"),))
    noted = Answers(seen.untold)
    told = {
        "legislators_briefed": joint_answer([link.briefed for link in linked], any_of=Answer.NO),
        "legislators_consulted": joint_answer(
            [link.consulted for link in linked], any_of=Answer.NO
        ),
    }
    for activity in reforms:
        open_ones = [
            q for q, said in told.items() if said != Answer.YES or activity.said(q) not in UNSAID
        ]
        noted.want(activity, *open_ones)
    return noted.outcome(concerned=True)


def gender_not_analysed(seen: Seen) -> Outcome:
    """RULE-026: the eight parts of the gender analysis are written, for girls and for boys.

    Source: key point 11; example 8. Reading: empty is a fault; so is a part that speaks of one sex
    only, or of both without telling them apart (REQ-077).
    """
    rows = {note.part: note for note in seen.plan.gender}
    wrong = []
    for part in GENDER:
        if part not in rows:
            wrong.append(Spot(step=Step.SITUATION, row="gender", field=part))
            continue
        row = rows[part]
        wrong += [
            Spot(step=Step.SITUATION, row="gender", key=row.key, field=name)
            for name, said in (("girls", row.girls), ("boys", row.boys))
            if not said
        ]
    return judge(wrong=wrong)


def trafficking_unanswered(seen: Seen) -> Outcome:
    """RULE-037: where trafficking is known or crosses borders, a strategy answers it.

    Source: strategy 2, thing to do 5; the level across borders. Reading: a chosen strategy about
    trafficking (theme, or an action that the guide ties to it), and across borders where needed.
    While nobody said whether borders are crossed, a strategy that stays at home may not be enough.
    """
    plan = seen.plan
    facts = {"trafficking_route": plan.trafficking_route, "cross_border": plan.cross_border}
    unsaid = [at_field(Step.FRAME, n) for n, said in facts.items() if said in {"", "unknown"}]
    if Answer.YES not in facts.values():
        return judge(concerned=False, unsure=unsaid)
    about = [choice for choice in seen.chosen if _is_against_trafficking(choice)]
    if any(c.level == Level.CROSSBORDER or c.action in ACROSS_BORDERS for c in about):
        return judge()
    if about and plan.cross_border != Answer.YES:
        return judge(unsure=unsaid)
    return judge(wrong=(Spot(step=Step.STRATEGIES, row="choices"),))


def _is_against_trafficking(choice: Choice) -> bool:
    return "trafficking" in choice.themes or choice.action in AGAINST_TRAFFICKING


def no_baseline(seen: Seen) -> Outcome:
    """RULE-038: a plan of more than three months describes the situation it starts from.

    Source: strategy 1, thing to do 1. Reading: the baseline of the frame; the length is our own.
    """
    plan = seen.plan
    if plan.baseline:
        return judge()
    dates = {"starts_on": plan.starts_on, "ends_on": plan.ends_on}
    if not plan.starts_on or not plan.ends_on:
        return judge(unsure=[at_field(Step.FRAME, n) for n, day in dates.items() if not day])
    if months_from(plan.starts_on, plan.ends_on) <= seen.thresholds.baseline_after_months:
        return judge(concerned=False)
    return judge(wrong=(at_field(Step.FRAME, "baseline"),))


def working_children_overlooked(seen: Seen) -> Outcome:
    """RULE-046: where children work, domestic workers, vendors and those in the street are seen.

    Source: box 3. Reading: all three are ticked.
    """
    present = seen.plan.child_labour_present
    if present == Answer.NO:
        return judge(concerned=False)
    if present != Answer.YES:
        return judge(unsure=(at_field(Step.SITUATION, "child_labour_present"),))
    is_met = set(seen.plan.working_children) >= WORKING
    return judge(wrong=() if is_met else (at_field(Step.SITUATION, "working_children"),))


def basic_services_missing(seen: Seen) -> Outcome:
    """RULE-048: legal protection and psychosocial support exist in each place, or are created.

    Source: key point 10; strategy 2, priority action 1. Reading: the need works or is planned there,
    or an activity of the plan provides it there.
    """
    if not seen.plan.places:
        return judge(unsure=(Spot(step=Step.FRAME, row="places"),))
    wrong: list[Spot] = []
    unsure: list[Spot] = []
    for kind, sort in BASIC.items():
        made = {place for activity in seen.of(sort) for place in seen.places_of(activity)}
        for place in seen.plan.places:
            met = place.key in made or seen.is_met(kind, place.key)
            if met is None:
                unsure += seen.need_spots(kind, place.key)
            elif not met:
                wrong += seen.need_spots(kind, place.key)
    return judge(wrong=wrong, unsure=unsure)


def place_not_explained(seen: Seen) -> Outcome:
    """RULE-049: the choice of each community is explained by conditions of risk.

    Source: example 7. Reading: places of the community's level, or of no level given.
    """
    places = [p for p in seen.plan.places if p.level in {"", Level.COMMUNITY.value}]
    wrong = [
        Spot(step=Step.FRAME, row="places", key=p.key, field="selection_reason")
        for p in places
        if not p.selection_reason
    ]
    return judge(concerned=bool(places), wrong=wrong)


def absent_from_public_plans(seen: Seen) -> Outcome:
    """RULE-120: where no public plan speaks of exploitation, the programme works towards it.

    Source: strategy 1, priority action 2. Reading: concerned where it works in the national area;
    a national plan that the programme is tied to answers too.
    """
    if not seen.plan.areas:
        return judge(unsure=(AREAS,))
    linked = [link.included for link in linked_to(seen.plan.law, "plans")]
    said = seen.plan.in_national_plans
    if "area.nat" not in seen.plan.areas or Answer.YES in {said, *linked}:
        return judge(concerned="area.nat" in seen.plan.areas)
    if seen.of(PLAN_ADVOCACY):
        return judge()
    if said in UNSAID and linked:
        said = joint_answer(linked, any_of=Answer.YES)
    if said != Answer.NO:
        return judge(unsure=(at_field(Step.SITUATION, "in_national_plans"),))
    return judge(wrong=(NEW_ACTIVITY,))
