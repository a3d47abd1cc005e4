"""Step 5: immediate objectives, outputs, activities and their indicators."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from rempart.programmes.models.rows import Row
from rempart.programmes.rules import results
from rempart.programmes.rules.codes import Step


class Objective(Row):
    """An immediate objective: what will have changed."""

    listed_as: ClassVar[str] = "objectives"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = results.Objective

    text = models.TextField(max_length=1000, db_comment="operational")
    kind = models.CharField(max_length=40, blank=True, db_comment="operational")
    assumption = models.TextField(max_length=1000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.text


class Output(Row):
    """What the programme delivers."""

    listed_as: ClassVar[str] = "outputs"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = results.Output
    parents: ClassVar[tuple[str, ...]] = ("objective",)

    objective = models.ForeignKey(
        Objective, on_delete=models.CASCADE, related_name="outputs", db_comment="operational"
    )
    text = models.TextField(max_length=1000, db_comment="operational")
    lead = models.CharField(max_length=200, blank=True, db_comment="operational")
    assumption = models.TextField(max_length=1000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.text


class Activity(Row):
    """What is done."""

    listed_as: ClassVar[str] = "activities"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = results.Activity
    parents: ClassVar[tuple[str, ...]] = ("output",)

    output = models.ForeignKey(
        Output, on_delete=models.CASCADE, related_name="activities", db_comment="operational"
    )
    text = models.TextField(max_length=1000, db_comment="operational")
    kind = models.CharField(max_length=60, blank=True, db_comment="operational")
    actions = models.JSONField(default=list, blank=True, db_comment="operational")
    places = models.JSONField(default=list, blank=True, db_comment="operational")
    starts_on = models.DateField(null=True, blank=True, db_comment="operational")
    ends_on = models.DateField(null=True, blank=True, db_comment="operational")
    lead = models.CharField(max_length=200, blank=True, db_comment="operational")
    targets = models.JSONField(default=list, blank=True, db_comment="operational")
    audiences = models.JSONField(default=list, blank=True, db_comment="operational")
    messengers = models.JSONField(default=list, blank=True, db_comment="operational")
    children_take_part = models.JSONField(default=list, blank=True, db_comment="operational")
    is_one_off = models.BooleanField(default=False, db_comment="operational")
    details = models.JSONField(default=dict, blank=True, db_comment="operational")
    assumption = models.TextField(max_length=1000, blank=True, db_comment="operational")

    class Meta(Row.Meta):
        verbose_name_plural = "activities"
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="activity_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Indicator(Row):
    """How one will know, at the level of an objective, an output or an activity: exactly one."""

    listed_as: ClassVar[str] = "indicators"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = results.Indicator
    parents: ClassVar[tuple[str, ...]] = ("objective", "output", "activity")

    objective = models.ForeignKey(
        Objective,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="indicators",
        db_comment="operational",
    )
    output = models.ForeignKey(
        Output,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="indicators",
        db_comment="operational",
    )
    activity = models.ForeignKey(
        Activity,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="indicators",
        db_comment="operational",
    )
    text = models.TextField(max_length=1000, db_comment="operational")
    about_people = models.BooleanField(default=False, db_comment="operational")
    unit = models.CharField(max_length=40, blank=True, db_comment="operational")
    direction = models.CharField(max_length=10, blank=True, db_comment="operational")
    baseline = models.DecimalField(
        max_digits=18, decimal_places=4, null=True, blank=True, db_comment="operational"
    )
    baseline_on = models.DateField(null=True, blank=True, db_comment="operational")
    target = models.DecimalField(
        max_digits=18, decimal_places=4, null=True, blank=True, db_comment="operational"
    )
    target_on = models.DateField(null=True, blank=True, db_comment="operational")
    source = models.CharField(max_length=300, blank=True, db_comment="operational")
    split = models.JSONField(default=list, blank=True, db_comment="operational")
    library = models.CharField(max_length=60, blank=True, db_comment="operational")
    definition = models.TextField(max_length=2000, blank=True, db_comment="operational")
    numerator = models.CharField(max_length=500, blank=True, db_comment="operational")
    denominator = models.CharField(max_length=500, blank=True, db_comment="operational")
    aggregation = models.CharField(max_length=10, blank=True, db_comment="operational")
    method = models.TextField(max_length=1000, blank=True, db_comment="operational")
    frequency = models.CharField(max_length=20, blank=True, db_comment="operational")
    owner = models.CharField(max_length=200, blank=True, db_comment="operational")
    analysis = models.CharField(max_length=500, blank=True, db_comment="operational")
    analyst = models.CharField(max_length=200, blank=True, db_comment="operational")
    cost = models.DecimalField(
        max_digits=16, decimal_places=2, null=True, blank=True, db_comment="operational"
    )
    assumption = models.TextField(max_length=1000, blank=True, db_comment="operational")

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=Q(objective__isnull=False, output__isnull=True, activity__isnull=True)
                | Q(objective__isnull=True, output__isnull=False, activity__isnull=True)
                | Q(objective__isnull=True, output__isnull=True, activity__isnull=False),
                name="indicator_has_exactly_one_parent",
            ),
            models.CheckConstraint(
                condition=(Q(baseline__isnull=True) | Q(baseline__gte=0))
                & (Q(target__isnull=True) | Q(target__gte=0))
                & (Q(cost__isnull=True) | Q(cost__gte=0)),
                name="indicator_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.text
