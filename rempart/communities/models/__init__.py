"""What is kept of places: areas, figures about them, how they are read, their outlines, studies of them."""

from rempart.communities.models.basic_services import ServiceCheck
from rempart.communities.models.census import AreaAction, VenueCount
from rempart.communities.models.laws import LawEntry, PendingLaw
from rempart.communities.models.lists import PendingPlaces
from rempart.communities.models.outlines import Outline
from rempart.communities.models.places import Place
from rempart.communities.models.reading import Ballot, ConditionSetting, Weighting
from rempart.communities.models.routes import Route
from rempart.communities.models.studies import Study, StudyEthics, StudyPlace
from rempart.communities.models.study_findings import StudyFinding
from rempart.communities.models.study_grid import GridCell, GridQuestion, Interview
from rempart.communities.models.study_rounds import StudyFigure
from rempart.communities.models.values import PendingSheet, Value

__all__ = [
    "AreaAction",
    "Ballot",
    "ConditionSetting",
    "GridCell",
    "GridQuestion",
    "Interview",
    "LawEntry",
    "Outline",
    "PendingLaw",
    "PendingPlaces",
    "PendingSheet",
    "Place",
    "Route",
    "ServiceCheck",
    "Study",
    "StudyEthics",
    "StudyFigure",
    "StudyFinding",
    "StudyPlace",
    "Value",
    "VenueCount",
    "Weighting",
]
