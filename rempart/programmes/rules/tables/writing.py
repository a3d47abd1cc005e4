"""The results framework as a table: one row for each row, that pastes back without loss."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rempart.programmes.rules.branches import KINDS, Result, below
from rempart.programmes.rules.results import Indicator
from rempart.programmes.rules.tables.columns import HOW_MEASURED, Column

SHOWN = (
    Column.NUMBER, Column.LEVEL, Column.TEXT, Column.KIND, Column.UNIT, Column.BASELINE, Column.BASELINE_ON,
    Column.TARGET, Column.TARGET_ON, Column.SOURCE, *HOW_MEASURED, Column.LEAD, Column.STARTS_ON, Column.ENDS_ON, Column.ASSUMPTION,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a table says things: its headings, the names of the levels, the words of codes, the mark."""

    headings: Mapping[Column, str]
    levels: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]  # "activities.kind", "indicators.unit": code -> words
    mark: str = "."


def table_of(branches: Sequence[Result], wording: Wording) -> list[list[str]]:
    """Return branches as a table, its headings first; the whole framework is its objectives.

    How an indicator is measured has its columns only where some row says it.
    """
    rows = [_row(one, number, wording) for one, number in _all(branches, "")]
    table = [[wording.headings[column] for column in SHOWN], *rows]
    said = [
        n
        for n, column in enumerate(SHOWN)
        if column not in HOW_MEASURED or any(row[n] for row in rows)
    ]
    return [[row[n] for n in said] for row in table]


def _all(rows: Sequence[Result], over: str) -> Iterator[tuple[Result, str]]:
    """Yield each row with its number; an indicator has none."""
    place = 0
    for row in rows:
        measures = isinstance(row, Indicator)
        place += not measures
        number = "" if measures else f"{over}{place}"
        yield row, number
        yield from _all(below(row), f"{number}.")


def _row(row: Result, number: str, wording: Wording) -> list[str]:
    kind = KINDS[type(row)]
    told = {Column.NUMBER: number, Column.LEVEL: wording.levels[kind]}
    return [
        told.get(column, "") or _said(getattr(row, column.value, ""), f"{kind}.{column}", wording)
        for column in SHOWN
    ]


def _said(value: object, where: str, wording: Wording) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", wording.mark)
    return "" if value is None else wording.words.get(where, {}).get(str(value), str(value))
