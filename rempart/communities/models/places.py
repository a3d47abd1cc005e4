"""Where people live and work: coarse areas only, never an address."""

import uuid
from datetime import date

from django.db import models
from django.urls import reverse

from rempart.accounts.models import Organisation

EARLIEST = 1950


class Place(models.Model):
    """An area that an organisation works in; ``level`` says how wide it is.

    A later room that points at a place with ``PROTECT`` keeps it from being removed, and says by the
    property ``keeps_place_for`` of its row what keeps it.
    """

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
    children = models.PositiveIntegerField(null=True, blank=True, db_comment="operational")
    children_year = models.PositiveSmallIntegerField(
        null=True, blank=True, db_comment="operational"
    )
    children_source = models.CharField(max_length=300, blank=True, db_comment="operational")
    version = models.PositiveIntegerField(default=1, db_comment="operational")

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the place's page."""
        return reverse("communities:place", args=[self.pk])

    @staticmethod
    def years(today: date) -> range:
        """Return the years in which children may have been counted."""
        return range(EARLIEST, today.year + 1)
