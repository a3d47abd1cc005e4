"""Step 3: whom the programme serves, what they need, and the groups around them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from rempart.programmes.models.frame import PlannedPlace
from rempart.programmes.models.rows import Row
from rempart.programmes.rules import plan
from rempart.programmes.rules.codes import Step


class Beneficiaries(Row):
    """People or organisations that the programme serves, with planned numbers."""

    listed_as: ClassVar[str] = "beneficiaries"
    step: ClassVar[Step] = Step.WHO
    record_type: ClassVar[type] = plan.Beneficiaries

    name = models.CharField(max_length=200, db_comment="operational")
    serves = models.CharField(max_length=20, blank=True, db_comment="operational")
    place = models.ForeignKey(
        PlannedPlace,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_comment="operational",
    )
    organisations = models.PositiveIntegerField(null=True, blank=True, db_comment="operational")
    planned = models.JSONField(default=list, blank=True, db_comment="operational")

    class Meta(Row.Meta):
        verbose_name_plural = "beneficiaries"

    def __str__(self) -> str:
        return self.name


class EligibilityCriterion(Row):
    """Who may be served, or who is excluded and why."""

    listed_as: ClassVar[str] = "eligibility"
    step: ClassVar[Step] = Step.WHO
    record_type: ClassVar[type] = plan.EligibilityCriterion

    effect = models.CharField(max_length=20, blank=True, db_comment="operational")
    dimension = models.CharField(max_length=40, blank=True, db_comment="operational")
    text = models.TextField(max_length=1000, blank=True, db_comment="operational")
    min_age = models.PositiveSmallIntegerField(null=True, blank=True, db_comment="operational")
    max_age = models.PositiveSmallIntegerField(null=True, blank=True, db_comment="operational")
    reason = models.TextField(max_length=2000, blank=True, db_comment="operational")
    other_service = models.CharField(max_length=300, blank=True, db_comment="operational")

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=Q(max_age__isnull=True)
                | Q(min_age__isnull=True)
                | Q(max_age__gte=F("min_age")),
                name="eligibility_ages_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.dimension


class Need(Row):
    """A need in a place, and who answers it."""

    listed_as: ClassVar[str] = "needs"
    step: ClassVar[Step] = Step.WHO
    record_type: ClassVar[type] = plan.Need

    kind = models.CharField(max_length=60, db_comment="operational")
    place = models.ForeignKey(
        PlannedPlace,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_comment="operational",
    )
    answered_by = models.CharField(max_length=200, blank=True, db_comment="operational")
    provision = models.CharField(max_length=20, blank=True, db_comment="operational")
    works_from = models.DateField(null=True, blank=True, db_comment="operational")
    tested_on = models.DateField(null=True, blank=True, db_comment="operational")
    capacity = models.PositiveIntegerField(null=True, blank=True, db_comment="operational")
    complement = models.TextField(max_length=1000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.kind


class Stakeholder(Row):
    """A group on the map, in one or more of the guide's four classes."""

    listed_as: ClassVar[str] = "stakeholders"
    step: ClassVar[Step] = Step.WHO
    record_type: ClassVar[type] = plan.Stakeholder

    group = models.CharField(max_length=40, db_comment="operational")
    name = models.CharField(max_length=200, blank=True, db_comment="operational")
    stands = models.JSONField(default=list, blank=True, db_comment="operational")
    influence = models.CharField(max_length=20, blank=True, db_comment="operational")
    interest = models.CharField(max_length=20, blank=True, db_comment="operational")
    note = models.TextField(max_length=2000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.name or self.group
