"""What stands in the way of a submission."""

from datetime import date

from rempart.programmes.rules.plan import Plan

NEEDED = ("starts_on", "ends_on", "agency", "places", "development_objective", "objectives")


def obstacles_to_submitting(plan: Plan, today: date) -> list[str]:
    """Return every reason why the plan cannot be submitted: ``needs_`` and the fact it lacks."""
    del today  # the checks that look at the calendar come with the review
    return [f"needs_{name}" for name in NEEDED if not getattr(plan, name)]
