"""The kinds of activities and their questions, read from content and kept in memory.

Said in the reader's language by ``rempart.guide.catalogue.say``: ``say(kind, "title")``,
``say(question, "label")``, ``say(option, "label")``.
"""

from collections.abc import Mapping
from functools import cache

from rempart.guide.catalogue import records
from rempart.programmes.rules.kinds import ActivityKind, Question


@cache
def kinds() -> Mapping[str, ActivityKind]:
    """Return every kind of activity by its slug."""
    return records("programme/kinds", ActivityKind)


@cache
def questions() -> Mapping[str, Question]:
    """Return every question by its code."""
    return records("programme/questions", Question)


def questions_of(kind: str) -> tuple[Question, ...]:
    """Return what a kind asks, in order; nothing of a kind that does not exist."""
    found = kinds().get(kind)
    return tuple(questions()[code] for code in found.questions) if found else ()
