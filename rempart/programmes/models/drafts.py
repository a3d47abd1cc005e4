"""What someone typed and has not saved yet: hers alone, kept on the server, gone once saved."""

import uuid

from django.db import models

from rempart.accounts.models import User
from rempart.programmes.models.programme import Programme


class Draft(models.Model):
    """Unsaved typing of one author in one form; ``what`` names the form: a step, or a row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    author = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="+", db_comment="personal"
    )
    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    what = models.CharField(max_length=140, db_comment="operational")
    typed = models.JSONField(default=dict, db_comment="personal")
    saved_at = models.DateTimeField(auto_now=True, db_comment="operational")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["author", "programme", "what"], name="one_draft_a_form_and_author"
            )
        ]

    def __str__(self) -> str:
        return self.what
