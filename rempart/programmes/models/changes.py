"""A change request: what a team wants to change of an approved plan, on a working copy of it."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.timezone import now

from rempart.accounts.models import User
from rempart.programmes.models.programme import Programme
from rempart.programmes.models.versions import Version
from rempart.programmes.rules.changes import Outcome


class ChangeRequest(models.Model):
    """One request; the approved plan stays as it is until someone else decides on it.

    ``working_copy`` is the plan as the request would have it, a programme like any other while the
    request is open; afterwards ``proposed`` keeps what it said.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="changes", db_comment="operational"
    )
    number = models.PositiveIntegerField(db_comment="operational")
    title = models.CharField(max_length=200, db_comment="operational")
    reason = models.TextField(max_length=4000, db_comment="operational")
    working_copy = models.OneToOneField(
        Programme,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="change_of",
        db_comment="operational",
    )
    outcome = models.CharField(max_length=20, default=Outcome.OPEN.value, db_comment="operational")
    opened_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="pseudonymous"
    )
    opened_at = models.DateTimeField(default=now, db_comment="operational")
    decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", db_comment="pseudonymous"
    )
    decided_at = models.DateTimeField(null=True, blank=True, db_comment="operational")
    note = models.TextField(max_length=4000, blank=True, db_comment="operational")
    baseline = models.ForeignKey(
        Version, on_delete=models.SET_NULL, null=True, related_name="+", db_comment="operational"
    )
    proposed = models.ForeignKey(
        Version, on_delete=models.SET_NULL, null=True, related_name="+", db_comment="operational"
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "number"], name="one_change_of_each_number"
            ),
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(outcome=Outcome.OPEN.value),
                name="one_open_change_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.outcome == Outcome.OPEN
