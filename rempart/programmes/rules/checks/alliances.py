"""Alliances: every partner placed, every need answered, someone to take over, progress followed."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from rempart.programmes.rules.codes import ObjectiveKind, Provision, Serves, Step
from rempart.programmes.rules.coverage import naming
from rempart.programmes.rules.plan import Need
from rempart.programmes.rules.results import Activity, Indicator
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import (
    IN_PLACE,
    NEW_ACTIVITY,
    Seen,
    at_field,
    at_need,
    at_question,
    months_from,
)
from rempart.programmes.rules.sorts import DIRECT_HELP, NETWORKS, PROVIDERS, STRENGTHENING

CLASSES = {serves.value for serves in Serves}
PEOPLE = {"sex", "age_band"}
PREJUDICES = {"lack_of_knowledge", "stereotypes", "false_beliefs", "view_of_children"}
PAIR = 2


def partner_without_class(seen: Seen) -> Outcome:
    """RULE-034: each partner stands in one of the outline's two classes.

    Source: the note on direct beneficiaries. Reading: children and families, or intermediaries.
    """
    partners = seen.plan.partners
    wrong = [_partner(p.key, "serves") for p in partners if p.serves not in CLASSES]
    return judge(concerned=bool(partners), wrong=wrong)


def _partner(key: str, name: str) -> Spot:
    return Spot(step=Step.FRAME, row="partners", key=key, field=name)


def network_without_rules(seen: Seen) -> Outcome:
    """RULE-033: a network has its rules in writing, and each member a role.

    Source: strategy 1, thing to do 6; example 26. Reading: two partners make a network, as does an
    activity that builds one.
    """
    partners = seen.plan.partners
    if len(partners) < PAIR and not seen.of(NETWORKS):
        return judge(concerned=False)
    wrong = [_partner(p.key, "role") for p in partners if not p.role]
    if not seen.plan.network_rules:
        wrong.append(at_field(Step.FRAME, "network_rules"))
    return judge(wrong=wrong)


def partners_not_strengthened(seen: Seen) -> Outcome:
    """RULE-031: the programme strengthens its partners.

    Source: box 5. Reading: it says how for each partner, or has an activity for it.
    """
    partners = seen.plan.partners
    if not partners:
        return judge(unsure=(Spot(step=Step.FRAME, row="partners"),))
    if seen.of(STRENGTHENING):
        return judge()
    return judge(wrong=[_partner(p.key, "strengthened") for p in partners if not p.strengthened])


def nobody_takes_over(seen: Seen) -> Outcome:
    """RULE-030: a public institution will take over, and the model is described.

    Source: box 5; key point 8. Reading: both fields are filled in.
    """
    names = "handover_institution", "handover_model"
    return judge(wrong=[at_field(Step.FRAME, n) for n in names if not getattr(seen.plan, n)])


def need_without_provider(seen: Seen) -> Outcome:
    """RULE-032: someone answers each need.

    Source: the guide's note on coordination among stakeholders. Reading: the row names who, and
    does not say that nobody does.
    """
    needs = seen.plan.needs
    if not needs:
        return judge(unsure=(Spot(step=Step.WHO, row="needs"),))
    return judge(wrong=[at_need(n.key, "answered_by") for n in needs if _is_orphan(n)])


def _is_orphan(need: Need) -> bool:
    return not need.answered_by or need.provision == Provision.NONE


def services_twice(seen: Seen) -> Outcome:
    """RULE-036: two services of a kind in one place complete each other, or are one too many.

    Source: key point 4. Reading: two providers, of which one says what it adds; a service
    everywhere counts in every place.
    """
    key_of = naming(seen.plan.partners)
    groups: dict[tuple[str, str], list[Need]] = defaultdict(list)
    for need in seen.plan.needs:
        if need.answered_by and need.provision != Provision.NONE:
            groups[need.kind, need.place].append(need)
    wrong: list[Spot] = []
    unsure: list[Spot] = []
    for (kind, place), rows in groups.items():
        beside = rows if not place else [*groups.get((kind, ""), ()), *rows]
        at_work = [need for need in beside if need.provision in IN_PLACE]
        if any(need.complement for need in beside):
            continue
        if _are_several(at_work, key_of):
            wrong += (at_need(need.key, "complement") for need in at_work)
        elif _are_several(beside, key_of):
            unsure += (at_need(need.key) for need in beside if not need.provision)
    return judge(concerned=bool(groups), wrong=wrong, unsure=unsure)


def _are_several(needs: list[Need], key_of: Callable[[str], str]) -> bool:
    return len({key_of(need.answered_by) for need in needs}) >= PAIR


def progress_not_followed(seen: Seen) -> Outcome:
    """RULE-039: progress is followed, and each objective has indicators.

    Source: strategy 5, things to do 3 and 5. Reading: immediate objectives' own indicators.
    """
    wrong = [
        Spot(step=Step.RESULTS, row="objectives", key=objective.key, field="indicators")
        for objective in seen.plan.objectives
        if not objective.indicators
    ]
    if not seen.plan.tracking:
        wrong.append(at_field(Step.FRAME, "tracking"))
    unsure = () if seen.plan.objectives else (Spot(step=Step.RESULTS, row="objectives"),)
    return judge(wrong=wrong, unsure=unsure)


def people_not_split(seen: Seen) -> Outcome:
    """RULE-027: an indicator about people is split by sex and age.

    Source: example 8. Reading: those marked as being about people.
    """
    about = list(_about_people(seen))
    wrong = [
        Spot(step=Step.RESULTS, row="indicators", key=indicator.key, field="split")
        for indicator in about
        if not set(indicator.split) >= PEOPLE
    ]
    return judge(concerned=bool(about), wrong=wrong)


def _about_people(seen: Seen) -> Iterator[Indicator]:
    return (indicator for indicator in seen.plan.indicators() if indicator.about_people)


def prejudice_of_providers(seen: Seen) -> Outcome:
    """RULE-009: where services help children, their staff works on its own prejudices.

    Source: strategy 3, what to avoid 3. Reading: together, such activities cover lack of knowledge,
    stereotypes, false beliefs and how children are seen.
    """
    if not seen.of(DIRECT_HELP):
        return judge(concerned=False, unsure=seen.untold)
    found = seen.of(PROVIDERS)
    if {code for activity in found for code in activity.listed("covers")} >= PREJUDICES:
        return judge()
    return judge(wrong=[at_question(a, "covers") for a in found] or (NEW_ACTIVITY,))


def minds_changed_in_a_day(seen: Seen) -> Outcome:
    """RULE-004 (H10): attitudes change by repeated and lasting work.

    Source: strategy 2, what to avoid 4. Reading: under an objective on attitudes, not everything is
    one-off, and the activities last twelve months together (the length is our own).
    """
    objectives = [o for o in seen.plan.objectives if o.kind == ObjectiveKind.ATTITUDES]
    unclassed = [
        Spot(step=Step.RESULTS, row="objectives", key=o.key, field="kind")
        for o in seen.plan.objectives
        if not o.kind
    ]
    wrong: list[Spot] = []
    for objective in objectives:
        spot = Spot(step=Step.RESULTS, row="objectives", key=objective.key)
        activities = [a for output in objective.outputs for a in output.activities]
        lasting = _is_lasting(activities, seen.thresholds.attitude_months)
        if lasting is not True:
            (unclassed if lasting is None else wrong).append(spot)
    return judge(concerned=bool(objectives), wrong=wrong, unsure=unclassed)


def _is_lasting(activities: list[Activity], months: float) -> bool | None:
    if not activities:
        return None
    if all(activity.is_one_off for activity in activities):
        return False
    spans = [months_from(a.starts_on, a.ends_on) for a in activities if a.starts_on and a.ends_on]
    if sum(spans) >= months:
        return True
    return False if len(spans) == len(activities) else None
