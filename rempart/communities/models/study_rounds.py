"""What a study measured: counts and percentages with their sample, round after round."""

import uuid

from django.db import models
from django.utils.translation import gettext as _

from rempart.communities.models.places import Place
from rempart.communities.models.studies import Study


class StudyFigure(models.Model):
    """A figure of one round; ``against`` is the figure of the baseline that it is read against (REQ-061)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    study = models.ForeignKey(
        Study, on_delete=models.CASCADE, related_name="figures", db_comment="operational"
    )
    against = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="later",
        db_comment="operational",
    )
    name = models.CharField(max_length=200, db_comment="operational")
    unit = models.CharField(max_length=10, db_comment="operational")
    value = models.DecimalField(max_digits=12, decimal_places=2, db_comment="operational")
    sample = models.PositiveIntegerField(null=True, blank=True, db_comment="operational")
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_comment="operational",
    )
    note = models.CharField(max_length=500, blank=True, db_comment="operational")
    added_at = models.DateTimeField(auto_now_add=True, db_comment="operational")

    class Meta:
        ordering = ["added_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value__gte=0), name="study_figure_not_negative"
            ),
            models.CheckConstraint(
                condition=~models.Q(unit="percent") | models.Q(value__lte=100),
                name="study_percentage_at_most_100",
            ),
            models.UniqueConstraint(
                fields=["study", "against"], name="one_figure_a_round_against_another"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def keeps_place_for(self) -> str:
        """Return what keeps the place."""
        return _("a figure of the study “%(title)s”") % {"title": self.study.title}
