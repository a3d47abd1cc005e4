"""Plain data become records: the dataclasses are the schema; every fault is noted, none stops."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from rempart.programmes.rules.characters import holds_forbidden
from rempart.programmes.rules.exchange.faults import LONGEST_LIST, MOST_NAMED, Fault, Known
from rempart.programmes.rules.exchange.shape import (
    CLOSED,
    LARGEST_AMOUNT,
    LARGEST_COUNT,
    VOCABULARY,
)
from rempart.programmes.rules.plan import Plan

Field = tuple[str, str]  # a record and one of its fields
Data = Any  # what JSON gives; typed here and nowhere else
DECIMALS = 4  # of an amount or a value, as a column keeps them
DEFAULT_LONGEST = 4_000  # characters of a text for which no column tells
PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,9})?")  # no other digits, no _
PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # the only way in which a day is written
NEVER_BLANK = {("Plan", "title")}  # a programme is found by its title
PLAIN_KEY = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")  # it stands in addresses
MISSING_VALUE: Any = object()


@cache
def schema(shape: type) -> dict[str, tuple[Any, bool]]:
    """Return each field's type, and whether it must be there."""
    hints = get_type_hints(shape)
    return {
        f.name: (hints[f.name], f.default is MISSING and f.default_factory is MISSING)
        for f in fields(shape)
    }


class Reader:
    """Reads one file; ``faults`` fills as it goes."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.faults: list[Fault] = []
        self.more = 0  # faults beyond those that are named
        self._readers: dict[type, Callable[[Data, str, Field], Data]] = {
            str: self._text,
            int: self._count,
            Decimal: self._amount,
            date: self._day,
            bool: self._truth,
        }

    def plan(self, data: Data) -> Plan | None:
        """Return the plan, or none if it could not be made at all."""
        found = self._record(Plan, data, "")
        return found if isinstance(found, Plan) else None

    def _note(self, path: str, code: str, **values: object) -> Data:
        if len(self.faults) < MOST_NAMED:
            self.faults.append(Fault(path=path.lstrip("."), code=code, values=values))
        else:
            self.more += 1
        return MISSING_VALUE

    def _record(self, shape: type, data: Data, path: str) -> Data:
        if not isinstance(data, dict):
            return self._note(path or "plan", "wrong_type", expected="mapping")
        wanted = schema(shape)
        for name in sorted(data.keys() - wanted.keys()):
            self._note(f"{path}.{name[:80]}", "unknown_field")
        given: dict[str, Data] = {}
        is_whole = True
        for name, (hint, is_needed) in wanted.items():
            if name in data:
                value = self._value(hint, data[name], f"{path}.{name}", (shape.__name__, name))
                if value is not MISSING_VALUE:
                    given[name] = value
                    continue
            elif is_needed:
                self._note(f"{path}.{name}", "missing_field")
            is_whole = is_whole and not is_needed
        return shape(**given) if is_whole else MISSING_VALUE

    def _value(self, hint: Data, data: Data, path: str, field: Field) -> Data:
        kind: Data = get_origin(hint)
        if kind is tuple:
            return self._many(get_args(hint)[0], data, path, field)
        if kind is Mapping:
            return self._details(data, path)
        if isinstance(hint, type) and is_dataclass(hint):
            return self._record(hint, data, path)
        inner = next((one for one in get_args(hint) if one is not type(None)), hint)
        if data is None and inner is not hint:
            return None
        return self._readers[inner](data, path, field)

    def _many(self, inner: Data, data: Data, path: str, field: Field) -> Data:
        if not isinstance(data, list):
            return self._note(path, "wrong_type", expected="list")
        if len(data) > LONGEST_LIST:
            return self._note(path, "too_many", limit=LONGEST_LIST)
        read = [self._value(inner, one, f"{path}[{i}]", field) for i, one in enumerate(data)]
        return tuple(one for one in read if one is not MISSING_VALUE)

    def _details(self, data: Data, path: str) -> Data:
        if not isinstance(data, dict):
            return self._note(path, "wrong_type", expected="mapping")
        read = {name: self._detail(one, f"{path}.{name[:80]}") for name, one in data.items()}
        return {name: one for name, one in read.items() if one is not MISSING_VALUE}

    def _detail(self, data: Data, path: str) -> Data:
        if isinstance(data, list) and all(isinstance(one, str) for one in data):
            return tuple(data)
        if isinstance(data, str):
            self._text(data, path, ("Activity", "details"))
            return data
        if isinstance(data, int) and not isinstance(data, bool):
            self._count(data, path, ("Activity", "details"))
            return data
        return self._note(path, "wrong_type", expected="text, number or list of codes")

    def _text(self, data: Data, path: str, field: Field) -> Data:
        if not isinstance(data, str):
            return self._note(path, "wrong_type", expected="text")
        if holds_forbidden(data):
            return self._note(path, "forbidden_character")
        limit = self.known.longest.get(field, DEFAULT_LONGEST)
        if len(data) > limit:
            return self._note(path, "too_long", limit=limit, length=len(data))
        if data and (name := VOCABULARY.get(field)) and data not in self._vocabulary(name):
            return self._note(path, "unknown_code", value=data[:80], list=name)
        return self._named(data, path, field)

    def _named(self, data: str, path: str, field: Field) -> Data:
        """Return the text, unless it is a key that no address can hold, or a title of nothing."""
        if field[1] == "key" and not PLAIN_KEY.fullmatch(data):
            return self._note(path, "not_a_key")
        if field in NEVER_BLANK and not any(c.isprintable() and not c.isspace() for c in data):
            return self._note(path, "missing_field")
        return data

    def _vocabulary(self, name: str) -> frozenset[str]:
        return CLOSED.get(name) or self.known.vocabularies[name]

    def _count(self, data: Data, path: str, field: Field) -> Data:
        if isinstance(data, bool) or not isinstance(data, int):
            return self._note(path, "wrong_type", expected="whole number")
        if data < 0:
            return self._note(path, "negative")
        if data > LARGEST_COUNT:
            return self._note(path, "too_large", limit=LARGEST_COUNT)
        if (name := VOCABULARY.get(field)) and str(data) not in self._vocabulary(name):
            return self._note(path, "unknown_code", value=str(data), list=name)
        return data

    def _amount(self, data: Data, path: str, _field: Field) -> Data:
        if isinstance(data, bool) or not isinstance(data, str | int | float):
            return self._note(path, "wrong_type", expected="number")
        if not PLAIN_NUMBER.fullmatch(str(data)):
            return self._note(path, "not_a_number")
        amount = Decimal(str(data)) or Decimal()  # no zero below zero
        if amount < 0:
            return self._note(path, "negative")
        if amount >= LARGEST_AMOUNT:
            return self._note(path, "too_large", limit=LARGEST_AMOUNT)
        if amount != round(amount, DECIMALS):
            return self._note(path, "too_fine", limit=DECIMALS)
        return amount

    def _day(self, data: Data, path: str, _field: Field) -> Data:
        try:
            return date.fromisoformat(data) if PLAIN_DAY.fullmatch(data) else self._no_day(path)
        except (TypeError, ValueError):
            return self._no_day(path)

    def _no_day(self, path: str) -> Data:
        return self._note(path, "not_a_date")

    def _truth(self, data: Data, path: str, _field: Field) -> Data:
        return (
            data if isinstance(data, bool) else self._note(path, "wrong_type", expected="yes or no")
        )
