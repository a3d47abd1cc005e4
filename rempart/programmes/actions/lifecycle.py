"""The life of a programme: each act takes it one way further, or back, and leaves a line of history."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate, now

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_move
from rempart.programmes.actions.versions import keep_version
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import Passage, Programme
from rempart.programmes.queries import locked, plan_of
from rempart.programmes.queries.lifecycle import standing_of
from rempart.programmes.rules.lifecycle import WAYS, Move, Said, obstacles_to_moving
from rempart.programmes.rules.submission import obstacles_to_submitting
from rempart.vault.audit import record

STATE = ("lifecycle", "passed_on", "submitted_on", "state_since")  # its words stay untouched
NOTHING = Said()


@transaction.atomic
def move_programme(
    programme: Programme, *, by: User, move: Move, on: date, said: Said = NOTHING
) -> Programme:
    """Take a programme one way (``rules.lifecycle.WAYS``), and return it as it now is.

    ``RefusedError`` with every reason: the state it is in by now, what was not said, whom it is for;
    of a submission also what the review finds. Nothing is written then.
    """
    if not may_move(by, programme, move):
        raise PermissionDenied
    return _moved(programme, by, move, on, said)


@transaction.atomic
def submit_programme(programme: Programme, *, by: User, on: date) -> Programme:
    """Submit a programme; refused with every rule that blocks it, by its code."""
    if not may_move(by, programme, Move.SUBMIT):
        raise PermissionDenied
    return _moved(programme, by, Move.SUBMIT, on, NOTHING)


@transaction.atomic
def reopen_programme(programme: Programme, *, by: User) -> Programme:
    """Give a submitted programme back to its writers."""
    if not may_move(by, programme, Move.REOPEN):
        raise PermissionDenied
    return _moved(programme, by, Move.REOPEN, localdate(), NOTHING)  # no day is asked of it


def _moved(programme: Programme, by: User, move: Move, on: date, said: Said) -> Programme:
    found = locked(programme, to_write=False)
    way, source = WAYS[move], found.lifecycle
    obstacles = obstacles_to_moving(move, standing_of(found, by), said, on)
    if move is Move.SUBMIT and source in way.source:
        obstacles += obstacles_to_submitting(plan_of(found), on, thresholds())
    if obstacles:
        raise RefusedError(obstacles)
    found.lifecycle = way.target.value
    if way.passes is not None:
        found.passed_on = on if way.passes else None
    if move in {Move.SUBMIT, Move.REOPEN}:
        found.submitted_on = on if move is Move.SUBMIT else None
    if source != way.target:
        found.state_since = now()
    found.save(update_fields=STATE)
    Passage.objects.create(
        programme=found,
        move=move.value,
        source=source,
        target=way.target.value,
        by=by,
        reason=said.reason.strip(),
        body=said.body.strip(),
        day=said.day,
    )
    keep_version(found, by=by, why=move.value)
    record(by, "programme.moved", found, move=move.value)
    return found
