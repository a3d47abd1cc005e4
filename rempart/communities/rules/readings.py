"""What a sheet of figures says: a reading for each filled cell, or every fault with its row and column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from datetime import date
from decimal import Decimal

from rempart.communities.rules.days import read_day
from rempart.guide.rules.words import bare
from rempart.kit.figures import AmbiguousError, read_sheet_figure
from rempart.kit.sheets import Sheet, SheetFault, Value

LARGEST, DECIMALS = Decimal(10) ** 10, 4
LONGEST = {"source": 300, "note": 500}
WHOLE = {
    "too_many_rows",
    "too_many_columns",
    "too_many_figures",
    "no_place_column",
    "no_condition_column",
    "no_name_column",
    "no_count_column",
}
MOST_FIGURES = 15_000  # of one file: what is written while someone waits
MOST_NAMED = 200  # faults named one by one; the rest is counted
ROLES = ("id", "place", "source", "date", "grade", "note")  # columns that are no condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One figure that a sheet says, ready to be kept."""

    place: str
    condition: str
    value: str
    on: str
    source: str
    grade: str = ""
    note: str = ""

    def kept(self) -> list[str]:
        """Return it as it is kept between the preview and the yes."""
        return list(astuple(self))

    @classmethod
    def of(cls, kept: Sequence[str]) -> "Reading":
        """Return what ``kept`` held."""
        return cls(**dict(zip(cls.__dataclass_fields__, kept, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What the words of a sheet mean here: all keys are bare words."""

    heads: Mapping[str, str]  # a head in any language -> a role, or the slug of a condition
    names: Mapping[str, Sequence[str]]  # a place's name -> the keys of those called so
    keys: frozenset[str]  # of every place
    grades: Mapping[str, str]  # a grade in words -> its id
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What holds for every figure whose row says nothing else."""

    on: date | None = None
    source: str = ""
    grade: str = ""


@dataclass(slots=True, kw_only=True)
class _Told:
    heads: dict[int, str]
    readings: list[Reading] = field(default_factory=list)
    faults: list[SheetFault] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)  # place -> row


def readings_of(
    sheet: Sheet, vocabulary: Vocabulary, common: Common
) -> tuple[list[Reading], list[SheetFault]]:
    """Return what the sheet says, or nothing and all of its faults in the order of the sheet."""
    told = _Told(heads={}, faults=list(sheet.faults))
    start = next((n for n, row in enumerate(sheet.rows) if any(row)), None)
    if start is None:
        told.faults = told.faults or [SheetFault(code="empty")]
    else:
        _read_heads(sheet.rows[start], start + 1, vocabulary, told)
        for number, row in enumerate(sheet.rows[start + 1 :], start=start + 2):
            if told.heads and any(cell is not None for cell in row):
                _read_row(row, number, vocabulary, common, told)
        if not told.faults and not told.readings:
            told.faults.append(SheetFault(code="nothing_said"))
        if len(told.readings) > MOST_FIGURES:
            told.faults.append(SheetFault(code="too_many_figures"))
    if told.faults:
        return [], capped(sorted(told.faults, key=in_order))
    return told.readings, []


def in_order(fault: SheetFault) -> tuple[bool, int, int]:
    """Put what concerns the whole file first, then go by the cells."""
    return fault.code not in WHOLE, fault.row, fault.column


def capped(faults: list[SheetFault]) -> list[SheetFault]:
    """Return the first faults, and how many more there are."""
    if len(faults) <= MOST_NAMED:
        return faults
    rest = SheetFault(code="and_others", value=str(len(faults) - MOST_NAMED))
    return [*faults[:MOST_NAMED], rest]


def _read_heads(row: Sequence[Value], number: int, vocabulary: Vocabulary, told: _Told) -> None:
    for column, cell in enumerate(row, start=1):
        if cell is None:
            continue
        role = vocabulary.heads.get(bare(str(cell)))
        if role is None:
            told.faults.append(fault_at("unknown_column", number, column, cell))
        elif role in told.heads.values():
            told.faults.append(fault_at("duplicate_column", number, column, cell))
        else:
            told.heads[column] = role
    roles = set(told.heads.values())
    if not roles & {"place", "id"}:
        told.faults.append(SheetFault(code="no_place_column", row=number))
        told.heads = {}
    if not roles - set(ROLES):
        told.faults.append(SheetFault(code="no_condition_column", row=number))
        told.heads = {}


def _read_row(
    row: Sequence[Value], number: int, vocabulary: Vocabulary, common: Common, told: _Told
) -> None:
    cells = {
        role: (row[column - 1], column)
        for column, role in told.heads.items()
        if column <= len(row) and row[column - 1] is not None
    }
    figures = [(role, *cell) for role, cell in cells.items() if role not in ROLES]
    if not figures:
        return
    place = _place(cells, number, vocabulary, told)
    origin = _origin(cells, number, vocabulary, common, told)
    for slug, cell, column in figures:
        value = figure_in(cell)
        if isinstance(value, str):
            told.faults.append(fault_at(value, number, column, cell))
        elif place and origin:
            plain = f"{value.normalize():f}"
            told.readings.append(Reading(place=place, condition=slug, value=plain, **origin))


Cells = Mapping[str, tuple[Value, int]]


def called(cells: Cells, vocabulary: Vocabulary) -> tuple[str, str, Value, int]:
    """Return the key of a row's place, what is wrong with it, and the cell and column that say it.

    Its id has the first word, where there is one.
    """
    cell, column = cells.get("id") or cells.get("place") or (None, 1)
    if "id" in cells:
        found = str(cell).strip().lower()
        return found, "" if found in vocabulary.keys else "unknown_place", cell, column
    names = vocabulary.names.get(bare(str(cell or "")), ())
    code = "" if len(names) == 1 else "ambiguous_place" if names else "unknown_place"
    return names[0] if len(names) == 1 else "", code, cell, column


def _place(cells: Cells, number: int, vocabulary: Vocabulary, told: _Told) -> str:
    """Return the key of the row's place, unless it has a row already."""
    found, code, cell, column = called(cells, vocabulary)
    if not code and found in told.seen:
        code = "duplicate_place"
    if code:
        told.faults.append(fault_at(code, number, column, cell))
        return ""
    told.seen[found] = number
    return found


def _origin(
    cells: Cells, number: int, vocabulary: Vocabulary, common: Common, told: _Told
) -> dict[str, str]:
    """Return the date, source, grade and note of a row's figures; nothing where one is at fault."""
    before = len(told.faults)
    day = day_in(cells, number, vocabulary, common, told.faults)
    said = {
        name: str(cells[name][0]).strip() if name in cells else "" for name in ("source", "note")
    }
    said["source"] = said["source"] or common.source
    if not said["source"]:
        told.faults.append(SheetFault(code="no_source", row=number))
    for name, most in LONGEST.items():
        if len(said[name]) > most:
            told.faults.append(fault_at("too_long", number, cells[name][1], said[name]))
    grade = common.grade
    if "grade" in cells:
        cell, column = cells["grade"]
        grade = vocabulary.grades.get(bare(str(cell)), "")
        if not grade:
            told.faults.append(fault_at("unknown_grade", number, column, cell))
    if len(told.faults) > before or day is None:
        return {}
    return said | {"on": day.isoformat(), "grade": grade}


def day_in(
    cells: Cells, number: int, vocabulary: Vocabulary, common: Common, faults: list[SheetFault]
) -> date | None:
    """Return the day of a row, or that of the whole file; what is wrong with it goes to ``faults``."""
    if "date" not in cells:
        if common.on is None:
            faults.append(SheetFault(code="no_date", row=number))
        return common.on
    cell, column = cells["date"]
    day = cell if isinstance(cell, date) else read_day(str(cell), vocabulary.today)
    if day is None:
        faults.append(fault_at("not_a_date", number, column, cell))
    elif day > vocabulary.today:
        faults.append(fault_at("in_the_future", number, column, cell))
        return None
    return day


def figure_in(cell: Value) -> Decimal | str:
    """Return the number in a cell, or why it is none."""
    if isinstance(cell, Decimal):
        value: Decimal | None = cell
    elif isinstance(cell, str):
        try:
            value = read_sheet_figure(cell)
        except AmbiguousError:
            return "ambiguous_number"
    else:
        value = None  # a date, yes or no
    if value is None or not value.is_finite():
        return "not_a_number"
    if value < 0:
        return "negative"
    return "too_large" if value >= LARGEST else round(value, DECIMALS)


def fault_at(code: str, row: int, column: int, value: Value) -> SheetFault:
    """Return a fault of a cell, with the beginning of what the cell says."""
    return SheetFault(code=code, row=row, column=column, value=str(value)[:60])


def told_twice(heads: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Return heads by their bare words; what two columns would be called is left to neither."""
    found: dict[str, set[str]] = {}
    for words, role in heads:
        found.setdefault(bare(words), set()).add(role)
    return {words: next(iter(roles)) for words, roles in found.items() if len(roles) == 1}
