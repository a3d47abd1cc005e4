"""The question grid of a study, and the counts that tell when to stop: no name, no raw answer."""

import uuid

from django.db import models

from rempart.communities.models.studies import Study


class GridQuestion(models.Model):
    """What we need to know: a row of the grid."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    study = models.ForeignKey(
        Study, on_delete=models.CASCADE, related_name="questions", db_comment="operational"
    )
    text = models.CharField(max_length=300, db_comment="operational")
    prompt = models.CharField(max_length=500, blank=True, db_comment="operational")
    added_at = models.DateTimeField(auto_now_add=True, db_comment="operational")

    class Meta:
        ordering = ["added_at", "id"]

    def __str__(self) -> str:
        return self.text


class GridCell(models.Model):
    """What one kind of source says of one question."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    question = models.ForeignKey(
        GridQuestion, on_delete=models.CASCADE, related_name="cells", db_comment="operational"
    )
    source = models.CharField(max_length=20, db_comment="operational")
    text = models.TextField(max_length=1000, db_comment="operational")
    confidence = models.CharField(max_length=10, blank=True, db_comment="operational")
    contradicts = models.BooleanField(default=False, db_comment="operational")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["question", "source"], name="one_cell_a_source")
        ]

    def __str__(self) -> str:
        return self.text


class Interview(models.Model):
    """How many themes an interview or a group brought, and how many of them were new: counts only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    study = models.ForeignKey(
        Study, on_delete=models.CASCADE, related_name="interviews", db_comment="operational"
    )
    number = models.PositiveIntegerField(db_comment="operational")
    source = models.CharField(max_length=20, db_comment="operational")
    themes = models.PositiveSmallIntegerField(db_comment="operational")
    new_themes = models.PositiveSmallIntegerField(db_comment="operational")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["study", "number"], name="one_number_an_interview"),
            models.CheckConstraint(
                condition=models.Q(new_themes__lte=models.F("themes")),
                name="new_themes_are_themes",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)
