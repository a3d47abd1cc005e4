"""The problem tree turned over, cause by cause: each becomes a result of the plan, or is let go again."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.kit.conflicts import expect_version
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_write
from rempart.programmes.actions.rows import add_row, change_row
from rempart.programmes.documents.words import of_guide
from rempart.programmes.models import Cause, Programme, Row
from rempart.programmes.queries import locked
from rempart.programmes.rules.codes import Branch
from rempart.vault.audit import record

LONGEST_TITLE = 200  # characters


@transaction.atomic
def seed_cause(programme: Programme, *, by: User, code: str = "", factor: str = "") -> Row:
    """Put a cause of the guide, or a factor, into the tree: the node that is there if one was quicker."""
    if not may_write(by, programme):
        raise PermissionDenied
    found = locked(programme)
    for one in Cause.objects.filter(programme=found):
        if (code and one.code == code) or (factor and factor in one.factors):
            return one
    name = of_guide(factor) or factor
    values = {"title": name[:LONGEST_TITLE], "factors": [factor]} if factor else {"code": code}
    row = add_row(found, by=by, kind="causes", values=values)
    record(by, "programme.cause_seeded", found, row=row.key)
    return row


@transaction.atomic
def turn_cause(
    cause: Cause, *, by: User, text: str, parent: Row | None = None, version: int | None = None
) -> Row:
    """Return the result that a cause becomes: an output of ``parent``, else an immediate objective.

    Refused of an effect (``effects_follow``), of a cause that is a result already
    (``turned_already``), and of one set aside (``cause_is_aside``). With ``version``, the one she
    saw: ``ConflictError`` if someone turned or worded the cause otherwise since; where she saw what
    it became, her result takes its place and the other stays in the plan.
    """
    found = _to_turn(cause, by, version, text, positive=text)
    kind = "outputs" if parent else "objectives"
    result = add_row(found.programme, by=by, kind=kind, values={"text": text}, parent=parent)
    _link(found, by, {"becomes": f"{kind}.{result.key}", "positive": text})
    return result


@transaction.atomic
def link_cause(cause: Cause, *, by: User, result: Row, version: int | None = None) -> None:
    """Let a cause point at a result that the plan has already; refused as ``turn_cause`` is."""
    if result.programme_id != cause.programme_id:
        message = "a cause becomes a result of its own programme"
        raise ValueError(message)
    becomes = f"{result.listed_as}.{result.key}"
    found = _to_turn(cause, by, version, becomes)
    _link(found, by, {"becomes": becomes})


@transaction.atomic
def release_cause(cause: Cause, *, by: User) -> None:
    """Take back that a cause became a result; the result stays in the plan."""
    if not may_write(by, cause.programme):
        raise PermissionDenied
    locked(cause.programme)
    _link(Cause.objects.get(pk=cause.pk), by, {"becomes": ""})


def _to_turn(cause: Cause, by: User, version: int | None, becomes: str, **worded: str) -> Cause:
    """Return the cause as stored, if it can become a result; refused with every reason."""
    if not may_write(by, cause.programme):
        raise PermissionDenied
    locked(cause.programme)
    found = Cause.objects.get(pk=cause.pk)
    if version is not None:
        mine = {"becomes": becomes} if found.becomes else worded
        theirs = {name: getattr(found, name) for name in mine}
        expect_version(mine=mine, theirs=theirs, started_from=version, stored=found.version)
    reasons = {
        "effects_follow": found.branch == Branch.EFFECT,
        "turned_already": bool(found.becomes) and version is None,
        "cause_is_aside": bool(found.not_addressed_because),
    }
    if obstacles := [reason for reason, holds in reasons.items() if holds]:
        raise RefusedError(obstacles)
    return found


def _link(cause: Cause, by: User, values: Mapping[str, object]) -> None:
    change_row(cause, by=by, version=cause.version, values=values)
    record(by, "programme.cause_linked", cause.programme, row=cause.key)
