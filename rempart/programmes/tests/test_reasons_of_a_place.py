"""What is said of the place brings its actions to the front, with that as the reason."""

from rempart.guide.catalogue import catalogue
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.suggestions import Because, suggestions


def because(plan: Plan, why: Because) -> dict[str, list[str]]:
    """Return the actions suggested for this reason, with what was said of the place."""
    return {
        one.action.slug: [reason.value for reason in one.reasons if reason.because is why]
        for one in suggestions(plan, catalogue())
        if any(reason.because is why for reason in one.reasons)
    }


def test_children_who_work_there_bring_the_actions_for_them() -> None:
    plan = Plan(title="", child_labour_present="yes", working_children=("street_living", "other"))

    assert because(plan, Because.WORKING_CHILDREN) == {
        "act.28": ["street_living"], "act.29": ["street_living"],
    }  # fmt: skip


def test_nobody_is_brought_while_it_is_not_said_that_children_work() -> None:
    plan = Plan(title="", working_children=("street_living",))

    assert because(plan, Because.WORKING_CHILDREN) == {}
