"""The map, drawn by the server: areas darker the heavier, each with its rank written in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from rempart.communities.models import Outline
from rempart.communities.queries import Ranking
from rempart.communities.rules.outlines import WIDTH

CLASSES = 5  # of the score, each two points of ten wide
MOST_LABELS = 40  # ranks written on the map
Ring = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A place on the map; ``look`` is m1 to m5 by its score, m0 where it is not ranked."""

    name: str
    path: str
    look: str
    label: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The whole map."""

    areas: list[Area]
    wide: int
    high: int
    without: int  # ranked places that the map does not show


def map_of(outlines: Mapping[UUID, Outline], ranking: Ranking) -> Drawing | None:
    """Return the map of the places compared; nothing if the organisation has given none."""
    shown = [
        (one, outlines[one.place.pk].rings)
        for one in (*ranking.ranked, *ranking.others)
        if one.place.pk in outlines
    ]
    if not shown:
        return None
    areas = []
    for one, rings in shown:
        rank, score = one.standing.rank, one.standing.score
        x, y = _middle(max(rings, key=lambda ring: abs(_twice_area(ring))))
        areas.append(
            Area(
                name=one.place.name,
                path="".join(map(_path, rings)),
                look=f"m{_class(score)}" if score is not None else "m0",
                label=str(rank) if rank and rank <= MOST_LABELS else "",
                x=x,
                y=y,
            )
        )
    high = max(point[1] for _, rings in shown for ring in rings for point in ring)
    without = sum(one.place.pk not in outlines for one in ranking.ranked)
    return Drawing(areas=areas, wide=WIDTH, high=high, without=without)


def _class(score: float) -> int:
    return min(CLASSES, 1 + int(score * CLASSES / 10))


def _path(ring: Ring) -> str:
    """Write a ring as it takes the fewest letters: each point by its distance from the one before."""
    (x, y), *others = ring
    steps = []
    for nx, ny in others:
        steps.append(f"{nx - x},{ny - y}")
        x, y = nx, ny
    return f"M{ring[0][0]},{ring[0][1]}l{' '.join(steps)}z"


def _twice_area(ring: Ring) -> int:
    around = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in around)


def _middle(ring: Ring) -> tuple[int, int]:
    """Return the centre of a ring's area."""
    area = 3 * _twice_area(ring)
    if not area:
        return round(sum(p[0] for p in ring) / len(ring)), round(
            sum(p[1] for p in ring) / len(ring)
        )
    x = y = 0
    for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    return round(x / area), round(y / area)
