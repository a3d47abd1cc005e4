"""Copying a programme as a start for another, and ticking off what had to be checked in it."""

from collections.abc import Collection
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_start_programme, may_write
from rempart.programmes.actions.whole import store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import locked, plan_of
from rempart.programmes.queries.changes import change_of_copy
from rempart.programmes.rules.copying import as_a_start, to_be_checked
from rempart.vault.audit import record


@transaction.atomic
def copy_programme(
    programme: Programme, *, by: User, title: str, shift: timedelta = timedelta()
) -> Programme:
    """Return a new draft of the same organisation that starts from what this programme says.

    Its planned days are moved by ``shift``; nothing is set aside in it; what it took over of evidence
    and actual numbers is to be checked. ``RefusedError`` of a change's working copy, and
    ``days_out_of_reach`` where a day would leave the calendar.
    """
    if not may_start_programme(by, programme.organisation):
        raise PermissionDenied
    found = locked(programme, to_write=False)
    if change_of_copy(found):
        raise RefusedError(["not_for_a_copy"])
    try:
        plan = as_a_start(plan_of(found), title, shift)
    except OverflowError as error:
        raise RefusedError(["days_out_of_reach"]) from error
    copy = store_plan(plan, by=by, organisation=found.organisation)
    copy.copied_from = found
    copy.to_check = to_be_checked(plan)
    copy.save()
    record(by, "programme.copied", copy, source=str(found.pk))
    return copy


@transaction.atomic
def tick_checked(programme: Programme, *, by: User, checked: Collection[str]) -> Programme:
    """Say that these facts were checked for this place; what is not to be checked is passed over."""
    if not may_write(by, programme):
        raise PermissionDenied
    found = locked(programme)
    rest = [one for one in found.to_check if one not in set(checked)]
    number = len(found.to_check) - len(rest)
    found.to_check = rest
    found.save(update_fields=["to_check"])
    record(by, "programme.checked", found, number=number)
    return found
