"""Going home: prepared, followed, with an income, and never back to what was left."""

from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import NEW_ACTIVITY, Answers, Seen, at_activity, at_question
from rempart.programmes.rules.sorts import (
    AFTER_RETURN,
    FAMILY_WORK,
    LIVELIHOODS,
    PREPARING,
    REINTEGRATION,
    TRAININGS,
)

FATHERS = {"fathers", "families"}


def rejection_not_worked_on(seen: Seen) -> Outcome:
    """RULE-040: family and community are prepared before the first return.

    Source: action 39; strategy 5, priority action. Reading: family counselling or work with the
    community starts no later than the first reintegration.
    """
    returns = seen.of(REINTEGRATION)
    if not returns:
        return judge(concerned=False, unsure=seen.untold)
    preparing = seen.of(PREPARING)
    if not preparing:
        return judge(wrong=[NEW_ACTIVITY, *(at_activity(a) for a in returns)])
    undated = [at_activity(a, "starts_on") for a in (*returns, *preparing) if not a.starts_on]
    first = min((a.starts_on for a in returns if a.starts_on), default=None)
    starts = [a.starts_on for a in preparing if a.starts_on]
    if first and starts and min(starts) <= first and all(a.starts_on for a in returns):
        return judge(unsure=seen.untold)
    late = [at_activity(a, "starts_on") for a in preparing]
    return judge(unsure=undated) if undated else judge(wrong=late)


def nobody_after_return(seen: Seen) -> Outcome:
    """RULE-041 (H7): a network supports the family after the return.

    Source: strategy 5, priority action. Reading: an activity of follow-up, or a need ``follow_up``
    that works or is planned.
    """
    returns = seen.of(REINTEGRATION)
    if not returns or seen.of(AFTER_RETURN):
        return judge(concerned=bool(returns), unsure=() if returns else seen.untold)
    met = seen.is_met("follow_up")
    spots = seen.need_spots("follow_up")
    return judge(wrong=() if met or met is None else spots, unsure=spots if met is None else ())


def unchanged_home(seen: Seen) -> Outcome:
    """H07: a child does not return to a home that was not assessed.

    Source: strategy 5, what to avoid 3, read as a check of the plan. Reading: each reintegration
    says that homes are assessed, and abuse dealt with, before a return.
    """
    noted = Answers(seen.untold)
    returns = seen.of(REINTEGRATION)
    for activity in returns:
        noted.want(activity, "home_assessed")
    return noted.outcome(concerned=bool(returns))


def livelihoods_without_women(seen: Seen) -> Outcome:
    """RULE-043: women of the family receive a large share of economic support.

    Source: box 17. Reading: at least the threshold, or a reason.
    """
    found = seen.of(LIVELIHOODS)
    wrong: list[Spot] = []
    unsure: list[Spot] = list(seen.untold)
    for activity in found:
        share = activity.counted("share_women")
        if activity.said("few_women_reason"):
            continue
        if share is None:
            unsure.append(at_question(activity, "share_women"))
        elif share < 100 * seen.thresholds.share_of_women:
            wrong.append(at_question(activity, "share_women"))
    return judge(concerned=bool(found), wrong=wrong, unsure=unsure)


def aid_without_follow_up(seen: Seen) -> Outcome:
    """RULE-044: economic support says when each family is followed up.

    Source: action 36. Reading: the answer is not empty.
    """
    found = seen.of(LIVELIHOODS)
    wrong = [at_question(a, "follow_up_dates") for a in found if not a.said("follow_up_dates")]
    return judge(concerned=bool(found), wrong=wrong, unsure=seen.untold)


def training_hard_to_read(seen: Seen) -> Outcome:
    """RULE-045: training for people who read little is illustrated and tried out.

    Source: example 30. Reading: where some participants read little, both are answered with yes.
    """
    noted = Answers(seen.untold)
    found = [a for a in seen.of(TRAININGS) if noted.doubt(a, "low_literacy")]
    for activity in found:
        noted.want(activity, "illustrated", "pilot_tested")
    return noted.outcome(concerned=bool(found))


def fathers_left_out(seen: Seen) -> Outcome:
    """RULE-121: family work that speaks to mothers speaks to fathers and partners too.

    Source: example 31. Reading: some family activity has fathers or whole families as target,
    unless one says that involving them would be unsafe.
    """
    found = seen.of(FAMILY_WORK)
    with_mothers = [a for a in found if "mothers" in a.targets]
    if not with_mothers or any(FATHERS & set(a.targets) for a in found):
        return judge(concerned=bool(with_mothers), unsure=() if with_mothers else seen.without_kind)
    if any(a.said("fathers_excluded_for_safety") == "yes" for a in found):
        return judge()
    return judge(wrong=[at_activity(a, "targets") for a in with_mothers])
