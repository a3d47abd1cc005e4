"""Children take part, are protected when they appear, and are never treated as suspects."""

from rempart.programmes.rules.records import shaped_the_plan
from rempart.programmes.rules.results import Activity
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import NEW_ACTIVITY, Answers, Seen, at_question
from rempart.programmes.rules.sorts import CENTRES, MEDIATION, POLICE, SHOWING, SPACES, YOUTH

REPRESSIVE = {
    "arrest", "charge", "fine", "detention", "round_up", "raid_without_protection_team",
    "forced_removal",
}  # fmt: skip
CHILDREN = {"child_victims", "street_children"}


def children_as_instruments(seen: Seen) -> Outcome:
    """RULE-006 (H11): a child appears only informed, willing and consulted.

    Source: strategy 1, what to avoid 2. Reading: an activity that shows children answers yes to all
    three questions; one that may show children says whether it does.
    """
    noted = Answers(seen.untold)
    shown = [a for a in seen.of(SHOWING) if noted.doubt(a, "children_appear")]
    for activity in shown:
        noted.want(activity, "children_informed", "children_agree", "children_consulted")
    return noted.outcome(concerned=bool(shown))


def no_participation(seen: Seen) -> Outcome:
    """RULE-007 (H15): children take part in designing, deciding or reviewing something.

    Source: strategy 1, what to avoid 3; key point 7. Reading: in one activity at least, or something
    that they proposed when they were asked is kept in the plan. Before the
    first activity there is nothing to tell.
    """
    if any(a.children_take_part for a in seen.activities) or shaped_the_plan(seen.plan):
        return judge()
    gap = (Spot(step=NEW_ACTIVITY.step, row="activities", field="children_take_part"),)
    return judge(wrong=gap) if seen.activities else judge(unsure=gap)


def repression(seen: Seen) -> Outcome:
    """RULE-016: no repressive measure is aimed at a child victim or a child in the street.

    Source: strategy 4, what to avoid 8. Reading: arrest, charge, fine, detention, round-up, an
    operation without a protection team or forced removal, aimed at children.
    """
    measures = seen.of(POLICE)
    wrong = [
        at_question(a, "measure")
        for a in measures
        if a.said("measure") in REPRESSIVE and CHILDREN & set(a.listed("aimed_at"))
    ]
    unsure = [at_question(a, gap) for a in measures if (gap := _unsaid_measure(a))]
    return judge(concerned=bool(measures), wrong=wrong, unsure=[*seen.untold, *unsure])


def _unsaid_measure(activity: Activity) -> str:
    if not activity.said("measure"):
        return "measure"
    if activity.said("measure") in REPRESSIVE and not activity.listed("aimed_at"):
        return "aimed_at"
    return ""


def bargaining(seen: Seen) -> Outcome:
    """RULE-095: nobody mediates between a child and who exploited the child.

    Source: the principle that exploitation is never negotiated. Reading: the mediation says
    between whom.
    """
    found = seen.of(MEDIATION)
    between = {a.key: a.said("mediation_between") for a in found}
    spots = {a.key: at_question(a, "mediation_between") for a in found}
    wrong = [spots[key] for key, said in between.items() if said == "child_and_exploiter"]
    unsure = [spots[key] for key, said in between.items() if not said]
    return judge(concerned=bool(found), wrong=wrong, unsure=[*seen.without_kind, *unsure])


def together_after_trauma(seen: Seen) -> Outcome:
    """RULE-023: where both sexes come, children hurt by exploitation have separate activities.

    Source: example 13. Reading: asked of every centre that may receive such children.
    """
    noted = Answers(seen.untold)
    asked = "serves_traumatised", "serves_both_sexes"
    mixed = [
        a
        for a in seen.of(CENTRES)
        if "no" not in {a.said(q) for q in asked} and all(noted.doubt(a, q) for q in asked)
    ]
    for activity in mixed:
        noted.want(activity, "separate_activities")
    return noted.outcome(concerned=bool(mixed))


def space_not_reviewed(seen: Seen) -> Outcome:
    """RULE-024: a place to study and play is reviewed for gender and for culture.

    Source: example 13. Reading: both are answered with yes.
    """
    noted = Answers(seen.untold)
    spaces = seen.of(SPACES)
    for activity in spaces:
        noted.want(activity, "gender_reviewed", "culture_reviewed")
    return noted.outcome(concerned=bool(spaces))


def unequal_participation(seen: Seen) -> Outcome:
    """RULE-025: girls and boys both take part, or there is a reason or an effort.

    Source: example 11. Reading: of those expected, neither sex is below the threshold.
    """
    found = seen.of(YOUTH)
    wrong: list[Spot] = []
    unsure: list[Spot] = list(seen.untold)
    for activity in found:
        if activity.said("single_sex_reason") or activity.said("outreach_to_missing") == "yes":
            continue
        girls, boys = activity.counted("girls_planned"), activity.counted("boys_planned")
        if girls is None or boys is None or not girls + boys:
            missing = "girls_planned" if not girls else "boys_planned"
            unsure.append(at_question(activity, missing))
        elif min(girls, boys) / (girls + boys) < seen.thresholds.share_of_each_sex:
            less = "girls_planned" if girls < boys else "boys_planned"
            wrong.append(at_question(activity, less))
    return judge(concerned=bool(found), wrong=wrong, unsure=unsure)
