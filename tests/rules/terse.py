"""Plans written tersely: what a table of examples says, over a sober plan for a fictional place.

A list of rows is a mapping from key to fields. ``activities`` and ``indicators`` at the top stand
under one objective with one output; ``objectives`` may hold their own. Yes and no need no quotes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.review import Spot

TODAY = date(2026, 11, 24)
Raw = Any  # what YAML gives
BASE = {
    "title": "Quay children (fictional)",
    "starts_on": date(2027, 1, 1),
    "ends_on": date(2028, 12, 31),
    "places": {"quay": {"name": "Quay district (fictional)", "level": "community"}},
}
NAMES = {"name": "x", "text": "x", "kind": "", "factor": "", "part": "", "group": "", "title": ""}


def plan_from(change: Mapping[str, Raw]) -> Plan:
    """Return the base plan with these changes."""
    said = {**BASE, **change}
    activities, indicators = said.pop("activities", {}), said.pop("indicators", {})
    if activities or indicators:
        output = {"activities": activities}
        said["objectives"] = {"goal": {"outputs": {"result": output}, "indicators": indicators}}
    for objective in said.get("objectives", {}).values():
        if own := objective.pop("activities", {}):
            objective["outputs"] = {"result": {"activities": own}}
    plan: Plan = _record(Plan, said)
    return plan


def path_of(spot: Spot) -> str:
    """Return a spot as a table writes it: ``who/needs/bed/provision``; ``+`` is a row to add."""
    key = spot.key or ("+" if spot.row and spot.field else "")
    return "/".join(part for part in (spot.step, spot.row, key, spot.field) if part)


def paths_of(spots: Iterable[Spot]) -> list[str]:
    """Return the places where to mend, as a table writes them."""
    return [path_of(spot) for spot in spots]


def _record(shape: Any, raw: Mapping[str, Raw]) -> Any:  # noqa: ANN401 -- types as data
    hints = get_type_hints(shape)
    lacking = {n: v for n, v in NAMES.items() if n in hints and n not in raw and _asks(shape, n)}
    said = {**lacking, **raw}
    assert not said.keys() - hints.keys(), f"{shape.__name__} has no {said.keys() - hints.keys()}"
    return shape(**{name: _value(hints[name], value) for name, value in said.items()})


def _asks(shape: Any, name: str) -> bool:  # noqa: ANN401 -- a type as data
    field = shape.__dataclass_fields__[name]
    return repr(field.default).startswith("<dataclasses._MISSING")


def _value(hint: Any, raw: Raw) -> Any:  # noqa: ANN401 -- types as data
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if isinstance(raw, Mapping):
            return tuple(_record(inner, {"key": key, **(row or {})}) for key, row in raw.items())
        return tuple(_value(inner, one) for one in raw)
    if is_dataclass(hint):
        return _record(hint, raw)
    if isinstance(hint, UnionType) and raw is not None:
        return raw
    if get_origin(hint) is Mapping:
        return {question: _answer(answer) for question, answer in raw.items()}
    return _answer(raw) if hint is str else raw


def _answer(raw: Raw) -> Raw:
    """Return yes and no, which YAML reads as true and false, and dates as they are kept."""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    return raw.isoformat() if isinstance(raw, date) else raw
