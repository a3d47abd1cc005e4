"""Reading about places, starting from what this reader may see."""

from rempart.communities.queries.basic_services import Service, checks_for, services_for
from rempart.communities.queries.lists import list_heads, list_words_for, pending_places_of
from rempart.communities.queries.places import Node, kept_by, places_for, tree_of
from rempart.communities.queries.ranking import Ranked, Ranking, ranking_for
from rempart.communities.queries.reading import (
    InUse,
    ballots_of,
    conditions_for,
    in_use,
    weighting_of,
)
from rempart.communities.queries.studies import (
    WITHDRAWN,
    Asked,
    citable_findings,
    findings_for,
    studies_asked,
    studies_for,
)
from rempart.communities.queries.study_rounds import (
    Measure,
    Read,
    figures_to_read_against,
    measures_of,
    rounds_of,
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
    "WITHDRAWN",
    "Asked",
    "InUse",
    "Known",
    "Measure",
    "Node",
    "Ranked",
    "Ranking",
    "Read",
    "Service",
    "ballots_of",
    "checks_for",
    "citable_findings",
    "conditions_for",
    "figures_to_read_against",
    "findings_for",
    "history_of",
    "in_use",
    "kept_by",
    "list_heads",
    "list_words_for",
    "measures_of",
    "newest_of",
    "outlines_for",
    "pending_of",
    "pending_places_of",
    "places_for",
    "ranking_for",
    "rounds_of",
    "services_for",
    "studies_asked",
    "studies_for",
    "tree_of",
    "values_for",
    "vocabulary_for",
    "weighting_of",
]
