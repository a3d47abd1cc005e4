"""The study register: studies, where they were made, and the ethics gate before field work."""

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from rempart.accounts.models import Organisation, User
from rempart.communities.models.places import Place
from rempart.communities.rules.studies import EthicsTold, StudyState, StudyTold


class Study(models.Model):
    """A study of an organisation, or one made elsewhere that it registers to cite it (REQ-032).

    Never a person's name, never raw answers: what it asked, how, of how many, with which limits.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="studies", db_comment="operational"
    )
    version = models.PositiveIntegerField(default=1, db_comment="operational")
    title = models.CharField(max_length=200, db_comment="operational")
    kind = models.CharField(max_length=20, db_comment="operational")
    state = models.CharField(
        max_length=12, default=StudyState.PLANNED.value, db_comment="operational"
    )
    is_published = models.BooleanField(default=False, db_comment="operational")
    question = models.TextField(max_length=2000, blank=True, db_comment="operational")
    topics = models.JSONField(default=list, blank=True, db_comment="operational")
    tags = models.CharField(max_length=300, blank=True, db_comment="operational")
    method = models.TextField(max_length=4000, blank=True, db_comment="operational")
    sample = models.TextField(max_length=2000, blank=True, db_comment="operational")
    sample_size = models.PositiveIntegerField(null=True, blank=True, db_comment="operational")
    limits = models.TextField(max_length=4000, blank=True, db_comment="operational")
    confidence = models.CharField(max_length=10, blank=True, db_comment="operational")
    hears_children = models.CharField(max_length=3, blank=True, db_comment="operational")
    begins_on = models.DateField(null=True, blank=True, db_comment="operational")
    ends_on = models.DateField(null=True, blank=True, db_comment="operational")
    made_by = models.CharField(max_length=200, blank=True, db_comment="operational")
    funder = models.CharField(max_length=200, blank=True, db_comment="operational")
    link = models.URLField(max_length=500, blank=True, db_comment="operational")
    earlier = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rounds",
        db_comment="operational",
    )
    summary_public = models.TextField(max_length=3000, blank=True, db_comment="operational")
    summary_officials = models.TextField(max_length=3000, blank=True, db_comment="operational")
    withdrawn_on = models.DateField(null=True, blank=True, db_comment="operational")
    withdrawn_why = models.TextField(max_length=1000, blank=True, db_comment="operational")
    added_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="personal"
    )
    added_at = models.DateTimeField(auto_now_add=True, db_comment="operational")

    class Meta:
        ordering = ["-ends_on", "-begins_on", "title", "id"]
        verbose_name_plural = "studies"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(begins_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("begins_on")),
                name="study_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_on__isnull=True) | ~models.Q(withdrawn_why=""),
                name="study_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the study's page."""
        return reverse("communities:study", args=[self.pk])

    @property
    def is_withdrawn(self) -> bool:
        """Return whether it was taken out of the register."""
        return self.withdrawn_on is not None

    def told(self) -> StudyTold:
        """Return what is said of it, as the rules read it."""
        names = set(StudyTold.__dataclass_fields__) - {"places", "topics"}
        told = {name: getattr(self, name) for name in names}
        places = tuple(one.place_id for one in self.located.all())
        return StudyTold(topics=tuple(self.topics), places=places, **told)


class StudyPlace(models.Model):
    """A place that a study speaks of."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    study = models.ForeignKey(
        Study, on_delete=models.CASCADE, related_name="located", db_comment="operational"
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", db_comment="operational"
    )

    class Meta:
        ordering = ["place__name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["study", "place"], name="one_place_once_a_study")
        ]

    def __str__(self) -> str:
        return str(self.place)

    @property
    def keeps_place_for(self) -> str:
        """Return what keeps the place."""
        return _("the study “%(title)s”") % {"title": self.study.title}


class StudyEthics(models.Model):
    """The ethics gate of one study: texts about procedures, never about a person."""

    study = models.OneToOneField(
        Study,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="ethics",
        db_comment="operational",
    )
    review = models.CharField(max_length=30, blank=True, db_comment="operational")
    reviewed_by = models.CharField(max_length=200, blank=True, db_comment="operational")
    reviewed_on = models.DateField(null=True, blank=True, db_comment="operational")
    conditions = models.TextField(max_length=2000, blank=True, db_comment="operational")
    distress = models.TextField(max_length=2000, blank=True, db_comment="operational")
    referral = models.TextField(max_length=2000, blank=True, db_comment="operational")
    consent = models.TextField(max_length=2000, blank=True, db_comment="operational")
    urgent = models.TextField(max_length=2000, blank=True, db_comment="operational")
    assent = models.TextField(max_length=2000, blank=True, db_comment="operational")
    trained = models.TextField(max_length=2000, blank=True, db_comment="operational")

    class Meta:
        verbose_name_plural = "ethics"

    def __str__(self) -> str:
        return self.review

    def told(self) -> EthicsTold:
        """Return it as the rules read it."""
        return EthicsTold(**{n: getattr(self, n) for n in EthicsTold.__dataclass_fields__})
