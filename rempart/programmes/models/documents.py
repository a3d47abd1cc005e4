"""What an organisation changes of its documents: headings, and a Word template of its own."""

import uuid

from django.db import models

from rempart.accounts.models import Organisation


class OutlineHeading(models.Model):
    """An organisation's own heading for a section of the outline, in one language."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    language = models.CharField(max_length=10, db_comment="operational")
    section = models.CharField(max_length=40, db_comment="operational")
    heading = models.CharField(max_length=120, db_comment="operational")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "language", "section"],
                name="one_heading_a_section_and_language",
            )
        ]

    def __str__(self) -> str:
        return self.heading


class OutlineTemplate(models.Model):
    """An organisation's own Word template, accepted after it was filled once for trial."""

    organisation = models.OneToOneField(
        Organisation,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="+",
        db_comment="operational",
    )
    name = models.CharField(max_length=200, db_comment="operational")
    file = models.BinaryField(db_comment="operational")
    kept_on = models.DateField(db_comment="operational")

    def __str__(self) -> str:
        return self.name


class OutlinePattern(models.Model):
    """A template for one funder: sections in order, under its headings, in one language.

    ``sections`` holds ``{"section", "heading"}`` for each that is in; ``file`` is a Word template of
    its own, if it has one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    name = models.CharField(max_length=120, db_comment="operational")
    language = models.CharField(max_length=10, db_comment="operational")
    note = models.CharField(max_length=500, blank=True, db_comment="operational")
    sections = models.JSONField(default=list, db_comment="operational")
    file_name = models.CharField(max_length=200, blank=True, db_comment="operational")
    file = models.BinaryField(null=True, db_comment="operational")

    class Meta:
        ordering = ["name", "language", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name", "language"],
                name="one_pattern_of_each_name_and_language",
            )
        ]

    def __str__(self) -> str:
        return self.name
