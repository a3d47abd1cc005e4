"""The balance of a plan: levels, prevention, the chain of exit and recovery, places against enrolments."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.documents.balancing import (
    balance,
    intake_said,
    intake_state,
    level_state,
    link_said,
    prevention_said,
    titles_of,
)
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.balance import Balance
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, numbers
from rempart.programmes.views.pages import around, found_programme

SHOWN = 6  # activities without a telling kind that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An activity of which something is said, and the way to it."""

    name: str
    address: str
    said: str = ""
    state: str = ""


@signed_in
@require_safe
def balance_page(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show how the plan is balanced, and where to mend what is missing."""
    programme = found_programme(request, pk)
    plan = plan_of(programme)
    found = balance(plan, localdate())
    context = around(request, programme, plan, Step.REVIEW)
    context |= balance_beside(plan, found)
    context |= {
        "levels": [(one.level, titles_of(one), level_state(found, one)) for one in found.levels],
        "links": [link_said(one, plan) for one in found.chain],
        "intakes": [
            _line(programme, plan, one.activity, intake_said(one), intake_state(one))
            for one in found.intakes
        ],
        "untold": [_line(programme, plan, one) for one in found.prevention.untold[:SHOWN]],
        "untold_more": max(0, len(found.prevention.untold) - SHOWN),
    }
    return render(request, "programmes/balance.html", context)


def balance_beside(plan: Plan, found: Balance | None = None) -> dict[str, object]:
    """Return what the overview says of the balance: the share of prevention, and what is missing."""
    known = found or balance(plan, localdate())
    return {
        "balance": known,
        "prevention": list(prevention_said(known.prevention, plan.currency)),
        "too_many": [one for one in known.intakes if intake_state(one) == "exceeded"],
        "border_missing": any(level_state(known, one) == "demanded" for one in known.levels),
    }


def _line(
    programme: Programme, plan: Plan, activity: Activity, said: str = "", state: str = ""
) -> Line:
    return Line(
        name=f"{dict(numbers(plan.objectives))[activity.key]} {activity.text}",
        address=reverse("programmes:row", args=[programme.pk, "activities", activity.key]),
        said=said,
        state=state,
    )
