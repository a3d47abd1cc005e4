"""Step 2: factors of vulnerability, causes, the gender analysis."""

from typing import ClassVar

from django.db import models

from rempart.programmes.models.rows import Row
from rempart.programmes.rules import plan
from rempart.programmes.rules.codes import Branch, Step


class FactorMark(Row):
    """Whether a factor of the guide is present here, and how one knows."""

    listed_as: ClassVar[str] = "factors"
    step: ClassVar[Step] = Step.SITUATION
    record_type: ClassVar[type] = plan.FactorMark

    factor = models.CharField(max_length=60, db_comment="operational")
    present = models.CharField(max_length=10, blank=True, db_comment="operational")
    evidence = models.TextField(max_length=2000, blank=True, db_comment="operational")
    source = models.CharField(max_length=300, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.factor


class Cause(Row):
    """A node of the problem tree: a cause or an effect, analysed, answered or set aside."""

    listed_as: ClassVar[str] = "causes"
    step: ClassVar[Step] = Step.SITUATION
    record_type: ClassVar[type] = plan.Cause

    branch = models.CharField(max_length=10, default=Branch.CAUSE.value, db_comment="operational")
    under = models.CharField(max_length=64, blank=True, db_comment="operational")
    code = models.CharField(max_length=60, blank=True, db_comment="operational")
    factors = models.JSONField(default=list, blank=True, db_comment="operational")
    title = models.CharField(max_length=200, blank=True, db_comment="operational")
    analysis = models.TextField(max_length=4000, blank=True, db_comment="operational")
    not_addressed_because = models.TextField(max_length=2000, blank=True, db_comment="operational")
    source = models.CharField(max_length=300, blank=True, db_comment="operational")
    positive = models.CharField(max_length=1000, blank=True, db_comment="operational")
    becomes = models.CharField(max_length=80, blank=True, db_comment="operational")
    strategies = models.JSONField(default=list, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.title or self.code


class GenderNote(Row):
    """What was found for one of the eight parts of the gender analysis."""

    listed_as: ClassVar[str] = "gender"
    step: ClassVar[Step] = Step.SITUATION
    record_type: ClassVar[type] = plan.GenderNote

    part = models.CharField(max_length=60, db_comment="operational")
    girls = models.TextField(max_length=4000, blank=True, db_comment="operational")
    boys = models.TextField(max_length=4000, blank=True, db_comment="operational")
    text = models.TextField(max_length=4000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.part
