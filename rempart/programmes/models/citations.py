"""Step 2: the findings of studies that a plan rests on, with their words as they were."""

from typing import ClassVar

from django.db import models

from rempart.programmes.models.rows import Row
from rempart.programmes.rules import citations
from rempart.programmes.rules.codes import Step


class Citation(Row):
    """A finding that is cited. No foreign key: its words stay, whatever becomes of the register."""

    listed_as: ClassVar[str] = "citations"
    step: ClassVar[Step] = Step.SITUATION
    record_type: ClassVar[type] = citations.Citation

    about = models.CharField(max_length=80, blank=True, db_comment="operational")
    finding = models.CharField(max_length=36, blank=True, db_comment="operational")
    quoted = models.TextField(max_length=1000, blank=True, db_comment="operational")
    study = models.CharField(max_length=200, blank=True, db_comment="operational")
    method = models.TextField(max_length=4000, blank=True, db_comment="operational")
    where = models.CharField(max_length=500, blank=True, db_comment="operational")
    on = models.DateField(null=True, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.quoted
