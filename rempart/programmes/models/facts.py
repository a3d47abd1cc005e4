"""How facts become columns: lists for tuples, plain mappings for headcounts, plain strings for codes."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date

from rempart.programmes.models.programme import Programme
from rempart.programmes.models.rows import Row


def storable(value: object) -> object:
    """Return what a column holds of a fact."""
    if isinstance(value, str):
        return str(value)  # a code of a closed list is kept as its plain value
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _within(one) for name, one in asdict(value).items()}
    if isinstance(value, Mapping):
        return {key: storable(one) for key, one in value.items()}
    if isinstance(value, Sequence):
        return [storable(one) for one in value]
    return value


def _within(value: object) -> object:
    """Return what a column of plain data holds of a fact: a day as the standard writes it."""
    return value.isoformat() if isinstance(value, date) else value


def set_facts(target: Programme | Row, values: Mapping[str, object]) -> None:
    """Set the fields of these names, without saving."""
    for name, value in values.items():
        setattr(target, name, storable(value))
