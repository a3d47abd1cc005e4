"""Step 5: communication material. Numbers and functions, never a paper, a picture or a child's name."""

from typing import ClassVar

from django.db import models

from rempart.accounts.models import User
from rempart.programmes.models.rows import Row
from rempart.programmes.rules import communication
from rempart.programmes.rules.codes import Step


class Material(Row):
    """A material of the plan, with the grid of box 7 and what someone other than its author says of it."""

    listed_as: ClassVar[str] = "materials"
    step: ClassVar[Step] = Step.RESULTS
    record_type: ClassVar[type] = communication.Material

    title = models.CharField(max_length=200, db_comment="operational")
    activity = models.CharField(max_length=64, blank=True, db_comment="operational")
    audiences = models.JSONField(default=list, blank=True, db_comment="operational")
    messengers = models.JSONField(default=list, blank=True, db_comment="operational")
    formats = models.JSONField(default=list, blank=True, db_comment="operational")
    languages = models.JSONField(default=list, blank=True, db_comment="operational")
    literacy = models.CharField(max_length=10, blank=True, db_comment="operational")
    out_on = models.DateField(null=True, blank=True, db_comment="operational")
    text = models.TextField(max_length=6000, blank=True, db_comment="operational")
    invites_reports = models.CharField(max_length=10, blank=True, db_comment="operational")
    help_contacts = models.TextField(max_length=1000, blank=True, db_comment="operational")
    help_answers = models.CharField(max_length=10, blank=True, db_comment="operational")
    announces_help = models.CharField(max_length=10, blank=True, db_comment="operational")
    first_contact_on = models.DateField(null=True, blank=True, db_comment="operational")
    covers = models.JSONField(default=list, blank=True, db_comment="operational")
    not_relevant_because = models.TextField(max_length=1000, blank=True, db_comment="operational")
    says_penalties = models.CharField(max_length=10, blank=True, db_comment="operational")
    says_rights = models.CharField(max_length=10, blank=True, db_comment="operational")
    mentions_children = models.CharField(max_length=10, blank=True, db_comment="operational")
    mentions_adolescents = models.CharField(max_length=10, blank=True, db_comment="operational")
    image = models.CharField(max_length=10, blank=True, db_comment="operational")
    image_needed_because = models.TextField(max_length=1000, blank=True, db_comment="operational")
    dignity_reviewed = models.CharField(max_length=10, blank=True, db_comment="operational")
    safety_reviewed = models.CharField(max_length=10, blank=True, db_comment="operational")
    authorisations_needed = models.PositiveIntegerField(
        null=True, blank=True, db_comment="operational"
    )
    authorisations_held = models.PositiveIntegerField(
        null=True, blank=True, db_comment="operational"
    )
    authorisations_held_by = models.CharField(max_length=200, blank=True, db_comment="operational")
    story = models.CharField(max_length=10, blank=True, db_comment="operational")
    story_agreed = models.CharField(max_length=10, blank=True, db_comment="operational")
    story_anonymised = models.CharField(max_length=10, blank=True, db_comment="operational")
    story_withdrawable = models.CharField(max_length=10, blank=True, db_comment="operational")
    children_appear = models.CharField(max_length=10, blank=True, db_comment="operational")
    children_informed = models.CharField(max_length=10, blank=True, db_comment="operational")
    children_agree = models.CharField(max_length=10, blank=True, db_comment="operational")
    children_consulted = models.CharField(max_length=10, blank=True, db_comment="operational")
    identity_checked = models.CharField(max_length=10, blank=True, db_comment="operational")
    youth_made = models.CharField(max_length=10, blank=True, db_comment="operational")
    sexes_balanced = models.CharField(max_length=10, blank=True, db_comment="operational")
    single_sex_offered = models.CharField(max_length=10, blank=True, db_comment="operational")
    reviewed_by = models.CharField(max_length=200, blank=True, db_comment="personal")
    reviewed_on = models.DateField(null=True, blank=True, db_comment="operational")
    publishable_on = models.DateField(null=True, blank=True, db_comment="operational")
    written_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_comment="pseudonymous",
    )
    changed_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_comment="pseudonymous",
    )

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(publishable_on__isnull=True)
                | models.Q(reviewed_on__isnull=False),
                name="material_publishable_is_reviewed",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_by(self, person: User) -> bool:
        """Say whether this person is its author: wrote it first, or changed it last."""
        first = self.written_by_id or self.programme.created_by_id
        return person.pk in {first, self.changed_by_id}

    def rewritten(self, by: User) -> dict[str, object]:
        """Return what a change makes of its marks: whoever reviewed it saw another text."""
        return {
            "written_by": self.written_by or (by if self._state.adding else None),
            "changed_by": by,
            "reviewed_by": "",
            "reviewed_on": None,
            "publishable_on": None,
        }
