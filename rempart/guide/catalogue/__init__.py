"""Reading the catalogue: files become frozen records, once, and are said in the reader's language."""

from rempart.guide.catalogue.linting import lint
from rempart.guide.catalogue.loading import ContentError, catalogue, load, records
from rempart.guide.catalogue.saying import place_of, say
from rempart.guide.catalogue.searching import document, index, search

__all__ = [
    "ContentError",
    "catalogue",
    "document",
    "index",
    "lint",
    "load",
    "place_of",
    "records",
    "say",
    "search",
]
