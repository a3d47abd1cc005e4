"""Which level each row of a pasted table stands at, and under which row: four ways of telling it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rempart.programmes.rules.branches import DEEPER
from rempart.programmes.rules.tables.columns import LEVELS, Column, level_of, wide_text
from rempart.programmes.rules.tables.grid import bare, unguarded

TREE = LEVELS[:3]
_NUMBER = re.compile(r"(?:[^\W\d]{1,20}\.? ?)?(\d{1,4}(?:\.\d{1,4})*)[.):]?")
_NUMBERED = re.compile(r"\s*(\d{1,4}(?:\.\d{1,4})+[.):]?|\d{1,4}[.):])\s+(\S.*)", re.DOTALL)
Rows = Sequence[tuple[int, Sequence[str]]]
Wrong = tuple[int, str, str]  # row, heading, code


class Known(Protocol):
    """What of the reader is needed here."""

    @property
    def under(self) -> str: ...  # noqa: D102 -- as in ``Reader``
    @property
    def own(self) -> Mapping[str, str]: ...  # noqa: D102 -- as in ``Reader``


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row at its place: ``over`` is the place of the row above it in the tree, none at the top.

    Without a text it goes on with the row of the same place.
    """

    row: int
    place: int
    kind: str
    over: int | None
    text: str
    cells: Sequence[str]


def levels_of(
    rows: Rows, columns: Sequence[Column | None], headings: Sequence[str], known: Known
) -> tuple[list[Placed], list[Wrong]]:
    """Return the rows at their places, and what is wrong with where they stand."""
    reader = _Levels(columns, headings, known)
    if Column.LEVEL in columns:
        reader.by_word(rows)
    elif Column.NUMBER in columns:
        reader.by_number(rows, columns.index(Column.NUMBER))
    elif Column.TEXT in columns:
        reader.by_text(rows)
    else:
        reader.by_column(rows)
    return reader.placed, reader.wrong


