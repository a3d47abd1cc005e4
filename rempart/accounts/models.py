"""Who may sign in, for which organisation, in which role."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from rempart.accounts.rules import Role

ROLE_NAMES = {
    Role.DESIGNER.value: _("designer"),
    Role.REVIEWER.value: _("reviewer"),
    Role.ADMINISTRATOR.value: _("administrator"),
}


class Organisation(models.Model):
    """A ministry, an NGO, a shelter: what is written for one is seen by nobody elsewhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    name = models.CharField(_("name"), max_length=200, db_comment="operational")

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person who works for one organisation, in one role."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        db_comment="operational",
    )
    role = models.CharField(
        max_length=20, choices=ROLE_NAMES, default=Role.DESIGNER.value, db_comment="operational"
    )
