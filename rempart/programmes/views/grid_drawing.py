"""The grid of stakeholders as a drawing: influence upwards, interest to the right, a shape for each class.

The wide drawing bears short names, the narrow one numbers; both are the numbers of the list.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rempart.programmes.rules.codes import Influence, Interest, Stand

STEP, PAD, SHAPE, FOOT = 19, 8, 14, 34
MOST = 5  # marks of one cell; the list holds them all
SHAPES = {  # the outline of each class, about its middle
    Stand.BENEFICIARY.value: "M0 -5.5A5.5 5.5 0 1 1 0 5.5A5.5 5.5 0 1 1 0 -5.5Z",
    Stand.ALLY.value: "M-5 -5H5V5H-5Z",
    Stand.DECISION_MAKER.value: "M0 -6.5L6.5 0L0 6.5L-6.5 0Z",
    Stand.OPPONENT.value: "M0 -6L6 5H-6Z",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How wide a drawing is, and what its marks say."""

    width: int
    gutter: int  # of the words of influence
    letters: int  # of a name; none: numbers alone

    @property
    def column(self) -> int:
        """Return how wide a column is."""
        return (self.width - self.gutter) // len(Interest)


WIDE = Size(width=960, gutter=90, letters=17)
NARROW = Size(width=350, gutter=76, letters=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stakeholder on the grid."""

    number: int
    name: str
    stands: tuple[str, ...]
    influence: str
    interest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A drawing, all its numbers as text."""

    width: int
    height: int
    bands: tuple[tuple[str, str, str], ...]  # influence: code, top, middle
    columns: tuple[tuple[str, str, str, str, str], ...]  # interest: code, left, then its words
    shapes: tuple[tuple[str, str], ...]  # class, where
    texts: tuple[tuple[str, str, str], ...]  # x, y, words
    column: str  # how wide each is
    gutter: str

    @property
    def view(self) -> str:
        """Return the window on it."""
        return f"0 0 {self.width} {self.height}"

    @property
    def foot(self) -> str:
        """Return where the columns end."""
        return str(self.height - FOOT)

    @property
    def marks(self) -> Iterator[tuple[str, str, str]]:
        """Yield each shape: its class, where, and its outline."""
        for stand, where in self.shapes:
            yield stand, where, SHAPES[stand]


def grid(marks: Sequence[Mark], size: Size) -> Grid:
    """Return the drawing of those that are placed."""
    cells: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for mark in marks:
        cells[mark.influence, mark.interest].append(mark)
    shapes: list[tuple[str, str]] = []
    texts: list[tuple[str, str, str]] = []
    bands = []
    top = 0
    for influence in reversed(Influence):
        lines = max(min(len(cells[influence, one]), MOST + 1) for one in Interest)
        height = max(lines, 1) * STEP + 2 * PAD
        for place, interest in enumerate(Interest):
            left = size.gutter + place * size.column + PAD
            _cell(cells[influence, interest], left, top + PAD, size, (shapes, texts))
        bands.append((influence.value, str(top), str(top + height // 2 + 4)))
        top += height
    return Grid(
        width=size.width,
        height=top + FOOT,
        bands=tuple(bands),
        columns=tuple(_columns(size, top)),
        shapes=tuple(shapes),
        texts=tuple(texts),
        column=str(size.column),
        gutter=str(size.gutter),
    )


def _columns(size: Size, foot: int) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield each column: its code, its left edge, where its words stand and how; in turns if narrow."""
    last = len(Interest) - 1
    for place, interest in enumerate(Interest):
        left = size.gutter + place * size.column
        x, anchor = left + size.column // 2, "middle"
        if not size.letters and place in {0, last}:
            x, anchor = (left, "start") if place == 0 else (size.width - 2, "end")
        y = foot + 14 + (0 if size.letters or place % 2 == 0 else 14)
        yield interest.value, str(left), str(x), str(y), anchor


def _cell(
    marks: Sequence[Mark],
    left: int,
    top: int,
    size: Size,
    into: tuple[list[tuple[str, str]], list[tuple[str, str, str]]],
) -> None:
    shapes, texts = into
    shown = marks if len(marks) <= MOST else marks[: MOST - 1]
    for line, mark in enumerate(shown):
        x, middle = left, top + line * STEP + STEP // 2
        for stand in mark.stands if size.letters else mark.stands[:1]:
            shapes.append((stand, f"{x + SHAPE // 2} {middle}"))
            x += SHAPE
        name = f"{mark.number}"
        if size.letters:
            room = size.letters - 2 * (len(mark.stands) - 1)
            said = mark.name if len(mark.name) <= room else f"{mark.name[: room - 1].rstrip()}…"
            name = f"{name} {said}"
        texts.append((str(x + 3), str(middle + 4), name))
    if len(shown) < len(marks):
        y = top + len(shown) * STEP + STEP // 2 + 4
        texts.append((str(left), str(y), f"+ {len(marks) - len(shown)}"))
