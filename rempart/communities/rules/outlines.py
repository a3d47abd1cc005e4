"""A GeoJSON file becomes the outlines of places: read with every fault named, then drawn coarsely.

Only polygons are understood, and nothing of where on earth they lie is kept: outlines are moved to
a drawing a thousand steps wide, and made coarser until they are light. Neighbours stay neighbours,
because the same corner always falls on the same step.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, isfinite, radians
from typing import Any

from rempart.guide.rules.words import bare

LARGEST_FILE = 3_000_000  # bytes
MOST_AREAS = 2_000
MOST_CORNERS = 200_000  # in the file
LIGHT = 3_000  # corners in the drawing
WIDTH = 1_000  # steps
COARSER, TURNS = 1.35, 17  # from steps of one to steps of about a hundred and twenty
SIX = 6
FEWEST = 4  # positions of a ring: three corners, and the first again
Data = Any  # what JSON gives
Point = tuple[float, float]
Step = tuple[int, int]
POLYGONS = {"Polygon": 1, "MultiPolygon": 2}  # lists around a ring
EARTH = (180, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineFault:
    """One thing wrong in a file. ``area`` counts the file's areas from 1; 0 is the file as a whole.

    ``code`` is stable: too_big, not_utf8, not_json, too_deep, not_geojson, no_areas, too_many_areas,
    too_many_corners, no_geometry, wrong_geometry, bad_coordinates, out_of_range, duplicate_place,
    none_matched.
    """

    code: str
    area: int = 0
    value: str = ""


@dataclass(slots=True, kw_only=True)
class Map:
    """What a file holds: rings by place, areas that are no place of ours, and the faults."""

    rings: dict[str, list[list[Step]]] = field(default_factory=dict)
    unmatched: list[str] = field(default_factory=list)
    faults: list[OutlineFault] = field(default_factory=list)


def read_map(file: bytes, places: Mapping[str, Sequence[str]], keys: frozenset[str]) -> Map:
    """Return the outlines that a file holds for these places.

    ``places`` are their keys by bare name; an area is matched by a property (or its id) that is a
    place's name or key.
    """
    found = Map()
    areas = _areas(file, found)
    shapes: dict[str, list[list[Point]]] = {}
    for number, area in enumerate(areas, start=1):
        rings = _rings(area, number, found)
        key = _matched(area, places, keys)
        if not key:
            found.unmatched.append(_called(area) or str(number))
        elif key in shapes:
            found.faults.append(
                OutlineFault(code="duplicate_place", area=number, value=_called(area))
            )
        else:
            shapes[key] = rings
    if sum(len(ring) for rings in shapes.values() for ring in rings) > MOST_CORNERS:
        found.faults.append(OutlineFault(code="too_many_corners"))
    if areas and not shapes:
        found.faults.append(OutlineFault(code="none_matched"))
    if not found.faults:
        found.rings = drawn(shapes)
        if not is_light(found.rings):
            found.faults.append(OutlineFault(code="too_many_corners"))
    return found


def _areas(file: bytes, found: Map) -> list[Data]:
    """Return the features of a file; none, with the fault, if it is no GeoJSON."""
    data, code = _parsed(file)
    kind = data.get("type") if isinstance(data, dict) else None
    if not code and kind == "FeatureCollection" and isinstance(data.get("features"), list):
        areas: list[Data] = data["features"]
        code = "" if areas else "no_areas"
        code = "too_many_areas" if len(areas) > MOST_AREAS else code
    elif not code and kind == "Feature":
        areas = [data]
    else:
        areas, code = [], code or "not_geojson"
    if code:
        found.faults.append(OutlineFault(code=code))
        return []
    return areas


def _parsed(file: bytes) -> tuple[Data, str]:
    if len(file) > LARGEST_FILE:
        return None, "too_big"
    try:
        return json.loads(file.decode("utf-8-sig"), parse_constant=_refuse), ""
    except UnicodeDecodeError:
        return None, "not_utf8"
    except RecursionError:
        return None, "too_deep"
    except ValueError:
        return None, "not_json"


def _refuse(constant: str) -> Data:
    raise ValueError(constant)


def _called(area: Data) -> str:
    return next((str(text)[:60] for text in _texts(area)), "")


def _texts(area: Data) -> Iterator[str]:
    """Yield what may name an area, the likeliest first."""
    if not isinstance(area, dict):
        return
    told = area.get("properties")
    properties = told if isinstance(told, dict) else {}
    likely = {"name": 0, "nom": 1, "id": 2}
    yield from (
        value
        for name, value in sorted(properties.items(), key=lambda p: likely.get(p[0].lower(), 3))
        if isinstance(value, str) and value.strip()
    )
    if isinstance(area.get("id"), str):
        yield area["id"]


def _matched(area: Data, places: Mapping[str, Sequence[str]], keys: frozenset[str]) -> str:
    for text in _texts(area):
        if text.strip().lower() in keys:
            return text.strip().lower()
        called = places.get(bare(text), ())
        if len(called) == 1:
            return called[0]
    return ""


def _rings(area: Data, number: int, found: Map) -> list[list[Point]]:
    """Return the rings of an area; none, with the fault, where its geometry will not do."""
    shape = area.get("geometry") if isinstance(area, dict) else None
    if not isinstance(shape, dict):
        found.faults.append(OutlineFault(code="no_geometry", area=number, value=_called(area)))
        return []
    depth = POLYGONS.get(str(shape.get("type")))
    if depth is None:
        kind = str(shape.get("type"))[:40]
        found.faults.append(OutlineFault(code="wrong_geometry", area=number, value=kind))
        return []
    lists = [shape.get("coordinates")]
    for _ in range(depth):
        lists = [one for many in lists if isinstance(many, list) for one in many]
    rings = [_ring(one) for one in lists]
    codes = {one for one in rings if isinstance(one, str)}
    if not rings:
        codes = {"bad_coordinates"}
    for code in sorted(codes):
        found.faults.append(OutlineFault(code=code, area=number, value=_called(area)))
    return [one for one in rings if not isinstance(one, str)]


def _ring(data: Data) -> list[Point] | str:
    if not isinstance(data, list) or len(data) < FEWEST:
        return "bad_coordinates"
    points: list[Point] = []
    for one in data:
        if not isinstance(one, list) or len(one) < 2 or not all(map(_is_number, one[:2])):  # noqa: PLR2004 -- x and y
            return "bad_coordinates"
        x, y = float(one[0]), float(one[1])
        if abs(x) > EARTH[0] or abs(y) > EARTH[1]:
            return "out_of_range"
        points.append((x, y))
    return points


def _is_number(value: Data) -> bool:
    is_one = isinstance(value, int | float) and not isinstance(value, bool)
    return is_one and (isinstance(value, int) or isfinite(value))


def drawn(shapes: Mapping[str, list[list[Point]]]) -> dict[str, list[list[Step]]]:
    """Return the shapes on a drawing a thousand steps wide, light enough for a page."""
    moved = _moved(shapes)
    coarse: dict[str, list[list[Step]]] = {}
    for turn in range(TURNS):
        coarse = {key: _coarse(rings, COARSER**turn) for key, rings in moved.items()}
        if is_light(coarse):
            break
    return coarse


def is_light(rings: Mapping[str, list[list[Step]]]) -> bool:
    """Say whether a page may carry these outlines: 3,000 corners, or six for each of many areas."""
    corners = sum(len(ring) for own in rings.values() for ring in own)
    return corners <= max(LIGHT, SIX * len(rings))


def _moved(shapes: Mapping[str, list[list[Point]]]) -> dict[str, list[list[Point]]]:
    """Return the shapes with the west at 0 and the north at 0, as wide as the drawing at most."""
    xs = [x for rings in shapes.values() for ring in rings for x, _ in ring]
    ys = [y for rings in shapes.values() for ring in rings for _, y in ring]
    squeeze = max(cos(radians((min(ys) + max(ys)) / 2)), 0.01)
    west, north = min(xs) * squeeze, max(ys)
    wide = max(max(xs) * squeeze - west, max(ys) - min(ys), 1e-9)
    return {
        key: [
            [((x * squeeze - west) * WIDTH / wide, (north - y) * WIDTH / wide) for x, y in ring]
            for ring in rings
        ]
        for key, rings in shapes.items()
    }


def _coarse(rings: list[list[Point]], grid: float) -> list[list[Step]]:
    """Return rings on the steps of a grid; islands that vanish are left out, a whole place never."""
    found = [ring for one in rings if len(ring := _corners(one, grid)) >= FEWEST - 1]
    if found or not rings:
        return found
    x, y = (round(sum(p[n] for p in rings[0]) / len(rings[0])) for n in (0, 1))
    half = max(2, round(grid / 2))
    return [[(x, y - half), (x + half, y), (x, y + half), (x - half, y)]]


def _corners(ring: list[Point], grid: float) -> list[Step]:
    """Return where a ring turns: points that fall together or lie on one line are one."""
    found: list[Step] = []
    for x, y in ring:
        step = round(round(x / grid) * grid), round(round(y / grid) * grid)
        if found and step == found[-1]:
            continue
        while len(found) > 1 and _in_line(found[-2], found[-1], step):
            found.pop()
        found.append(step)
    if len(found) > 1 and found[0] == found[-1]:
        found.pop()
    return found


def _in_line(a: Step, b: Step, c: Step) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) == (b[1] - a[1]) * (c[0] - a[0])
