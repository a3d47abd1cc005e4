"""What an outline is made of. Every text is plain: whoever prints it treats it as data."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text; ``missing`` marks one that says that something has not been said yet."""

    text: str
    missing: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a section; ``listed`` ones stand in the table of contents."""

    text: str
    listed: bool = False
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list."""

    items: Sequence[str]
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: ``widths`` are shares of the line; ``numeric`` columns stand to the right.

    A cell may hold several lines.
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = ()
    numeric: Sequence[int] = ()
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainOutput:
    """An output in the drawing of the results chain, with the numbers of its activities."""

    number: str
    text: str
    activities: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainObjective:
    """An immediate objective in the drawing, with the assumption on which its link rests."""

    number: str
    text: str
    assumption: str
    outputs: Sequence[ChainOutput]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The results chain, as a drawing; ``alternative`` says it in words for whoever cannot see it."""

    caption: str
    columns: Sequence[str]  # what its three columns hold
    goal: str
    alternative: str
    objectives: Sequence[ChainObjective]
    kind: Literal["chain"] = "chain"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeNode:
    """A node of the problem tree; ``word`` says what became of it, ``look`` how its box looks."""

    text: str
    word: str
    look: str
    below: Sequence["TreeNode"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The problem tree: a drawing in PDF, a nested list wherever no drawing is made."""

    caption: str
    core: str
    effects: Sequence[TreeNode]
    causes: Sequence[TreeNode]
    lines: Sequence[str]  # the same as lines, set in by depth
    alternative: str
    kind: Literal["tree"] = "tree"


Block = Paragraph | Heading | Bullets | Table | Chain | Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: ``slug`` never changes, the heading is the organisation's to change."""

    slug: str
    number: str
    heading: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The whole document, in one language."""

    language: str
    title: str
    subtitle: str
    is_draft: bool
    draft_word: str
    notice: str
    facts: Sequence[tuple[str, str]]
    contents_word: str
    page_word: str
    sections: Sequence[Section] = field(default=())
