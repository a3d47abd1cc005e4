"""Plain Word documents: headings, texts and tables, in the styles that any Word knows.

Nothing of Django is needed here: whoever wants a paper gives its parts and gets its bytes.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading under the title of the paper."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its title and the heads of its columns."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


Part = Heading | Text | Table


def write_docx(title: str, parts: Iterable[Part]) -> bytes:
    """Return a Word document of these parts under a title."""
    document = Document()
    document.core_properties.title = title[:255]
    document.core_properties.author = ""
    document.add_heading(title, level=0)
    for part in parts:
        if isinstance(part, Heading):
            document.add_heading(part.text, level=1)
        elif isinstance(part, Text):
            document.add_paragraph(part.text)
        else:
            document.add_paragraph(part.title, style="Caption")
            _draw(document.add_table(rows=1, cols=len(part.heads), style="Table Grid"), part)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _draw(grid: "object", part: Table) -> None:
    lines = [part.heads, *part.rows]
    for number, line in enumerate(lines):
        cells = grid.rows[0].cells if number == 0 else grid.add_row().cells  # type: ignore[attr-defined]  # python-docx's own table
        for cell, words in zip(cells, line, strict=True):
            cell.text = words
            if number == 0:
                cell.paragraphs[0].runs[0].bold = True
