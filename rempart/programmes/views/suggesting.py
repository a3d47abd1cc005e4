"""How the suggestions of step 4 are shown: reasons in words, the guide's chapter, what was decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.bearing import area_of
from rempart.guide.rules.entries import Action, Area, Entry
from rempart.guide.rules.kinds import Kind
from rempart.programmes.documents.balancing import titles_of
from rempart.programmes.queries.plans import Rows
from rempart.programmes.rules.balance import levels_of as held_levels
from rempart.programmes.rules.codes import Answer, Decision
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.suggestions import (
    Because,
    Narrowing,
    Reason,
    Suggestion,
    suggestions,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

FIRST = 6  # suggestions shown at once; the others come folded
BECAUSE = {
    Because.FACTOR: _("Because you marked: %(values)s"),
    Because.CAUSE: _("Because you analysed a cause: %(values)s"),
    Because.ROUTE: _("Because a trafficking route is known"),
    Because.BORDER: _("Because the problem crosses a border"),
    Because.WORKING_CHILDREN: _("Because of working children: %(values)s"),
    Because.SECTOR: _("Because of sectors at risk: %(values)s"),
    Because.NEED: _("Because needs have no answer: %(values)s"),
    Because.AREA: _("Because you work in: %(values)s"),
    Because.ALLY: _(
        "Because Figure 1, its columns inferred, gives a part to your allies: %(values)s"
    ),
}
LISTS = {
    Because.CAUSE: "plan_cause",
    Because.WORKING_CHILDREN: "working_children",
    Because.SECTOR: "risk_sector",
    Because.NEED: "plan_need",
    Because.ALLY: "stakeholder_group",
}
CONTEXT = {
    "trafficking_route": _("a trafficking route is known"),
    "cross_border": _("the problem crosses a border"),
    "child_labour_present": _("children work here"),
}
FILTERS = {  # the name in the address -> its word, and the list that holds its values
    "area": (_("Area"), "guide_area"),
    "level": (_("Level"), "guide_level"),
    "group": (_("Who acts"), "stakeholder_group"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A reason in words; ``is_doubtful`` where it rests on doubtful cells of Figure 1 only."""

    words: str
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What the guide says in the chapter of an area (REQ-002)."""

    area: Area
    todos: tuple[Entry, ...]
    not_todos: tuple[Entry, ...]
    examples: tuple[Entry, ...]
    boxes: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A suggestion as it is shown."""

    suggestion: Suggestion
    reasons: tuple[Line, ...]
    chapters: tuple[Chapter, ...] = ()  # filled once it is opened
    version: int = 0  # of the decision that is shown; 0 where there is none

    @property
    def action(self) -> Action:
        """Return the action of the guide."""
        return self.suggestion.action


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A question of the filter bar: its options, and the one applied."""

    name: str
    word: "Words"
    chosen: str
    options: tuple[tuple[str, "Words"], ...]


def cards(plan: Plan, rows: Rows, asked: QueryDict) -> list[Card]:
    """Return the suggestions that a reader asks to see."""
    guide, narrowing = catalogue(), narrowing_of(asked)
    kept = (one for one in suggestions(plan, guide) if narrowing.keeps(one.action, guide))
    return [card(one, rows, opened=one.action.slug == asked.get("open")) for one in kept]


def card(suggestion: Suggestion, rows: Rows, *, opened: bool) -> Card:
    """Return a suggestion as it is shown."""
    decided = (r for r in rows["choices"] if getattr(r, "action", "") == suggestion.action.slug)
    return Card(
        suggestion=suggestion,
        reasons=tuple(lines(suggestion.reasons)),
        chapters=tuple(chapters_of(suggestion.action)) if opened else (),
        version=next((row.version for row in decided), 0),
    )


def narrowing_of(asked: QueryDict) -> Narrowing:
    """Return what the address asks for."""
    return Narrowing(
        area=asked.get("area", ""),
        level=asked.get("level", ""),
        theme=asked.get("theme", ""),
        group=asked.get("group", ""),
    )


def filters(asked: QueryDict) -> list[Filter]:
    """Return the filter bar: by area, level, theme and group."""
    everything: tuple[str, Words] = ("", _("All"))
    bar = [
        Filter(
            name=name,
            word=word,
            chosen=asked.get(name, ""),
            options=(
                everything,
                *((v.id, say(v, "label")) for v in catalogue().code_list(listed).values),
            ),
        )
        for name, (word, listed) in FILTERS.items()
    ]
    themes = tuple((theme.slug, say(theme)) for theme in catalogue().of_kind(Kind.ACTION_THEME))
    chosen = asked.get("theme", "")
    bar.insert(
        2, Filter(name="theme", word=_("Theme"), chosen=chosen, options=(everything, *themes))
    )
    return bar


def lines(reasons: Iterable[Reason]) -> Iterator[Line]:
    """Yield a line of words for each sort of reason, with all that it speaks of."""
    told = list(reasons)
    for because in Because:
        same = [reason for reason in told if reason.because == because]
        if same:
            values = ", ".join(_value(reason) for reason in same)
            words = str(BECAUSE[because]) % {"values": values}
            yield Line(words=words, is_doubtful=all(reason.is_doubtful for reason in same))


def _value(reason: Reason) -> str:
    """Say what a reason speaks of, in the reader's language."""
    guide = catalogue()
    if reason.value in guide.entries:
        return say(reason.value)
    if listed := LISTS.get(reason.because):
        words = say(guide.code_list(listed).value(reason.value), "label")
        beside = reason.place or (gettext("doubtful") if reason.is_doubtful else "")
        return f"{words} ({beside})" if beside else words
    return reason.value


def chapters_of(action: Action) -> Iterator[Chapter]:
    """Yield the guide's chapter of each area that an action belongs to."""
    for area in catalogue().of(Area):
        if area.place.area in action.areas:
            yield Chapter(
                area=area,
                todos=_said_in(area, Kind.PRIORITY, Kind.TODO),
                not_todos=_said_in(area, Kind.NOT_TODO),
                examples=_said_in(area, Kind.EXAMPLE),
                boxes=tuple(catalogue().entry(slug) for slug in area.boxes),
            )


def _said_in(area: Area, *wanted: Kind) -> tuple[Entry, ...]:
    found = (entry for kind in wanted for entry in catalogue().of_kind(kind))
    return tuple(entry for entry in found if area_of(entry) == area.slug)


def decided(found: Iterable[Card], decision: Decision) -> list[Card]:
    """Return the cards of one decision, in the guide's order."""
    kept = (one for one in found if one.suggestion.decision == decision)
    return sorted(kept, key=lambda one: one.action.number)


def known_of(plan: Plan) -> list[str]:
    """Return what the suggestions start from, in a few words each."""
    told = [
        say(mark.factor)
        for mark in plan.factors
        if mark.present == Answer.YES and mark.factor in catalogue().entries
    ]
    told += [str(words) for fact, words in CONTEXT.items() if getattr(plan, fact) == Answer.YES]
    return [place.name for place in plan.places] + told


def levels_of(plan: Plan) -> list[tuple[str, list[str]]]:
    """Return the guide's levels, each with the strategies chosen there: gaps are the team's to justify."""
    return [(one.level, titles_of(one)) for one in held_levels(plan, catalogue())]
