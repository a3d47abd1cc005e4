"""The map of stakeholders: a grid and a list by class, who is missing, and what addresses an opponent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.guide.catalogue import catalogue, say
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_write
from rempart.programmes.actions import add_row, change_row
from rempart.programmes.documents.words import of_guide, of_list
from rempart.programmes.forms.stakeholders import AddressingForm, NewActivityForm
from rempart.programmes.models import Activity, Programme
from rempart.programmes.models.names import INFLUENCE_NAMES, INTEREST_NAMES, STAND_NAMES
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.rules.codes import Stand, Step
from rempart.programmes.rules.plan import Plan, Stakeholder
from rempart.programmes.rules.results import numbers
from rempart.programmes.rules.stakeholders import (
    addressed_by,
    missing_groups,
    opponents_left_alone,
    targets_of,
)
from rempart.programmes.views.grid_drawing import NARROW, WIDE, Mark, grid
from rempart.programmes.views.pages import around, found_programme

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

CLASSES = {  # the guide's four classes, and the entry that speaks of each
    Stand.BENEFICIARY.value: "sc.beneficiaries",
    Stand.ALLY.value: "sc.allies",
    Stand.DECISION_MAKER.value: "sc.decision_makers",
    Stand.OPPONENT.value: "sc.opponents",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A stakeholder as the list shows it; an opponent bears the name of its group alone."""

    row: Stakeholder
    number: int
    name: str
    influence: "Words"
    interest: "Words"
    is_opponent: bool
    addressed: Sequence[str] = ()  # the numbers of the activities that do


@signed_in
@require_safe
def groups(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show the map: drawn, as a list by class, with who may be missing."""
    programme = found_programme(request, pk)
    plan = plan_of(programme)
    placed = _placed(plan)
    marks = [_mark(one) for one in placed if one.row.influence and one.row.interest]
    context = around(request, programme, plan, Step.WHO) | {
        "classes": [
            (stand, STAND_NAMES[stand], slug, [p for p in placed if stand in p.row.stands])
            for stand, slug in CLASSES.items()
        ],
        "classless": [one for one in placed if not one.row.stands],
        "drawings": [("wide", grid(marks, WIDE)), ("narrow", grid(marks, NARROW))] if marks else [],
        "unplaced": len(placed) - len(marks),
        "influences": INFLUENCE_NAMES,
        "interests": INTEREST_NAMES,
        "missing": [
            {
                "group": one.group,
                "name": of_list(one.group, "stakeholder_group"),
                "actions": [of_guide(slug) or slug for slug in one.actions],
                "is_doubtful": one.is_doubtful,
            }
            for one in missing_groups(plan, catalogue())
        ],
        "alone": len(opponents_left_alone(plan, catalogue())),
    }
    return render(request, "programmes/groups/groups.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: SignedInRequest, pk: UUID, stakeholder: str) -> HttpResponse:
    """Let an activity address an opponent: one that is there, or a new one."""
    programme = found_programme(request, pk)
    if not may_write(request.user, programme):
        raise PermissionDenied
    plan = plan_of(programme)
    found = next((one for one in _placed(plan) if one.row.key == stakeholder), None)
    if found is None or not found.is_opponent:
        raise Http404
    numbered = dict(numbers(plan.objectives))
    activities = {a.key: f"{numbered[a.key]} {a.text}" for a in plan.activities()}
    outputs = {u.key: f"{numbered[u.key]} {u.text}" for u in plan.outputs()}
    is_new = "output" in request.POST
    sent = request.POST if request.method == "POST" else None
    link = AddressingForm(None if is_new else sent, activities=activities)
    new = NewActivityForm(sent if is_new else None, outputs=outputs)
    form = new if is_new else link
    if sent is not None and form.is_valid():
        return _addressed(request, programme, found, form.cleaned_data)
    context = around(request, programme, plan, Step.WHO) | {
        "one": found,
        "link": link if activities else None,
        "new": new if outputs else None,
    }
    status = 200 if sent is None else 422
    return render(request, "programmes/groups/answer.html", context, status=status)


def groups_beside(plan: Plan) -> dict[str, object]:
    """Return what step 3 says of the map."""
    alone = opponents_left_alone(plan, catalogue())
    return {
        "alone": [of_list(one.group, "stakeholder_group") for one in alone],
        "mapped": len(plan.stakeholders),
    }


def _placed(plan: Plan) -> list[Placed]:
    numbered = dict(numbers(plan.objectives))
    return [
        Placed(
            row=one,
            number=number,
            name=_name(one),
            influence=INFLUENCE_NAMES.get(one.influence, ""),
            interest=INTEREST_NAMES.get(one.interest, ""),
            is_opponent=Stand.OPPONENT in one.stands,
            addressed=[numbered[a.key] for a in addressed_by(plan, one.group, catalogue())]
            if Stand.OPPONENT in one.stands
            else (),
        )
        for number, one in enumerate(plan.stakeholders, start=1)
    ]


def _name(one: Stakeholder) -> str:
    group = of_list(one.group, "stakeholder_group")
    return group if Stand.OPPONENT in one.stands or not one.name else one.name


def _mark(one: Placed) -> Mark:
    known = catalogue().code_list("stakeholder_group")
    short = say(known.value(one.row.group), "short") if one.row.group in known.ids else ""
    return Mark(
        number=one.number,
        name=short or one.name,
        stands=one.row.stands,
        influence=one.row.influence,
        interest=one.row.interest,
    )


def _addressed(
    request: SignedInRequest, programme: Programme, one: Placed, told: Mapping[str, Any]
) -> HttpResponse:
    """Let the activity speak to the group; a new one is opened, to be made one's own."""
    code = next(iter(targets_of(one.row.group, catalogue())), "public")
    with catch_refusal() as reasons:
        if "activity" in told:
            row = row_of(programme, "activities", told["activity"])
            assert isinstance(row, Activity)  # noqa: S101 -- the form offers activities only
            audiences = [*row.audiences, *({code} - {*row.audiences})]
            values = {"audiences": audiences}
            change_row(row, by=request.user, version=row.version, values=values)
        else:
            facts = {
                "text": _("Awareness work with: %(group)s") % {"group": one.name}
                if told["kind"] == "awareness"
                else _("Work towards a law that binds: %(group)s") % {"group": one.name},
                "kind": told["kind"],
                "targets": [code],
                "audiences": [code],
            }
            over = row_of(programme, "outputs", told["output"])
            new = add_row(programme, by=request.user, kind="activities", values=facts, parent=over)
    if reasons or "activity" in told:
        at = reverse("programmes:groups", args=[programme.pk])
        return redirect(f"{at}#{one.row.key}")
    at = reverse("programmes:row", args=[programme.pk, "activities", new.key])
    return redirect(f"{at}?from=groups")
