"""Who answers which need where: a grid of needs and providers, with its gaps and its duplicates (REQ-007).

Reading: a need is a kind in a place, however many rows speak of it; what is answered everywhere is
answered in each place (as RULE-036 reads it). Names that differ in case, accents, spaces or marks are
one provider; so is a partner whose name opens what a row says (« Harbour Light, with the schools »).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rempart.guide.rules.words import bare
from rempart.programmes.rules.codes import Answer, Provision
from rempart.programmes.rules.plan import Need, Partner, Plan

PAIR: Final = 2
MANY: Final = 3  # needs that would go unanswered if their only provider stopped
AFTER_NAME: Final = re.compile(r"\s*[,;:(]|\s[-–—]\s")  # where a name ends and a remark begins


class Cover(StrEnum):
    """How a need in a place is answered, what wants an act first."""

    NOBODY = "nobody"
    SEVERAL = "several"  # and nobody wrote how they complete each other
    PLANNED = "planned"  # nobody today
    UNSAID = "unsaid"  # someone is named, how it is answered is not said
    SHARED = "shared"  # several, and it is written how they complete each other
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A column: a partner of the plan, or whoever its needs name."""

    key: str
    name: str  # as it was written first, a partner as the frame names it
    partner: Partner | None = None
    answers: int = 0  # needs that it answers, today or as planned
    alone: int = 0  # those of them that nobody else answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row: a kind of need in a place, with what each provider does about it."""

    kind: str
    place: str  # key of a ``PlannedPlace``; empty: everywhere
    needs: tuple[Need, ...]  # the rows that say it of this very place
    state: Cover
    cells: Mapping[
        str, str
    ]  # key of a ``Provider`` -> its ``Provision``; empty: named, how is not said
    providers: tuple[str, ...]  # keys of those that answer it, today or as planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole grid, what wants an act first; providers in the order in which it names them, idle partners last."""

    lines: tuple[Line, ...]
    providers: tuple[Provider, ...]

    def of(self, state: Cover) -> tuple[Line, ...]:
        """Return the needs that stand so."""
        return tuple(line for line in self.lines if line.state is state)

    def elsewhere(self, line: Line) -> tuple[str, ...]:
        """Return the keys of those that answer the same need in another place: the first to ask."""
        others = (one.providers for one in self.lines if one.kind == line.kind and one is not line)
        return tuple(dict.fromkeys(key for keys in others for key in keys))

    @property
    def idle(self) -> tuple[Provider, ...]:
        """Return the partners that answer none of the needs."""
        return tuple(one for one in self.providers if one.partner and not one.answers)

    @property
    def alone(self) -> tuple[Provider, ...]:
        """Return those on whom many needs rest that nobody else answers."""
        return tuple(one for one in self.providers if one.alone >= MANY)


def coverage_of(plan: Plan) -> Coverage:
    """Return who answers which need where."""
    key_of = naming(plan.partners)
    urgency = list(Cover).index
    lines = tuple(sorted(_lines(plan.needs, key_of), key=lambda line: urgency(line.state)))
    return Coverage(lines=lines, providers=tuple(_providers(plan, lines, key_of)))


def naming(partners: Iterable[Partner]) -> Callable[[str], str]:
    """Return how to compare names of providers: what it gives is the same for the same provider."""
    known: dict[str, str] = {}
    for partner in partners:
        whole = _closed(partner.name)
        known.setdefault(whole, whole)
        known.setdefault(_head(partner.name), whole)

    def key_of(name: str) -> str:
        whole = _closed(name)
        return known.get(whole) or known.get(_head(name), whole)

    return key_of


def agreed_by(line: Line, providers: Mapping[str, Provider]) -> bool:
    """Return whether every provider of a need is a partner with whom coordination is agreed."""
    partners = [providers[key].partner for key in line.providers]
    return all(one is not None and one.coordination_agreed == Answer.YES for one in partners)


def _closed(name: str) -> str:
    return bare(name).replace(" ", "") or name.strip()


def _head(name: str) -> str:
    return _closed(AFTER_NAME.split(name, maxsplit=1)[0])


def _lines(needs: Iterable[Need], key_of: Callable[[str], str]) -> Iterator[Line]:
    groups: dict[tuple[str, str], list[Need]] = defaultdict(list)
    for need in needs:
        groups[need.kind, need.place].append(need)
    for (kind, place), rows in groups.items():
        beside = [*rows, *(groups.get((kind, ""), ()) if place else ())]
        cells = _cells(beside, key_of)
        yield Line(
            kind=kind,
            place=place,
            needs=tuple(rows),
            state=_state(cells, is_shared=any(need.complement for need in beside)),
            cells=cells,
            providers=tuple(key for key, how in cells.items() if how in _AT_WORK),
        )


_AT_WORK: Final = (Provision.WORKS_TODAY.value, Provision.PLANNED.value)
_BEST_FIRST: Final = (*_AT_WORK, "", Provision.NONE.value)


def _cells(needs: Iterable[Need], key_of: Callable[[str], str]) -> dict[str, str]:
    """Return what each provider does about a need; of several rows, the one that does most."""
    found: dict[str, list[str]] = defaultdict(list)
    for need in needs:
        if need.answered_by:
            found[key_of(need.answered_by)].append(need.provision)
    return {key: min(said, key=_BEST_FIRST.index) for key, said in found.items()}


def _state(cells: Mapping[str, str], *, is_shared: bool) -> Cover:
    hows = list(cells.values())
    at_work = sum(how in _AT_WORK for how in hows)
    if at_work >= PAIR:
        return Cover.SHARED if is_shared else Cover.SEVERAL
    if "" in hows:
        return Cover.UNSAID
    if Provision.WORKS_TODAY in hows:
        return Cover.ANSWERED
    return Cover.PLANNED if at_work else Cover.NOBODY


def _providers(
    plan: Plan, lines: tuple[Line, ...], key_of: Callable[[str], str]
) -> Iterator[Provider]:
    answers = Counter(key for line in lines for key in line.providers)
    alone = Counter(line.providers[0] for line in lines if len(line.providers) == 1)
    partners = {key_of(one.name): one for one in reversed(plan.partners)}
    written = {key_of(one.answered_by): one.answered_by for one in reversed(plan.needs)}
    named = (key for line in lines for key in line.cells)
    for key in dict.fromkeys([*named, *(key_of(one.name) for one in plan.partners)]):
        partner = partners.get(key)
        yield Provider(
            key=key,
            name=partner.name if partner else written[key],
            partner=partner,
            answers=answers[key],
            alone=alone[key],
        )
