"""The conditions of risk, read from content once; said in the reader's language by the guide's ``say``."""

from collections.abc import Iterator, Mapping
from functools import cache

from rempart.communities.rules.conditions import Condition, Dimension, faults_of
from rempart.communities.rules.laws.bodies import Body, faults_of_body
from rempart.guide.catalogue import ContentError, catalogue, records
from rempart.guide.rules.kinds import Kind


@cache
def conditions() -> Mapping[str, Condition]:
    """Return every condition of risk by its slug, in their order."""
    found = records("conditions", Condition)
    return dict(sorted(found.items(), key=lambda one: one[1].number))


@cache
def hidden_services() -> frozenset[str]:
    """Return the services of which nothing may be kept that leads to them: shelters, foster families."""
    told = catalogue().code_list("basic_service").values
    return frozenset(value.id for value in told if value.facts.get("is_hidden"))


@cache
def treaty_bodies() -> Mapping[str, Body]:
    """Return every treaty body by its slug, in their order."""
    found = records("treaty_bodies", Body)
    return dict(sorted(found.items(), key=lambda one: one[1].number))


def words() -> Iterator[tuple[str, str]]:
    """Yield every translatable text of the conditions and the treaty bodies, with its context."""
    for condition in conditions().values():
        yield from condition.words()
    for body in treaty_bodies().values():
        yield from body.words()


def by_dimension() -> dict[Dimension, list[Condition]]:
    """Return the conditions by the side of risk they speak of."""
    return {d: [c for c in conditions().values() if c.dimension is d] for d in Dimension}


def hold() -> None:
    """Read everything; ``ContentError`` names each file that does not hold."""
    units = catalogue().code_list("condition_unit").ids
    entries = catalogue().entries
    found = [
        f"content/conditions/{slug}.yaml: {fault}"
        for slug, condition in conditions().items()
        for fault in (
            *faults_of(condition),
            *(f"there is no {factor}" for factor in condition.factors if factor not in entries),
            *([] if condition.unit in units else [f"there is no unit {condition.unit}"]),
        )
    ]
    laws = frozenset(entry.slug for entry in catalogue().of_kind(Kind.LAW))
    found += [
        f"content/treaty_bodies/{slug}.yaml: {fault}"
        for slug, body in treaty_bodies().items()
        for fault in faults_of_body(body, laws)
    ]
    if found:
        raise ContentError("\n".join(found))
