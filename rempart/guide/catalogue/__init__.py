"""Reading the catalogue: files become frozen records, once, and are said in the reader's language."""

from rempart.guide.catalogue.loading import ContentError, catalogue, load, records
from rempart.guide.catalogue.saying import place_of, say

__all__ = ["ContentError", "catalogue", "load", "place_of", "records", "say"]
