"""What a plan cites: findings of studies, with their words as they were, so that they read anywhere.

``finding`` leads to the register of the organisation that wrote the plan; elsewhere the words stand alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CITED_BY = (
    "factors",
    "causes",
    "indicators",
    "campaigns",
)  # lists of whose rows something can be cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A finding that the plan rests on, and which row rests on it."""

    key: str
    about: str = ""  # ``factors.<key>``, ``causes.<key>``, ``indicators.<key>`` (its baseline), ``campaigns.<key>``; empty: the situation
    finding: str = ""  # its key in the study register; empty: a register elsewhere
    quoted: str = ""  # its words, as they were when it was cited
    study: str = ""
    method: str = ""
    where: str = ""  # the places of the finding, or of its study
    on: date | None = None  # the day for which the study holds


class Freshness(StrEnum):
    """Whether what is cited still says what it said."""

    HOLDS = "holds"
    CHANGED = "changed"  # its words are others by now
    WITHDRAWN = "withdrawn"
    ELSEWHERE = "elsewhere"  # of a register that is not this organisation's


def freshness_of(citation: Citation, words: str | None, *, is_offered: bool) -> Freshness:
    """Return whether a citation is fresh; ``words`` are those of its finding now, none where it is unknown."""
    if words is None:
        return Freshness.ELSEWHERE
    if not is_offered:
        return Freshness.WITHDRAWN
    return Freshness.HOLDS if words == citation.quoted else Freshness.CHANGED


def sources_of(citations: Sequence[Citation]) -> list[Citation]:
    """Return what is cited, each finding once, in the order of the plan: the list of sources."""
    found: dict[tuple[str, str], Citation] = {}
    for one in citations:
        found.setdefault((one.study, one.quoted), one)
    return list(found.values())


def numbers_by_row(citations: Sequence[Citation]) -> Mapping[str, list[int]]:
    """Return the numbers of the sources that each row cites, as the list of sources bears them."""
    number = {(one.study, one.quoted): n for n, one in enumerate(sources_of(citations), start=1)}
    found: dict[str, list[int]] = {}
    for one in citations:
        cited = found.setdefault(one.about, [])
        if number[one.study, one.quoted] not in cited:
            cited.append(number[one.study, one.quoted])
    return found
