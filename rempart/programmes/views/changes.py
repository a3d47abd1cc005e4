"""Change requests on an approved plan: their list, a new one, one with its difference, the decision."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.refusals import catch_refusal
from rempart.look.say import day
from rempart.programmes.access import may_decide, may_write
from rempart.programmes.actions.changes import (
    approve_change,
    open_change,
    refuse_change,
    withdraw_change,
)
from rempart.programmes.catalogue import thresholds
from rempart.programmes.forms.changes import ChangeForm, NoteForm
from rempart.programmes.models import ChangeRequest, Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.changes import changes_of, open_change_of
from rempart.programmes.queries.lifecycle import standing_of
from rempart.programmes.queries.versions import plan_kept
from rempart.programmes.rules.changes import CHANGEABLE, Outcome
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.findings import review
from rempart.programmes.rules.plan import Plan
from rempart.programmes.views.comparing import compared
from rempart.programmes.views.findings import Teller
from rempart.programmes.views.pages import REFUSALS, found_programme
from rempart.programmes.views.versions import name_of, opened

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

OUTCOME_WORDS: "dict[str, Words]" = {
    Outcome.OPEN.value: gettext_lazy("Being written"),
    Outcome.APPROVED.value: gettext_lazy("Approved"),
    Outcome.REFUSED.value: gettext_lazy("Refused"),
    Outcome.WITHDRAWN.value: gettext_lazy("Withdrawn"),
}
TO_DECIDE = gettext_lazy("A decision is asked for")


@signed_in
@require_safe
def changes(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """List the change requests of a programme, decided and open."""
    programme = found_programme(request, pk)
    context = {
        "programme": programme,
        "changes": [(one, outcome_of(one)) for one in changes_of(programme)],
        "may_open": may_open(request, programme),
        "open": open_change_of(programme) if may_write(request.user, programme) else None,
    }
    return render(request, "programmes/changes.html", context)


def may_open(request: SignedInRequest, programme: Programme) -> bool:
    """Say whether the reader can open a change request now."""
    can = Lifecycle(programme.lifecycle) in CHANGEABLE and not open_change_of(programme)
    return can and may_write(request.user, programme)


def outcome_of(change: ChangeRequest) -> "Words":
    """Return where a change request stands, in words."""
    copy = change.working_copy
    if change.is_open and copy and copy.lifecycle == Lifecycle.IN_REVIEW:
        return TO_DECIDE
    return OUTCOME_WORDS[change.outcome]


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new_change(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Open a change request: what changes, and why."""
    programme = found_programme(request, pk)
    if not may_write(request.user, programme):
        raise PermissionDenied
    form = ChangeForm(request.POST if request.method == "POST" else None)
    codes: list[str] = []
    if form.is_bound and form.is_valid():
        with catch_refusal() as codes:
            change = open_change(programme, by=request.user, **form.cleaned_data)
        if not codes:
            messages.success(request, _("The working copy is ready: change it as you need."))
            return redirect("programmes:change", pk, change.number)
    context = {
        "programme": programme,
        "form": form,
        "reasons": [_refusal(code, programme) for code in codes],
        "open": open_change_of(programme),
    }
    status = 422 if form.is_bound else 200
    return render(request, "programmes/change_new.html", context, status=status)


def _refusal(code: str, programme: Programme) -> "dict[str, Words]":
    """Say why no request is opened: of the one that stands open, who has it and since when."""
    told: dict[str, Words] = {"what": REFUSALS[code]}
    found = open_change_of(programme) if code == "change_is_open" else None
    if found is None:
        return told
    who = {
        "title": found.title,
        "person": str(found.opened_by),
        "day": day(localdate(found.opened_at), "medium"),
    }
    why = _("“%(title)s”, by %(person)s, since %(day)s.") % who
    address = reverse("programmes:change", args=[programme.pk, found.number])
    return told | {"why": why, "address": address, "word": _("See what it changes")}


