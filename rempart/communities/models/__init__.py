"""What is kept of places: areas, figures about them, how an organisation reads those, their outlines."""

from rempart.communities.models.laws import LawEntry, PendingLaw
from rempart.communities.models.outlines import Outline
from rempart.communities.models.places import Place
from rempart.communities.models.reading import Ballot, ConditionSetting, Weighting
from rempart.communities.models.values import PendingSheet, Value

__all__ = [
    "Ballot",
    "ConditionSetting",
    "LawEntry",
    "Outline",
    "PendingLaw",
    "PendingSheet",
    "Place",
    "Value",
    "Weighting",
]
