"""Raising an alarm, announcing help, watching: nothing that calls for an answer goes without one."""

from datetime import date

from rempart.programmes.rules.codes import Provision
from rempart.programmes.rules.plan import Need
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import (
    Answers,
    Seen,
    at_activity,
    at_need,
    at_question,
    said_date,
)
from rempart.programmes.rules.sorts import ALARMS, ANNOUNCING, HELPLINES, WATCH

PACKAGE = ("safe_shelter", "food", "legal_aid", "psychosocial_care", "school_support")
AGREEMENTS = {"official_body", "law_enforcement", "specialised_care"}


def alarm_without_response(seen: Seen) -> Outcome:
    """RULE-001 (H1): nothing that brings reports starts where nobody can answer them.

    Source: strategy 2, what to avoid 1. Reading: in each place of the activity, a need
    ``report_response`` works today and was tested, or is planned to work, then to be tested, before
    the activity starts. Without such a row nobody answers.
    """
    alarms = seen.of(ALARMS)
    wrong: list[Spot] = []
    unsure: list[Spot] = list(seen.untold)
    for activity in alarms:
        for place in seen.places_of(activity):
            found = gaps_in_answering(
                seen, place, activity.starts_on, at_activity(activity, "starts_on")
            )
            wrong += found[0]
            unsure += found[1]
    return judge(concerned=bool(alarms), wrong=wrong, unsure=unsure)


def gaps_in_answering(
    seen: Seen, place: str, start: date | None, at: Spot
) -> tuple[list[Spot], list[Spot]]:
    """Return what is wrong and what is unsure in a place where reports are to come from this day on.

    ``at`` is where the day is told: to begin later mends it too.
    """
    rows = tuple(seen.needs("report_response", place))
    answers = {_answers(need, start, seen.today) for need in rows}
    if True in answers:
        return [], []
    gaps = [at, *(_gaps(rows) or seen.need_spots("report_response", place))]
    return ([], gaps) if None in answers else (gaps, [])


def _answers(need: Need, start: date | None, today: date) -> bool | None:
    if need.provision == Provision.WORKS_TODAY:
        is_open = need.works_from is None or need.works_from <= (start or today)
        return is_open and need.tested_on is not None and need.tested_on <= today
    if need.provision != Provision.PLANNED:
        return False if need.provision else None
    if need.works_from is None or need.tested_on is None:
        return False
    return None if start is None else need.works_from <= need.tested_on <= start


def _gaps(rows: tuple[Need, ...]) -> list[Spot]:
    return [
        at_need(n.key, "tested_on" if n.provision == Provision.WORKS_TODAY else "provision")
        for n in rows
    ]


def promising_too_soon(seen: Seen) -> Outcome:
    """RULE-013: help is announced after a first contact, and once services are complete.

    Source: strategy 4, what to avoid 4. Reading: the first contact of trained staff comes no later
    than the activity, and shelter, food, legal aid, psychosocial care and support at school work in
    its places, or will when it starts.
    """
    noted = Answers(seen.untold)
    announcing = [a for a in seen.of(ANNOUNCING) if noted.doubt(a, "announces_help")]
    for activity in announcing:
        start = activity.starts_on
        contact = said_date(activity, "first_contact_on")
        if contact is None:
            noted.wrong.append(at_question(activity, "first_contact_on"))
        elif start is None:
            noted.unsure.append(at_activity(activity, "starts_on"))
        elif contact > start:
            noted.wrong.append(at_question(activity, "first_contact_on"))
        for place in seen.places_of(activity):
            wrong, unsure = gaps_in_services(seen, place, start)
            noted.wrong += wrong
            noted.unsure += unsure
    return noted.outcome(concerned=bool(announcing))


def gaps_in_services(seen: Seen, place: str, start: date | None) -> tuple[list[Spot], list[Spot]]:
    """Return what of the whole package is missing, and what is unsure, in a place on this day."""
    wrong: list[Spot] = []
    unsure: list[Spot] = []
    for kind in PACKAGE:
        met = seen.is_met(kind, place, by=start)
        if not met:
            (unsure if met is None else wrong).extend(seen.need_spots(kind, place))
    return wrong, unsure


def watch_without_support(seen: Seen) -> Outcome:
    """RULE-035: a community watch is tied to support services.

    Source: strategy 2, thing to do 3. Reading: the activity names them.
    """
    watches = seen.of(WATCH)
    wrong = [at_question(a, "support_network") for a in watches if not a.said("support_network")]
    return judge(concerned=bool(watches), wrong=wrong, unsure=seen.untold)


def watch_unprepared(seen: Seen) -> Outcome:
    """RULE-060: who takes part in a watch is trained and has the tools.

    Source: action 18, example 12. Reading: both questions are answered with yes.
    """
    noted = Answers(seen.untold)
    watches = seen.of(WATCH)
    for activity in watches:
        noted.want(activity, "monitors_trained", "monitors_equipped")
    return noted.outcome(concerned=bool(watches))


def helpline_alone(seen: Seen) -> Outcome:
    """RULE-059: a helpline has agreements with authorities, police and care providers.

    Source: action 26, non-governmental organisations. Reading: with all three.
    """
    lines = seen.of(HELPLINES)
    wrong = [
        at_question(a, "agreement_with")
        for a in lines
        if not set(a.listed("agreement_with")) >= AGREEMENTS
    ]
    return judge(concerned=bool(lines), wrong=wrong, unsure=seen.untold)
