"""Figure 1: which group does what in which action.

The printed columns are lost. What is known are the letters of each row in their order; the columns
are inferred, each with the share of readings that agree. A doubtful cell suggests, it never accuses.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Letter(StrEnum):
    """In what capacity a group is involved (the legend of Figure 1)."""

    BENEFITS = "B"
    DECIDES = "D"
    PARTNERS = "P"


class Confidence(StrEnum):
    """How sure an inferred cell or row is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    VERY_LOW = "very_low"


SURE, FAIR = 0.60, 0.35  # shares of the readings that agree (method of the reconstruction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A group's inferred letters in one action."""

    group: str  # of list ``stakeholder_group``
    letters: tuple[Letter, ...]
    probability: float  # the share of weighed readings with these letters here
    is_disputed: bool = False  # a second, separate reading puts these letters elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One action's row: the printed letters in order, and the inferred cells."""

    spoken: ClassVar[tuple[str, ...]] = ("note",)

    slug: str  # of the action
    number: int
    letters: tuple[tuple[Letter, ...], ...]  # as printed, from left to right
    confidence: Confidence
    cells: tuple[Cell, ...]
    note: str = ""

    @property
    def context(self) -> str:
        """Return what names this row to translators."""
        return f"figure-1/{self.slug}"

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield the note, where there is one."""
        if self.note:
            yield f"{self.context}/note", self.note

    def confidence_of(self, cell: Cell) -> Confidence:
        """Return how sure a cell is; no cell is surer than a row that was cut off or is odd."""
        if self.confidence is Confidence.VERY_LOW:
            return Confidence.VERY_LOW
        if cell.probability < FAIR:
            return Confidence.LOW
        if cell.probability < SURE or cell.is_disputed:
            return Confidence.MEDIUM
        return Confidence.HIGH

    def is_doubtful(self, cell: Cell) -> bool:
        """Say whether a cell may only suggest: it is unsure, or the two readings differ."""
        unsure = {Confidence.LOW, Confidence.VERY_LOW}
        return cell.is_disputed or self.confidence_of(cell) in unsure


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure1:
    """The whole matrix: 39 rows, 13 columns, all columns inferred."""

    columns: tuple[str, ...]  # group ids, in the order in which the guide describes the groups
    rows: tuple[Row, ...]

    def row(self, action: int) -> Row:
        """Return the row of an action, by its number; ``KeyError`` if there is none."""
        for row in self.rows:
            if row.number == action:
                return row
        raise KeyError(action)

    def roles_of(self, action: int) -> Mapping[str, Cell]:
        """Return the inferred cells of an action by group, in the order of the columns."""
        cells = {cell.group: cell for cell in self.row(action).cells}
        return {group: cells[group] for group in self.columns if group in cells}

    def actions_of(self, group: str) -> Mapping[int, Cell]:
        """Return the inferred cells of a group by the number of the action."""
        return {row.number: c for row in self.rows for c in row.cells if c.group == group}
