"""Routes of trafficking as prevention needs them: two coarse areas, a means of transport, the factors."""

import uuid

from django.db import models
from django.utils.translation import gettext as _

from rempart.accounts.models import Organisation, User
from rempart.communities.models.places import Place
from rempart.communities.rules.routes import Answer, ToldRoute


class Route(models.Model):
    """A known route: no number of people, no stop, no carrier, no day of a journey."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_comment="operational")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_comment="operational"
    )
    from_place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_comment="operational",
    )
    from_area = models.CharField(max_length=100, blank=True, db_comment="operational")
    to_place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_comment="operational",
    )
    to_area = models.CharField(max_length=100, blank=True, db_comment="operational")
    transport = models.CharField(max_length=20, db_comment="operational")
    push = models.TextField(max_length=1000, blank=True, db_comment="operational")
    pull = models.TextField(max_length=1000, blank=True, db_comment="operational")
    source = models.CharField(max_length=300, db_comment="operational")
    action = models.CharField(max_length=20, blank=True, db_comment="operational")
    measure = models.CharField(max_length=500, blank=True, db_comment="operational")
    no_measure = models.CharField(max_length=500, blank=True, db_comment="operational")
    written_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", db_comment="personal"
    )
    written_on = models.DateField(db_comment="operational")

    class Meta:
        ordering = ["-written_on", "id"]

    def __str__(self) -> str:
        return f"{self.start} → {self.end}"

    @property
    def start(self) -> str:
        """Return where the route begins, in words."""
        return self.from_place.name if self.from_place else self.from_area

    @property
    def end(self) -> str:
        """Return where the route ends, in words."""
        return self.to_place.name if self.to_place else self.to_area

    @property
    def keeps_place_for(self) -> str:
        """Say what keeps its places from being removed."""
        return _("A route: %(start)s → %(end)s") % {"start": self.start, "end": self.end}

    @property
    def answer(self) -> Answer:
        """Return what answers it."""
        return self.told().answer

    def told(self) -> ToldRoute:
        """Return what is said of it, as the rules take it."""
        return ToldRoute(**{name: getattr(self, name) for name in ToldRoute.__dataclass_fields__})
