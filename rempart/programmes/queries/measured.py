"""Holding a programme to write rows of a list, also of what is counted while it runs."""

from rempart.kit.refusals import RefusedError
from rempart.programmes.models import Programme, Row
from rempart.programmes.queries.changes import change_of_copy
from rempart.programmes.queries.programmes import locked
from rempart.programmes.rules.lifecycle import Writing


def held_to_write(programme: Programme, model: type[Row]) -> Programme:
    """Return the programme as stored, kept alone, if rows of this kind are written in its state.

    What is counted and measured is written as long as it is not closed, and never in a working copy:
    the approved plan keeps it.
    """
    found = locked(programme, writing=model.writing)
    if model.writing is Writing.MEASURES and change_of_copy(found):
        raise RefusedError(["not_for_a_copy"])
    return found
