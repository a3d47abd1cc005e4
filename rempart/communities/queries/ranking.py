"""The index over the reader's places: the smallest areas described, compared on fixed scales."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from rempart.accounts.models import User
from rempart.communities.models import Ballot, Place, Weighting
from rempart.communities.queries.places import places_for
from rempart.communities.queries.reading import (
    InUse,
    ballots_of,
    in_use,
    weighting_of,
    weights_for,
)
from rempart.communities.queries.values import Known, newest_of
from rempart.communities.rules.conditions import Direction
from rempart.communities.rules.index import Answer, Column, Question, Standing, index_of
from rempart.communities.rules.places import way_up

TOP = 3
_asked = lru_cache(maxsize=16)(index_of)  # the same figures give the same answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A place with what the index says of it."""

    place: Place
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """What the index says of the reader's places, and what it was computed from."""

    ranked: tuple[Ranked, ...]  # the heaviest first
    others: tuple[Ranked, ...]  # not ranked, by name
    used: Mapping[str, InUse]
    weights: Mapping[str, float]
    known: Mapping[tuple[UUID, str], Known]
    answer: Answer
    top: int
    weighting: Weighting | None
    ballots: tuple[Ballot, ...]

    def of(self, place_id: UUID) -> Ranked | None:
        """Return what is said of one place; nothing if it is not among those compared."""
        found = (one for one in (*self.ranked, *self.others) if one.place.pk == place_id)
        return next(found, None)


def ranking_for(user: User, *, top: int = TOP, within: UUID | None = None) -> Ranking:
    """Return the index over the reader's places, all or those that lie in one of them.

    Compared are the places that have no parts: an area and its own parts would count twice.
    """
    used = in_use(user.organisation_id)
    weighting = weighting_of(user, agreed=True)
    ballots = ballots_of(weighting)
    weights = weights_for(used, ballots, agreed=weighting is not None)
    known = newest_of(user)
    places = _smallest(user, within)
    question = _question(places, used, weights, known, top)
    answer = _asked(question)
    told = [Ranked(place=p, standing=s) for p, s in zip(places, answer.standings, strict=True)]
    ranked = [one for one in told if one.standing.rank is not None]
    return Ranking(
        ranked=tuple(sorted(ranked, key=lambda one: (one.standing.rank or 0, one.place.name))),
        others=tuple(one for one in told if one.standing.rank is None),
        used=used,
        weights=dict(answer.weights),
        known=known,
        answer=answer,
        top=top,
        weighting=weighting,
        ballots=tuple(ballots),
    )


def _smallest(user: User, within: UUID | None) -> list[Place]:
    places = list(places_for(user))
    parents = {one.pk: one.parent_id for one in places}
    wide = set(parents.values())
    return [
        one
        for one in places
        if one.pk not in wide and (within is None or within in way_up(one.pk, parents))
    ]


def _question(
    places: list[Place],
    used: Mapping[str, InUse],
    weights: Mapping[str, float],
    known: Mapping[tuple[UUID, str], Known],
    top: int,
) -> Question:
    columns = tuple(
        Column(
            slug=slug,
            dimension=one.condition.dimension,
            rises=one.condition.direction is Direction.UP,
            low=one.low,
            high=one.high,
            weight=weights[slug],
        )
        for slug, one in used.items()
    )
    values = tuple(
        float(found.value) if (found := known.get((place.pk, slug))) else None
        for place in places
        for slug in used
    )
    return Question(
        columns=columns, values=values, children=tuple(p.children for p in places), top=top
    )
