"""Demand: the plan speaks to those who pay, with men, from what is known, and with businesses."""

from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import (
    AREAS,
    NEW_ACTIVITY,
    Answers,
    Seen,
    at_activity,
    at_field,
    at_question,
)
from rempart.programmes.rules.sorts import CAMPAIGNS, CODES, DEMAND_CAMPAIGNS, MESSAGES, SPEAKING

PAYING = {"exploiters", "potential_exploiters"}
SECTORS = {"hotel", "leisure", "services", "tourism"}
CODE_OF_CONDUCT = 22  # the action of Figure 1
WHO_PAYS = Spot(step=NEW_ACTIVITY.step, row="activities", field="targets")


def _works_on_demand(seen: Seen) -> Outcome | None:
    """Return what is said of a plan that does not work on demand, or not yet."""
    if "area.dem" not in seen.plan.areas:
        return judge(concerned=False, unsure=() if seen.plan.areas else (AREAS,))
    return None if seen.activities else judge(unsure=(NEW_ACTIVITY,))


def exploiters_forgotten(seen: Seen) -> Outcome:
    """RULE-010 (H9): in a community of demand, something is aimed at people who exploit.

    Source: strategy 3, what to avoid 5. Reading: some activity has as target those who exploit, pay
    or might pay.
    """
    return _works_on_demand(seen) or judge(wrong=() if PAYING & seen.targeted else (WHO_PAYS,))


def attitudes_of_who_pays(seen: Seen) -> Outcome:
    """RULE-011: some activity works on the attitudes of those who pay or might pay.

    Source: strategy 3, what to avoid 6 and priority action 2. Reading: an activity that speaks or
    teaches has them as target or audience.
    """
    spoken_to = {one for a in seen.of(SPEAKING) for one in (*a.targets, *a.audiences)}
    return _works_on_demand(seen) or judge(wrong=() if PAYING & spoken_to else (NEW_ACTIVITY,))


def campaign_without_study(seen: Seen) -> Outcome:
    """RULE-012: a campaign against demand rests on a study of who exploits.

    Source: strategy 3, priority action 2. Reading: the activity names it.
    """
    found = seen.of(DEMAND_CAMPAIGNS)
    wrong = [at_question(a, "findings_used") for a in found if not a.said("findings_used")]
    return judge(concerned=bool(found), wrong=wrong, unsure=seen.untold)


def men_without_men(seen: Seen) -> Outcome:
    """RULE-008: a message for men is carried by men too.

    Source: strategy 3, what to avoid 2. Reading: men are among those who speak. A message that
    names no audience may be for men.
    """
    found = [a for a in seen.activities if "men" in a.audiences]
    wrong = [at_activity(a, "messengers") for a in found if "men" not in a.messengers]
    unsure = [at_activity(a, "audiences") for a in seen.of(MESSAGES) if not a.audiences]
    return judge(concerned=bool(found), wrong=wrong, unsure=unsure)


def sector_without_code(seen: Seen) -> Outcome:
    """RULE-061: a sector at risk commits itself by a code of conduct.

    Source: strategy 3, priority action 1. Reading: hotels, leisure, services or tourism are named
    among the sectors at risk, and an activity carries out action 22.
    """
    if "area.dem" not in seen.plan.areas:
        return judge(concerned=False, unsure=() if seen.plan.areas else (AREAS,))
    if not seen.plan.risk_sectors:
        return judge(unsure=(at_field(Step.SITUATION, "risk_sectors"),))
    if not SECTORS & set(seen.plan.risk_sectors):
        return judge(concerned=False)
    has_code = seen.of(CODES) or any(CODE_OF_CONDUCT in a.actions for a in seen.activities)
    return judge(wrong=() if has_code else (NEW_ACTIVITY,))


def campaign_without_audience(seen: Seen) -> Outcome:
    """RULE-118: a campaign has chosen audiences, and measures where they stand first.

    Source: strategy 1, thing to do 2. Reading: audiences are named and the measure is answered yes.
    """
    noted = Answers(seen.untold)
    found = seen.of(CAMPAIGNS)
    for activity in found:
        if not activity.audiences:
            noted.wrong.append(at_activity(activity, "audiences"))
        noted.want(activity, "audience_measured")
    return noted.outcome(concerned=bool(found))
