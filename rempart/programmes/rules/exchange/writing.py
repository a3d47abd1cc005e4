"""A plan becomes JSON: every fact, nothing derived; dates as ISO, decimals as text."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from rempart.programmes.rules.exchange.faults import FORMAT, VERSION
from rempart.programmes.rules.plan import Plan


def write_plan(plan: Plan) -> str:
    """Return the file that ``read_plan`` reads back as the same plan."""
    return json.dumps(to_json(plan), ensure_ascii=False, indent=1) + "\n"


def to_json(plan: Plan) -> dict[str, object]:
    """Return the plan as plain data; a field that says nothing is left out."""
    return {"format": FORMAT, "version": VERSION, "plan": _record(plan)}


def _record(record: Any) -> dict[str, object]:  # noqa: ANN401 -- any of the records of a plan
    told = ((f, getattr(record, f.name)) for f in fields(record))
    return {f.name: _plain(value) for f, value in told if value != _default(f)}


def _default(f: Field[Any]) -> object:
    if f.default_factory is not MISSING:
        return f.default_factory()
    return f.default


def _plain(value: object) -> object:
    if is_dataclass(value):
        return _record(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value
