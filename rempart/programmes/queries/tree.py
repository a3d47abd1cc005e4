"""The nodes of a programme's problem tree, by their names."""

from typing import cast

from rempart.guide.catalogue import catalogue
from rempart.programmes.documents.words import of_cause, of_list
from rempart.programmes.models import Cause, FactorMark, Programme
from rempart.programmes.queries.plans import record_of
from rempart.programmes.rules import plan
from rempart.programmes.rules.codes import Answer
from rempart.programmes.rules.tree import all_below


def nodes(programme: Programme) -> list[plan.Cause]:
    """Return every node of the tree, in order."""
    found = Cause.objects.filter(programme=programme)
    return [cast("plan.Cause", record_of(one)) for one in found]


def nodes_to_hang_under(programme: Programme, stored: object = None) -> dict[str, str]:
    """Return the names of the nodes that a node can hang under, by key: of its side, not below it."""
    found = nodes(programme)
    key, branch = getattr(stored, "key", ""), getattr(stored, "branch", "")
    closed = {key, *all_below(found, key)} if key else set()
    return {
        one.key: name_of(one)
        for one in found
        if one.key not in closed and branch in {"", one.branch}
    }


def factors_present(programme: Programme) -> set[str]:
    """Return the slugs of the factors marked present."""
    found = FactorMark.objects.filter(programme=programme, present=Answer.YES.value)
    return set(found.values_list("factor", flat=True))


def name_of(cause: plan.Cause) -> str:
    """Say a node: as the team named it, else as the list of causes does."""
    return of_cause(cause)


def solved(cause: plan.Cause) -> str:
    """Return how a node reads once it is solved, as the team or the lists word it; else nothing."""
    codes = (cause.code, *(one.removeprefix("vf.").replace(".", "_") for one in cause.factors))
    known = catalogue().code_list("cause_solved").ids
    worded = (of_list(code, "cause_solved") for code in codes if code in known)
    return cause.positive or next(worded, "")
