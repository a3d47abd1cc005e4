"""What children were asked, what they proposed, what became of it, and what they were told of it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.discretion import signs_of_a_person
from rempart.programmes.access import may_write
from rempart.programmes.forms.participation import ConsultationForm
from rempart.programmes.models import ChildInput as ChildInputRow
from rempart.programmes.models.record_names import FATE_NAMES
from rempart.programmes.queries import is_open_for, plan_of, rows_of
from rempart.programmes.queries.plans import Rows
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.participation import SAFEGUARDS, ChildInput, open_points
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import numbers
from rempart.programmes.views.materials import SIGNS
from rempart.programmes.views.pages import around, found_programme

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

OWED: "Mapping[str, Words]" = {
    "input_undecided": _("Something that they proposed has no answer yet."),
    "no_reason": _("An answer lacks its reason."),
    "not_fed_back": _("The children have not been told yet what became of it."),
}
LACKS = {
    "assent": _("Each child’s own agreement"),
    "guardian_consent": _("Agreement of a parent or guardian, or why it was not asked"),
    "facilitator_trained": _("Someone trained to lead it"),
    "someone_to_turn_to": _("Someone to turn to, and a way to help"),
    "no_promise": _("No promise that nobody can keep"),
    "may_stop": _("The right to be silent, to stop and to leave"),
    "feedback_promised": _("When and how they hear of the outcome"),
}


@signed_in
@require_safe
def consultations(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show every consultation with its inputs, and what is still owed to the children."""
    programme = found_programme(request, pk)
    rows = rows_of(programme)
    plan = plan_of(programme, rows)
    records = is_open_for(programme, ChildInputRow) and may_write(request.user, programme)
    context = around(request, programme, plan, Step.WHO) | {
        "records": records,
        "consultations": list(_shown(plan, ConsultationForm(programme=programme))),
        "loose": [_told(one, plan) for one in plan.child_inputs if not one.consultation],
        "fates": _counted(plan),
    }
    return render(request, "programmes/consultations.html", context)


def consulted_beside(_request: SignedInRequest, plan: Plan, _rows: Rows) -> Mapping[str, object]:
    """Return how much children were asked and answered, for the page of the step."""
    return {
        "consulted": len(plan.consultations),
        "proposed": len(plan.child_inputs),
        "unanswered": sum(1 for one in plan.child_inputs if not one.fate),
    }


def _shown(plan: Plan, form: ConsultationForm) -> Iterator[dict[str, Any]]:
    today = localdate()
    places = {place.key: place.name for place in plan.places}
    for one in plan.consultations:
        points = open_points(one, plan.child_inputs, today)
        told = [{"sex": c.sex, "age_band": c.age_band, "number": c.number} for c in one.took_part]
        yield {
            "consultation": one,
            "place": places.get(one.place, ""),
            "took_part": form.shown("took_part", told),
            "lacking": [LACKS[name] for name in SAFEGUARDS if f"lacks_{name}" in points],
            "unsaid": [LACKS[name] for name in SAFEGUARDS if f"unsaid_{name}" in points],
            "owed": [OWED[code] for code in points if code in OWED],
            "signs": _signs(one.title, one.method, one.fed_back),
            "inputs": [_told(i, plan) for i in plan.child_inputs if i.consultation == one.key],
        }


def _told(one: ChildInput, plan: Plan) -> dict[str, Any]:
    number = dict(numbers(plan.objectives))
    return {
        "input": one,
        "fate": FATE_NAMES.get(one.fate, ""),
        "changed": number.get(one.changed.partition(".")[2], ""),
        "signs": _signs(one.text, one.topic, one.reason),
    }


def _signs(*texts: str) -> "list[Words]":
    return [SIGNS[sign] for sign in signs_of_a_person("\n".join(texts))]


def _counted(plan: Plan) -> "list[tuple[Words, int]]":
    """Return how many inputs were kept, in part, not; and how many wait for an answer."""
    words: Mapping[str, Words] = {**FATE_NAMES, "": _("No answer yet")}
    return [
        (name, number)
        for fate, name in words.items()
        if (number := sum(1 for one in plan.child_inputs if one.fate == fate))
    ]
