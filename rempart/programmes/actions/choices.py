"""What becomes of an action of the guide in a plan: chosen, refused with a reason, or open again."""

from collections.abc import Mapping
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from rempart.accounts.models import User
from rempart.kit.conflicts import expect_version
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_write
from rempart.programmes.models import Choice, Programme
from rempart.programmes.models.facts import set_facts
from rempart.programmes.queries import locked
from rempart.programmes.queries.comments import said_about
from rempart.programmes.rules.codes import Decision
from rempart.vault.audit import record


@transaction.atomic
def decide_on_action(
    programme: Programme,
    *,
    by: User,
    action: str,
    decision: str,
    reason: str = "",
    version: int | None = None,
) -> None:
    """Choose or refuse an action of the guide (``act.NN``); an empty decision leaves it open again.

    A refusal without a reason is refused (``refusal_needs_a_reason``): the outline prints it.
    ``version`` is that of the decision the person saw, 0 where there was none; ``ConflictError`` if
    someone decided otherwise since. Without it nothing is compared.
    """
    if not may_write(by, programme):
        raise PermissionDenied
    found = locked(programme)
    if decision == Decision.REFUSED and not reason.strip():
        raise RefusedError(["refusal_needs_a_reason"])
    said = {"decision": Decision(decision).value if decision else "", "reason": reason.strip()}
    stored = Choice.objects.filter(programme=found, action=action).first()
    if version is not None:
        theirs = {name: getattr(stored, name, "") for name in said}
        now = stored.version if stored else 0
        expect_version(mine=said, theirs=theirs, started_from=version, stored=now)
    _decide(found, action, stored, said)
    found.changed_by = by
    found.save()
    record(by, "programme.action_decided", found, action=action, decision=decision)


def _decide(
    programme: Programme, action: str, stored: Choice | None, said: Mapping[str, str]
) -> None:
    """Write a decision over the one that is stored, as a new one, or away with what was said about it."""
    if stored and not said["decision"]:
        said_about(programme, [stored]).delete()
        stored.delete()
    elif stored:
        set_facts(stored, said)
        stored.version += 1
        stored.save()
    elif said["decision"]:
        last = Choice.objects.filter(programme=programme).aggregate(last=Max("position"))["last"]
        position = 0 if last is None else last + 1
        new = Choice(programme=programme, key=str(uuid4()), action=action, position=position)
        set_facts(new, said)
        new.save()
