"""The table of results as a workbook."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from rempart.programmes.rules.tables.writing import SHOWN

WIDTHS = {"text": 60, "assumption": 40, "source": 30, "kind": 30}


def to_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook whose cells all hold text, so that 1.1 stays a number of a row."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 -- a new workbook has a sheet
    for y, row in enumerate(rows, start=1):
        for x, text in enumerate(row, start=1):
            cell = sheet.cell(row=y, column=x, value=text)
            cell.data_type = "s"
            cell.number_format = "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=y == 1)
    for x, column in enumerate(SHOWN, start=1):
        sheet.column_dimensions[get_column_letter(x)].width = WIDTHS.get(column.value, 16)
    sheet.freeze_panes = "A2"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
