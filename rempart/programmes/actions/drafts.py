"""Unsaved typing, kept for its author alone."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.programmes.access import may_keep_draft
from rempart.programmes.models import Draft, Programme
from rempart.vault.audit import record


@transaction.atomic
def keep_draft(programme: Programme, *, by: User, what: str, typed: Mapping[str, object]) -> Draft:
    """Keep what the author typed in the form ``what`` and has not saved, in place of what was kept."""
    if not may_keep_draft(by, programme):
        raise PermissionDenied
    draft, is_new = Draft.objects.update_or_create(
        author=by, programme=programme, what=what, defaults={"typed": dict(typed)}
    )
    if is_new:  # one line for a piece of work, not one every few seconds
        record(by, "programme.draft_kept", programme)
    return draft


@transaction.atomic
def drop_draft(programme: Programme, *, by: User, what: str) -> None:
    """Forget what the author typed in a form: it was saved, or she does not want it."""
    if not may_keep_draft(by, programme):
        raise PermissionDenied
    count, _ = Draft.objects.filter(author=by, programme=programme, what=what).delete()
    if count:
        record(by, "programme.draft_dropped", programme)
