"""Step 1: an agency looked at on the four standards of safeguarding."""

from typing import ClassVar

from django.db import models

from rempart.programmes.models.rows import Row
from rempart.programmes.rules import safeguarding
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.lifecycle import Writing


class Assessment(Row):
    """One agency on one day: each standard, what is missing, what is done about it, by whom, until when."""

    listed_as: ClassVar[str] = "assessments"
    step: ClassVar[Step] = Step.FRAME
    record_type: ClassVar[type] = safeguarding.Assessment
    writing: ClassVar[Writing] = Writing.RECORDS

    partner = models.CharField(max_length=64, blank=True, db_comment="operational")
    assessed_on = models.DateField(null=True, blank=True, db_comment="operational")
    assessed_by = models.CharField(max_length=200, blank=True, db_comment="operational")
    policy = models.CharField(max_length=10, blank=True, db_comment="operational")
    policy_missing = models.TextField(max_length=1000, blank=True, db_comment="operational")
    policy_action = models.TextField(max_length=1000, blank=True, db_comment="operational")
    policy_owner = models.CharField(max_length=200, blank=True, db_comment="operational")
    policy_due_on = models.DateField(null=True, blank=True, db_comment="operational")
    people = models.CharField(max_length=10, blank=True, db_comment="operational")
    people_missing = models.TextField(max_length=1000, blank=True, db_comment="operational")
    people_action = models.TextField(max_length=1000, blank=True, db_comment="operational")
    people_owner = models.CharField(max_length=200, blank=True, db_comment="operational")
    people_due_on = models.DateField(null=True, blank=True, db_comment="operational")
    procedures = models.CharField(max_length=10, blank=True, db_comment="operational")
    procedures_missing = models.TextField(max_length=1000, blank=True, db_comment="operational")
    procedures_action = models.TextField(max_length=1000, blank=True, db_comment="operational")
    procedures_owner = models.CharField(max_length=200, blank=True, db_comment="operational")
    procedures_due_on = models.DateField(null=True, blank=True, db_comment="operational")
    accountability = models.CharField(max_length=10, blank=True, db_comment="operational")
    accountability_missing = models.TextField(max_length=1000, blank=True, db_comment="operational")
    accountability_action = models.TextField(max_length=1000, blank=True, db_comment="operational")
    accountability_owner = models.CharField(max_length=200, blank=True, db_comment="operational")
    accountability_due_on = models.DateField(null=True, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return f"{self.partner} {self.assessed_on or ''}".strip()
