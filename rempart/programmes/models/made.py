"""Rows made of records, parents first and not saved yet: for a whole plan, a copied or a pasted branch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from rempart.kit.refusals import RefusedError
from rempart.programmes.models import ROWS, PlannedPlace, Programme, Row
from rempart.programmes.models.facts import set_facts

NESTED = {"outputs", "activities", "indicators"}
Record = Any  # one of the frozen records of ``Plan``


def field_names(one: Record) -> list[str]:
    """Return the names of a record's fields."""
    return [field.name for field in fields(one)]


def made_of(
    name: str,
    records: Sequence[Record],
    programme: Programme,
    places: Mapping[str, PlannedPlace],
    **parent: Row,
) -> Iterator[Row]:
    """Yield a row for each record of a list, and those for what belongs to it, parents first."""
    for position, one in enumerate(records):
        row = ROWS[name](programme=programme, position=position, **parent)
        facts = {n: getattr(one, n) for n in field_names(one) if n not in NESTED}
        if "place" in facts:
            facts["place"] = _place(facts["place"], places)
        set_facts(row, facts)
        yield row
        for below in NESTED & set(field_names(one)):
            holder = row._meta.model_name or ""
            yield from made_of(below, getattr(one, below), programme, places, **{holder: row})


def _place(key: str, places: Mapping[str, PlannedPlace]) -> PlannedPlace | None:
    if key and key not in places:
        raise RefusedError(["unknown_place"])
    return places.get(key)


def put_under(row: Row, parent: Row | None) -> None:
    """Give the row its parent; ``ValueError`` if it takes none of this kind, or needs one."""
    fitting = {name: type(row)._meta.get_field(name).related_model for name in row.parents}
    names = [name for name, model in fitting.items() if model is type(parent)]
    foreign = parent is not None and parent.programme_id != row.programme_id
    if foreign or bool(row.parents) != (len(names) == 1) or (parent is not None and not names):
        message = f"{row.listed_as} do not belong to {parent.listed_as if parent else 'nothing'}"
        raise ValueError(message)
    for name in row.parents:
        setattr(row, name, parent if name in names else None)
