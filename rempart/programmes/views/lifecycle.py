"""The states of a programme: the line of them, what comes next and for whom, the history, each way."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.accounts.models import User
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_move, may_write
from rempart.programmes.actions import move_programme
from rempart.programmes.catalogue import thresholds
from rempart.programmes.forms.moves import MoveForm
from rempart.programmes.models import Passage, Programme
from rempart.programmes.models.names import LIFECYCLE_NAMES
from rempart.programmes.models.passage_names import (
    MOVE_DONE,
    MOVE_LEADS,
    MOVE_NAMES,
    NOT_BY_NAMES,
    WHO_NAMES,
)
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.changes import change_of_copy, open_change_of
from rempart.programmes.queries.lifecycle import passages_of, standing_of
from rempart.programmes.rules.changes import CHANGEABLE
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.findings import review
from rempart.programmes.rules.lifecycle import IN_STATE, WAYS, Move, next_move, ways_from
from rempart.programmes.views.findings import Teller
from rempart.programmes.views.pages import REFUSALS, found_programme

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

ICONS = {
    Move.SEND_BACK.value: "arrow-left",
    Move.WITHDRAW.value: "arrow-left",
    Move.REOPEN.value: "pencil",
    Move.UNAPPROVE.value: "arrow-left",
    Move.CHANGE.value: "arrows-diff",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state in the line: behind, here or to come; since when it is here."""

    name: "Words"
    stand: str  # done, here or todo
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A way that leads on: its words, its address where this person may take it, and for whom it is."""

    move: str
    name: "Words"
    who: "Words"
    not_by: "Words"
    address: str
    is_usual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A line of the history."""

    what: "Words"
    icon: str
    passage: Passage


def states_shown(programme: Programme, person: User) -> dict[str, object]:
    """Return what ``parts/states.html`` shows: the line of states, the ways on, the history."""
    passages = passages_of(programme)
    standing = standing_of(programme, person, passages)
    usual = next_move(standing)
    steps = [_step(programme, person, move, is_usual=move is usual) for move in ways_from(standing)]
    back = [one for one in passages if one.move == Move.SEND_BACK]
    sent_back = back[-1] if back and passages[-1] is back[-1] else None
    change = open_change_of(programme)
    return {
        "copy_of": change_of_copy(programme) if standing.is_a_copy else None,
        "open_change": change,
        "may_change": may_write(person, programme) and standing.state in CHANGEABLE,
        "states": list(_line(programme)),
        "has_passed": standing.has_passed and standing.state is Lifecycle.IN_REVIEW,
        "move_next": next((one for one in steps if one.is_usual), None),
        "ways": [one for one in steps if one.address],
        "sent_back": sent_back,
        "history": [_event(one) for one in reversed(passages)],
    }


def _line(programme: Programme) -> "list[State]":
    order = [state.value for state in Lifecycle]
    here = order.index(programme.lifecycle)
    return [
        State(
            name=LIFECYCLE_NAMES[state],
            stand="done" if place < here else "here" if place == here else "todo",
            since=programme.state_since if place == here else None,
        )
        for place, state in enumerate(order)
    ]


def _step(programme: Programme, person: User, move: Move, *, is_usual: bool) -> Step:
    way, may = WAYS[move], may_move(person, programme, move)
    return Step(
        move=move.value,
        name=MOVE_NAMES[move.value],
        who=WHO_NAMES[way.who.value],
        not_by=NOT_BY_NAMES.get(way.not_by, ""),
        address=reverse("programmes:passage", args=[programme.pk, move.value]) if may else "",
        is_usual=is_usual,
    )


def _event(passage: Passage) -> Event:
    return Event(
        what=MOVE_DONE[passage.move],
        icon=ICONS.get(passage.move, "circle-check"),
        passage=passage,
    )


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def passage(request: SignedInRequest, pk: UUID, move: str) -> HttpResponse:
    """Ask before a programme goes on, and take it on; refused with every reason at once."""
    programme = found_programme(request, pk)
    if move not in {one.value for one in WAYS}:
        raise Http404
    way = Move(move)
    if not may_move(request.user, programme, way):
        raise PermissionDenied
    form = MoveForm(request.POST if request.method == "POST" else None, move=way)
    if request.method != "POST" or not form.is_valid():
        is_closed = Lifecycle(programme.lifecycle) not in WAYS[way].source
        codes = [IN_STATE[Lifecycle(programme.lifecycle)]] if is_closed else []
        return _page(request, programme, way, form, codes)
    with catch_refusal() as codes:
        move_programme(programme, by=request.user, move=way, on=localdate(), said=form.said())
    if codes:
        return _page(request, found_programme(request, pk), way, form, form.refuse(codes))
    messages.success(request, MOVE_DONE[move])
    if change := change_of_copy(programme):
        return redirect("programmes:change", change.programme_id, change.number)
    return redirect("programmes:programme", pk)


def _page(
    request: SignedInRequest, programme: Programme, move: Move, form: MoveForm, codes: list[str]
) -> HttpResponse:
    is_elsewhere = Lifecycle(programme.lifecycle) not in WAYS[move].source
    passages = passages_of(programme) if is_elsewhere else []
    context = {
        "programme": programme,
        "form": form,
        "name": MOVE_NAMES[move.value],
        "lead": MOVE_LEADS[move.value],
        "state": LIFECYCLE_NAMES[programme.lifecycle],
        "reasons": _reasons(programme, codes),
        "is_elsewhere": is_elsewhere,
        "last": _event(passages[-1]) if passages else None,
    }
    status = 409 if is_elsewhere else 422 if form.is_bound else 200
    return render(request, "programmes/passage.html", context, status=status)


def _reasons(programme: Programme, codes: list[str]) -> "list[dict[str, Words]]":
    """Return why the way is not open, in words; what the review found, with the way to mend it."""
    own: list[dict[str, Words]] = [{"what": REFUSALS[code]} for code in codes if code in REFUSALS]
    found = [code for code in codes if code not in REFUSALS]
    if not found:
        return own
    plan = plan_of(programme)
    findings = review(plan, localdate(), thresholds())
    return own + [dict(one) for one in Teller(programme, plan).obstacles(found, findings)]
