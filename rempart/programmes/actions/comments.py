"""What colleagues say about a row: written, changed, withdrawn; resolved and opened again; read."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import (
    may_change_comment,
    may_comment,
    may_read_mention,
    may_settle,
)
from rempart.programmes.models import Comment, Mention, Programme, Thread
from rempart.programmes.queries.comments import colleagues_of
from rempart.programmes.rules.mentions import names_called
from rempart.vault.audit import record


@transaction.atomic
def write_comment(
    programme: Programme, *, by: User, at: datetime, about: tuple[str, str], text: str
) -> Comment:
    """Say something about a row (its list and its key); a resolved thread opens again.

    Whoever is called by @name finds it on her desk; ``nobody_called`` if a name is no colleague's.
    """
    if not may_comment(by, programme):
        raise PermissionDenied
    called = _called(text, by)
    kind, key = about
    thread, _is_new = Thread.objects.get_or_create(programme=programme, kind=kind, key=key)
    if thread.resolved_at is not None:
        thread.resolved_at, thread.resolved_by = None, None
        thread.save()
    comment = Comment.objects.create(thread=thread, author=by, text=text, written_at=at)
    Mention.objects.bulk_create(Mention(comment=comment, person=person) for person in called)
    Mention.objects.filter(comment__thread=thread, person=by, read_at=None).update(read_at=at)
    record(by, "programme.comment_written", programme, kind=kind, row=key, called=len(called))
    return comment


@transaction.atomic
def change_comment(comment: Comment, *, by: User, at: datetime, text: str) -> None:
    """Change what one said; who is called anew finds it on her desk, who no longer is does not."""
    if not may_change_comment(by, comment):
        raise PermissionDenied
    called = _called(text, by)
    comment.text, comment.changed_at = text, at
    comment.save()
    comment.mentions.exclude(person__in=called).delete()
    known = set(comment.mentions.values_list("person", flat=True))
    Mention.objects.bulk_create(
        Mention(comment=comment, person=person) for person in called if person.pk not in known
    )
    thread = comment.thread
    record(by, "programme.comment_changed", thread.programme, kind=thread.kind, row=thread.key)


@transaction.atomic
def withdraw_comment(comment: Comment, *, by: User) -> None:
    """Take back what one said; a thread in which nothing is left goes too."""
    if not may_change_comment(by, comment):
        raise PermissionDenied
    thread = comment.thread
    record(by, "programme.comment_withdrawn", thread.programme, kind=thread.kind, row=thread.key)
    comment.delete()
    if not thread.comments.exists():
        thread.delete()


@transaction.atomic
def resolve_thread(thread: Thread, *, by: User, at: datetime) -> None:
    """Say that what was said about a row is settled; who already did stays named."""
    if not may_settle(by, thread):
        raise PermissionDenied
    found = Thread.objects.select_for_update().get(pk=thread.pk)
    if found.resolved_at is None:
        found.resolved_at, found.resolved_by = at, by
        found.save()
    Mention.objects.filter(comment__thread=found, person=by, read_at=None).update(read_at=at)
    record(by, "programme.thread_resolved", found.programme, kind=found.kind, row=found.key)


@transaction.atomic
def reopen_thread(thread: Thread, *, by: User) -> None:
    """Open a thread again."""
    if not may_settle(by, thread):
        raise PermissionDenied
    thread.resolved_at, thread.resolved_by = None, None
    thread.save()
    record(by, "programme.thread_reopened", thread.programme, kind=thread.kind, row=thread.key)


@transaction.atomic
def read_mention(mention: Mention, *, by: User, at: datetime) -> None:
    """Note that someone read where she is called: it leaves her desk."""
    if not may_read_mention(by, mention):
        raise PermissionDenied
    mention.read_at = at
    mention.save()
    record(by, "programme.mention_read", mention.comment.thread.programme)


def _called(text: str, by: User) -> Sequence[User]:
    people = {one.get_username(): one for one in colleagues_of(by)}
    called, unknown = names_called(text, people)
    if unknown:
        raise RefusedError(["nobody_called"])
    return [people[name] for name in called if people[name].pk != by.pk]
