"""What a sheet of counts says: one count a row, or every fault with its row and column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rempart.communities.rules.census.counting import Counted, obstacles_to_count, read_count
from rempart.communities.rules.readings import (
    Cells,
    Common,
    Vocabulary,
    called,
    capped,
    day_in,
    fault_at,
    in_order,
)
from rempart.guide.rules.words import bare
from rempart.kit.discretion import seem_to_name_someone, seems_too_precise
from rempart.kit.sheets import Sheet, SheetFault, Value

ROLES = ("id", "place", "zone", "type", "count", "date", "method", "source")
LONGEST = 300
UNKNOWN = {"zone": "unknown_zone", "type": "unknown_type", "method": "unknown_method"}
MISSING = {"type": "no_type", "method": "no_method", "count": "no_count", "source": "no_source"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CensusWords(Vocabulary):
    """What the words of a sheet of counts mean here."""

    codes: Mapping[str, Mapping[str, str]]  # zone, type, method: bare words -> the code
    children: Mapping[str, int | None]  # of every place, by its key
    kept: frozenset[tuple[str, str, str, date]]  # counts that are there


@dataclass(slots=True, kw_only=True)
class _Told:
    heads: dict[int, str]
    counts: list[Counted] = field(default_factory=list)
    faults: list[SheetFault] = field(default_factory=list)
    seen: set[tuple[str, str, str, date]] = field(default_factory=set)


def counts_of(sheet: Sheet, words: CensusWords) -> tuple[list[Counted], list[SheetFault]]:
    """Return what the sheet says, or nothing and all of its faults in the order of the sheet."""
    told = _Told(heads={}, faults=list(sheet.faults), seen=set(words.kept))
    start = next((n for n, row in enumerate(sheet.rows) if any(row)), None)
    if start is None:
        return [], told.faults or [SheetFault(code="empty")]
    _read_heads(sheet.rows[start], start + 1, words, told)
    for number, row in enumerate(sheet.rows[start + 1 :], start=start + 2):
        if told.heads and any(cell is not None for cell in row):
            _read_row(row, number, words, told)
    if not told.faults and not told.counts:
        told.faults.append(SheetFault(code="nothing_counted"))
    return ([], capped(sorted(told.faults, key=in_order))) if told.faults else (told.counts, [])


def _read_heads(row: Sequence[Value], number: int, words: CensusWords, told: _Told) -> None:
    for column, cell in enumerate(row, start=1):
        role = words.heads.get(bare(str(cell))) if cell is not None else ""
        if role is None:
            told.faults.append(fault_at("unknown_census_head", number, column, cell))
        elif role and role in told.heads.values():
            told.faults.append(fault_at("duplicate_column", number, column, cell))
        elif role:
            told.heads[column] = role
    roles = set(told.heads.values())
    if not roles & {"place", "id"}:
        told.faults.append(SheetFault(code="no_place_column", row=number))
        told.heads = {}
    if not {"type", "count"} <= roles:
        told.faults.append(SheetFault(code="no_count_column", row=number))
        told.heads = {}


def _read_row(row: Sequence[Value], number: int, words: CensusWords, told: _Told) -> None:
    cells = {
        role: (row[column - 1], column)
        for column, role in told.heads.items()
        if column <= len(row) and row[column - 1] is not None
    }
    if "count" not in cells and not cells.keys() & {"type", "zone"}:
        return  # a row of the template that nobody filled
    before = len(told.faults)
    place, code, cell, column = called(cells, words)
    if code:
        told.faults.append(fault_at(code, number, column, cell))
    codes = {role: _code(role, cells, number, words, told) for role in UNKNOWN}
    step = _step(cells, number, told)
    source = str(cells["source"][0]).strip() if "source" in cells else ""
    if wrong := _fault_of_source(source):
        told.faults.append(fault_at(wrong, number, cells["source"][1], source))
    told.faults += [
        SheetFault(code=code, row=number) for role, code in MISSING.items() if role not in cells
    ]
    day = day_in(cells, number, words, Common(), told.faults)
    if place and not code:
        for reason in obstacles_to_count(words.children.get(place), codes["zone"], step):
            told.faults.append(fault_at(reason, number, column, cell))
    if len(told.faults) == before and day is not None:
        _keep(
            Counted(
                place=place,
                zone=codes["zone"],
                venue_type=codes["type"],
                step=step,
                counted_on=day.isoformat(),
                method=codes["method"],
                source=source,
            ),
            number,
            told,
        )


def _fault_of_source(source: str) -> str:
    if len(source) > LONGEST:
        return "too_long"
    return "names_a_venue" if seems_too_precise(source) or seem_to_name_someone([source]) else ""


def _keep(counted: Counted, number: int, told: _Told) -> None:
    if counted.key in told.seen:
        told.faults.append(SheetFault(code="same_count", row=number))
    told.seen.add(counted.key)
    told.counts.append(counted)


def _code(role: str, cells: Cells, number: int, words: CensusWords, told: _Told) -> str:
    if role not in cells:
        return ""
    cell, column = cells[role]
    found = words.codes[role].get(bare(str(cell)), "")
    if not found:
        told.faults.append(fault_at(UNKNOWN[role], number, column, cell))
    return found


def _step(cells: Cells, number: int, told: _Told) -> int:
    if "count" not in cells:
        return 0
    cell, column = cells["count"]
    read = read_count(str(cell))
    if isinstance(read, str):
        told.faults.append(fault_at(read, number, column, cell))
        return 0
    return read
