"""Step 4: the entries of law and policy that a programme works on."""

from typing import ClassVar

from django.db import models

from rempart.programmes.models.rows import Row
from rempart.programmes.rules import law
from rempart.programmes.rules.codes import Step


class LawLink(Row):
    """An entry of law and policy, as its register last said it, and what the programme does about it."""

    listed_as: ClassVar[str] = "law"
    step: ClassVar[Step] = Step.STRATEGIES
    record_type: ClassVar[type] = law.LawLink

    register = models.CharField(max_length=20, db_comment="operational")
    entry = models.CharField(max_length=64, blank=True, db_comment="operational")
    names = models.JSONField(default=list, blank=True, db_comment="operational")
    title = models.CharField(max_length=200, blank=True, db_comment="operational")
    country = models.CharField(max_length=200, blank=True, db_comment="operational")
    state = models.CharField(max_length=20, blank=True, db_comment="operational")
    included = models.CharField(max_length=10, blank=True, db_comment="operational")
    instability = models.CharField(max_length=10, blank=True, db_comment="operational")
    briefed = models.CharField(max_length=10, blank=True, db_comment="operational")
    consulted = models.CharField(max_length=10, blank=True, db_comment="operational")
    waits = models.JSONField(default=list, blank=True, db_comment="operational")
    purpose = models.TextField(max_length=2000, blank=True, db_comment="operational")

    def __str__(self) -> str:
        return self.title or self.register
