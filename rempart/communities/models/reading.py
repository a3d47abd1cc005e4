"""How an organisation reads its figures: conditions left out, scales of its own, weights agreed."""

import uuid
from typing import Any

from django.db import models

from rempart.accounts.models import Organisation, User


class ConditionSetting(models.Model):
    """What an organisation changed about one condition: left out, or a scale of its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    condition = models.CharField(max_length=60, db_comment="operational")
    is_left_out = models.BooleanField(default=False, db_comment="operational")
    low = models.DecimalField(
        max_digits=14, decimal_places=4, null=True, blank=True, db_comment="operational"
    )
    high = models.DecimalField(
        max_digits=14, decimal_places=4, null=True, blank=True, db_comment="operational"
    )
    reason = models.CharField(max_length=500, blank=True, db_comment="operational")
    set_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="personal"
    )
    set_on = models.DateField(db_comment="operational")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "condition"], name="one_setting_a_condition"
            ),
            models.CheckConstraint(
                condition=models.Q(low__isnull=True, high__isnull=True)
                | models.Q(low__lt=models.F("high")),
                name="own_scale_rises",
            ),
        ]

    def __str__(self) -> str:
        return self.condition


class Weighting(models.Model):
    """A round in which a team shares out weights; once agreed they count, until ended or replaced."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    opened_on = models.DateField(db_comment="operational")
    agreed_on = models.DateField(null=True, blank=True, db_comment="operational")
    agreed_by = models.CharField(max_length=300, blank=True, db_comment="operational")
    ended_on = models.DateField(null=True, blank=True, db_comment="operational")

    class Meta:
        ordering = ["-opened_on", "-agreed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(agreed_on__isnull=True, ended_on__isnull=True),
                name="one_open_weighting",
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(agreed_on__isnull=False, ended_on__isnull=True),
                name="one_agreed_weighting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opened_on}"


class Ballot(models.Model):
    """How one participant, or one group, shared out a hundred points; ``who`` is a part, not a name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    weighting = models.ForeignKey(
        Weighting, on_delete=models.CASCADE, related_name="ballots", db_comment="operational"
    )
    who = models.CharField(max_length=100, db_comment="operational")
    points: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(
        default=dict, db_comment="operational"
    )

    class Meta:
        ordering = ["who", "id"]

    def __str__(self) -> str:
        return self.who

    def shares(self) -> dict[str, int]:
        """Return the points by condition."""
        told: dict[str, Any] = self.points
        return {str(slug): int(points) for slug, points in told.items()}
