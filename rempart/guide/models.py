"""What an organisation adds beside the guide. The guide's own entries are content, never rows."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rempart.accounts.models import Organisation, User
from rempart.guide.rules.kinds import Kind

OWN_KINDS = {
    Kind.ACTION.value: _("action"),
    Kind.TODO.value: _("thing to do"),
    Kind.NOT_TODO.value: _("thing to avoid"),
    Kind.EXAMPLE.value: _("example"),
    Kind.BOX.value: _("box"),
    Kind.DEFINITION.value: _("definition"),
}


class OwnEntry(models.Model):
    """An entry of one organisation, shown beside the guide's and marked as its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="own_entries",
        db_comment="operational",
    )
    kind = models.CharField(max_length=20, choices=OWN_KINDS, db_comment="operational")
    area = models.CharField(max_length=10, blank=True, db_comment="operational")
    written_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="operational"
    )
    written_on = models.DateField(db_comment="operational")
    withdrawn_on = models.DateField(null=True, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def get_absolute_url(self) -> str:
        """Return the address of the entry's page."""
        return reverse("guide:own-entry", args=[self.pk])

    @property
    def words(self) -> "OwnWords":
        """Return its words in the reader's language, else in the first language it has."""
        said = {words.language: words for words in self.said.all()}
        return said.get(get_language() or settings.LANGUAGE_CODE) or next(iter(said.values()))


class OwnWords(models.Model):
    """The words of an organisation's entry in one language."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    entry = models.ForeignKey(
        OwnEntry, on_delete=models.CASCADE, related_name="said", db_comment="operational"
    )
    language = models.CharField(max_length=10, db_comment="operational")
    title = models.CharField(max_length=200, db_comment="operational")
    text = models.TextField(blank=True, db_comment="operational")

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "language"], name="own_entry_is_said_once_in_a_language"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class OwnIndicator(models.Model):
    """An indicator of one organisation, offered beside the guide's when a plan is written."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="own_indicators",
        db_comment="operational",
    )
    level = models.CharField(max_length=20, db_comment="operational")
    domain = models.CharField(max_length=40, blank=True, db_comment="operational")
    unit = models.CharField(max_length=20, blank=True, db_comment="operational")
    direction = models.CharField(max_length=10, blank=True, db_comment="operational")
    frequency = models.CharField(max_length=20, blank=True, db_comment="operational")
    split = models.JSONField(default=list, blank=True, db_comment="operational")
    written_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="pseudonymous"
    )
    written_on = models.DateField(db_comment="operational")
    withdrawn_on = models.DateField(null=True, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return f"indicator {self.pk}"

    def get_absolute_url(self) -> str:
        """Return the address of the indicator's page."""
        return reverse("guide:own-indicator", args=[self.pk])

    @property
    def words(self) -> "OwnIndicatorWords":
        """Return its words in the reader's language, else in the first language it has."""
        said = {words.language: words for words in self.said.all()}
        return said.get(get_language() or settings.LANGUAGE_CODE) or next(iter(said.values()))


class OwnIndicatorWords(models.Model):
    """The words of an organisation's indicator in one language."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    indicator = models.ForeignKey(
        OwnIndicator, on_delete=models.CASCADE, related_name="said", db_comment="operational"
    )
    language = models.CharField(max_length=10, db_comment="operational")
    title = models.CharField(max_length=300, db_comment="operational")
    definition = models.TextField(max_length=2000, blank=True, db_comment="operational")
    numerator = models.CharField(max_length=500, blank=True, db_comment="operational")
    denominator = models.CharField(max_length=500, blank=True, db_comment="operational")
    source = models.CharField(max_length=300, blank=True, db_comment="operational")
    caution = models.TextField(max_length=1000, blank=True, db_comment="operational")

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "language"], name="own_indicator_is_said_once_in_a_language"
            ),
        ]

    def __str__(self) -> str:
        return self.title
