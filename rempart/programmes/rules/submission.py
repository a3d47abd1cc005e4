"""What stands in the way of a submission, and of setting a finding aside."""

from datetime import date

from rempart.programmes.rules.findings import MILDEST, open_obstacles, review
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.review import Severity
from rempart.programmes.rules.thresholds import Thresholds

NEEDED = ("starts_on", "ends_on", "agency", "places", "development_objective", "objectives")


def obstacles_to_submitting(plan: Plan, today: date, thresholds: Thresholds = MILDEST) -> list[str]:
    """Return every reason why the plan cannot be submitted.

    ``needs_`` and the fact it lacks; ``violates_`` and the rule, a block or an error not set aside;
    ``cannot_tell_`` and the block that lacks its facts.
    """
    lacking = [f"needs_{name}" for name in NEEDED if not getattr(plan, name)]
    if not any(plan.activities()):
        lacking.append("needs_activities")
    return lacking + open_obstacles(review(plan, today, thresholds))


def obstacles_to_setting_aside(
    plan: Plan,
    today: date,
    rule: str,
    thresholds: Thresholds = MILDEST,
    *,
    by_its_author: bool = False,
) -> list[str]:
    """Return why a rule's finding cannot be set aside for this plan by this person.

    ``cannot_be_set_aside``: the review does not find it, or it is a block. ``by_someone_else``: it
    is an error, which only someone sets aside who neither began the plan nor changed it last.
    """
    can_be = {
        finding.id: finding.severity
        for finding in review(plan, today, thresholds)
        if finding.can_be_set_aside
    }
    if rule not in can_be:
        return ["cannot_be_set_aside"]
    return ["by_someone_else"] if by_its_author and can_be[rule] is Severity.ERROR else []
