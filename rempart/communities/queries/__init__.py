"""Reading about places, starting from what this reader may see."""

from rempart.communities.queries.basic_services import Service, checks_for, services_for
from rempart.communities.queries.places import Node, kept_by, places_for, tree_of
from rempart.communities.queries.ranking import Ranked, Ranking, ranking_for
from rempart.communities.queries.reading import (
    InUse,
    ballots_of,
    conditions_for,
    in_use,
    weighting_of,
)
from rempart.communities.queries.values import (
    Known,
    history_of,
    newest_of,
    outlines_for,
    pending_of,
    values_for,
    vocabulary_for,
)

__all__ = [
    "InUse",
    "Known",
    "Node",
    "Ranked",
    "Ranking",
    "Service",
    "ballots_of",
    "checks_for",
    "conditions_for",
    "history_of",
    "in_use",
    "kept_by",
    "newest_of",
    "outlines_for",
    "pending_of",
    "places_for",
    "ranking_for",
    "services_for",
    "tree_of",
    "values_for",
    "vocabulary_for",
    "weighting_of",
]
