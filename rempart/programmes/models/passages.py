"""The history of a programme: each time that someone took it from one state to the next."""

import uuid

from django.db import models
from django.utils.timezone import now

from rempart.accounts.models import User
from rempart.programmes.models.programme import Programme


class Passage(models.Model):
    """Who took a programme which way (``rules.lifecycle.Move``), when, and what was said with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="passages", db_comment="operational"
    )
    move = models.CharField(max_length=20, db_comment="operational")
    source = models.CharField(max_length=20, db_comment="operational")
    target = models.CharField(max_length=20, db_comment="operational")
    by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="pseudonymous"
    )
    at = models.DateTimeField(default=now, db_comment="operational")
    reason = models.TextField(max_length=4000, blank=True, db_comment="operational")
    body = models.CharField(max_length=200, blank=True, db_comment="operational")
    day = models.DateField(null=True, blank=True, db_comment="operational")

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["programme", "at"], name="passages_of_a_programme")]

    def __str__(self) -> str:
        return self.move
