"""A pasted table becomes branches of the results framework, or a list of everything wrong with it.

Each row says its level: by a number (1, 1.1, 1.1.1), by a word in a column of levels, by the column that its text
stands in, or by how far it is held in. Blank cells of a merged cell belong to what stands above.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rempart.programmes.rules.branches import DEEPER
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from rempart.programmes.rules.tables.columns import HOW_MEASURED, LEVELS, Column, folded, wide_text
from rempart.programmes.rules.tables.grid import Grid, bare, unguarded
from rempart.programmes.rules.tables.levels import Placed, levels_of
from rempart.programmes.rules.tables.values import (
    CENTS,
    is_percent,
    read_amount,
    read_day,
    read_word,
)

MOST_ROWS = 2000
MOST_FAULTS = 60
LONGEST = {
    "text": 1000, "assumption": 1000, "lead": 200, "source": 300, "definition": 2000, "numerator": 500,
    "denominator": 500, "method": 1000, "owner": 200, "analysis": 500, "analyst": 200,
}  # fmt: skip
TAKES = {  # what a row of each level can hold beside its text
    "objectives": {Column.KIND, Column.ASSUMPTION},
    "outputs": {Column.LEAD, Column.ASSUMPTION},
    "activities": {Column.KIND, Column.LEAD, Column.STARTS_ON, Column.ENDS_ON, Column.ASSUMPTION},
    "indicators": {Column.ASSUMPTION},
}
MEASURES = (
    Column.UNIT, Column.BASELINE, Column.BASELINE_ON, Column.TARGET, Column.TARGET_ON, Column.SOURCE, *HOW_MEASURED,
)  # fmt: skip
DAYS = {Column.BASELINE_ON, Column.TARGET_ON, Column.STARTS_ON, Column.ENDS_ON}
FIGURES = {Column.BASELINE, Column.TARGET}
CODED = {Column.UNIT, Column.KIND, Column.DIRECTION, Column.AGGREGATION, Column.FREQUENCY}
MAKES: dict[str, type] = {"objectives": Objective, "outputs": Output, "activities": Activity}
IN_ORDER = {Column.STARTS_ON: Column.ENDS_ON, Column.BASELINE_ON: Column.TARGET_ON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong: in which row of what was pasted (from 1), under which heading, and what."""

    row: int
    column: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reading needs to know: the reader's decimal mark, names of levels, words of lists by code."""

    mark: str = "."
    under: str = ""  # the kind of the row under which the table goes; empty: at the top
    own: Mapping[str, str] = field(default_factory=dict)  # an organisation's names of levels
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    new_key: Callable[[], str] = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a table says: branches for the framework, or faults; and what of it is not taken."""

    branches: tuple[Objective | Output | Activity | Indicator, ...] = ()
    faults: tuple[Fault, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()  # headings of columns not taken, with their cells


@dataclass(slots=True)
class _Node:
    """A row that is being read, with what stands under it."""

    kind: str
    values: dict[str, Any]
    below: list["_Node"] = field(default_factory=list)
    measures: list[dict[str, Any]] = field(default_factory=list)


def read_table(
    grid: Grid, columns: Sequence[Column | None], head: int | None, known: Reader
) -> Reading:
    """Read a table whose columns are told; ``head`` is the row of the headings, if it has one."""
    first = 0 if head is None else head + 1
    rows = [(n, row) for n, row in enumerate(grid[first:], start=first + 1) if any(map(bare, row))]
    if not rows or not set(columns) & {Column.TEXT, Column.INDICATOR, *map(Column, LEVELS)}:
        return Reading(faults=(Fault(row=0, column="", code="nothing_to_take"),))
    if len(rows) > MOST_ROWS:
        values = {"count": len(rows), "limit": MOST_ROWS}
        return Reading(faults=(Fault(row=0, column="", code="too_many_rows", values=values),))
    headings = grid[head] if head is not None else [""] * len(columns)
    return _Table(columns, headings, known).read(rows)


class _Table:
    """Reads the rows one by one, and notes every fault."""

    def __init__(
        self, columns: Sequence[Column | None], headings: Sequence[str], known: Reader
    ) -> None:
        self.columns, self.headings, self.known = columns, headings, known
        self.faults: list[Fault] = []
        self.tops: list[_Node] = []
        self.nodes: dict[int, _Node] = {}  # by the place that the levels gave them

    def read(self, rows: Sequence[tuple[int, Sequence[str]]]) -> Reading:
        """Read all rows."""
        self._forbidden(rows)
        placed, faults = levels_of(rows, self.columns, self.headings, self.known)
        self.faults += [Fault(row=n, column=where, code=code) for n, where, code in faults]
        for one in placed:
            self._take(one)
        order = sorted(self.faults, key=lambda fault: fault.row)
        if len(order) > MOST_FAULTS:
            more = {"number": len(order) - MOST_FAULTS}
            order = [*order[:MOST_FAULTS], Fault(row=0, column="", code="and_others", values=more)]
        if order:
            return Reading(faults=tuple(order), left_out=self._left_out(rows))
        made = tuple(self._made(node) for node in self.tops)
        return Reading(branches=made, left_out=self._left_out(rows))

    def _forbidden(self, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        for n, row in rows:
            for at, cell in enumerate(row):
                if at < len(self.columns) and self.columns[at] and bare(cell).startswith("="):
                    self._fault(n, self._heading(at), "formula")
                if any(ord(c) < ord(" ") and c not in "\n\t" for c in cell):
                    self._fault(n, self._heading(at), "forbidden_character")

    def _take(self, one: Placed) -> None:
        said = self._said(one)
        is_indicator = one.kind == "indicators"
        if is_indicator:
            said[Column.INDICATOR] = one.text
        elif one.text:
            self._add(one)
        at = one.over if is_indicator else one.place
        holder = self.nodes.get(-1 if at is None else at)
        if holder is None and self.known.under and Column.INDICATOR in said:
            holder, is_indicator = _Node(kind=self.known.under, values={}), True
            self.tops.append(holder)
        if holder is not None:
            self._describe(one.row, holder, said, is_indicator=is_indicator)
        elif said:
            self._fault(one.row, "", "nothing_above")

    def _add(self, one: Placed) -> None:
        """Add a row under the one above it."""
        own = Column(one.kind)
        self._length(one.row, "text", one.text, own if own in self.columns else Column.TEXT)
        node = self.nodes[one.place] = _Node(kind=one.kind, values={"text": one.text})
        over = self.nodes.get(one.over) if one.over is not None else None
        (over.below if over else self.tops).append(node)

    def _said(self, one: Placed) -> dict[Column, str]:
        """Return what the row says beside its text and its level, by column."""
        wide = set(wide_text(self.columns, self.headings))
        skipped = {Column.NUMBER, Column.LEVEL, Column.TEXT, *map(Column, LEVELS[:3])}
        return {
            column: unguarded(cell.strip())
            for at, (column, cell) in enumerate(zip(self.columns, one.cells, strict=False))
            if column and column not in skipped and at not in wide and _says(cell)
        }

    def _describe(
        self, n: int, node: _Node, said: dict[Column, str], *, is_indicator: bool
    ) -> None:
        measure = self._measure(n, said)
        if measure is not None:
            node.measures.append(measure)
        kind, holds = ("indicators", measure) if is_indicator else (node.kind, node.values)
        for column in said.keys() - {Column.INDICATOR, *MEASURES}:
            if holds is None or column not in TAKES[kind]:
                self._fault(n, self._named(column), "no_place_for_it")
            elif column.value in holds:
                self._fault(n, self._named(column), "said_already")
            else:
                holds[column.value] = self._value(n, column, said[column], kind)
        self._order(n, node.values)

    def _measure(self, n: int, said: dict[Column, str]) -> dict[str, Any] | None:
        told = [column for column in MEASURES if column in said]
        if Column.INDICATOR not in said:
            for column in told:
                self._fault(n, self._named(column), "no_indicator")
            return None
        self._length(n, "text", said[Column.INDICATOR], Column.INDICATOR)
        values: dict[str, Any] = {"text": said[Column.INDICATOR]}
        for column in told:
            values[column.value] = self._value(n, column, said[column], "indicators")
        if "unit" not in values and any(is_percent(said.get(column, "")) for column in FIGURES):
            values["unit"] = "percent"
        self._order(n, values)
        return values

    def _value(self, n: int, column: Column, cell: str, kind: str) -> Any:  # noqa: ANN401 -- a fact
        code: str = ""
        value: object = cell
        if column in DAYS:
            value = read_day(cell)
            code = "" if value else "not_a_date"
        elif column in FIGURES:
            value, code = read_amount(cell, self.known.mark)
        elif column is Column.COST:
            value, code = read_amount(cell, self.known.mark, finest=CENTS)
        elif column in CODED:
            value = read_word(cell, self.known.words.get(f"{kind}.{column}", {}))
            code = "" if value is not None else "unknown_word"
        else:
            self._length(n, column.value, cell, column)
        if code:
            self._fault(n, self._named(column), code, value=cell)
        return value

    def _order(self, n: int, values: dict[str, Any]) -> None:
        for first, last in IN_ORDER.items():
            start, end = values.get(first.value), values.get(last.value)
            if isinstance(start, date) and isinstance(end, date) and end < start:
                self._fault(n, self._named(last), "end_before_start")

    def _length(self, n: int, name: str, text: str, column: Column = Column.TEXT) -> None:
        limit = LONGEST[name]
        if len(text) > limit:
            self._fault(n, self._named(column), "too_long", limit=limit, length=len(text))

    def _made(self, node: _Node) -> Any:  # noqa: ANN401 -- one of the records
        measures = tuple(Indicator(key=self.known.new_key(), **one) for one in node.measures)
        if "text" not in node.values:  # what only measures the row under which the table goes
            return measures[0]
        below = tuple(self._made(one) for one in node.below)
        under = {DEEPER[node.kind]: below} if node.kind in DEEPER else {}
        make = MAKES[node.kind]
        return make(key=self.known.new_key(), indicators=measures, **node.values, **under)

    def _left_out(self, rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[tuple[str, int], ...]:
        return tuple(self._unheard(rows))

    def _unheard(self, rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[tuple[str, int]]:
        wide = set(wide_text(self.columns, self.headings))
        for at, column in enumerate(self.columns):
            count = sum(1 for _n, row in rows if at < len(row) and bare(row[at]))
            if column is None and at not in wide and count:
                yield self._heading(at), count

    def _named(self, column: Column) -> str:
        return self._heading(self.columns.index(column)) if column in self.columns else ""

    def _heading(self, at: int) -> str:
        said = bare(self.headings[at]) if at < len(self.headings) else ""
        return said or str(at + 1)

    def _fault(self, row: int, column: str, code: str, **values: object) -> None:
        self.faults.append(Fault(row=row, column=column, code=code, values=values))


def _says(cell: str) -> bool:
    """Say whether a cell holds more than a dash."""
    return bare(cell) not in {"", "-", "–", "—"}


def key_words(names: Mapping[str, object]) -> dict[str, str]:
    """Return the codes of a list by their words, as ``read_word`` compares them."""
    return {folded(str(words)): code for code, words in names.items()}
