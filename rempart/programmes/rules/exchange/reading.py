"""A file becomes a plan, or a list of everything that is wrong with it. Nothing is guessed."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from rempart.programmes.rules.characters import seen
from rempart.programmes.rules.exchange.checking import faults_between
from rempart.programmes.rules.exchange.faults import (
    DEEPEST,
    FORMAT,
    LARGEST_FILE,
    MOST_NAMED,
    VERSION,
    Fault,
    Known,
)
from rempart.programmes.rules.exchange.records import Reader
from rempart.programmes.rules.plan import Plan

Parsed = object


class _Repeated(list[tuple[str, Parsed]]):
    """A mapping that names one of its keys twice."""


def read_plan(file: bytes, known: Known) -> tuple[Plan | None, list[Fault]]:
    """Return the plan that a file holds, or none and every fault of the file, each with its path.

    A text once read is never changed: direction marks, zero-width characters, braces and markup are
    carried as they are.
    """
    data, faults = parsed(file)
    if not faults:
        faults = list(_envelope(data))
    if faults or not isinstance(data, dict):
        return None, _capped(faults)
    reader = Reader(known)
    plan = reader.plan(data.get("plan"))
    if plan is not None:
        reader.faults.extend(faults_between(plan, known))
    if reader.faults or plan is None:
        return None, _capped(reader.faults, reader.more)
    return plan, []


class _UnreadableError(Exception):
    """The file as a whole cannot be read; its one fault says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def _whole(code: str, **values: object) -> Fault:
    return Fault(path="", code=code, values=values)


def parsed(file: bytes) -> tuple[Parsed, list[Fault]]:
    """Return what a file holds as plain data, or why it holds none: not_json, too_deep and the like."""
    try:
        data = _loaded(_decoded(file))
    except _UnreadableError as unreadable:
        return None, [unreadable.fault]
    return data, list(_repeated(data, ""))


def _decoded(file: bytes) -> str:
    if len(file) > LARGEST_FILE:
        raise _UnreadableError(_whole("too_big", limit=LARGEST_FILE))
    try:
        return file.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _UnreadableError(_whole("not_utf8", byte=error.start)) from error


def _loaded(text: str) -> Parsed:
    try:
        data: Parsed = json.loads(text, object_pairs_hook=_pairs, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise _UnreadableError(_whole("not_json", line=error.lineno, column=error.colno)) from error
    except RecursionError as error:
        raise _UnreadableError(_whole("too_deep", limit=DEEPEST)) from error
    except ValueError as error:  # NaN, Infinity, or a number of thousands of digits
        raise _UnreadableError(_whole("not_a_number")) from error
    if _depth_passes(data):
        raise _UnreadableError(_whole("too_deep", limit=DEEPEST))
    return data


def _pairs(pairs: list[tuple[str, Parsed]]) -> Parsed:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Repeated(pairs)


def _refuse(constant: str) -> Parsed:
    raise ValueError(constant)


def _depth_passes(data: Parsed) -> bool:
    level: list[Parsed] = [data]
    for _ in range(DEEPEST):
        level = [one for parent in level for one in _inside(parent)]
        if not level:
            return False
    return True


def _inside(data: Parsed) -> list[Parsed]:
    if isinstance(data, _Repeated):
        return [value for _, value in data]
    if isinstance(data, dict):
        return list(data.values())
    return list(data) if isinstance(data, list) else []


def _repeated(data: Parsed, path: str) -> Iterator[Fault]:
    if isinstance(data, _Repeated):
        times = Counter(name for name, _ in data)
        for name in sorted(name for name, number in times.items() if number > 1):
            yield Fault(path=f"{path}.{name[:80]}".lstrip("."), code="duplicate_field")
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _repeated(value, f"{path}.{name}".lstrip("."))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _repeated(value, f"{path}[{place}]")


def _envelope(data: Parsed) -> Iterator[Fault]:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        yield Fault(path="format", code="wrong_format", values={"expected": FORMAT})
        return
    if data.get("version") != VERSION or isinstance(data.get("version"), bool):
        yield Fault(path="version", code="wrong_version", values={"expected": VERSION})
    for name in sorted(set(data) - {"format", "version", "plan"}):
        yield Fault(path=name[:80], code="unknown_field")


def _capped(faults: list[Fault], more: int = 0) -> list[Fault]:
    """Return the first faults, and how many more; a path holds only what can be shown."""
    more += max(0, len(faults) - MOST_NAMED)
    named = [replace(one, path=seen(one.path)) for one in faults[:MOST_NAMED]]
    return [*named, Fault(path="", code="and_others", values={"number": more})] if more else named
