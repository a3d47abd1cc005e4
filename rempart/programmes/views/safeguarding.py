"""The safeguarding gate: each agency with its four standards, what is missing and what is done about it."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.access import may_write
from rempart.programmes.models import Assessment as AssessmentRow
from rempart.programmes.models.safeguarding_names import HOLD_NAMES, STANDARD_NAMES
from rempart.programmes.queries import is_open_for, plan_of
from rempart.programmes.rules.codes import Answer, Step
from rempart.programmes.rules.gates import Gate, gates
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.safeguarding import STANDARDS
from rempart.programmes.views.handover import late_words
from rempart.programmes.views.pages import around, found_programme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrOrPromise as Words

LACKS: "Mapping[str, Words]" = {
    "never": _("It has not been assessed yet."),
    "undated": _("Its assessment has no day."),
    "old": _("Its assessment is more than a year old: look again."),
    "missing": _("%(standard)s: missing, with something under way."),
    "unsaid": _("%(standard)s: nobody knows yet."),
    "no_action": _("%(standard)s: say what is done about it, by whom and until when."),
    "late": _("%(standard)s: what was to be done is late."),
}


@signed_in
@require_safe
def safeguarding(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show each agency with its latest assessment, and what it still lacks."""
    programme = found_programme(request, pk)
    plan, today = plan_of(programme), localdate()
    context = around(request, programme, plan, Step.FRAME) | {
        "records": is_open_for(programme, AssessmentRow) and may_write(request.user, programme),
        "gates": [_told(gate, today) for gate in gates(plan, today)],
    }
    return render(request, "programmes/safeguarding.html", context)


def gates_told(plan: Plan, today: date) -> dict[str, object]:
    """Return how many agencies work with children, and how many of them do not pass the gate."""
    concerned = [one for one in gates(plan, today) if one.works_with_children == Answer.YES]
    closed = [one.name for one in concerned if not one.is_open]
    return {"gated": len(concerned), "closed_gates": closed}


def _told(gate: Gate, today: date) -> dict[str, Any]:
    one = gate.latest
    return {
        "gate": gate,
        "name": gate.name or _("The programme’s own agency"),
        "is_asked": gate.works_with_children not in {"", Answer.UNKNOWN},
        "is_concerned": gate.works_with_children != Answer.NO,
        "lacks": [_lack(code) for code in gate.lacks],
        "standards": [
            {
                "name": STANDARD_NAMES[standard],
                "holds": HOLD_NAMES.get(one.holds(standard), ""),
                "missing": getattr(one, f"{standard}_missing"),
                "action": getattr(one, f"{standard}_action"),
                "owner": getattr(one, f"{standard}_owner"),
                "due_on": one.due_on(standard),
                "late": late_words(one.days_late(standard, today)),
            }
            for standard in STANDARDS
        ]
        if one
        else [],
    }


def _lack(code: str) -> "Words":
    standard, _colon, wrong = code.partition(":")
    return str(LACKS[wrong]) % {"standard": STANDARD_NAMES[standard]} if wrong else LACKS[code]
