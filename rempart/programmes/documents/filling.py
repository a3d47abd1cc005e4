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

from docx.oxml.ns import qn
from docx.shared import Cm
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

SECONDS, BYTES = 8, 1_500_000_000
LINE = Cm(17)  # what the margins of an A4 page leave
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fill(template: str | Path | io.BytesIO, outline: dict[str, Any]) -> bytes:
    """Return the document: the template with the outline in it, every text as text."""
    document = DocxTemplate(template)
    document.render(_printable(outline), SandboxedEnvironment(autoescape=True), autoescape=True)
    for language in document.docx.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), outline["language"])
    _widen(document.docx.tables, outline)
    core = document.docx.core_properties
    core.title, core.language = _printable(outline["title"])[:255], outline["language"]
    core.author, core.comments = "Rempart", ""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _widen(tables: Iterable[Any], outline: dict[str, Any]) -> None:
    """Give the columns of each table the shares of the line that the outline asks for."""
    blocks = [block for section in outline["sections"] for block in section["blocks"]]
    wanted = {tuple(b["head"]): b["widths"] for b in blocks if b["kind"] == "table" and b["widths"]}
    for table in tables:
        shares = wanted.get(tuple(cell.text for cell in table.rows[0].cells))
        if not shares or len(shares) != len(table.columns):
            continue
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = int(LINE * share / sum(shares))
            for cell in column.cells:
                cell.width = column.width


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
    sys.stdout.buffer.write(fill(sys.argv[1], json.load(sys.stdin)))


if __name__ == "__main__":
    main()
