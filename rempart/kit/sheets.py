"""Spreadsheets from strangers and for strangers: CSV and XLSX, read as they are and never guessed at.

A file becomes a ``Sheet`` of plain cells, or every reason why it cannot: each fault has a stable code,
and the row and column that a person sees. What a sheet means is the reader's own affair.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

LARGEST_FILE = 2_000_000  # bytes
LARGEST_INSIDE = 12_000_000  # bytes of a workbook once unpacked
MOST_ROWS, MOST_COLUMNS = 1_500, 100
EMPTY_ROWS = 5_000  # empty ones that may follow the last: a sheet is often longer than what it says
Value = str | Decimal | date | bool | None
ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # how a workbook begins, and one of before 2007
SEPARATORS = ";,\t"
MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # a sheet would run what begins so
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]+)(\d+)")
_CELL = re.compile(rb"<(?:\w+:)?c[ >]")
_HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_NUMBERED = re.compile(rb"\b(?:r|min)=[\"'](\d+)[\"']")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFault:
    """One thing wrong in a file. ``row`` and ``column`` count from 1; 0 is the file as a whole.

    ``code`` is stable: empty, too_big, not_a_sheet, old_workbook, has_macros, unreadable,
    several_sheets, too_many_rows, too_many_columns, merged, hidden_row, hidden_column, formula,
    not_a_value.
    """

    code: str
    row: int = 0
    column: int = 0
    value: str = ""

    @property
    def cell(self) -> str:
        """Return the cell as a sheet names it: "C7"; the row or the column alone where that is all."""
        letter = get_column_letter(self.column) if self.column else ""
        return f"{letter}{self.row or ''}"


@dataclass(slots=True, kw_only=True)
class Sheet:
    """What a file holds: rows of cells as they stand, and what is wrong with it."""

    rows: list[list[Value]] = field(default_factory=list)
    faults: list[SheetFault] = field(default_factory=list)


def read_sheet(data: bytes) -> Sheet:
    """Return the one sheet of a CSV or XLSX file; its kind is told by its bytes, not by its name."""
    if not data.strip():
        return _refused("empty")
    if len(data) > LARGEST_FILE:
        return _refused("too_big")
    if data.startswith(OLD):
        return _refused("old_workbook")
    return _workbook(data) if data.startswith(ZIP) else _text(data)


def _refused(code: str) -> Sheet:
    return Sheet(faults=[SheetFault(code=code)])


# --- text ---


def _text(data: bytes) -> Sheet:
    text = _decoded(data)
    if text is None:
        return _refused("unreadable")
    sheet = Sheet()
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        for number, line in enumerate(lines, start=1):
            if not _take(sheet, number, [one.strip() or None for one in line]):
                break
    except csv.Error:
        return _refused("not_a_sheet")
    return sheet


def _decoded(data: bytes) -> str | None:
    """Return the text, whatever usual encoding it is in; nothing if it is no text."""
    told = next((name for mark, name in MARKS if data.startswith(mark)), "")
    for encoding in (told,) if told else ("utf-8", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _separator(text: str) -> str:
    first = re.sub(r'"[^"]*"', "", text.lstrip("\r\n").split("\n", 1)[0])
    return max(SEPARATORS, key=first.count)


# --- workbooks ---


def _workbook(data: bytes) -> Sheet:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            inside = _inside(parts)
            if isinstance(inside, str):
                return _refused(inside)
        return _cells(data, inside)
    except _UNREADABLE:
        return _refused("not_a_sheet")


# what a broken or hostile workbook makes of the libraries that open it
_UNREADABLE = (
    zipfile.BadZipFile,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,  # defusedxml's refusals too
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    OSError,
)


def _inside(parts: zipfile.ZipFile) -> bytes | str:
    """Return the XML of the one sheet, or why there is none to read."""
    found = parts.infolist()
    names = [one.filename for one in found]
    if any(name.endswith("vbaProject.bin") or "macrosheets/" in name for name in names):
        return "has_macros"
    if sum(one.file_size for one in found) > LARGEST_INSIDE:
        return "too_big"
    sheets = [name for name in names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
    if len(sheets) > 1:
        return "several_sheets"
    xml = parts.read(sheets[0]) if sheets else b""
    if not xml or b"<!DOCTYPE" in xml or b"\0" in xml[:200]:
        return "not_a_sheet"
    if len(_CELL.findall(xml)) > MOST_ROWS * MOST_COLUMNS:
        return "too_many_rows"
    return xml


def _cells(data: bytes, xml: bytes) -> Sheet:
    sheet = Sheet(faults=list(_out_of_sight(xml)))
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    page = book.worksheets[0]
    page.reset_dimensions()  # what the file claims of its size is not trusted
    try:
        for number, line in enumerate(page.iter_rows(), start=1):
            values = [_plain(cell.value) for cell in line]
            for place, cell in enumerate(line, start=1):
                if cell.data_type == "f":
                    sheet.faults.append(SheetFault(code="formula", row=number, column=place))
                    values[place - 1] = None
            if not _take(sheet, number, values):
                break
    finally:
        book.close()
    return sheet


def _out_of_sight(xml: bytes) -> Iterator[SheetFault]:
    """Yield what a person does not see as the program does: hidden rows and columns, merged cells."""
    for count, found in enumerate(_ROW.finditer(xml), start=1):
        if _HIDDEN.search(found[1]) and count <= MOST_ROWS:
            yield SheetFault(code="hidden_row", row=_number(found[1], count))
    for found in _COLUMN.finditer(xml):
        if _HIDDEN.search(found[1]):
            yield SheetFault(code="hidden_column", column=min(_number(found[1], 1), 16_384))
    for found in list(_MERGED.finditer(xml))[:MOST_COLUMNS]:
        column = sum((c - 64) * 26**n for n, c in enumerate(reversed(found[1][:3])))
        yield SheetFault(code="merged", row=int(found[2][:7]), column=min(column, 16_384))


def _number(attributes: bytes, otherwise: int) -> int:
    found = _NUMBERED.search(attributes)
    return int(found[1][:7]) if found else otherwise


def _plain(value: object) -> Value:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return value.strip() or None
    if value is None or isinstance(value, bool | date | Decimal):
        return value
    if isinstance(value, int | float):
        return Decimal(str(value))
    return str(value)


def _take(sheet: Sheet, number: int, values: list[Value]) -> bool:
    """Add a row, unless the file is too long or too wide; then say so and stop."""
    while values and values[-1] is None:
        values.pop()
    if number > MOST_ROWS and (values or number > MOST_ROWS + EMPTY_ROWS):
        sheet.faults.append(SheetFault(code="too_many_rows", row=number))
        return False
    if len(values) > MOST_COLUMNS:
        sheet.faults.append(SheetFault(code="too_many_columns", row=number))
        return False
    for place, value in enumerate(values, start=1):
        if _would_run(value):
            sheet.faults.append(SheetFault(code="formula", row=number, column=place))
            values[place - 1] = None
        elif isinstance(value, str) and value[0] == "'" and value[1:2] in DANGEROUS:
            values[place - 1] = value[1:]  # as ``guarded`` wrote it
    sheet.rows.append(values)
    return True


def _would_run(value: Value) -> bool:
    if not isinstance(value, str) or value[0] not in DANGEROUS:
        return False
    return not _NUMBER.fullmatch(value)


# --- writing ---


def guarded(value: Value) -> Value:
    """Return a text that no sheet runs: what looks like a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(DANGEROUS) else value


def write_csv(rows: Iterable[Sequence[Value]], separator: str = ",") -> bytes:
    """Return rows as CSV in UTF-8 with its mark; with ``;`` between cells decimals have a comma."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=separator)
    for row in rows:
        lines.writerow([_written(guarded(value), separator) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _written(value: Value, separator: str) -> str:
    if isinstance(value, Decimal):
        plain = f"{value.normalize():f}"
        return plain.replace(".", ",") if separator == ";" else plain
    return "" if value is None else str(value)


def write_xlsx(title: str, rows: Iterable[Sequence[Value]]) -> bytes:
    """Return rows as a workbook of one sheet, its head kept in sight."""
    book = Workbook(write_only=True)
    page = book.create_sheet(title[:31])
    page.freeze_panes = "B2"
    for row in rows:
        page.append([guarded(value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
