"""How the guide is laid out for readers: which kinds stand together, and how they are filtered. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rempart.guide.rules.entries import Entry
from rempart.guide.rules.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A page that lists one or more kinds; ``icon`` is of the sprite."""

    slug: str
    kinds: tuple[Kind, ...]
    icon: str


SHELVES = (
    Shelf(slug="actions", kinds=(Kind.ACTION,), icon="flag"),
    Shelf(slug="groups", kinds=(Kind.STAKEHOLDER,), icon="users-group"),
    Shelf(slug="advice", kinds=(Kind.PRIORITY, Kind.TODO, Kind.NOT_TODO), icon="check"),
    Shelf(slug="examples", kinds=(Kind.EXAMPLE,), icon="bulb"),
    Shelf(slug="boxes", kinds=(Kind.BOX,), icon="info-circle"),
    Shelf(slug="factors", kinds=(Kind.FACTOR,), icon="alert-triangle"),
    Shelf(slug="principles", kinds=(Kind.PRINCIPLE, Kind.KEY_POINT), icon="shield-check"),
    Shelf(
        slug="planning",
        kinds=(Kind.SCOPE, Kind.LEVEL, Kind.STAKEHOLDER_ADVICE, Kind.STAKEHOLDER_CATEGORY),
        icon="list-check",
    ),
    Shelf(slug="care", kinds=(Kind.PHASE, Kind.DETECTION, Kind.LADDER), icon="school"),
    Shelf(slug="law", kinds=(Kind.LAW,), icon="file-text"),
    Shelf(slug="glossary", kinds=(Kind.DEFINITION, Kind.TERM), icon="message-circle"),
)

FILTERS = {  # a filter of the page -> the entry's tags, and the code list of its values
    "area": ("areas", "guide_area"),
    "level": ("levels", "guide_level"),
    "theme": ("themes", "guide_theme"),
    "group": ("stakeholders", "stakeholder_group"),
}


def tags(entry: Entry, name: str) -> frozenset[str]:
    """Return an entry's values for a filter; those of its lines count too."""
    if name == "theme":
        return entry.all_themes
    return frozenset(getattr(entry, FILTERS[name][0]))


def carries(entry: Entry, wanted: Mapping[str, str]) -> bool:
    """Say whether an entry carries every wanted tag; an empty value asks for nothing."""
    return all(value in tags(entry, name) for name, value in wanted.items() if value)


def filtered(entries: Iterable[Entry], wanted: Mapping[str, str]) -> tuple[Entry, ...]:
    """Return the entries that carry every wanted tag."""
    return tuple(entry for entry in entries if carries(entry, wanted))
