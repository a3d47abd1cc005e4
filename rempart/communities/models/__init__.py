"""What is kept of places: areas, figures about them, how an organisation reads those, their outlines."""

from rempart.communities.models.basic_services import ServiceCheck
from rempart.communities.models.census import AreaAction, VenueCount
from rempart.communities.models.outlines import Outline
from rempart.communities.models.places import Place
from rempart.communities.models.reading import Ballot, ConditionSetting, Weighting
from rempart.communities.models.routes import Route
from rempart.communities.models.values import PendingSheet, Value

__all__ = [
    "AreaAction",
    "Ballot",
    "ConditionSetting",
    "Outline",
    "PendingSheet",
    "Place",
    "Route",
    "ServiceCheck",
    "Value",
    "VenueCount",
    "Weighting",
]
