"""What a plan loses when it arrives in a file: what only someone of the house it arrives in can say."""

from dataclasses import replace
from datetime import date

from rempart.programmes.rules.campaigns import unmarked
from rempart.programmes.rules.findings import MILDEST, review
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.review import Severity
from rempart.programmes.rules.thresholds import Thresholds


def on_arrival(plan: Plan, today: date, thresholds: Thresholds = MILDEST) -> Plan:
    """Return the plan without what someone other than its author must do here.

    Errors that were set aside are open again, materials are to be reviewed
    again and campaigns to be cleared again: a file is no proof
    that somebody else did it.
    """
    errors = {
        finding.id
        for finding in review(plan, today, thresholds)
        if finding.set_aside and finding.severity is Severity.ERROR
    }
    return replace(
        plan,
        set_aside=tuple(one for one in plan.set_aside if one.rule not in errors),
        materials=tuple(
            replace(one, reviewed_by="", reviewed_on=None, publishable_on=None)
            for one in plan.materials
        ),
        campaigns=tuple(unmarked(one) for one in plan.campaigns),
    )
