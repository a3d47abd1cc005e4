"""What a list of the guide shows: its sections, its filters, and what each of them hides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.entries import Action, Detection, Entry, Factor
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.shelves import FILTERS, SHELVES, Shelf, filtered, tags
from rempart.guide.rules.words import plain

FILTER_WORDS: dict[str, str | Promise] = {
    "area": _("Strategy"),
    "level": _("Level"),
    "theme": _("Theme"),
    "group": _("Group"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A filter of a list: its options, and the one that is applied."""

    name: str
    label: str | Promise
    value: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A filter at work: what it asks, the address without it, and how many entries stand there."""

    label: str | Promise
    said: str
    address: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Entries of a list that stand under one heading."""

    slug: str
    title: str
    entries: tuple[Entry, ...]


def entries_of(shelf: Shelf) -> tuple[Entry, ...]:
    """Return what stands on a shelf in the guide's order, words of the field as a dictionary has them."""
    entries = [entry for kind in shelf.kinds for entry in catalogue().of_kind(kind)]
    return tuple(sorted(entries, key=_as_in_a_dictionary))


def _as_in_a_dictionary(entry: Entry) -> tuple[int, str]:
    is_word = entry.kind is Kind.TERM
    return list(Kind).index(entry.kind) if is_word else 0, plain(say(entry)) if is_word else ""


def sections_of(entries: Iterable[Entry]) -> tuple[Section, ...]:
    """Return the entries under their headings: actions by theme, factors and signs by family."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault(_heading(entry), []).append(entry)
    return tuple(
        Section(slug=slug, title=title, entries=tuple(those))
        for (slug, title), those in found.items()
    )


def _heading(entry: Entry) -> tuple[str, str]:
    if isinstance(entry, Action):
        return entry.theme, say(entry.theme)
    name, value = "guide_kind", entry.kind.value
    if isinstance(entry, Factor):
        name, value = "factor_family", entry.family.value
    elif isinstance(entry, Detection):
        name, value = "detection_family", entry.family.value
    return f"{name}-{value}", say(catalogue().code_list(name).value(value), "label")


def marks_of(entry: Entry) -> Iterator[dict[str, object]]:
    """Yield what an entry is marked with, each mark leading to its like on the same shelf."""
    shelf = next((shelf for shelf in SHELVES if entry.kind in shelf.kinds), None)
    for name, (_field, listed) in FILTERS.items() if shelf else ():
        carried = tags(entry, name)
        values = [v for v in catalogue().code_list(listed).values if v.id in carried]
        if shelf and values:
            page = reverse("guide:shelf", args=[shelf.slug])
            leads = [
                {"said": say(v, "label"), "address": page + asked({name: v.id})} for v in values
            ]
            yield {"label": FILTER_WORDS[name], "values": leads}


def choices_for(entries: Iterable[Entry], wanted: Mapping[str, str]) -> list[Choice]:
    """Return the filters that can tell these entries apart; an unknown value applies nothing."""
    listed = list(entries)
    return [choice for name in FILTERS if (choice := _choice(name, listed, wanted.get(name, "")))]


def _choice(name: str, entries: list[Entry], value: str) -> Choice | None:
    carried = frozenset[str]().union(*(tags(entry, name) for entry in entries))
    values = [v for v in catalogue().code_list(FILTERS[name][1]).values if v.id in carried]
    options = tuple((v.id, say(v, "label")) for v in values)
    known = value if value in carried else ""
    if len(options) < 2 and not known:  # noqa: PLR2004 -- one option tells nothing apart
        return None
    return Choice(name=name, label=FILTER_WORDS[name], value=known, options=options)


def chosen(choices: Iterable[Choice]) -> dict[str, str]:
    """Return the values that are applied, by the name of their filter."""
    return {choice.name: choice.value for choice in choices if choice.value}


def applied(
    choices: Iterable[Choice], entries: Iterable[Entry], told: Mapping[str, str]
) -> Iterator[Applied]:
    """Yield each filter at work with the way to take it off; ``told`` is what the address also says."""
    listed, offered = list(entries), list(choices)
    for choice in offered:
        if choice.value:
            rest = {n: v for n, v in chosen(offered).items() if n != choice.name}
            yield Applied(
                label=choice.label,
                said=dict(choice.options)[choice.value],
                address=asked({**told, **rest}),
                number=len(filtered(listed, rest)),
            )


def asked(told: Mapping[str, str]) -> str:
    """Return the part of an address that asks for these values; an empty one asks for nothing."""
    return f"?{urlencode({name: value for name, value in told.items() if value})}"
