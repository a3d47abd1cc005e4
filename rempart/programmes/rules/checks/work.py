"""School, training and work: at the right age, safely, and towards a living."""

from datetime import date

from rempart.programmes.rules.codes import Answer
from rempart.programmes.rules.results import Activity
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import Answers, Seen, at_activity, at_question
from rempart.programmes.rules.sorts import (
    APPRENTICESHIPS,
    JOB_SEARCH,
    SCHOLARSHIPS,
    SCHOOLING,
    TRADE_TRAINING,
)

LADDER = {  # Figure 2 of the guide; the preschool has no age there
    "direct_enrolment": (5, 11),
    "transitional": (8, 13),
    "pre_vocational": (11, 14),
    "vocational": (14, 18),
    "management": (15, 18),
}


def trade_without_job_search(seen: Seen) -> Outcome:
    """RULE-017 (H8): who learns a trade can look for work, or learns it first.

    Source: strategy 5, what to avoid 2. Reading: skills absent or not known ask for learning to
    look for work, for the same people where both name their targets, that starts no later.
    """
    found = seen.of(TRADE_TRAINING)
    wrong: list[Spot] = []
    unsure: list[Spot] = list(seen.untold)
    for activity in found:
        skills = activity.said("job_search_skills")
        if skills == "present":
            continue
        comes_first = _comes_first(seen, activity)
        if skills and comes_first is False:
            wrong.append(at_question(activity, "job_search_skills"))
        elif comes_first is False:
            unsure.append(at_question(activity, "job_search_skills"))
        elif comes_first is None:
            unsure.append(at_activity(activity, "starts_on"))
    return judge(concerned=bool(found), wrong=wrong, unsure=unsure)


def _comes_first(seen: Seen, training: Activity) -> bool | None:
    """Return whether a module on looking for work comes first; ``None`` where a date is missing."""
    modules = [
        a.starts_on
        for a in seen.of(JOB_SEARCH)
        if not a.targets or not training.targets or set(a.targets) & set(training.targets)
    ]
    answers = {_no_later(start, training.starts_on) for start in modules}
    return True if True in answers else None if None in answers else False


def _no_later(one: date | None, other: date | None) -> bool | None:
    return one <= other if one and other else None


def apprenticeship_too_young(seen: Seen) -> Outcome:
    """RULE-064: an apprentice has the legal age of work, and the place is not hazardous.

    Source: strategy 3, thing to do 2; owners of establishments. Reading: the plan says both ages,
    for the legal age differs from country to country.
    """
    noted = Answers(seen.without_kind)
    found = seen.of(APPRENTICESHIPS)
    for activity in found:
        noted.want(activity, "hazardous", answer=Answer.NO)
        youngest, legal = activity.counted("youngest_age"), activity.counted("legal_work_age")
        if youngest is None:
            noted.unsure.append(at_question(activity, "youngest_age"))
        elif legal is None:
            noted.unsure.append(at_question(activity, "legal_work_age"))
        elif youngest < legal:
            noted.wrong.append(at_question(activity, "youngest_age"))
    return noted.outcome(concerned=bool(found))


def schooling_out_of_age(seen: Seen) -> Outcome:
    """RULE-066: a path of education fits the ages of the ladder, or says why not.

    Source: Figure 2. Reading: the ages of the activity lie within those of its path.
    """
    wrong: list[Spot] = []
    unsure: list[Spot] = list(seen.untold)
    found = seen.of(SCHOOLING)
    for activity in found:
        path = activity.said("education_path")
        youngest, oldest = activity.counted("age_from"), activity.counted("age_to")
        if activity.said("age_exception") or path == "preschool":
            continue
        if path not in LADDER:
            unsure.append(at_question(activity, "education_path"))
        elif youngest is None or oldest is None:
            unsure.append(at_question(activity, "age_from" if youngest is None else "age_to"))
        elif youngest < LADDER[path][0] or oldest > LADDER[path][1]:
            wrong.append(at_question(activity, "education_path"))
    return judge(concerned=bool(found), wrong=wrong, unsure=unsure)


def scholarships_by_merit_alone(seen: Seen) -> Outcome:
    """RULE-067: vulnerability is among the criteria of scholarships.

    Source: example 13. Reading: it is ticked.
    """
    found = seen.of(SCHOLARSHIPS)
    wrong = [
        at_question(a, "scholarship_criteria")
        for a in found
        if "vulnerability" not in a.listed("scholarship_criteria")
    ]
    return judge(concerned=bool(found), wrong=wrong, unsure=seen.without_kind)
