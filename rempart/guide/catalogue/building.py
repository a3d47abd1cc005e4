"""One mapping from a YAML file becomes one frozen record: the dataclass is the schema."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Raw = Any  # what YAML gives; it is typed by ``build`` and goes no further


class ShapeError(ValueError):
    """A value does not have the shape that its record asks for."""


def build(shape: type[T], raw: Raw, **given: object) -> T:
    """Return a record made of a mapping; a missing, unknown or ill-typed key is a ShapeError."""
    if not isinstance(raw, Mapping):
        message = f"a mapping is needed, not {raw!r}"
        raise ShapeError(message)
    hints, needed = _schema(cast("Hashable", shape))
    keys = set(raw) | set(given)
    if odd := sorted(map(str, (keys - set(hints)) | (set(raw) & set(given)))):
        message = f"unknown key {', '.join(odd)}"
        raise ShapeError(message)
    if missing := sorted(needed - keys):
        message = f"missing key {', '.join(missing)}"
        raise ShapeError(message)
    slug = str(given.get("slug", ""))
    return shape(**{key: _value(hints[key], raw[key], key, slug) for key in raw}, **given)


@cache
def _schema(shape: Hashable) -> tuple[dict[str, Any], set[str]]:
    hints = get_type_hints(shape)
    own = [f for f in fields(shape) if f.init]  # type: ignore[arg-type]  # a dataclass, as its callers see to
    needed = {f.name for f in own if f.default is MISSING and f.default_factory is MISSING}
    return {f.name: hints[f.name] for f in own}, needed


def _value(hint: Any, raw: Raw, key: str, slug: str) -> object:  # noqa: ANN401 -- a type as data
    try:
        return _MAKERS.get(get_origin(hint) or hint, _plain)(hint, raw, slug)
    except ShapeError as error:
        message = f"{key}: {error}"
        raise ShapeError(message) from error


def _many(hint: Any, raw: Raw, slug: str) -> tuple[object, ...]:  # noqa: ANN401 -- a type as data
    inner = get_args(hint)[0]
    if is_dataclass(inner) and isinstance(raw, Mapping):  # a key of its own for each
        return tuple(_line(inner, value, f"{slug}.{key}".lstrip(".")) for key, value in raw.items())
    if not isinstance(raw, list):
        message = f"a list is needed, not {raw!r}"
        raise ShapeError(message)
    return tuple(_value(inner, value, str(n), slug) for n, value in enumerate(raw, start=1))


def _line(shape: Any, raw: Raw, slug: str) -> object:  # noqa: ANN401 -- a type as data
    """Return a record with its own key; a bare text stands for its first spoken field."""
    told = {shape.spoken[0]: raw} if isinstance(raw, str) else raw
    try:
        return build(shape, told, slug=slug)
    except ShapeError as error:
        message = f"{slug}: {error}"
        raise ShapeError(message) from error


def _mapping(hint: Any, raw: Raw, slug: str) -> Mapping[str, object]:  # noqa: ANN401 -- a type as data
    if not isinstance(raw, Mapping):
        message = f"a mapping is needed, not {raw!r}"
        raise ShapeError(message)
    return {
        str(key): _value(get_args(hint)[1], value, str(key), slug) for key, value in raw.items()
    }


def _either(hint: Any, raw: Raw, slug: str) -> object:  # noqa: ANN401 -- a type as data
    if raw is None or isinstance(raw, get_args(hint)):
        return raw
    return _plain(get_args(hint)[0], raw, slug)


def _plain(hint: Any, raw: Raw, _slug: str) -> object:  # noqa: ANN401 -- a type as data
    if is_dataclass(hint):
        return build(hint, raw)  # type: ignore[arg-type]  # a dataclass, see above
    if issubclass(hint, StrEnum):
        if raw not in set(hint):
            message = f"{raw!r} is none of {', '.join(hint)}"
            raise ShapeError(message)
        return hint(raw)
    if hint is float and type(raw) is int:
        return float(raw)
    if type(raw) is not hint:
        message = f"{hint.__name__} is needed, not {raw!r}"
        raise ShapeError(message)
    return raw


_MAKERS: dict[object, Callable[[Any, Raw, str], object]] = {
    tuple: _many,
    Mapping: _mapping,
    UnionType: _either,
}
