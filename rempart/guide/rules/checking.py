"""What must hold between the entries: every tag, reference and column names something living."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rempart.guide.rules.entries import Action, Advice, Area, Entry, Example, Stakeholder, Term
from rempart.guide.rules.kinds import Kind

if TYPE_CHECKING:
    from rempart.guide.rules.shelf import Catalogue

Fault = tuple[str, str]  # the file's name inside the content, and what is wrong there
TAGS = {
    "areas": "guide_area",
    "levels": "guide_level",
    "groups": "guide_audience",
    "themes": "guide_theme",
    "stakeholders": "stakeholder_group",
}


def faults(catalogue: "Catalogue") -> Iterator[Fault]:
    """Yield every file that names something the content does not have."""
    for entry in catalogue.entries.values():
        name = f"{entry.context.partition('/')[0]}/{entry.slug}"
        yield from ((name, fault) for fault in _tags(entry, catalogue))
        yield from ((name, fault) for fault in _references(entry, catalogue))
    yield from (("figure-1", fault) for fault in _matrix(catalogue))


def _tags(entry: Entry, catalogue: "Catalogue") -> Iterator[str]:
    for field, name in TAGS.items():
        for tag in sorted(set(getattr(entry, field)) - set(catalogue.lists[name].ids)):
            yield f"{field}: {tag} is not in list {name}"
    for line in entry.lines:
        for theme in sorted(set(line.themes) - set(catalogue.lists["guide_theme"].ids)):
            yield f"{line.slug}: {theme} is not in list guide_theme"
    for number in sorted(entry.all_actions):
        if f"act.{number:02}" not in catalogue.entries:
            yield f"actions: there is no action {number}"


def _references(entry: Entry, catalogue: "Catalogue") -> Iterator[str]:
    for slug, kind in _named(entry):
        other = catalogue.entries.get(slug)
        if other is None or kind not in {None, other.kind}:
            yield f"{slug} is not the name of {'an entry' if kind is None else f'an entry {kind}'}"
    areas, groups = (catalogue.lists[name].ids for name in ("guide_area", "stakeholder_group"))
    if isinstance(entry, Stakeholder) and entry.group not in groups:
        yield f"group: {entry.group} is not in list stakeholder_group"
    if isinstance(entry, Term) and entry.lexicon not in {"", *catalogue.lists["term_lexicon"].ids}:
        yield f"lexicon: {entry.lexicon} is not in list term_lexicon"
    if entry.place.area and entry.place.area not in areas:
        yield f"place: {entry.place.area} is not in list guide_area"


def _named(entry: Entry) -> Iterator[tuple[str, Kind | None]]:
    yield from ((slug, None) for slug in entry.refs)
    if isinstance(entry, Advice | Example):
        yield entry.area, Kind.AREA
    if isinstance(entry, Action):
        yield entry.theme, Kind.ACTION_THEME
    if isinstance(entry, Area):
        yield from ((slug, Kind.BOX) for slug in entry.boxes)
        yield from ((slug, Kind.EXAMPLE) for slug in entry.examples)
        yield from ((slug, None) for slug in entry.figures)


def _matrix(catalogue: "Catalogue") -> Iterator[str]:
    columns = catalogue.figure_1.columns
    if set(columns) != set(catalogue.lists["stakeholder_group"].ids):
        yield "columns: they are not those of list stakeholder_group"
    for row in catalogue.figure_1.rows:
        if row.slug not in catalogue.entries:
            yield f"rows: there is no {row.slug}"
        for cell in row.cells:
            if cell.group not in columns:
                yield f"{row.slug}: {cell.group} is no column"
