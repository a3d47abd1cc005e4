"""Figures about a place: the newest counts, the others are its history."""

import uuid

from django.db import models

from rempart.accounts.models import Organisation, User
from rempart.communities.models.places import Place


class Value(models.Model):
    """One figure of one condition of risk in one place: what, of when, from whom, how good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="values", db_comment="operational"
    )
    condition = models.CharField(max_length=60, db_comment="operational")
    value = models.DecimalField(max_digits=14, decimal_places=4, db_comment="operational")
    on = models.DateField(db_comment="operational")
    source = models.CharField(max_length=300, db_comment="operational")
    grade = models.CharField(max_length=10, blank=True, db_comment="operational")
    note = models.CharField(max_length=500, blank=True, db_comment="operational")
    written_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="personal"
    )
    written_at = models.DateTimeField(auto_now_add=True, db_comment="operational")

    class Meta:
        ordering = ["-on", "-written_at", "id"]  # the newest first
        indexes = [models.Index(fields=["place", "condition", "-on"], name="value_newest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(value__gte=0), name="value_not_negative")
        ]

    def __str__(self) -> str:
        return f"{self.condition} {self.value}"


class PendingSheet(models.Model):
    """What a file holds, read and without fault, until the person who chose it says yes or no."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    author = models.OneToOneField(
        User, on_delete=models.CASCADE, related_name="+", db_comment="personal"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    name = models.CharField(max_length=200, db_comment="operational")
    kind = models.CharField(max_length=10, default="figures", db_comment="operational")
    readings = models.JSONField(default=list, db_comment="operational")
    kept_at = models.DateTimeField(auto_now=True, db_comment="operational")

    def __str__(self) -> str:
        return self.name
