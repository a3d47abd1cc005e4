"""What was found of the basic services of a place: the newest check counts, the others are its history."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from rempart.accounts.models import User
from rempart.communities.models.places import Place
from rempart.communities.rules.basic_services import Capacity, Check, Cost, Existence, Quality

EXISTENCE_NAMES = {
    Existence.YES.value: _("Yes"),
    Existence.PARTLY.value: _("At times, or for some only"),
    Existence.NO.value: _("No"),
}
COST_NAMES = {
    Cost.FREE.value: _("Free"),
    Cost.BEARABLE.value: _("Families can bear it"),
    Cost.TOO_DEAR.value: _("Too dear for many"),
}
CAPACITY_NAMES = {
    Capacity.ENOUGH.value: _("Room for those who come"),
    Capacity.WAITING.value: _("One has to wait"),
    Capacity.FULL.value: _("Full"),
}
QUALITY_NAMES = {
    Quality.GOOD.value: _("Good"),
    Quality.FAIR.value: _("Fair"),
    Quality.POOR.value: _("Poor"),
}


class ServiceCheck(models.Model):
    """One look at one service in one place; never who runs it, nor where it is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="checks", db_comment="operational"
    )
    service = models.CharField(max_length=30, db_comment="operational")
    existence = models.CharField(max_length=10, db_comment="operational")
    distance_km = models.DecimalField(
        max_digits=6, decimal_places=1, null=True, blank=True, db_comment="operational"
    )
    cost = models.CharField(max_length=10, blank=True, db_comment="operational")
    capacity = models.CharField(max_length=10, blank=True, db_comment="operational")
    quality = models.CharField(max_length=10, blank=True, db_comment="operational")
    checked_on = models.DateField(db_comment="operational")
    source = models.CharField(max_length=300, db_comment="operational")
    written_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="personal"
    )
    written_at = models.DateTimeField(auto_now_add=True, db_comment="operational")

    class Meta:
        ordering = ["-checked_on", "-written_at", "id"]  # the newest first
        indexes = [
            models.Index(fields=["place", "service", "-checked_on"], name="service_check_newest")
        ]

    def __str__(self) -> str:
        return f"{self.service} {self.existence}"

    def told(self) -> Check:
        """Return what was found, as the rules take it."""
        return Check(**{name: getattr(self, name) for name in Check.__dataclass_fields__})
