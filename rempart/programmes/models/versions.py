"""What a plan said at a moment that counts: kept whole, and never changed afterwards."""

import uuid

from django.db import models
from django.utils.timezone import now

from rempart.accounts.models import User
from rempart.programmes.models.programme import Programme


class Version(models.Model):
    """A plan as it was: its JSON, packed; who kept it, in which state, and why.

    ``why`` is a ``rules.lifecycle.Move`` or one of ``rules.versions.Why``. ``baseline`` numbers the
    plans that were approved and then changed: baseline 1 is the first approval. A plan that says the
    same as the version before it is not kept twice.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="versions", db_comment="operational"
    )
    number = models.PositiveIntegerField(db_comment="operational")
    name = models.CharField(max_length=120, blank=True, db_comment="operational")
    why = models.CharField(max_length=20, db_comment="operational")
    lifecycle = models.CharField(max_length=20, db_comment="operational")
    baseline = models.PositiveIntegerField(null=True, blank=True, db_comment="operational")
    kept_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="pseudonymous"
    )
    kept_at = models.DateTimeField(default=now, db_comment="operational")
    digest = models.CharField(max_length=64, db_comment="operational")
    packed = models.BinaryField(db_comment="personal")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "number"], name="one_version_of_each_number"
            )
        ]

    def __str__(self) -> str:
        return self.name or str(self.number)