class _Levels:
    def __init__(
        self, columns: Sequence[Column | None], headings: Sequence[str], known: Known
    ) -> None:
        self.columns, self.headings, self.known = columns, headings, known
        self.placed: list[Placed] = []
        self.wrong: list[Wrong] = []
        self.last: dict[str, int] = {}  # the place of the last row of each level
        below = DEEPER.get(known.under)  # under an activity only what measures it can stand
        self.base = TREE.index(below) if below else len(TREE) if known.under else 0
        self.wide = list(wide_text(columns, headings))

    def by_word(self, rows: Rows) -> None:
        """A column of levels says it; numbers beside it are not needed."""
        at = self.columns.index(Column.LEVEL)
        for n, row in rows:
            level = level_of(row[at], self.known.own)
            text = self._text(row)
            if not bare(row[at]) and not bare(text):
                self._go_on(n, row)
            elif level is None:
                self._fault(n, at, "unknown_level")
            else:
                self._put(n, level, text, row)

    def by_number(self, rows: Rows, at: int, texts: Sequence[str] | None = None) -> None:
        """Numbers say it: 1, 1.1, 1.1.1, each under the row whose number is its beginning."""
        cells = [row[at] for _n, row in rows]
        if texts is not None:
            cells = [(one.split() or [""])[0] for one in texts]
        numbers = [_number(cell) for cell in cells]
        # under a row, the first level of the table is the next one, whatever its numbers begin with
        top = min(map(len, filter(None, numbers)), default=1) if self.known.under else 1
        seen: dict[tuple[str, ...], int] = {}
        for (n, row), number in zip(rows, numbers, strict=True):
            text = self._text(row) if texts is None else _without_number(self._text(row))
            if not number:
                self._unnumbered(n, row, text, at)
                continue
            level, depth = self._level(len(number) - top), len(number) - top
            over = seen.get(number[:-1])
            if level is None:
                self._fault(n, at, "too_deep")
            elif depth and over is None:
                self._fault(n, at, "no_parent")
            elif number in seen:
                self._fault(n, at, "number_twice")
            else:
                seen[number] = len(self.placed)
                self._put(n, level, text, row, over=over if depth else None, is_told=True)

    def by_text(self, rows: Rows) -> None:
        """The text says it: by numbers before it, or by how far it is held in."""
        texts = [self._text(row) for _n, row in rows]
        said = [text for text in texts if bare(text)]
        if said and all(_NUMBERED.fullmatch(text) for text in said):
            self.by_number(rows, self.wide[0], texts)
            return
        held_in = [self._held_in(row) for _n, row in rows]
        steps = sorted({one for one, text in zip(held_in, texts, strict=True) if bare(text)})
        for (n, row), text, width in zip(rows, texts, held_in, strict=True):
            if not bare(text):
                self._go_on(n, row)
                continue
            level = self._level(steps.index(width))
            if level is None:
                self._fault(n, self.wide[0], "too_deep")
            else:
                self._put(n, level, text, row)

    def by_column(self, rows: Rows) -> None:
        """The column in which the text stands says it; a cell that says the same goes on."""
        texts: dict[str, str] = {}
        for n, row in rows:
            new = False
            for level in TREE:
                if Column(level) not in self.columns:
                    continue
                said = row[self.columns.index(Column(level))]
                if bare(said) and (new or bare(said) != bare(texts.get(level, ""))):
                    blank = [""] * len(row)
                    deeper = any(self._cell(row, one) for one in TREE[TREE.index(level) + 1 :])
                    self._put(n, level, said, blank if deeper else row)
                    texts[level], new = said, True
                    for one in TREE[TREE.index(level) + 1 :]:
                        texts.pop(one, None)
                        self.last.pop(one, None)
            if not new:
                self._go_on(n, row)

    def _cell(self, row: Sequence[str], level: str) -> str:
        column = Column(level)
        return bare(row[self.columns.index(column)]) if column in self.columns else ""

    def _unnumbered(self, n: int, row: Sequence[str], text: str, at: int) -> None:
        if bare(text):
            self._fault(n, at, "no_number")
        else:
            self._go_on(n, row)

    def _put(
        self,
        n: int,
        level: str,
        text: str,
        row: Sequence[str],
        *,
        over: int | None = None,
        is_told: bool = False,
    ) -> None:
        """Put a row at its place; under the last row of the level above, if numbers do not tell."""
        if not bare(text):
            self._fault(n, self.wide[0] if self.wide else 0, "no_text")
            return
        if not is_told and level != "indicators":
            over = self._over(level)
        elif level == "indicators":
            over = self.placed[-1].over if self._follows_indicator() else self._last_place()
        base = TREE[self.base] if self.base < len(TREE) else ""
        if level != "indicators" and over is None and level != base:
            self._fault(n, self.columns.index(Column.LEVEL) if Column.LEVEL in self.columns else 0, "no_parent")  # fmt: skip
            return
        place, said = len(self.placed), unguarded(text.strip())
        self.placed.append(Placed(row=n, place=place, kind=level, over=over, text=said, cells=row))
        if level != "indicators":
            self.last[level] = place
            for deeper in TREE[TREE.index(level) + 1 :]:
                self.last.pop(deeper, None)

    def _follows_indicator(self) -> bool:
        return bool(self.placed) and self.placed[-1].kind == "indicators"

    def _last_place(self) -> int | None:
        return self.placed[-1].place if self.placed else None

    def _over(self, level: str) -> int | None:
        index = TREE.index(level)
        return self.last.get(TREE[index - 1]) if index > self.base else None

    def _go_on(self, n: int, row: Sequence[str]) -> None:
        """Let a row without a text of its own go on with the row above."""
        last = next((one for one in reversed(self.placed) if one.kind != "indicators"), None)
        place, kind = (last.place, last.kind) if last else (-1, "")
        self.placed.append(
            Placed(row=n, place=place, kind=kind, over=None, text="", cells=row)
        )  # fmt: skip

    def _level(self, depth: int) -> str | None:
        index = self.base + depth
        return TREE[index] if 0 <= index < len(TREE) else None

    def _text(self, row: Sequence[str]) -> str:
        return next((row[at] for at in self.wide if bare(row[at])), "")

    def _held_in(self, row: Sequence[str]) -> tuple[int, int]:
        """Return how far a text is held in: by blank cells before it, by spaces."""
        at = next((at for at in self.wide if bare(row[at])), self.wide[0])
        return at, len(row[at]) - len(row[at].lstrip())

    def _fault(self, n: int, at: int, code: str) -> None:
        heading = bare(self.headings[at]) if at < len(self.headings) else ""
        self.wrong.append((n, heading or str(at + 1), code))


def _number(cell: str) -> tuple[str, ...]:
    """Return the parts of a number such as 1.2.3; a spreadsheet may have made its point a comma."""
    found = _NUMBER.fullmatch(bare(cell).replace(",", "."))
    return tuple(found[1].split(".")) if found else ()


def _without_number(text: str) -> str:
    found = _NUMBERED.fullmatch(text)
    return found[2] if found else text
