"""The census of places: rounded counts by type of venue and coarse area, and the actions they call for."""

import uuid

from django.db import models

from rempart.accounts.models import User
from rempart.communities.models.places import Place


class VenueCount(models.Model):
    """About how many venues of a type were found in an area; never a name, a point, an address or a picture.

    ``step`` is all that is kept of the number: 0 is none found, 1 fewer than five, 2 about five, 3
    about ten, and so on. ``zone`` is a kind of zone from a closed list: no free words, so no name.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="venue_counts", db_comment="operational"
    )
    zone = models.CharField(max_length=20, blank=True, db_comment="operational")
    venue_type = models.CharField(max_length=20, db_comment="operational")
    step = models.PositiveSmallIntegerField(db_comment="operational")
    counted_on = models.DateField(db_comment="operational")
    method = models.CharField(max_length=20, db_comment="operational")
    source = models.CharField(max_length=300, db_comment="operational")
    written_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="personal"
    )
    written_at = models.DateTimeField(auto_now_add=True, db_comment="operational")

    class Meta:
        ordering = ["-counted_on", "-written_at", "id"]  # the newest first
        constraints = [
            models.UniqueConstraint(
                fields=["place", "zone", "venue_type", "counted_on"], name="one_venue_count_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.venue_type} {self.step}"


class AreaAction(models.Model):
    """An action of the guide that an area of the census calls for, by when, and when it was done."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="area_actions", db_comment="operational"
    )
    action = models.CharField(max_length=20, db_comment="operational")
    due_on = models.DateField(db_comment="operational")
    done_on = models.DateField(null=True, blank=True, db_comment="operational")
    written_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="personal"
    )

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "action", "due_on"], name="one_area_action_a_day"
            )
        ]

    def __str__(self) -> str:
        return self.action
