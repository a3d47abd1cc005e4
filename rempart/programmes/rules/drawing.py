"""The results chain as a drawing: where each box stands, in which lines its words are set. Pure.

Two drawings of one branch: three columns from left to right for a desk, one under the other for a
phone. Numbers are units of the drawing; it grows and shrinks as a whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from rempart.programmes.rules.chain import Cause, Link

LINE, PAD, GAP = 18, 10, 14  # height of a line, space inside a box, space between boxes
MOST = 12  # activities drawn under one output; the rest is counted
ASIDE = 28  # how far a phone's drawing steps in at each level
WIDE, NARROW = 1000, 360
LETTER = 7.2  # how wide a letter is, about
COLUMNS = {"activities": (0, 340), "outputs": (390, 290), "objectives": (730, 270)}
ROWS = {"activities": 2, "outputs": 5, "objectives": 8}  # lines of words in a box
CUT = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box with its words; ``kind`` is the level, ``is_open`` where something is missing."""

    kind: str
    x: int
    y: int
    width: int
    lines: tuple[str, ...]
    is_open: bool = False

    @property
    def height(self) -> int:
        """Return how high it stands."""
        return 2 * PAD + LINE * len(self.lines)

    @property
    def middle(self) -> int:
        """Return where its arrow leaves or arrives."""
        return self.y + self.height // 2

    def baselines(self) -> list[tuple[int, int, str]]:
        """Return each line with the place it is set on."""
        first = self.y + PAD + LINE - 5
        return [(self.x + PAD, first + LINE * n, line) for n, line in enumerate(self.lines)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes, and the paths of the arrows between them."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]


def wide(branch: Sequence[Link], more: str, nothing: str) -> Drawing:
    """Return a branch in three columns; ``more`` counts what is not drawn, ``nothing`` says a gap."""
    *outputs, objective = branch
    boxes: list[Box] = []
    arrows: list[str] = []
    heads: list[Box] = []
    y = 0
    for link in outputs:
        activities, below = _stack(link.causes, y, more, nothing)
        x, width = COLUMNS["outputs"]
        head = _of(link, (x, y, width))
        middle = (_top(activities) + _bottom(activities) - head.height) // 2
        centred = _moved(head, max(y, middle))
        y = max(below, centred.y + head.height + GAP)
        arrows += [_across(one, centred) for one in activities]
        boxes += [*activities, centred]
        heads.append(centred)
    x, width = COLUMNS["objectives"]
    goal = _of(objective, (x, 0, width))
    if heads:
        goal = _moved(goal, (_top(heads) + _bottom(heads) - goal.height) // 2)
    arrows += [_across(one, goal) for one in heads]
    boxes.append(goal)
    height = max(y, goal.y + goal.height + GAP) - GAP
    return Drawing(width=WIDE, height=height + 2, boxes=tuple(boxes), arrows=tuple(arrows))


def narrow(branch: Sequence[Link], more: str, nothing: str) -> Drawing:
    """Return a branch one box under the other, what brings about a result below it."""
    *outputs, objective = branch
    top = _of(objective, (0, 0, NARROW))
    boxes, arrows = [top], []
    y = top.height + GAP
    for link in outputs:
        head = _of(link, (ASIDE, y, NARROW - ASIDE))
        arrows.append(_up(head, top))
        boxes.append(head)
        y += head.height + GAP
        for text in _told(link.causes, more) or [nothing]:
            one = _box(
                "activities",
                (2 * ASIDE, y, NARROW - 2 * ASIDE),
                text,
                rows=ROWS["activities"],
                gaps=not link.causes,
            )
            arrows.append(_up(one, head))
            boxes.append(one)
            y += one.height + GAP
    return Drawing(width=NARROW, height=y - GAP + 2, boxes=tuple(boxes), arrows=tuple(arrows))


def _stack(causes: Sequence[Cause], y: int, more: str, nothing: str) -> tuple[list[Box], int]:
    x, width = COLUMNS["activities"]
    boxes = []
    for text in _told(causes, more) or [nothing]:
        box = _box("activities", (x, y, width), text, rows=ROWS["activities"], gaps=not causes)
        boxes.append(box)
        y += box.height + GAP
    return boxes, y


def _told(causes: Sequence[Cause], more: str) -> list[str]:
    told = [f"{one.number} {one.text}" for one in causes[:MOST]]
    rest = len(causes) - MOST
    return [*told, more.replace("{n}", str(rest))] if rest > 0 else told


def _of(link: Link, place: tuple[int, int, int]) -> Box:
    text, gaps = f"{link.number} {link.text}", bool(link.gaps)
    return _box(link.level, place, text, rows=ROWS[link.level], gaps=gaps)


def _box(kind: str, place: tuple[int, int, int], text: str, *, rows: int, gaps: bool) -> Box:
    x, y, width = place
    letters = int((width - 2 * PAD) / LETTER)
    lines = wrap(text, letters, max_lines=rows, placeholder=CUT) or [text[:letters]]
    return Box(kind=kind, x=x, y=y, width=width, lines=tuple(lines), is_open=gaps)


def _moved(box: Box, y: int) -> Box:
    lines, is_open = box.lines, box.is_open
    return Box(kind=box.kind, x=box.x, y=max(y, 0), width=box.width, lines=lines, is_open=is_open)


def _top(boxes: Sequence[Box]) -> int:
    return boxes[0].y


def _bottom(boxes: Sequence[Box]) -> int:
    return boxes[-1].y + boxes[-1].height


def _across(start: Box, end: Box) -> str:
    """Return an arrow from the right of a box to the left of another."""
    left, right = start.x + start.width, end.x
    turn = right - 22
    return f"M{left} {start.middle}H{turn}V{end.middle}H{right - 2}l-6 -4m6 4l-6 4"


def _up(start: Box, end: Box) -> str:
    """Return an arrow from the left of a box up to the one above that stands further out."""
    rail = end.x + ASIDE // 2
    return f"M{start.x} {start.middle}H{rail}V{end.y + end.height + 2}l-4 6m4 -6l4 6"
