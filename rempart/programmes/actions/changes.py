"""Change requests: opened on an approved plan, written on a copy, decided on by someone else."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_decide, may_write
from rempart.programmes.actions.versions import keep_version
from rempart.programmes.actions.whole import replace_plan, store_plan
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import ChangeRequest, Passage, Programme, Version
from rempart.programmes.queries import locked, plan_of
from rempart.programmes.queries.changes import change_of_copy, changes_of, open_change_of
from rempart.programmes.queries.lifecycle import standing_of
from rempart.programmes.rules.changes import (
    Outcome,
    Request,
    obstacles_to_deciding,
    obstacles_to_opening,
)
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.lifecycle import Move
from rempart.programmes.rules.submission import obstacles_to_submitting
from rempart.programmes.rules.versions import Why
from rempart.vault.audit import record


@transaction.atomic
def open_change(programme: Programme, *, by: User, title: str, reason: str) -> ChangeRequest:
    """Open a change request on an approved plan, with a working copy of it; one at a time.

    ``RefusedError``: the programme is neither approved nor running, or ``change_is_open``.
    """
    if not may_write(by, programme):
        raise PermissionDenied
    found = locked(programme, to_write=False)
    if reasons := obstacles_to_opening(
        Lifecycle(found.lifecycle),
        has_open=open_change_of(found) is not None,
        is_a_copy=change_of_copy(found) is not None,
    ):
        raise RefusedError(reasons)
    baseline = keep_version(found, by=by, why=Move.CHANGE.value)
    copy = store_plan(plan_of(found), by=by, organisation=found.organisation)
    last = changes_of(found).first()
    change = ChangeRequest.objects.create(
        programme=found,
        number=last.number + 1 if last else 1,
        title=title.strip(),
        reason=reason.strip(),
        working_copy=copy,
        opened_by=by,
        baseline=baseline,
    )
    record(by, "programme.change_opened", found, number=change.number)
    return change


@transaction.atomic
def approve_change(
    change: ChangeRequest, *, by: User, at: datetime, note: str = ""
) -> ChangeRequest:
    """Let the plan of a change request be the approved one; the plan that was becomes a baseline.

    Refused with every reason, also with all that would stop a submission: a block never passes.
    """
    if not may_decide(by, change):
        raise PermissionDenied
    found, programme, copy = _held(change)
    plan = plan_of(copy) if copy else plan_of(programme)
    reasons = _obstacles(found, programme, copy, by, approves=True, note=note)
    if not reasons:
        reasons = obstacles_to_submitting(plan, at.date(), thresholds())
    if reasons or copy is None:
        raise RefusedError(reasons)
    baseline = keep_version(programme, by=by, why=Move.CHANGE.value)
    if baseline.baseline is None:
        past = Version.objects.filter(programme=programme, baseline__isnull=False)
        baseline.baseline = past.count() + 1
        baseline.lifecycle = programme.lifecycle  # kept before the approval, it was in force since
        baseline.save(update_fields=["baseline", "lifecycle"])
    replace_plan(programme, plan, by=by)
    writer = copy.changed_by_id or found.opened_by_id  # who decides has written nothing of it
    Programme.objects.filter(pk=programme.pk).update(changed_by=writer)
    Passage.objects.create(
        programme=programme,
        move=Move.CHANGE.value,
        source=programme.lifecycle,
        target=programme.lifecycle,
        by=by,
        reason=f"{found.title}\n{note}".strip(),
    )
    found.baseline, found.proposed = baseline, keep_version(programme, by=by, why=Move.CHANGE)
    return _decided(found, copy, by, at, Outcome.APPROVED, note)


@transaction.atomic
def refuse_change(change: ChangeRequest, *, by: User, at: datetime, note: str) -> ChangeRequest:
    """Refuse a change request with a reason; the approved plan stays, and what was proposed is kept."""
    if not may_decide(by, change):
        raise PermissionDenied
    found, programme, copy = _held(change)
    reasons = _obstacles(found, programme, copy, by, approves=False, note=note)
    if reasons or copy is None:
        raise RefusedError(reasons)
    found.proposed = keep_version(programme, by=by, why=Why.PROPOSED, plan=plan_of(copy))
    return _decided(found, copy, by, at, Outcome.REFUSED, note)


@transaction.atomic
def withdraw_change(change: ChangeRequest, *, by: User, at: datetime) -> ChangeRequest:
    """Give a change request up; what it proposed is kept as a version."""
    if not may_write(by, change.programme):
        raise PermissionDenied
    found, programme, copy = _held(change)
    if not found.is_open or copy is None:
        raise RefusedError(["change_is_decided"])
    found.proposed = keep_version(programme, by=by, why=Why.PROPOSED, plan=plan_of(copy))
    return _decided(found, copy, by, at, Outcome.WITHDRAWN, "")


def _held(change: ChangeRequest) -> tuple[ChangeRequest, Programme, Programme | None]:
    """Return the request, its programme and its copy as stored, kept alone until the act ends."""
    programme = locked(change.programme, to_write=False)
    found = ChangeRequest.objects.select_for_update().get(pk=change.pk)
    copy = found.working_copy and locked(found.working_copy, to_write=False)
    return found, programme, copy


def _obstacles(
    change: ChangeRequest,
    programme: Programme,
    copy: Programme | None,
    by: User,
    **said: object,
) -> list[str]:
    request = Request(
        outcome=Outcome(change.outcome),
        programme=Lifecycle(programme.lifecycle),
        copy=Lifecycle(copy.lifecycle) if copy else Lifecycle.DRAFT,
        is_by=change.opened_by_id == by.pk or bool(copy and standing_of(copy, by).is_by),
        differs=copy is not None and plan_of(copy) != plan_of(programme),
    )
    return obstacles_to_deciding(request, **said)  # type: ignore[arg-type]  # approves and note


def _decided(
    change: ChangeRequest,
    copy: Programme,
    by: User,
    at: datetime,
    outcome: Outcome,
    note: str,
) -> ChangeRequest:
    """Close the request; its working copy goes, what it said is kept as a version."""
    change.outcome, change.note = outcome.value, note.strip()
    change.decided_by, change.decided_at = by, at
    change.working_copy = None
    change.save()
    copy.delete()
    record(by, "programme.change_decided", change.programme, outcome=outcome.value)
    return change
