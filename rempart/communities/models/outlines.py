"""The outline of a place on the organisation's own map: coarse, and for drawing alone."""

from typing import Any

from django.db import models

from rempart.communities.models.places import Place


class Outline(models.Model):
    """The rings of a place, in whole steps of the drawing; no coordinate of the earth is kept."""

    place = models.OneToOneField(
        Place,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="outline",
        db_comment="operational",
    )
    rings: "models.JSONField[Any, Any]" = models.JSONField(default=list, db_comment="operational")
    kept_on = models.DateField(db_comment="operational")

    def __str__(self) -> str:
        return self.place.name