@signed_in
@require_safe
def change(request: SignedInRequest, pk: UUID, number: int) -> HttpResponse:
    """Show a change request: its reason, how it differs from the baseline, what comes next."""
    return _page(request, *_found(request, pk, number))


def _found(request: SignedInRequest, pk: UUID, number: int) -> tuple[Programme, ChangeRequest]:
    programme = found_programme(request, pk)
    found = changes_of(programme).filter(number=number).first()
    if found is None:
        raise Http404
    return programme, found


def _page(
    request: SignedInRequest,
    programme: Programme,
    found: ChangeRequest,
    form: NoteForm | None = None,
    codes: list[str] | None = None,
) -> HttpResponse:
    before, after = _plans(programme, found)
    copy = found.working_copy
    asked = found.is_open and copy is not None and copy.lifecycle == Lifecycle.IN_REVIEW
    wrote = copy is not None and standing_of(copy, request.user).is_by
    is_by = wrote or found.opened_by == request.user
    baseline = found.baseline
    context = {
        "programme": programme,
        "change": found,
        "outcome": outcome_of(found),
        "copy": copy,
        "is_asked": asked,
        "is_by": is_by,
        "may_decide": asked and may_decide(request.user, found) and not is_by,
        "may_withdraw": found.is_open and may_write(request.user, programme),
        "form": form or NoteForm(),
        "reasons": _reasons(copy or programme, after, codes or []),
        "steps": compared(copy or programme, before, after, *opened(request)),
        "before_name": name_of(baseline) if baseline else _("The plan as it is now"),
        "after_name": _("As the change request would have it"),
        "query": "",
    }
    return render(request, "programmes/change.html", context, status=422 if codes else 200)


def _plans(programme: Programme, found: ChangeRequest) -> tuple[Plan, Plan]:
    """Return the approved plan from which it started, and what it proposes or proposed."""
    now_said = plan_of(programme)
    before = plan_kept(found.baseline) if found.baseline else now_said
    if found.working_copy:
        return before, plan_of(found.working_copy)
    return before, plan_kept(found.proposed) if found.proposed else now_said


def _reasons(programme: Programme, plan: Plan, codes: list[str]) -> "list[dict[str, Words]]":
    own: list[dict[str, Words]] = [{"what": REFUSALS[code]} for code in codes if code in REFUSALS]
    found = [code for code in codes if code not in REFUSALS]
    if not found:
        return own
    findings = review(plan, localdate(), thresholds())
    return own + [dict(one) for one in Teller(programme, plan).obstacles(found, findings)]


@signed_in
@require_POST
def decision(request: SignedInRequest, pk: UUID, number: int) -> HttpResponse:
    """Approve a change request or refuse it; the second of two sees what the first decided."""
    programme, found = _found(request, pk, number)
    form = NoteForm(request.POST)
    approves = request.POST.get("decision") == "approve"
    if not form.is_valid():
        return _page(request, programme, found, form, ["needs_note"])
    with catch_refusal() as codes:
        note = form.cleaned_data["note"]
        if approves:
            approve_change(found, by=request.user, at=now(), note=note)
        else:
            refuse_change(found, by=request.user, at=now(), note=note)
    if codes:
        return _page(request, *_found(request, pk, number), form, codes)
    done = (
        _("The change is approved: this is the plan now.")
        if approves
        else _("The change is refused.")
    )
    messages.success(request, done)
    return redirect("programmes:change", pk, number)


@signed_in
@require_POST
def withdrawal(request: SignedInRequest, pk: UUID, number: int) -> HttpResponse:
    """Give a change request up."""
    programme, found = _found(request, pk, number)
    with catch_refusal() as codes:
        withdraw_change(found, by=request.user, at=now())
    if codes:
        return _page(request, programme, found, None, codes)
    messages.success(request, _("The change request is withdrawn; what it proposed is kept."))
    return redirect("programmes:change", pk, number)
