"""The programme itself: everything of a plan that is not a list of rows."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import now

from rempart.accounts.models import Organisation, User
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.plan import Plan


class Programme(models.Model):
    """A programme of one organisation. Every field that ``Plan`` has too bears the same name."""

    record_type: ClassVar[type[Plan]] = Plan

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="programmes", db_comment="operational"
    )
    lifecycle = models.CharField(
        max_length=20, default=Lifecycle.DRAFT.value, db_comment="operational"
    )
    submitted_on = models.DateField(null=True, blank=True, db_comment="operational")
    passed_on = models.DateField(null=True, blank=True, db_comment="operational")
    state_since = models.DateTimeField(default=now, db_comment="operational")
    step_versions = models.JSONField(default=dict, blank=True, db_comment="operational")
    created_at = models.DateTimeField(auto_now_add=True, db_comment="operational")
    created_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="pseudonymous"
    )
    changed_at = models.DateTimeField(auto_now=True, db_comment="operational")
    changed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", db_comment="pseudonymous"
    )
    copied_from = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_comment="operational",
    )
    to_check = models.JSONField(default=list, blank=True, db_comment="operational")
    # 1. frame
    title = models.CharField(max_length=200, db_comment="operational")
    code = models.CharField(max_length=60, blank=True, db_comment="operational")
    level = models.CharField(max_length=20, blank=True, db_comment="operational")
    starts_on = models.DateField(null=True, blank=True, db_comment="operational")
    ends_on = models.DateField(null=True, blank=True, db_comment="operational")
    languages = models.JSONField(default=list, blank=True, db_comment="operational")
    agency = models.CharField(max_length=200, blank=True, db_comment="operational")
    prepared_by = models.CharField(max_length=200, blank=True, db_comment="personal")
    prepared_on = models.DateField(null=True, blank=True, db_comment="operational")
    currency = models.CharField(max_length=3, blank=True, db_comment="operational")
    budget_total = models.DecimalField(
        max_digits=16, decimal_places=2, null=True, blank=True, db_comment="operational"
    )
    network_rules = models.TextField(max_length=4000, blank=True, db_comment="operational")
    development_objective = models.TextField(max_length=1000, blank=True, db_comment="operational")
    baseline = models.TextField(max_length=4000, blank=True, db_comment="operational")
    baseline_on = models.DateField(null=True, blank=True, db_comment="operational")
    tracking = models.TextField(max_length=4000, blank=True, db_comment="operational")
    management = models.TextField(max_length=4000, blank=True, db_comment="operational")
    handover_institution = models.CharField(max_length=200, blank=True, db_comment="operational")
    handover_model = models.TextField(max_length=4000, blank=True, db_comment="operational")
    political_instability = models.CharField(max_length=10, blank=True, db_comment="operational")
    trafficking_route = models.CharField(max_length=10, blank=True, db_comment="operational")
    cross_border = models.CharField(max_length=10, blank=True, db_comment="operational")
    # 2. situation
    background = models.TextField(max_length=8000, blank=True, db_comment="operational")
    core_problem = models.TextField(max_length=500, blank=True, db_comment="operational")
    concerned = models.JSONField(default=list, blank=True, db_comment="operational")
    tried_before = models.TextField(max_length=4000, blank=True, db_comment="operational")
    child_labour_present = models.CharField(max_length=10, blank=True, db_comment="operational")
    working_children = models.JSONField(default=list, blank=True, db_comment="operational")
    risk_sectors = models.JSONField(default=list, blank=True, db_comment="operational")
    in_national_plans = models.CharField(max_length=10, blank=True, db_comment="operational")
    # 4. strategies
    areas = models.JSONField(default=list, blank=True, db_comment="operational")
    strategy = models.TextField(max_length=8000, blank=True, db_comment="operational")
    prevention_link = models.TextField(max_length=1000, blank=True, db_comment="operational")
    # 5. results
    risks = models.TextField(max_length=4000, blank=True, db_comment="operational")

    class Meta:
        ordering = ["-changed_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="programme_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(budget_total__isnull=True) | Q(budget_total__gte=0),
                name="programme_budget_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        """Whether its words may be changed: from any other state it comes back first."""
        return self.lifecycle == Lifecycle.DRAFT

    @property
    def prints_as_draft(self) -> bool:
        """Whether its pages say that they are a draft: nobody has handed it over yet."""
        return prints_as_draft(self.lifecycle)

    def is_by(self, person: User) -> bool:
        """Say whether this person is its author: began it, or changed it last."""
        return person.pk in {self.created_by_id, self.changed_by_id}


def prints_as_draft(lifecycle: str) -> bool:
    """Say whether the pages of a programme in this state say that they are a draft."""
    return lifecycle in {Lifecycle.DRAFT, Lifecycle.IN_REVIEW}
