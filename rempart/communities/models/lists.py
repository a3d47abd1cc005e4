"""A list of places that a file holds, kept until the person who chose it says yes or no."""

import uuid

from django.db import models

from rempart.accounts.models import Organisation, User


class PendingPlaces(models.Model):
    """The places of a faultless file; ``there`` counts those that existed already."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    author = models.OneToOneField(
        User, on_delete=models.CASCADE, related_name="+", db_comment="personal"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    name = models.CharField(max_length=200, db_comment="operational")
    places = models.JSONField(default=list, db_comment="operational")
    there = models.PositiveIntegerField(default=0, db_comment="operational")
    kept_at = models.DateTimeField(auto_now=True, db_comment="operational")

    def __str__(self) -> str:
        return self.name
