"""The hand-over of a programme: milestones, capacities, what is late in words, reports as they were told."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.access import may_write
from rempart.programmes.forms.handover import ReportForm
from rempart.programmes.models import HandoverReport
from rempart.programmes.models.record_names import COURSE_NAMES, PROGRESS_NAMES
from rempart.programmes.queries import is_open_for, plan_of, rows_of
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.progress import (
    MilestoneNow,
    capacities_now,
    gaps,
    in_order,
    milestones_now,
)
from rempart.programmes.views.pages import around, found_programme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrOrPromise as Words

GAP_WORDS: "Mapping[str, Words]" = {
    "no_institution": _("No institution is named that takes over."),
    "no_model": _("What is to be taken over is not described."),
    "no_milestone": _("There is no milestone yet."),
    "milestone_without_day": _("A milestone has no day by which it is due."),
    "milestone_without_anyone": _("Nobody is named who sees to a milestone."),
    "no_capacity": _("Nothing says what the institution must be able to do."),
    "capacity_without_levels": _("A capacity lacks its level at the start, the level to be reached, or how one knows."),
    "milestone_late": _("A milestone is late."),
    "report_due": _("Nothing was reported for more than a year: the next review tells how it goes."),
}  # fmt: skip


@signed_in
@require_safe
def handover(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show how the hand-over stands, and every report."""
    programme = found_programme(request, pk)
    rows = rows_of(programme)
    plan, today = plan_of(programme, rows), localdate()
    form = ReportForm(programme=programme)
    records = is_open_for(programme, HandoverReport) and may_write(request.user, programme)
    stored = {row.key: row for row in rows["handover_reports"]}
    context = around(request, programme, plan, Step.FRAME) | handover_told(plan, today) | {
        "plan": plan,
        "records": records,
        "gaps": [GAP_WORDS[code] for code in gaps(plan, today)],
        "reports": [
            {
                "report": one,
                "course": COURSE_NAMES.get(one.course, ""),
                "states": form.shown("states", getattr(stored[one.key], "states", ())),
                "levels": form.shown("levels", getattr(stored[one.key], "levels", ())),
            }
            for one in in_order(plan.handover_reports)
        ],
    }  # fmt: skip
    return render(request, "programmes/handover.html", context)


def handover_told(plan: Plan, today: date) -> dict[str, Any]:
    """Return milestones and capacities as they stand, in words."""
    now = milestones_now(plan, today)
    return {
        "milestones": [_told(one) for one in now],
        "late_milestones": sum(1 for one in now if one.days_late),
        "capacities": capacities_now(plan),
    }


def _told(one: MilestoneNow) -> dict[str, Any]:
    return {
        "milestone": one.milestone,
        "state": PROGRESS_NAMES[one.state.value],
        "reached_on": one.reached_on,
        "late": late_words(one.days_late),
    }


def late_words(days: int) -> str:
    """Say how late something is, in words; nothing if it is not."""
    if not days:
        return ""
    return ngettext("%(n)s day late", "%(n)s days late", days) % {"n": days}
