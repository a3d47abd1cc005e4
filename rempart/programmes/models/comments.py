"""What colleagues say to each other about a row of a plan: never printed, never exported, gone with the row."""

import uuid

from django.db import models
from django.db.models import F, Q

from rempart.accounts.models import User
from rempart.programmes.models.programme import Programme


class Thread(models.Model):
    """All that is said about one row, or about a step's own facts; open until someone resolves it.

    ``kind`` and ``key`` name the row as in ``Plan``; a step's facts are "step" and the step's name.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    kind = models.CharField(max_length=40, db_comment="operational")
    key = models.CharField(max_length=64, db_comment="operational")
    resolved_by = models.ForeignKey(
        User,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_comment="personal",
    )
    resolved_at = models.DateTimeField(null=True, blank=True, db_comment="operational")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "kind", "key"], name="one_thread_for_each_row"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"


class Comment(models.Model):
    """What one person said; she alone changes it or withdraws it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    thread = models.ForeignKey(
        Thread, on_delete=models.CASCADE, related_name="comments", db_comment="operational"
    )
    author = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="+", db_comment="personal"
    )
    text = models.TextField(max_length=2000, db_comment="personal")
    written_at = models.DateTimeField(db_comment="operational")
    changed_at = models.DateTimeField(null=True, blank=True, db_comment="operational")

    class Meta:
        ordering = ["written_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(changed_at__isnull=True) | Q(changed_at__gte=F("written_at")),
                name="comment_is_changed_after_it_is_written",
            )
        ]

    def __str__(self) -> str:
        return f"{self.thread}: {self.written_at}"


class Mention(models.Model):
    """A colleague whom a comment calls; it waits on her desk until she says that she read it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="mentions", db_comment="operational"
    )
    person = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="+", db_comment="personal"
    )
    read_at = models.DateTimeField(null=True, blank=True, db_comment="operational")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "person"], name="one_mention_for_each_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.person_id}"
