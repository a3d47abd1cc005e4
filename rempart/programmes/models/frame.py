"""Step 1: the budget frame, the places and the partners."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rempart.communities.models import Place
from rempart.programmes.models.rows import Row
from rempart.programmes.rules import plan
from rempart.programmes.rules.codes import Step


class BudgetLine(Row):
    """A line of the budget frame."""

    listed_as: ClassVar[str] = "budget"
    step: ClassVar[Step] = Step.FRAME
    record_type: ClassVar[type] = plan.BudgetLine

    title = models.CharField(max_length=200, db_comment="operational")
    funder = models.CharField(max_length=20, blank=True, db_comment="operational")
    area = models.CharField(max_length=60, blank=True, db_comment="operational")
    amount = models.DecimalField(
        max_digits=16, decimal_places=2, null=True, blank=True, db_comment="operational"
    )

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0),
                name="budgetline_amount_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PlannedPlace(Row):
    """A place of the organisation in which the programme works, and why it was chosen."""

    listed_as: ClassVar[str] = "places"
    step: ClassVar[Step] = Step.FRAME
    record_type: ClassVar[type] = plan.PlannedPlace

    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", db_comment="operational"
    )
    selection_reason = models.TextField(max_length=2000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return the place's name."""
        return self.place.name

    @property
    def keeps_place_for(self) -> str:
        """Return what keeps the place from being removed: the programme that works there."""
        return self.programme.title

    @property
    def level(self) -> str:
        """Return how wide the place is."""
        return self.place.level

    @property
    def country(self) -> str:
        """Return the country it lies in."""
        return self.place.country


class Partner(Row):
    """An organisation that takes part."""

    listed_as: ClassVar[str] = "partners"
    step: ClassVar[Step] = Step.FRAME
    record_type: ClassVar[type] = plan.Partner

    name = models.CharField(max_length=200, db_comment="operational")
    group = models.CharField(max_length=40, blank=True, db_comment="operational")
    serves = models.CharField(max_length=20, blank=True, db_comment="operational")
    role = models.TextField(max_length=2000, blank=True, db_comment="operational")
    coordination_agreed = models.CharField(max_length=10, blank=True, db_comment="operational")
    works_with_children = models.CharField(max_length=10, blank=True, db_comment="operational")
    strengthened = models.TextField(max_length=2000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.name
