"""Findings of the review: set aside with a reason that is printed, or taken up again."""

from datetime import date
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_set_aside
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import Programme, SetAside
from rempart.programmes.queries import locked, plan_of
from rempart.programmes.rules.lifecycle import Writing
from rempart.programmes.rules.submission import obstacles_to_setting_aside
from rempart.vault.audit import record


@transaction.atomic
def set_aside_finding(
    programme: Programme, *, by: User, on: date, rule: str, reason: str
) -> SetAside:
    """Set a rule's finding aside for this plan, under the person's name; once only for each rule.

    ``RefusedError`` of a block, of what the review does not find, of an error by the plan's author,
    and of a submitted programme.
    """
    if not may_set_aside(by, programme):
        raise PermissionDenied
    found = locked(programme, writing=Writing.SET_ASIDES)
    if obstacles := obstacles_to_setting_aside(
        plan_of(found), on, rule, thresholds(), by_its_author=found.is_by(by)
    ):
        raise RefusedError(obstacles)
    name = by.get_full_name() or by.get_username()
    said = {"reason": reason, "by": name, "on": on}
    own = {"key": str(uuid4()), "position": SetAside.objects.filter(programme=found).count()}
    row, _ = SetAside.objects.update_or_create(
        programme=found, rule=rule, defaults=said, create_defaults=said | own
    )
    record(by, "programme.finding_set_aside", found, rule=rule)
    return row


@transaction.atomic
def take_back_set_aside(set_aside: SetAside, *, by: User) -> None:
    """Take a finding up again; ``RefusedError`` of a submitted programme."""
    if not may_set_aside(by, set_aside.programme):
        raise PermissionDenied
    found = locked(set_aside.programme, writing=Writing.SET_ASIDES)
    record(by, "programme.finding_taken_up", found, rule=set_aside.rule)
    set_aside.delete()
