"""What an organisation keeps of law and policy: entries of registers, and a sheet that waits."""

import uuid
from datetime import date

from django.db import models
from django.urls import reverse

from rempart.accounts.models import Organisation, User
from rempart.communities.rules.laws.checking import Fact, is_overdue
from rempart.communities.rules.laws.registers import REGISTERS, SHARED, Register, Sort


class LawEntry(models.Model):
    """One entry of a register of law and policy; withdrawn, never deleted.

    What all registers ask has columns; ``facts`` holds what this one asks, by the names that
    ``rules/laws/registers.py`` gives them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    register = models.CharField(max_length=20, db_comment="operational")
    within = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="parts",
        db_comment="operational",
    )
    country = models.CharField(max_length=200, blank=True, db_comment="operational")
    title = models.CharField(max_length=200, blank=True, db_comment="operational")
    state = models.CharField(max_length=20, blank=True, db_comment="operational")
    on = models.DateField(null=True, blank=True, db_comment="operational")
    due = models.DateField(null=True, blank=True, db_comment="operational")
    facts: "models.JSONField[dict[str, str | list[str]], dict[str, str | list[str]]]" = (
        models.JSONField(default=dict, blank=True, db_comment="operational")
    )
    version = models.PositiveIntegerField(default=1, db_comment="operational")
    withdrawn_on = models.DateField(null=True, blank=True, db_comment="operational")
    written_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="personal"
    )
    changed_at = models.DateTimeField(auto_now=True, db_comment="operational")

    class Meta:
        ordering = ["country", "due", "title", "id"]
        verbose_name_plural = "law entries"
        indexes = [models.Index(fields=["organisation", "register", "country"], name="law_listed")]

    def __str__(self) -> str:
        return self.title or self.register

    def get_absolute_url(self) -> str:
        """Return the address of the entry's page."""
        return reverse("law:entry", args=[self.register, self.pk])

    @property
    def described(self) -> Register:
        """Return the register that it is an entry of."""
        return REGISTERS[self.register]

    def said(self) -> dict[str, Fact]:
        """Return what it says, by column: the shape that forms, sheets and rules share."""
        found: dict[str, Fact] = {}
        for column in self.described.columns:
            name = column.name
            value = getattr(self, name) if name in SHARED else self.facts.get(name, "")
            if column.sort is Sort.SEVERAL:
                found[name] = tuple(value or ())
            elif isinstance(value, date):
                found[name] = value.isoformat()
            else:
                found[name] = str(value or "")
        return found

    def is_late(self, today: date) -> bool:
        """Whether it waits for something whose day has passed."""
        if self.withdrawn_on:
            return False
        return is_overdue(self.described, self.state, self.due, today)


class PendingLaw(models.Model):
    """What a sheet of entries holds, read and without fault, until its reader says yes or no."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    author = models.OneToOneField(
        User, on_delete=models.CASCADE, related_name="+", db_comment="personal"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    register = models.CharField(max_length=20, db_comment="operational")
    name = models.CharField(max_length=200, db_comment="operational")
    rows = models.JSONField(default=list, db_comment="operational")
    kept_at = models.DateTimeField(auto_now=True, db_comment="operational")

    def __str__(self) -> str:
        return self.name
