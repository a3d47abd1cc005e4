"""What every row of a plan has: a key that others point at, a place in its list, a version."""

import uuid
from typing import ClassVar

from django.db import models

from rempart.programmes.models.programme import Programme
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.lifecycle import Writing


class Row(models.Model):
    """One row of a list in ``Plan``. Every field that its record has too bears the same name.

    ``key`` is the record's: unique in its programme, and kept when a plan is exported and imported
    again. ``parents`` names the fields that hold the row it belongs to, if it belongs to one.
    """

    listed_as: ClassVar[str]  # the name of its list in ``Plan``
    step: ClassVar[Step]  # where it is written
    record_type: ClassVar[type]
    parents: ClassVar[tuple[str, ...]] = ()
    writing: ClassVar[Writing] = Writing.PLAN  # in which states of the programme it is written
    stays: ClassVar[bool] = False  # it is added, and neither changed nor removed

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    key = models.CharField(max_length=64, db_comment="operational")
    position = models.PositiveIntegerField(default=0, db_comment="operational")
    version = models.PositiveIntegerField(default=1, db_comment="operational")

    class Meta:
        abstract = True
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="%(class)s_key_is_unique")
        ]

    @property
    def parent(self) -> "Row | None":
        """Return the row it belongs to; none at the top of a list."""
        return next((row for name in self.parents if (row := getattr(self, name))), None)
