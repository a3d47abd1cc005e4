"""A problem tree as a drawing: effects over the core problem, causes below it, in columns.

What hangs directly on the core stands at the head of a column, four to a row; what hangs under it
stands below, set in by its depth. Effects are the same, upside down. Numbers come out as text: an
SVG knows no comma.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

WIDTH, COLUMNS, GAP, TRUNK = 960, 4, 14, 22
PAD, LINE, INDENT, SPACE = 9, 16, 14, 12
LETTER = 6.9  # the width of a letter, on average, at the size of the drawing
MOST_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What a node of the drawing says; ``look`` is how its box looks, ``word`` what it says of it."""

    text: str
    look: str = "plain"
    word: str = ""
    below: tuple["Leaf", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box; ``y`` is measured from the core outwards until it is placed."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    look: str
    word: str

    def texts(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield each line with its place and whether it is the word under the others."""
        for number, line in enumerate(self.lines):
            yield str(self.x + PAD), str(self.y + PAD + LINE * number + 12), line, ""
        if self.word:
            place = self.y + PAD + LINE * len(self.lines) + 11
            yield str(self.x + PAD), str(place), self.word, "word"

    @property
    def at(self) -> dict[str, str]:
        """Return its place as an SVG takes it."""
        names = ("x", "y", "width", "height")
        return {name: str(getattr(self, name)) for name in names}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole drawing."""

    height: int
    boxes: tuple[Box, ...]
    ways: tuple[str, ...]  # the lines between them

    @property
    def view(self) -> str:
        """Return the window on it."""
        return f"0 0 {WIDTH} {self.height}"


@dataclass(slots=True)
class Side:
    """One side of the core as it is laid out, from the core outwards."""

    boxes: list[Box]
    ways: list[list[tuple[int, int]]]
    depth: int = 0  # how far it reaches


def drawing(core: Leaf, effects: Sequence[Leaf], causes: Sequence[Leaf]) -> Drawing:
    """Return the drawing of a tree."""
    over, under = _side(effects), _side(causes)
    heart = _box(core, 0, over.depth, WIDTH)
    below = over.depth + heart.height
    boxes = [replace(box, y=over.depth - box.y - box.height) for box in over.boxes]
    boxes += [heart, *(replace(box, y=below + box.y) for box in under.boxes)]
    ways = [[(x, over.depth - y) for x, y in way] for way in over.ways]
    ways += [[(x, below + y) for x, y in way] for way in under.ways]
    return Drawing(
        height=below + under.depth, boxes=tuple(boxes), ways=tuple(_path(way) for way in ways)
    )


def _side(leaves: Sequence[Leaf]) -> Side:
    side = Side([], [])
    columns = min(COLUMNS, max(len(leaves), 2))
    width = (WIDTH - TRUNK - GAP * (columns - 1)) // columns
    for first in range(0, len(leaves), columns):
        bus = side.depth + SPACE
        lowest = bus
        for place, leaf in enumerate(leaves[first : first + columns]):
            left = TRUNK + place * (width + GAP)
            middle = left + width // 2
            side.ways.append(
                [(TRUNK // 2, 0), (TRUNK // 2, bus), (middle, bus), (middle, bus + SPACE)]
            )
            lowest = max(lowest, _hang(side, leaf, left, bus + SPACE, width))
        side.depth = lowest
    side.depth += SPACE // 2 if leaves else 0
    return side


def _hang(side: Side, leaf: Leaf, x: int, y: int, width: int) -> int:
    """Lay out a leaf and what hangs under it; return where the next one begins."""
    box = _box(leaf, x, y, width)
    side.boxes.append(box)
    after = y + box.height
    for below in leaf.below:
        start = after + SPACE
        middle = start + LINE
        side.ways.append(
            [(x + INDENT // 2, y + box.height), (x + INDENT // 2, middle), (x + INDENT, middle)]
        )
        after = _hang(side, below, x + INDENT, start, width - INDENT)
    return after


def _box(leaf: Leaf, x: int, y: int, width: int) -> Box:
    lines = _lines(leaf.text, int((width - 2 * PAD) / LETTER))
    height = 2 * PAD + LINE * len(lines) + (LINE if leaf.word else 0)
    return Box(x=x, y=y, width=width, height=height, lines=lines, look=leaf.look, word=leaf.word)


def _lines(text: str, letters: int) -> tuple[str, ...]:
    """Break a text into lines; what does not fit is left out and said so."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    kept = [
        line if len(line) <= letters else f"{line[: letters - 1]}…" for line in lines[:MOST_LINES]
    ]
    if len(lines) > MOST_LINES:
        kept[-1] = f"{kept[-1][: letters - 2].rstrip(' ,;')} …"
    return tuple(kept)


def _path(way: Sequence[tuple[int, int]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in way)
