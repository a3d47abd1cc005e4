"""Step 5: the register of risks."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rempart.programmes.models.rows import Row
from rempart.programmes.rules import risks
from rempart.programmes.rules.codes import Step


class Risk(Row):
    """What could go wrong, how likely and how grave it is, who watches it and what is done about it."""

    listed_as: ClassVar[str] = "register"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = risks.Risk

    text = models.TextField(max_length=1000, db_comment="operational")
    likelihood = models.PositiveSmallIntegerField(null=True, blank=True, db_comment="operational")
    effect = models.PositiveSmallIntegerField(null=True, blank=True, db_comment="operational")
    owner = models.CharField(max_length=200, blank=True, db_comment="operational")
    mitigation = models.TextField(max_length=2000, blank=True, db_comment="operational")
    trigger = models.TextField(max_length=1000, blank=True, db_comment="operational")
    assumption_of = models.CharField(max_length=80, blank=True, db_comment="operational")

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(likelihood__isnull=True) | Q(likelihood__range=(1, 5)))
                & (Q(effect__isnull=True) | Q(effect__range=(1, 5))),
                name="risk_degrees_from_1_to_5",
            ),
        ]

    def __str__(self) -> str:
        return self.text
