"""Step 4: what was chosen, refused or invented, and who does what in it; step 6: what was set aside."""

from typing import ClassVar

from django.db import models

from rempart.programmes.models.rows import Row
from rempart.programmes.rules import plan
from rempart.programmes.rules.codes import Step


class Choice(Row):
    """A strategy chosen, refused with a reason, or invented."""

    listed_as: ClassVar[str] = "choices"
    step: ClassVar[Step] = Step.STRATEGIES
    record_type: ClassVar[type] = plan.Choice

    decision = models.CharField(max_length=20, db_comment="operational")
    action = models.CharField(max_length=60, blank=True, db_comment="operational")
    title = models.CharField(max_length=200, blank=True, db_comment="operational")
    text = models.TextField(max_length=4000, blank=True, db_comment="operational")
    reason = models.TextField(max_length=2000, blank=True, db_comment="operational")
    area = models.CharField(max_length=60, blank=True, db_comment="operational")
    level = models.CharField(max_length=20, blank=True, db_comment="operational")
    themes = models.JSONField(default=list, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.title or self.action


class ActionPart(Row):
    """The designer's own reading of what a group does in an action, in place of Figure 1's."""

    listed_as: ClassVar[str] = "parts"
    step: ClassVar[Step] = Step.WHO
    record_type: ClassVar[type] = plan.ActionPart

    action = models.CharField(max_length=64, db_comment="operational")
    group = models.CharField(max_length=40, db_comment="operational")
    parts = models.JSONField(default=list, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return f"{self.action} {self.group}"


class SetAside(Row):
    """A finding set aside for this plan, with the reason that the outline prints."""

    listed_as: ClassVar[str] = "set_aside"
    step: ClassVar[Step] = Step.REVIEW
    record_type: ClassVar[type] = plan.SetAside

    rule = models.CharField(max_length=60, db_comment="operational")
    reason = models.TextField(max_length=2000, db_comment="operational")
    by = models.CharField(max_length=200, blank=True, db_comment="personal")
    on = models.DateField(null=True, blank=True, db_comment="operational")
    material = models.CharField(max_length=64, blank=True, db_comment="operational")

    class Meta(Row.Meta):
        verbose_name_plural = "set aside"

    def __str__(self) -> str:
        return self.rule
