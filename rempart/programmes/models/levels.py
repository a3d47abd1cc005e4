"""The levels of the results framework: as we name them, and as an organisation does."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from rempart.accounts.models import Organisation

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

LEVEL_NAMES: "dict[str, tuple[Words, Words]]" = {  # level -> one of its rows, several of them
    "development_objective": (_("Development objective"), _("Development objectives")),
    "objectives": (_("Immediate objective"), _("Immediate objectives")),
    "outputs": (_("Output"), _("Outputs")),
    "activities": (_("Activity"), _("Activities")),
    "indicators": (_("Indicator"), _("Indicators")),
}


class LevelName(models.Model):
    """An organisation's own name of a level, in one language: of one row, and of several."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    language = models.CharField(max_length=10, db_comment="operational")
    level = models.CharField(max_length=40, db_comment="operational")
    one = models.CharField(max_length=60, db_comment="operational")
    many = models.CharField(max_length=60, db_comment="operational")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "language", "level"],
                name="one_name_a_level_and_language",
            )
        ]

    def __str__(self) -> str:
        return self.one
