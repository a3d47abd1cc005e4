"""Reading the catalogue: files become frozen records, once, and are said in the reader's language."""

from rempart.guide.catalogue.linting import Marked, lint, mark, term_lint
from rempart.guide.catalogue.loading import ContentError, catalogue, load, records
from rempart.guide.catalogue.saying import place_of, say
from rempart.guide.catalogue.searching import document, index, search

__all__ = [
    "ContentError",
    "Marked",
    "catalogue",
    "document",
    "index",
    "lint",
    "load",
    "mark",
    "place_of",
    "records",
    "say",
    "search",
    "term_lint",
]
