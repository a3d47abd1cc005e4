"""Where people live and work: coarse areas only, never an address."""

import uuid

from django.db import models

from rempart.accounts.models import Organisation


class Place(models.Model):
    """An area that an organisation works in; ``level`` says how wide it is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="places", db_comment="operational"
    )
    name = models.CharField(max_length=200, db_comment="operational")
    level = models.CharField(max_length=20, blank=True, db_comment="operational")
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        db_comment="operational",
    )
    country = models.CharField(max_length=100, blank=True, db_comment="operational")

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name
