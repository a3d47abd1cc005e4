"""Sheets from strangers: read as they are, or refused with every reason."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rempart.kit.figures import AmbiguousError, read_sheet_figure
from rempart.kit.sheets import (
    LARGEST_FILE,
    MOST_COLUMNS,
    MOST_ROWS,
    Sheet,
    SheetFault,
    Value,
    read_sheet,
    write_csv,
    write_xlsx,
)

ROWS: list[list[Value]] = [
    ["Place", "School", "Note"],
    ["Quay", Decimal("39.5"), "ok"],
    ["Gare", None, "é"],
]
TEXTS = "Place;School;Note\r\nQuay;39,5;ok\r\nGaré;;é\r\n"


def page() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["Place", "School"])
    sheet.append(["Quay", 39.5])
    return book, sheet


def read(book: Workbook) -> Sheet:
    file = io.BytesIO()
    book.save(file)
    return read_sheet(file.getvalue())


def repacked(data: bytes, **parts: bytes) -> bytes:
    """Return a workbook with parts added or replaced."""
    file = io.BytesIO()
    given = {name.replace("__", "/").replace("_dot_", "."): value for name, value in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            if name not in given:
                new.writestr(name, old.read(name))
        for name, value in given.items():
            new.writestr(name, value)
    return file.getvalue()


def codes(sheet: Sheet) -> list[tuple[str, str]]:
    return [(fault.code, fault.cell) for fault in sheet.faults]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
def test_a_text_is_read_whatever_its_encoding(encoding: str) -> None:
    sheet = read_sheet(TEXTS.encode(encoding))

    assert sheet.faults == []
    assert sheet.rows == [["Place", "School", "Note"], ["Quay", "39,5", "ok"], ["Garé", None, "é"]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_the_one_of_the_first_line(separator: str) -> None:
    text = f'"a, b; c"{separator}d\nx{separator}y\n'

    assert read_sheet(text.encode()).rows == [["a, b; c", "d"], ["x", "y"]]


def test_a_workbook_keeps_numbers_and_dates() -> None:
    book, sheet = page()
    sheet.append(["Gare", datetime(2026, 5, 31), True])  # noqa: DTZ001 -- a sheet knows no zone
    sheet.append([None, None, None, 1e-7])

    assert read(book).rows[1:] == [
        ["Quay", Decimal("39.5")],
        ["Gare", date(2026, 5, 31), True],
        [None, None, None, Decimal("1E-7")],
    ]


def test_what_one_does_not_see_is_named_all_at_once() -> None:
    book, sheet = page()
    sheet.append(["Gare", "=B2*2"])
    sheet.append(["Phare", 3])
    sheet.merge_cells("A5:B6")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["D"].hidden = True

    assert codes(read(book)) == [
        ("hidden_row", "4"),
        ("hidden_column", "D"),
        ("merged", "A5"),
        ("formula", "B3"),
    ]


def test_a_formula_in_a_text_is_a_formula_too() -> None:
    sheet = read_sheet(b"Place,School\n=HYPERLINK(1),-3\n@x,+4\n")

    assert codes(sheet) == [("formula", "A2"), ("formula", "A3")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"x" * (LARGEST_FILE + 1), "too_big"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_workbook"),
        (b"PK\x03\x04 cut off", "not_a_sheet"),
        (b"a\x00b\x00c", "unreadable"),
        ("é".encode("utf-16") + b"\x00", "unreadable"),
        (b'"' + b"x" * 200_000, "not_a_sheet"),
    ],
)
def test_what_is_no_sheet_is_refused(data: bytes, code: str) -> None:
    assert read_sheet(data) == Sheet(faults=[SheetFault(code=code)])


def test_a_million_rows_are_refused_at_once() -> None:
    text = b"Place\n" + b"x\n" * 900_000
    assert codes(read_sheet(text)) == [("too_many_rows", str(MOST_ROWS + 1))]
    book, sheet = page()
    for number in range(MOST_ROWS + 5):
        sheet.append([f"Place {number}", number])
    assert codes(read(book)) == [("too_many_rows", str(MOST_ROWS + 1))]
    book, sheet = page()
    sheet["A1000000"] = "far away"
    assert codes(read(book))[0][0] == "too_many_rows"
    assert codes(read_sheet(b"," * 200)) == []
    assert codes(read_sheet(b"x," * 200 + b"x")) == [("too_many_columns", "1")]
    cells = b"<c />" * (MOST_ROWS * MOST_COLUMNS + 1)
    data = repacked(write_xlsx("x", ROWS), xl__worksheets__sheet1_dot_xml=cells)
    assert codes(read_sheet(data)) == [("too_many_rows", "")]


def test_a_hostile_workbook_is_refused() -> None:
    good = write_xlsx("x", ROWS)
    bomb = b"<!DOCTYPE x [<!ENTITY a 'aa'>]><worksheet/>"
    strings = b"<!DOCTYPE x [<!ENTITY a 'aa'>]><sst>&a;</sst>"
    second = {"xl__worksheets__sheet2_dot_xml": b"<worksheet/>"}

    assert codes(read_sheet(repacked(good, xl__vbaProject_dot_bin=b"x"))) == [("has_macros", "")]
    assert codes(read_sheet(repacked(good, **second))) == [("several_sheets", "")]
    large = repacked(good, xl__media__x_dot_bin=b"\0" * 13_000_000)
    assert codes(read_sheet(large)) == [("too_big", "")]
    for part in (bomb, "<worksheet/>".encode("utf-16"), b"<worksheet", b""):
        data = repacked(good, xl__worksheets__sheet1_dot_xml=part)
        assert codes(read_sheet(data)) == [("not_a_sheet", "")]
    assert codes(read_sheet(repacked(good, xl__workbook_dot_xml=strings))) == [("not_a_sheet", "")]


def test_what_is_written_is_read_again_and_never_runs() -> None:
    rows: list[list[Value]] = [
        ["Place", "School"],
        ["=cmd|'/c calc'!A1", Decimal("-3.5")],
        ["+Quay", None],
    ]
    workbook, text, french = write_xlsx("x", rows), write_csv(rows), write_csv(rows, ";")

    assert b"\n'=cmd" in text
    assert b";-3,5" in french
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(workbook)).read("xl/worksheets/sheet1.xml")
    told = [row[0] for row in read_sheet(workbook).rows]
    assert told == [row[0] for row in read_sheet(text).rows] == ["Place", "=cmd|'/c calc'!A1", "+Quay"]  # fmt: skip
    assert read_sheet(french).faults == read_sheet(workbook).faults == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("39", "39"),
        ("39,5", "39.5"),
        ("39.5 %", "39.5"),
        ("1 500,25", "1500.25"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("0.125", "0.125"),
        ("-3", "-3"),
    ],
)
def test_a_number_is_read_whoever_wrote_it(text: str, number: str) -> None:
    assert read_sheet_figure(text) == Decimal(number)


def test_a_number_that_reads_in_two_ways_is_not_guessed() -> None:
    for text in ("1.500", "12,345"):
        with pytest.raises(AmbiguousError):
            read_sheet_figure(text)
    assert read_sheet_figure("about ten") is None
