"""What studies found: sentences that plans and campaigns cite."""

import uuid

from django.db import models
from django.utils.translation import gettext as _

from rempart.communities.models.places import Place
from rempart.communities.models.studies import Study


class StudyFinding(models.Model):
    """A finding of a study, with its confidence; ``version`` rises when its words change.

    Whoever cites it keeps its words as they were, and sees that it changed or was withdrawn.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    study = models.ForeignKey(
        Study, on_delete=models.CASCADE, related_name="findings", db_comment="operational"
    )
    version = models.PositiveIntegerField(default=1, db_comment="operational")
    text = models.TextField(max_length=1000, db_comment="operational")
    confidence = models.CharField(max_length=10, blank=True, db_comment="operational")
    topic = models.CharField(max_length=60, blank=True, db_comment="operational")
    condition = models.CharField(max_length=60, blank=True, db_comment="operational")
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_comment="operational",
    )
    sources = models.TextField(max_length=1000, blank=True, db_comment="operational")
    withdrawn_on = models.DateField(null=True, blank=True, db_comment="operational")
    withdrawn_why = models.TextField(max_length=1000, blank=True, db_comment="operational")
    added_at = models.DateTimeField(auto_now_add=True, db_comment="operational")

    class Meta:
        ordering = ["added_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_on__isnull=True) | ~models.Q(withdrawn_why=""),
                name="finding_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_withdrawn(self) -> bool:
        """Return whether it no longer holds, or its study does not."""
        return self.withdrawn_on is not None or self.study.is_withdrawn

    @property
    def keeps_place_for(self) -> str:
        """Return what keeps the place."""
        return _("a finding of the study “%(title)s”") % {"title": self.study.title}
