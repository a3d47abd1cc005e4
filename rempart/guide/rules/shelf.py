"""The whole catalogue as one read-only record, and the questions every room asks of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from rempart.guide.rules.bearing import Bearing, bearing_on
from rempart.guide.rules.entries import Action, Entry
from rempart.guide.rules.figure import Figure1
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.lists import CodeList, IndicatorDefinition

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything the guide says, by slug, in the guide's order."""

    entries: Mapping[str, Entry]
    lists: Mapping[str, CodeList]
    indicators: Mapping[str, IndicatorDefinition]
    figure_1: Figure1
    version: str  # a short hash of the content: what a record was made with
    _known: dict[str, tuple[Bearing, ...]] = field(default_factory=dict, repr=False, compare=False)

    def entry(self, slug: str) -> Entry:
        """Return the entry of this slug; ``KeyError`` if there is none."""
        return self.entries[slug]

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Return all entries of a kind, in the guide's order."""
        return tuple(entry for entry in self.entries.values() if entry.kind is kind)

    def of(self, shape: type[E]) -> tuple[E, ...]:
        """Return all entries of a record type, typed: ``of(Example)``."""
        return tuple(entry for entry in self.entries.values() if isinstance(entry, shape))

    def action(self, number: int) -> Action:
        """Return an action of Figure 1 by its number; ``KeyError`` if there is none."""
        found = self.entries[f"act.{number:02}"]
        assert isinstance(found, Action)  # noqa: S101 -- the loader gives this kind this shape
        return found

    def bearing_on(
        self, subject: Entry | str, kinds: Iterable[Kind] | None = None
    ) -> tuple[Bearing, ...]:
        """Return what bears on an entry (or the slug of one), the closest first, with why."""
        entry = self.entries[subject] if isinstance(subject, str) else subject
        wanted = set(kinds) if kinds is not None else set(Kind)
        return tuple(b for b in self._all_bearing_on(entry) if b.entry.kind in wanted)

    def _all_bearing_on(self, entry: Entry) -> tuple[Bearing, ...]:
        """Return what bears on an entry; for the catalogue's own it is worked out once."""
        if self.entries.get(entry.slug) is not entry:
            return bearing_on(entry, self.entries.values())
        if entry.slug not in self._known:
            self._known[entry.slug] = bearing_on(entry, self.entries.values())
        return self._known[entry.slug]

    def code_list(self, name: str) -> CodeList:
        """Return a list of codes; ``KeyError`` if there is none of this name."""
        return self.lists[name]

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every translatable text of the whole content, with its context."""
        for entry in self.entries.values():
            yield from entry.words()
        for code_list in self.lists.values():
            yield from code_list.words()
        for indicator in self.indicators.values():
            yield from indicator.words()
        for row in self.figure_1.rows:
            yield from row.words()
