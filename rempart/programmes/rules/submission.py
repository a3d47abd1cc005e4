"""What stands in the way of a submission, and of setting a finding aside."""

from datetime import date

from rempart.programmes.rules.findings import MILDEST, open_obstacles, review
from rempart.programmes.rules.plan import Plan
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
    plan: Plan, today: date, rule: str, thresholds: Thresholds = MILDEST
) -> list[str]:
    """Return why a rule's finding cannot be set aside for this plan: it is none, or it is a block."""
    can_be = {
        finding.rule for finding in review(plan, today, thresholds) if finding.can_be_set_aside
    }
    return [] if rule in can_be else ["cannot_be_set_aside"]
