"""What a sheet of a register says: an entry for each row, or every fault with its row and column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from rempart.communities.rules.days import read_day
from rempart.communities.rules.laws.checking import Fact, Facts, faults_of
from rempart.communities.rules.laws.registers import Column, Register, Sort
from rempart.guide.rules.words import bare
from rempart.kit.figures import AmbiguousError, read_sheet_figure
from rempart.kit.sheets import Sheet, SheetFault, Value

WHOLE = {"too_many_rows", "too_many_columns", "column_missing", "empty", "nothing_said"}
MOST_NAMED = 200  # faults named one by one; the rest is counted
ID, WITHIN = "id", "within"
PART = ";"  # between several answers of one cell
Same = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry that a sheet says: a new one, or the one of this ``key`` as it is to be."""

    key: str = ""
    within: str = ""
    facts: Facts

    def kept(self) -> dict[str, object]:
        """Return it as it is kept between the preview and the yes."""
        return {"key": self.key, "within": self.within, "facts": dict(self.facts)}

    @classmethod
    def of(cls, kept: Mapping[str, object]) -> "Row":
        """Return what ``kept`` held."""
        told = kept["facts"]
        assert isinstance(told, Mapping)  # noqa: S101 -- as ``kept`` wrote it
        facts = {n: tuple(v) if isinstance(v, list) else str(v) for n, v in told.items()}
        return cls(key=str(kept["key"]), within=str(kept["within"]), facts=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the words of a sheet mean here; all of them are bare."""

    heads: Mapping[str, str]  # a head in any language -> a column, ``id`` or ``within``
    options: Mapping[str, Mapping[str, str]]  # column -> an answer in any language -> its code
    keys: frozenset[str]  # of every entry of the register
    wholes: Mapping[str, Sequence[str]]  # the name of what entries belong to -> its keys
    taken: Mapping[Same, str]  # what two entries cannot share -> the entry that has it
    today: date


@dataclass(slots=True, kw_only=True)
class _Told:
    register: Register
    words: Words
    columns: dict[str, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    faults: list[SheetFault] = field(default_factory=list)
    seen: set[Same] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    def blame(self, code: str, row: int, name: str, value: object = "") -> None:
        """Note a fault in the cell of a column."""
        said = str(value)[:60]
        column = self.columns.get(name, 0)
        self.faults.append(SheetFault(code=code, row=row, column=column, value=said))


def same_key(register: Register, facts: Facts, within: str = "") -> Same:
    """Return what no other entry of the register may share."""
    said = (facts.get(name, "") for name in register.same)
    return (within, *(bare(one) if isinstance(one, str) else PART.join(one) for one in said))


def rows_of(sheet: Sheet, register: Register, words: Words) -> tuple[list[Row], list[SheetFault]]:
    """Return the entries that the sheet says, or nothing and all of its faults in its order."""
    told = _Told(register=register, words=words, faults=list(sheet.faults))
    start = next((n for n, row in enumerate(sheet.rows) if any(row)), None)
    if start is None:
        told.faults = told.faults or [SheetFault(code="empty")]
    elif _read_heads(sheet.rows[start], start + 1, told):
        for number, row in enumerate(sheet.rows[start + 1 :], start=start + 2):
            if any(cell is not None for cell in row):
                _read_row(row, number, told)
        if not told.faults and not told.rows:
            told.faults.append(SheetFault(code="nothing_said"))
    if told.faults:
        return [], _capped(sorted(told.faults, key=_order))
    return told.rows, []


def _order(fault: SheetFault) -> tuple[bool, int, int]:
    """Put what concerns the whole file first, then go by the cells."""
    return fault.code not in WHOLE, fault.row, fault.column


def _capped(faults: list[SheetFault]) -> list[SheetFault]:
    if len(faults) <= MOST_NAMED:
        return faults
    rest = SheetFault(code="and_others", value=str(len(faults) - MOST_NAMED))
    return [*faults[:MOST_NAMED], rest]


def _read_heads(row: Sequence[Value], number: int, told: _Told) -> bool:
    """Read which column is which; whether every one that is needed is there."""
    for place, cell in enumerate(row, start=1):
        if cell is None:
            continue
        name = told.words.heads.get(bare(str(cell)), "")
        if not name or name in told.columns:
            code = "column_twice" if name else "column_unknown"
            told.faults.append(
                SheetFault(code=code, row=number, column=place, value=str(cell)[:60])
            )
        else:
            told.columns[name] = place
    needed = [WITHIN] if told.register.within else []
    needed += [one.name for one in told.register.columns if one.is_needed]
    lacking = [name for name in needed if name not in told.columns]
    for name in lacking:
        told.faults.append(SheetFault(code="column_missing", row=number, value=name))
    return not lacking


def _read_row(row: Sequence[Value], number: int, told: _Told) -> None:
    before = len(told.faults)
    cells = {
        name: row[place - 1]
        for name, place in told.columns.items()
        if place <= len(row) and row[place - 1] is not None
    }
    key, within = _key(cells, number, told), _within(cells, number, told)
    facts: dict[str, Fact] = {}
    unread = set()
    for column in told.register.columns:
        said = _fact(column, cells.get(column.name), told)
        if said is None:
            unread.add(column.name)
            code = _UNREAD.get(column.sort, "not_a_text")
            told.blame(code, number, column.name, cells[column.name])
        facts[column.name] = said or ""
    for name, code in faults_of(told.register, facts, told.words.today):
        if name not in unread:
            told.blame(code, number, name, cells.get(name, ""))
    if len(told.faults) == before:
        _take(Row(key=key, within=within, facts=facts), number, told)


def _take(row: Row, number: int, told: _Told) -> None:
    """Keep a faultless row, unless the register or the sheet has it already."""
    same = same_key(told.register, row.facts, row.within)
    owner = told.words.taken.get(same)
    first = told.register.same[0]
    if same in told.seen:
        told.blame("row_twice", number, first)
    elif owner is not None and owner != row.key:
        told.blame("same_entry", number, first)
    else:
        told.rows.append(row)
    told.seen.add(same)


Cells = Mapping[str, Value]


def _key(cells: Cells, number: int, told: _Told) -> str:
    key = str(cells.get(ID) or "").strip().lower()
    if not key:
        return ""
    if key not in told.words.keys or key in told.keys:
        told.blame("id_twice" if key in told.keys else "id_unknown", number, ID, key)
    told.keys.add(key)
    return key


def _within(cells: Cells, number: int, told: _Told) -> str:
    """Return the key of what the row belongs to, named by its name or its id."""
    if not told.register.within:
        return ""
    said = str(cells.get(WITHIN) or "").strip()
    called = told.words.wholes.get(bare(said), ())
    if len(called) == 1:
        return called[0]
    code = "whole_ambiguous" if called else "whole_unknown" if said else "needed"
    told.blame(code, number, WITHIN, said)
    return ""


_UNREAD = {
    Sort.DAY: "not_a_date",
    Sort.FIGURE: "not_a_number",
    Sort.CHOICE: "not_in_list",
    Sort.SEVERAL: "not_in_list",
}


def _fact(column: Column, cell: Value, told: _Told) -> Fact | None:
    """Return what a cell says; nothing said is an empty text, and what cannot be read is None."""
    if cell is None:
        return ""
    if column.sort is Sort.DAY:
        day = cell if isinstance(cell, date) else read_day(str(cell), told.words.today)
        return day.isoformat() if day else None
    if column.sort is Sort.FIGURE:
        return _figure(cell)
    if column.is_closed:
        return _answers(column, str(cell), told.words.options[column.name])
    return str(cell).strip() if isinstance(cell, str | Decimal | date) else None


def _figure(cell: Value) -> str | None:
    try:
        value = cell if isinstance(cell, Decimal) else read_sheet_figure(str(cell))
    except AmbiguousError:
        return None
    return f"{value.normalize():f}" if value is not None and value.is_finite() else None


def _answers(column: Column, said: str, options: Mapping[str, str]) -> Fact | None:
    if column.sort is Sort.CHOICE:
        return options.get(bare(said))
    found = [options.get(bare(one)) for one in said.split(PART) if one.strip()]
    known = [one for one in found if one is not None]
    return tuple(dict.fromkeys(known)) if len(known) == len(found) else None
