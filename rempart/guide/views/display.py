"""What a page of the guide shows: the chapter of an area, what bears on an entry, Figure 1's rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue
from rempart.guide.rules.bearing import Why, area_of
from rempart.guide.rules.entries import Action, Area, Entry, Ladder, Rung, Stakeholder, Term
from rempart.guide.rules.figure import Confidence, Row
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.shelves import SHELVES, Shelf

Words = str | Promise
Context = dict[str, object]
SHELF_WORDS: dict[str, tuple[Words, Words]] = {
    "actions": (_("Actions"), _("The 39 actions of Figure 1, by theme, and who can carry them out.")),
    "groups": (_("Groups"), _("Thirteen groups: what each can do, and in which actions it has a part.")),
    "advice": (_("What to do, what to avoid"), _("The priority actions and the advice of the five strategies.")),
    "examples": (_("Examples"), _("Practices that have been tried, step by step.")),
    "boxes": (_("Boxes"), _("Definitions, methods and lists that the guide sets apart.")),
    "factors": (_("Vulnerability factors"), _("What makes children easier to recruit: in the family, the child, the setting.")),
    "principles": (_("Principles and key points"), _("What holds whatever the strategy.")),
    "planning": (_("Planning with the guide"), _("What the guide is for, at which levels one acts, and with whom.")),
    "care": (_("Care and detection"), _("Signs that call for attention, phases of assistance, schooling by age.")),
    "law": (_("Texts of law"), _("The treaties and declarations the guide rests on.")),
    "glossary": (_("Glossary"), _("What words mean, and the words to prefer.")),
}  # fmt: skip
SURENESS = {  # how the edge of a cell is drawn
    Confidence.HIGH: "",
    Confidence.MEDIUM: "cell--fair",
    Confidence.LOW: "cell--poor",
    Confidence.VERY_LOW: "cell--poor",
}
YEAR = 10  # its width in the drawing of the ladder of schooling
NEAR = 6  # entries shown of each kind that bears on an entry


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """A cell of Figure 1 as it is drawn; ``sure`` is the id of a ``Confidence``."""

    group: str
    letters: str
    look: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A row of Figure 1: an action, its letters as printed, a cell or nothing for each group."""

    entry: Entry
    printed: str
    cells: tuple[MatrixCell | None, ...]
    confidence: str
    note: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Entries of one kind that bear on the entry shown."""

    kind: str
    entries: tuple[Entry, ...]


def way(here: str) -> Context:
    """Return what the rail of every page of the guide shows; ``here`` is the slug of the place."""
    shelves = [(shelf, *SHELF_WORDS[shelf.slug]) for shelf in SHELVES]
    return {"areas": catalogue().of_kind(Kind.AREA), "shelves": shelves, "here": here}


def heading_of(shelf: Shelf) -> Context:
    """Return a shelf's title and what it is for."""
    title, lead = SHELF_WORDS[shelf.slug]
    return {"title": title, "lead": lead}


def chapter_of(area: Entry) -> Context:
    """Return everything that stands in the chapter of an area, by kind (REQ-002)."""
    named = {kind: _in_chapter(area, kind) for kind in (Kind.PRIORITY, Kind.TODO, Kind.NOT_TODO)}
    boxes = [catalogue().entry(slug) for slug in (area.boxes if isinstance(area, Area) else ())]
    figures = [catalogue().entry(slug) for slug in (area.figures if isinstance(area, Area) else ())]
    numbers = [a.number for a in catalogue().of(Action) if area.place.area in a.areas]
    return {
        "priorities": named[Kind.PRIORITY],
        "todos": named[Kind.TODO],
        "not_todos": named[Kind.NOT_TODO],
        "examples": _in_chapter(area, Kind.EXAMPLE),
        "boxes": boxes,
        "figures": figures,
        "columns": catalogue().figure_1.columns,
        "rows": tuple(matrix_rows(numbers)),
    }


def _in_chapter(area: Entry, kind: Kind) -> tuple[Entry, ...]:
    return tuple(e for e in catalogue().of_kind(kind) if area_of(e) == area.slug)


def page_of(entry: Entry) -> Context:
    """Return what the page of an entry shows beside its own words."""
    context: Context = {"near": tuple(_near(entry))}
    if isinstance(entry, Action):
        context["columns"] = catalogue().figure_1.columns
        context["rows"] = tuple(matrix_rows([entry.number]))
        context["chapters"] = [
            {"area": area, **chapter_of(area)}
            for area in catalogue().of_kind(Kind.AREA)
            if area.place.area in entry.areas
        ]
    if isinstance(entry, Term):
        context["replaced"] = entry.avoid.get(get_language() or "", ())
    if isinstance(entry, Ladder):
        context["rungs"] = tuple(_drawn(rung) for rung in entry.rungs)
    if isinstance(entry, Stakeholder):
        context["parts"] = tuple(_parts(entry.group))
    return context


def _drawn(rung: Rung) -> tuple[Rung, int, int]:
    """Return a rung with where its span of ages starts on the drawing, and how wide it is."""
    low, high = rung.age_min or 0, rung.age_max or 0
    return rung, low * YEAR, (high - low) * YEAR


def _near(entry: Entry) -> Iterator[Near]:
    order = {kind.value: place for place, kind in enumerate(Kind)}
    found = sorted(catalogue().bearing_on(entry), key=lambda b: order[b.entry.kind.value])
    for kind, bearings in groupby(found, key=lambda b: b.entry.kind.value):
        closest = sorted(bearings, key=lambda b: (Why.REFERENCE not in b.reasons, -b.weight))
        yield Near(kind=kind, entries=tuple(b.entry for b in closest[:NEAR]))


def _parts(group: str) -> Iterator[tuple[Entry, MatrixCell]]:
    for number in catalogue().figure_1.actions_of(group):
        row = catalogue().figure_1.row(number)
        cell = next(cell for cell in _cells(row) if cell and cell.group == group)
        yield catalogue().action(number), cell


def matrix_of() -> list[Context]:
    """Return Figure 1 by theme of action."""
    actions = catalogue().of(Action)
    return [
        {
            "theme": theme,
            "columns": catalogue().figure_1.columns,
            "rows": tuple(matrix_rows(a.number for a in actions if a.theme == theme.slug)),
        }
        for theme in catalogue().of_kind(Kind.ACTION_THEME)
    ]


def matrix_rows(numbers: Iterable[int]) -> Iterator[MatrixRow]:
    """Yield the rows of these actions as they are drawn."""
    for number in numbers:
        row = catalogue().figure_1.row(number)
        yield MatrixRow(
            entry=catalogue().action(number),
            printed=" ".join(",".join(letters) for letters in row.letters),
            cells=tuple(_cells(row)),
            confidence=row.confidence.value,
            note=row if row.note else None,
        )


def _cells(row: Row) -> Iterator[MatrixCell | None]:
    inferred = {cell.group: cell for cell in row.cells}
    for group in catalogue().figure_1.columns:
        cell = inferred.get(group)
        if cell is None:
            yield None
            continue
        sure = row.confidence_of(cell)
        yield MatrixCell(
            group=group,
            letters=",".join(cell.letters),
            look=f"cell--{cell.letters[0]} {SURENESS[sure]}".strip(),
            sure=sure.value,
        )
