"""Step 3: children were asked as a group, what they proposed, and what became of it. Never a child."""

from typing import ClassVar

from django.db import models

from rempart.programmes.models.frame import PlannedPlace
from rempart.programmes.models.rows import Row
from rempart.programmes.rules import participation
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.lifecycle import Writing


class Consultation(Row):
    """A group of children was asked, with what protects them; counts only."""

    listed_as: ClassVar[str] = "consultations"
    step: ClassVar[Step] = Step.WHO
    record_type: ClassVar[type] = participation.Consultation
    writing: ClassVar[Writing] = Writing.RECORDS

    title = models.CharField(max_length=200, db_comment="operational")
    held_on = models.DateField(null=True, blank=True, db_comment="operational")
    place = models.ForeignKey(
        PlannedPlace,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_comment="operational",
    )
    method = models.TextField(max_length=2000, blank=True, db_comment="operational")
    took_part = models.JSONField(default=list, blank=True, db_comment="operational")
    assent = models.CharField(max_length=10, blank=True, db_comment="operational")
    guardian_consent = models.CharField(max_length=10, blank=True, db_comment="operational")
    guardian_not_asked_because = models.CharField(
        max_length=500, blank=True, db_comment="operational"
    )
    facilitator_trained = models.CharField(max_length=10, blank=True, db_comment="operational")
    someone_to_turn_to = models.CharField(max_length=10, blank=True, db_comment="operational")
    no_promise = models.CharField(max_length=10, blank=True, db_comment="operational")
    may_stop = models.CharField(max_length=10, blank=True, db_comment="operational")
    feedback_promised = models.CharField(max_length=10, blank=True, db_comment="operational")
    fed_back_on = models.DateField(null=True, blank=True, db_comment="operational")
    fed_back = models.TextField(max_length=2000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.title


class ChildInput(Row):
    """Something that a group of children proposed, with what became of it and why."""

    listed_as: ClassVar[str] = "child_inputs"
    step: ClassVar[Step] = Step.WHO
    record_type: ClassVar[type] = participation.ChildInput
    writing: ClassVar[Writing] = Writing.RECORDS

    text = models.TextField(max_length=1000, db_comment="operational")
    consultation = models.CharField(max_length=64, blank=True, db_comment="operational")
    topic = models.CharField(max_length=200, blank=True, db_comment="operational")
    fate = models.CharField(max_length=20, blank=True, db_comment="operational")
    reason = models.TextField(max_length=1000, blank=True, db_comment="operational")
    changed = models.CharField(max_length=80, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.text
