"""Step 5: campaigns, the segments of their audience, and what was counted and measured."""

from typing import ClassVar

from django.db import models

from rempart.programmes.models.rows import Row
from rempart.programmes.rules import campaigns
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.lifecycle import Writing

UNMARKED = {  # what a change makes of its marks: whoever cleared it saw something else
    "cleared_by": "",
    "cleared_on": None,
    "unmeasured_because": "",
    "started_on": None,
    "closed_on": None,
}


class Segment(Row):
    """A part of the audience, with what it is asked before and after."""

    listed_as: ClassVar[str] = "segments"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = campaigns.Segment

    name = models.CharField(max_length=200, db_comment="operational")
    audience = models.CharField(max_length=64, blank=True, db_comment="operational")
    knowledge = models.TextField(max_length=1000, blank=True, db_comment="operational")
    attitude = models.TextField(max_length=1000, blank=True, db_comment="operational")
    practice = models.TextField(max_length=1000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.name


class Campaign(Row):
    """A campaign: what it groups, whom it addresses, who answers, and where it stands."""

    listed_as: ClassVar[str] = "campaigns"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = campaigns.Campaign

    title = models.CharField(max_length=200, db_comment="operational")
    audiences = models.JSONField(default=list, blank=True, db_comment="operational")
    message = models.TextField(max_length=1000, blank=True, db_comment="operational")
    channels = models.JSONField(default=list, blank=True, db_comment="operational")
    at_school = models.CharField(max_length=10, blank=True, db_comment="operational")
    on_demand = models.CharField(max_length=10, blank=True, db_comment="operational")
    materials = models.JSONField(default=list, blank=True, db_comment="operational")
    sessions = models.JSONField(default=list, blank=True, db_comment="operational")
    places = models.JSONField(default=list, blank=True, db_comment="operational")
    segments = models.JSONField(default=list, blank=True, db_comment="operational")
    starts_on = models.DateField(null=True, blank=True, db_comment="operational")
    ends_on = models.DateField(null=True, blank=True, db_comment="operational")
    invites_reports = models.CharField(max_length=10, blank=True, db_comment="operational")
    response = models.CharField(max_length=200, blank=True, db_comment="operational")
    response_tried_on = models.DateField(null=True, blank=True, db_comment="operational")
    wanted_reach = models.PositiveIntegerField(null=True, blank=True, db_comment="operational")
    after_due_on = models.DateField(null=True, blank=True, db_comment="operational")
    cleared_by = models.CharField(max_length=200, blank=True, db_comment="personal")
    cleared_on = models.DateField(null=True, blank=True, db_comment="operational")
    unmeasured_because = models.TextField(max_length=1000, blank=True, db_comment="operational")
    started_on = models.DateField(null=True, blank=True, db_comment="operational")
    closed_on = models.DateField(null=True, blank=True, db_comment="operational")

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(started_on__isnull=True) | models.Q(cleared_on__isnull=False),
                name="campaign_started_is_cleared",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Measure(Row):
    """A share of a segment, measured on a day: a count of people asked, never one of them."""

    listed_as: ClassVar[str] = "measures"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = campaigns.Measure
    writing: ClassVar[Writing] = Writing.MEASURES

    segment = models.CharField(max_length=64, blank=True, db_comment="operational")
    moment = models.CharField(max_length=10, blank=True, db_comment="operational")
    subject = models.CharField(max_length=10, blank=True, db_comment="operational")
    measured_on = models.DateField(null=True, blank=True, db_comment="operational")
    sample = models.PositiveIntegerField(null=True, blank=True, db_comment="operational")
    share = models.DecimalField(
        max_digits=18, decimal_places=4, null=True, blank=True, db_comment="operational"
    )
    source = models.CharField(max_length=200, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.source


class Reach(Row):
    """How many people of an audience were reached: a count, never whom."""

    listed_as: ClassVar[str] = "reached"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = campaigns.Reach
    writing: ClassVar[Writing] = Writing.MEASURES

    campaign = models.CharField(max_length=64, blank=True, db_comment="operational")
    audience = models.CharField(max_length=64, blank=True, db_comment="operational")
    counted_on = models.DateField(null=True, blank=True, db_comment="operational")
    number = models.PositiveIntegerField(null=True, blank=True, db_comment="operational")
    source = models.CharField(max_length=200, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.source
