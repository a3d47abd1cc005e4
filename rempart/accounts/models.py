"""Who may sign in, for which organisation, in which role."""

import uuid
from typing import cast

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from rempart.accounts.rules import Role, Standing

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
    language = models.CharField(max_length=12, blank=True, db_comment="operational")
    theme = models.CharField(max_length=12, blank=True, db_comment="operational")
    must_renew_password = models.BooleanField(default=False, db_comment="operational")

    @property
    def full_name(self) -> str:
        """Return her name in one piece, as she writes it; not everybody has a first and a last one."""
        return self.get_full_name()

    def standing(self) -> Standing:
        """Return the facts on which the rules about administrators rest."""
        others = User.objects.filter(
            organisation=self.organisation, role=Role.ADMINISTRATOR.value, is_active=True
        ).exclude(pk=self.pk)
        return Standing(
            is_active=self.is_active, role=Role(self.role), other_administrators=others.count()
        )


for _kind, _names in {  # the privacy classes of what Django's own user brings along
    "personal": ("username", "first_name", "last_name", "email", "last_login", "date_joined"),
    "secret": ("password",),
    "operational": ("is_active", "is_staff", "is_superuser"),
}.items():
    for _name in _names:
        cast("models.Field[object, object]", User._meta.get_field(_name)).db_comment = _kind


class Remembered(models.Model):
    """What all processes remember together for some minutes: how often someone tried to sign in.

    Django's cache in the database keeps it here (``CACHES``); nothing else reads or writes it.
    """

    cache_key = models.CharField(max_length=255, primary_key=True, db_comment="personal")
    value = models.TextField(db_comment="operational")
    expires = models.DateTimeField(db_index=True, db_comment="operational")

    def __str__(self) -> str:
        return self.cache_key
