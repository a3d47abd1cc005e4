"""Filling a Word template, in a process of its own: ``python -m rempart.programmes.documents.filling``.

A template may come from an organisation: it is rendered in Jinja's sandbox, with autoescape, and
this process has a few seconds of computing and a bounded memory. It knows no Django and no
database; it reads a template's path and the outline as JSON, and writes the document.
"""

import io
import json
import re
import resource
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from rempart.programmes.documents.contents import link_contents

SECONDS, BYTES = 5, 1_500_000_000
FAILS, FORBIDDEN, TOO_MUCH = 3, 4, 5  # how the process ends when it does not end well
LINE = Cm(17)  # what the margins of an A4 page leave
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fill(template: str | Path | io.BytesIO, outline: dict[str, Any]) -> bytes:
    """Return the document: the template with the outline in it, every text as text."""
    document = DocxTemplate(template)
    tags = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)  # a misspelt tag fails
    document.render(_printable(outline), tags, autoescape=True)
    for language in document.docx.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), outline["language"])
    _shape(document.docx.tables, outline)
    link_contents(document.docx)
    core = document.docx.core_properties
    core.title, core.language = _printable(outline["title"])[:255], outline["language"]
    core.author, core.comments = "Rempart", ""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _shape(tables: Iterable[Any], outline: dict[str, Any]) -> None:
    """Give the columns of each table the shares of the line that the outline asks for.

    Numbers stand to the right.
    """
    blocks = [block for section in outline["sections"] for block in section["blocks"]]
    wanted = {tuple(block["head"]): block for block in blocks if block["kind"] == "table"}
    for table in tables:
        rows = table._tbl.tr_lst  # noqa: SLF001 -- cell by cell, python-docx takes seconds
        block = wanted.get(tuple(_text(cell) for cell in rows[0].tc_lst)) if rows else None
        if block is None:
            continue
        table.autofit = False
        shares = block["widths"] or [1] * len(block["head"])
        widths = [int(LINE * share / sum(shares)) for share in shares]
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=False):  # noqa: SLF001 -- as above
            column.w = width
        for row in rows:
            for place, (cell, width) in enumerate(zip(row.tc_lst, widths, strict=False)):
                cell.width = width
                if place in block["numeric"]:
                    for paragraph in cell.p_lst:
                        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _text(cell: Any) -> str:  # noqa: ANN401 -- python-docx types its trees loosely
    return "\n".join(paragraph.text for paragraph in cell.p_lst)


def _printable(told: Any) -> Any:  # noqa: ANN401 -- JSON
    """Return the same data without the few characters that XML cannot hold."""
    if isinstance(told, str):
        return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", told)
    if isinstance(told, dict):
        return {key: _printable(value) for key, value in told.items()}
    return [_printable(one) for one in told] if isinstance(told, list | tuple) else told


def main() -> None:
    """Read the template's path from the command line, the outline from standard input; write."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    try:
        made = fill(sys.argv[1], json.load(sys.stdin))
    except SecurityError:
        sys.exit(FORBIDDEN)
    except (MemoryError, RecursionError, OverflowError):
        sys.exit(TOO_MUCH)
    except Exception:  # noqa: BLE001 -- whatever a stranger's template breaks, it is the template
        sys.exit(FAILS)
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
