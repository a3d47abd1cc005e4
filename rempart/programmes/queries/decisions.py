"""What was decided on a plan: its approval, and the change requests that it took in."""

from datetime import date, datetime

from django.utils.timezone import localdate

from rempart.programmes.documents.standing import NOTHING_DECIDED, Approval, Change, Decisions
from rempart.programmes.models import ChangeRequest, Passage, Programme, Version
from rempart.programmes.models.programme import prints_as_draft
from rempart.programmes.rules.changes import Outcome
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.lifecycle import Move

DECIDED = {Lifecycle.APPROVED.value, Lifecycle.RUNNING.value, Lifecycle.CLOSED.value}


def decisions_on(programme: Programme, version: Version | None = None) -> Decisions:
    """Return what was decided on the plan of a programme, or on one of its versions when it was kept.

    A version that an approved change replaced knows nothing of that change.
    """
    if (version.lifecycle if version else programme.lifecycle) not in DECIDED:
        return NOTHING_DECIDED
    approved = Passage.objects.filter(programme=programme, move=Move.APPROVE.value)
    changes = ChangeRequest.objects.filter(programme=programme, outcome=Outcome.APPROVED.value)
    if version:
        changes = changes.filter(baseline__number__lt=version.number)
    last = approved.last()
    return Decisions(
        approval=Approval(body=last.body, on=last.day) if last else None,
        changes=tuple(
            Change(number=one.number, title=one.title, on=_day(one.decided_at))
            for one in changes.order_by("number")
        ),
    )


def is_draft(programme: Programme, version: Version | None = None) -> bool:
    """Say whether the document of a programme, or of one of its versions, calls itself a draft."""
    return prints_as_draft(version.lifecycle) if version else programme.prints_as_draft


def _day(moment: datetime | None) -> date | None:
    return localdate(moment) if moment else None
