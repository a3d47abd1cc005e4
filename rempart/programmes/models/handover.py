"""Step 1: milestones of the hand-over, what the institution must be able to do, reports of progress."""

from typing import ClassVar

from django.db import models

from rempart.programmes.models.rows import Row
from rempart.programmes.rules import handover
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.lifecycle import Writing


class Milestone(Row):
    """A step of the hand-over: what, until when, and who sees to it."""

    listed_as: ClassVar[str] = "milestones"
    step: ClassVar[Step] = Step.FRAME
    record_type: ClassVar[type] = handover.Milestone

    text = models.CharField(max_length=300, db_comment="operational")
    due_on = models.DateField(null=True, blank=True, db_comment="operational")
    responsible = models.CharField(max_length=200, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.text


class Capacity(Row):
    """What the institution must be able to do by itself."""

    listed_as: ClassVar[str] = "capacities"
    step: ClassVar[Step] = Step.FRAME
    record_type: ClassVar[type] = handover.Capacity

    text = models.CharField(max_length=300, db_comment="operational")
    starting_level = models.CharField(max_length=300, blank=True, db_comment="operational")
    wanted_level = models.CharField(max_length=300, blank=True, db_comment="operational")
    source = models.CharField(max_length=300, blank=True, db_comment="operational")

    class Meta(Row.Meta):
        verbose_name_plural = "capacities"

    def __str__(self) -> str:
        return self.text


class HandoverReport(Row):
    """Progress as told at one review. It is added and never changed: the next one says more."""

    listed_as: ClassVar[str] = "handover_reports"
    step: ClassVar[Step] = Step.FRAME
    record_type: ClassVar[type] = handover.HandoverReport
    writing: ClassVar[Writing] = Writing.RECORDS
    stays: ClassVar[bool] = True

    reported_on = models.DateField(null=True, blank=True, db_comment="operational")
    review = models.CharField(max_length=200, blank=True, db_comment="operational")
    reported_by = models.CharField(max_length=200, blank=True, db_comment="operational")
    course = models.CharField(max_length=20, blank=True, db_comment="operational")
    text = models.TextField(max_length=4000, blank=True, db_comment="operational")
    states = models.JSONField(default=list, blank=True, db_comment="operational")
    levels = models.JSONField(default=list, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.review
