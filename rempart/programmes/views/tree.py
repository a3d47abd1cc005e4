"""The problem tree: seen, seeded, turned over cause by cause."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.conflicts import ConflictError
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_write
from rempart.programmes.actions import change_row
from rempart.programmes.actions.tree import link_cause, release_cause, seed_cause, turn_cause
from rempart.programmes.forms.tree import CauseForm, HangingForm, LinkForm, TurningForm
from rempart.programmes.models import Cause, Programme, Row
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.queries.tree import name_of, nodes_to_hang_under
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.tree import Node, State, tree_of
from rempart.programmes.views.conflicts import conflict_page
from rempart.programmes.views.pages import REFUSALS, around, found_programme
from rempart.programmes.views.tree_shown import TreeTeller, tree_shown


@signed_in
@require_safe
def tree(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show the problem tree, drawn and as a list, and the objectives tree that it becomes."""
    programme = found_programme(request, pk)
    plan = plan_of(programme)
    context = around(request, programme, plan, Step.SITUATION)
    context |= tree_shown(plan, request.GET.get("drawn", ""))
    return render(request, "programmes/tree/tree.html", context)


@signed_in
@require_POST
def seed(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Put a factor that is present, or a cause of the guide, into the tree."""
    programme = _to_write(request, pk)
    asked = next((n for n in ("factor", "code") if n in request.POST), "")
    seeds = TreeTeller(plan_of(programme)).seeds()
    wanted = (asked, request.POST.get(asked, ""))
    found = next((one for one in seeds if (one["name"], one["value"]) == wanted), None)
    if found is None:  # someone has put it there since: the tree shows it
        return redirect("programmes:tree", programme.pk)
    with catch_refusal() as reasons:
        row = seed_cause(programme, by=request.user, **{asked: found["value"]})
    _tell(request, reasons)
    return _back(programme, "" if reasons else row.key)


@signed_in
@require_safe
def one_node(request: SignedInRequest, pk: UUID, node: str) -> HttpResponse:
    """Show a node: what is known of it, what became of it, what can be done with it."""
    programme = found_programme(request, pk)
    return _node_page(request, programme, _cause(programme, node))


@signed_in
@require_POST
def turning(request: SignedInRequest, pk: UUID, node: str) -> HttpResponse:
    """Turn a cause into a result, point it at one, or take that back."""
    programme = _to_write(request, pk)
    cause, plan = _cause(programme, node), plan_of(programme)
    if "release" in request.POST:
        with catch_refusal() as reasons:
            release_cause(cause, by=request.user)
        _tell(request, reasons)
        return redirect("programmes:tree-node", programme.pk, node)
    turn, link = _forms(request, plan, cause)
    form = link if link.is_bound else turn
    if not form.is_valid():
        return _node_page(request, programme, cause, turn=turn, link=link, status=422)
    if form.leaves("becomes"):
        return _back(programme, node)
    try:
        with catch_refusal() as reasons:
            _turn(request, programme, cause, form)
    except ConflictError as conflict:
        return _conflict(request, programme, node, form, conflict)
    _tell(request, reasons)
    return _back(programme, node)


def _turn(
    request: SignedInRequest, programme: Programme, cause: Cause, form: TurningForm | LinkForm
) -> None:
    version, told = form.started_from(), form.cleaned_data
    if isinstance(form, LinkForm):
        if result := _result(programme, told["result"]):
            link_cause(cause, by=request.user, result=result, version=version)
        return
    text = cause.positive if form.leaves("positive") else told["text"]
    parent = _result(programme, told["parent"])
    turn_cause(cause, by=request.user, text=text, parent=parent, version=version)


@signed_in
@require_POST
def hanging(request: SignedInRequest, pk: UUID, node: str) -> HttpResponse:
    """Hang a node, with all that is under it, under another."""
    programme = _to_write(request, pk)
    cause = _cause(programme, node)
    names = nodes_to_hang_under(programme, cause)
    form = HangingForm(request.POST, cause=cause, nodes=names)
    if not form.is_valid():
        return _node_page(request, programme, cause, hang=form, status=422)
    if form.leaves("under"):
        return _back(programme, node)
    seen = form.started_from()
    version = cause.version if seen is None else seen
    values = {"under": form.cleaned_data["under"]}
    try:
        with catch_refusal() as reasons:
            change_row(cause, by=request.user, version=version, values=values)
    except ConflictError as conflict:
        return _conflict(request, programme, node, form, conflict)
    _tell(request, reasons)
    return _back(programme, node)


def _conflict(
    request: SignedInRequest,
    programme: Programme,
    node: str,
    form: CauseForm,
    conflict: ConflictError,
) -> HttpResponse:
    back = reverse("programmes:tree-node", args=[programme.pk, node])
    return conflict_page(request, programme, form, conflict, back)


def tree_beside(plan: Plan, step: Step) -> dict[str, object]:
    """Return what a step says of the tree: how it stands, or which causes its rows answer."""
    teller = TreeTeller(plan)
    if step is Step.SITUATION:
        return {"tree_counts": teller.counts()}
    kinds = {Step.STRATEGIES: ("choices",), Step.RESULTS: ("results",)}.get(step)
    return {"behind": teller.behind(kinds)} if kinds and plan.causes else {}


def _node_page(
    request: SignedInRequest,
    programme: Programme,
    cause: Cause,
    *,
    status: int = 200,
    **forms: Any,  # noqa: ANN401 -- the forms that hold what was typed
) -> HttpResponse:
    plan = plan_of(programme)
    teller = TreeTeller(plan)
    found, over = _found(plan, cause.key)
    turn, link = _forms(None, plan, cause)
    names = nodes_to_hang_under(programme, cause)
    context = around(request, programme, plan, Step.SITUATION) | {
        "one": teller.shown(found),
        "over": [(one.key, name_of(one)) for one in over],
        "core": teller.core,
        "solved": teller.solved(found.cause),
        "can_turn": found.state not in {State.EFFECT, State.ASIDE, State.BECOMES},
        "turn": turn,
        "link": link,
        "hang": HangingForm(None, cause=cause, nodes=names),
    }
    return render(request, "programmes/tree/node.html", context | forms, status=status)


def _forms(
    request: SignedInRequest | None, plan: Plan, cause: Cause
) -> tuple[TurningForm, LinkForm]:
    """Return the two ways to a result: each bound only if it is the one that was sent."""
    teller = TreeTeller(plan)
    names = {ref: f"{n} · {text}" for ref, (n, text) in teller.results.items()}
    objectives = {
        ref: _("an output of %(objective)s") % {"objective": name}
        for ref, name in names.items()
        if ref.startswith("objectives.")
    }
    sent = request.POST if request else None
    is_link = sent is not None and "result" in sent
    found, _over = _found(plan, cause.key)
    turn = TurningForm(
        None if is_link else sent,
        cause=cause,
        results=names,
        objectives=objectives,
        text=teller.solved(found.cause),
    )
    return turn, LinkForm(sent if is_link else None, cause=cause, results=names)


def _found(plan: Plan, key: str) -> tuple[Node, list[Any]]:
    """Return a node, and those it hangs under, from the core outwards."""
    way: list[Any] = []
    for branch in ("cause", "effect"):
        for top in tree_of(plan, branch):
            for one, depth in top.walk():
                del way[depth:]
                if one.cause.key == key:
                    return one, way
                way.append(one.cause)
    raise Http404


def _to_write(request: SignedInRequest, pk: UUID) -> Programme:
    programme = found_programme(request, pk)
    if not may_write(request.user, programme):
        raise PermissionDenied
    return programme


def _cause(programme: Programme, key: str) -> Cause:
    found = row_of(programme, "causes", key)
    if not isinstance(found, Cause):
        raise Http404
    return found


def _result(programme: Programme, told: str) -> Row | None:
    kind, _dot, key = told.partition(".")
    return row_of(programme, kind, key) if told else None


def _tell(request: SignedInRequest, reasons: list[str]) -> None:
    for reason in reasons:
        messages.error(request, str(REFUSALS[reason]))


def _back(programme: Programme, key: str) -> HttpResponse:
    return redirect(reverse("programmes:tree", args=[programme.pk]) + (f"#{key}" if key else ""))
