"""What the outline says of the hand-over: milestones, capacities, the last report of progress."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from rempart.look.say import day
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Heading, Paragraph, Table
from rempart.programmes.models.record_names import COURSE_NAMES, PROGRESS_NAMES
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.progress import (
    CapacityNow,
    MilestoneNow,
    capacities_now,
    in_order,
    milestones_now,
)


def handover(plan: Plan) -> Iterator[Block]:
    """Yield the plan of the hand-over with where it stands, and what the last report says."""
    yield Table(
        caption=_("Milestones of the hand-over"),
        head=[_("Milestone"), _("Due on"), _("Who sees to it"), _("As last reported")],
        rows=[_milestone(one) for one in milestones_now(plan, date.min)],
        widths=(4, 1.5, 2.4, 2),
    )
    yield Table(
        caption=_("What the institution must be able to do by itself"),
        head=[
            _("Capacity"),
            _("At the start"),
            _("As last reported"),
            _("To be reached"),
            _("How one knows"),
        ],
        rows=[_capacity(one) for one in capacities_now(plan)],
        widths=(3, 2, 2, 2, 2),
    )
    if plan.handover_reports:
        last = in_order(plan.handover_reports)[0]
        told = {
            "review": last.review or "–",
            "on": day(last.reported_on, "medium") or "–",
            "course": words.named(last.course, COURSE_NAMES),
        }
        yield Heading(text=_("The last report of progress"))
        yield Paragraph(text=_("%(review)s, %(on)s. %(course)s.") % told)
        if last.text:
            yield from words.text_or_unsaid(last.text)


def _milestone(one: MilestoneNow) -> list[str]:
    state = words.named(one.state.value, PROGRESS_NAMES)
    if one.reached_on:
        state = _("%(state)s, %(on)s") % {"state": state, "on": day(one.reached_on, "medium")}
    return [
        one.milestone.text,
        day(one.milestone.due_on, "medium") or "–",
        one.milestone.responsible or "–",
        state,
    ]


def _capacity(one: CapacityNow) -> list[str]:
    told = "–"
    if one.told_on:
        told = _("%(level)s (%(on)s)") % {"level": one.level, "on": day(one.told_on, "medium")}
    return [
        one.capacity.text,
        one.capacity.starting_level or "–",
        told,
        one.capacity.wanted_level or "–",
        one.capacity.source or "–",
    ]
