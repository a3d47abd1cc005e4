"""What becomes of an action of the guide in a plan: chosen, refused with a reason, or open again."""

from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_write
from rempart.programmes.models import Choice, Programme
from rempart.programmes.queries import locked
from rempart.programmes.queries.comments import said_about
from rempart.programmes.rules.codes import Decision
from rempart.vault.audit import record


@transaction.atomic
def decide_on_action(
    programme: Programme, *, by: User, action: str, decision: str, reason: str = ""
) -> None:
    """Choose or refuse an action of the guide (``act.NN``); an empty decision leaves it open again.

    A refusal without a reason is refused (``refusal_needs_a_reason``): the outline prints it.
    """
    if not may_write(by, programme):
        raise PermissionDenied
    found = locked(programme)
    if decision == Decision.REFUSED and not reason.strip():
        raise RefusedError(["refusal_needs_a_reason"])
    choices = Choice.objects.filter(programme=found)
    if decision:
        last = choices.aggregate(last=Max("position"))["last"]
        said = {"decision": Decision(decision).value, "reason": reason.strip()}
        new = {"key": str(uuid4()), "position": 0 if last is None else last + 1}
        choices.update_or_create(
            programme=found, action=action, defaults=said, create_defaults=said | new
        )
    else:
        left_open = choices.filter(action=action)
        said_about(found, left_open).delete()
        left_open.delete()
    found.changed_by = by
    found.save()
    record(by, "programme.action_decided", found, action=action, decision=decision)
