"""Reading programmes, starting from what this reader may see."""

from rempart.programmes.queries.plans import (
    belonging_to,
    causes_below,
    plan_of,
    pointing_at,
    record_of,
    rows_of,
)
from rempart.programmes.queries.programmes import (
    draft_of,
    is_open_for,
    listed_for,
    locked,
    programmes_for,
    row_of,
    siblings_of,
)

__all__ = [
    "belonging_to",
    "causes_below",
    "draft_of",
    "is_open_for",
    "listed_for",
    "locked",
    "plan_of",
    "pointing_at",
    "programmes_for",
    "record_of",
    "row_of",
    "rows_of",
    "siblings_of",
]
