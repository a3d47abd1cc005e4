"""A grid of cells: read from what a clipboard holds, and written so that it can be pasted again."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

Grid = list[list[str]]
WIDEST = 60  # columns that a merged cell may claim
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # of no width: pasted along unnoticed
_GUARDED = re.compile(r"'+[=+\-@]")
_ACTIVE = re.compile(r"'*[=+\-@\t\r]")


def bare(cell: str) -> str:
    """Return a cell as headings, numbers and dates are compared: nothing unseen, no outer space."""
    return " ".join(_UNSEEN.sub("", cell).split())


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before it."""
    return f"'{cell}" if _ACTIVE.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what was in the cell before ``guarded``."""
    return cell[1:] if _GUARDED.match(cell) else cell


def read_text(text: str) -> Grid:
    """Read rows of cells parted by tabs, as a spreadsheet copies them: line ends within quotes."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rows: Grid = [[]]
    at = 0
    while at < len(text):
        found = _QUOTED.match(text, at)
        said = found[1] if found else ""
        if found is None or not re.search('[\n\t]|""', said):
            # a spreadsheet quotes nothing without need: these quotes were written
            found = _PLAIN.match(text, at)
            said = found[0] if found else ""
        else:
            said = said.replace('""', '"')
        rows[-1].append(said)
        end = found.end() if found else at
        if text[end : end + 1] == "\n":
            rows.append([])
        elif text[end : end + 1] == "\t" and end + 1 == len(text):
            rows[-1].append("")
        at = end + 1
    return _even(rows)


def write_text(rows: Sequence[Sequence[str]]) -> str:
    """Write a grid so that ``read_text``, and a spreadsheet, read the same cells again."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def read_html(source: str) -> Grid:
    """Read the largest table of a page, text only; nothing if it has none.

    A merged cell fills the first of the places that it covers; the others are blank.
    """
    reader = _Tables()
    reader.feed(source)
    reader.close()
    tables = [_laid_out(table) for table in reader.tables]
    return _even(max(tables, key=len, default=[]))


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    needed = re.search("[\n\t]", cell) or _QUOTED.fullmatch(cell)
    return f'"{doubled}"' if needed else cell


def _even(rows: Grid) -> Grid:
    """Make all rows as long as the longest, and leave out blank ones at the end."""
    while rows and not any(bare(cell) for cell in rows[-1]):
        rows = rows[:-1]
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


Cell = tuple[str, int, int]  # its text, how many columns and rows it covers


def _laid_out(table: list[list[Cell]]) -> Grid:
    grid: list[dict[int, str]] = [{} for _row in table]
    for y, row in enumerate(table):
        x = 0
        for text, wide, high in row:
            while x in grid[y]:
                x += 1
            for below in grid[y : y + high]:
                below |= dict.fromkeys(range(x, x + wide), "")  # noqa: PLW2901 -- the row itself grows
            grid[y][x] = text
    return [[row.get(x, "") for x in range(max(row, default=-1) + 1)] for row in grid]


class _Tables(HTMLParser):
    """Collects the tables of a page; what stands in a table within a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[Cell]]] = []
        self.depth = 0
        self.hidden = 0
        self.said: list[str] | None = None
        self.spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append([])
        elif tag in {"style", "script", "head"}:
            self.hidden += 1
        elif self.depth == 1:
            self._inside(tag, dict(attrs))
        if tag in {"br", "p", "li", "div"} and self.said:
            self.said.append("\n")

    def _inside(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "tr":
            self._end_cell()
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self._end_cell()
            if not self.tables[-1]:
                self.tables[-1].append([])
            self.spans = (_span(attrs.get("colspan"), WIDEST), _span(attrs.get("rowspan"), 10_000))
            self.said = []

    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "script", "head"}:
            self.hidden = max(self.hidden - 1, 0)
        elif tag == "table":
            if self.depth == 1:
                self._end_cell()
            self.depth = max(self.depth - 1, 0)
        elif tag in {"td", "th"} and self.depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self.said is not None and not self.hidden:
            self.said.append(re.sub(r"[ \t\r\n]+", " ", data))

    def close(self) -> None:
        super().close()
        self._end_cell()

    def _end_cell(self) -> None:
        if self.said is not None:
            self.tables[-1][-1].append(("\n".join(_lines("".join(self.said))), *self.spans))
        self.said = None


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that say something; spaces that do not break hold a line in."""
    for line in text.split("\n"):
        if line.strip():
            yield line.strip(" \t")


def _span(told: str | None, most: int) -> int:
    return min(max(int(told), 1), most) if told and told.isdecimal() and len(told) < most else 1
