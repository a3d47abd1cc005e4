"""What the forms of steps and rows share. Forms check what was typed; acts write it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rempart.kit.conflicts import UNSEEN, marks_of
from rempart.look.conflicts import TAKE, undecided
from rempart.look.say import day
from rempart.look.say import number as say_number
from rempart.programmes.forms.fields import NOT_SAID
from rempart.programmes.forms.headcounts import Headcounts, spread, total
from rempart.programmes.models import ROWS, Programme, Row
from rempart.programmes.queries.levels import own_levels
from rempart.programmes.rules.codes import Step

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


NO_FACTS = {"version", "opened"}  # what a form carries beside the facts
WIDE, HIGHEST = 70, 14  # characters a line, lines: how high a box for sentences opens


class FactsForm(forms.Form):
    """The facts of a step or of a row, under the names they bear in ``Plan``.

    Bound to ``data`` it checks; without, it shows what is stored; with ``typed`` it shows unsaved
    typing. ``version`` is the one the person started from, ``opened`` the marks of its facts.
    """

    prefix_of_ids: ClassVar[str] = "id_"
    mostly_optional = True
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        programme: Programme,
        stored: Programme | Row | None = None,
        typed: QueryDict | None = None,
    ) -> None:
        self.programme = programme
        self.stored = stored
        self.typed = typed
        super().__init__(data, auto_id=f"{self.prefix_of_ids}%s")
        facts = self.facts_of(stored)
        self.initial = self.first_version() | {"opened": marks_of(facts)} | facts
        self.complete()
        self.give_room()
        if typed is not None:
            self.initial |= {
                name: field.widget.value_from_datadict(typed, {}, name)
                for name, field in self.fields.items()
            }

    def complete(self) -> None:
        """Fill in what a field needs to know of the programme: its places, for one."""

    def give_room(self) -> None:
        """Make the boxes as high as what they hold."""
        for name, field in self.fields.items():
            held = self.initial.get(name)
            if isinstance(field.widget, forms.Textarea) and isinstance(held, str):
                lines = sum(1 + len(line) // WIDE for line in held.split("\n"))
                rows = max(int(field.widget.attrs["rows"]), min(lines + 1, HIGHEST))
                field.widget.attrs["rows"] = rows

    def offer(self, name: str, names: "Mapping[str, Words]", none: "Words" = NOT_SAID) -> None:
        """Let a field choose among these values, by code, or none of them."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- only closed lists offer
        field.choices = [("", none), *names.items()]

    def first_version(self) -> dict[str, object]:
        """Return the version to start from."""
        return {"version": getattr(self.stored, "version", 0)}

    def facts_of(self, stored: Programme | Row | None) -> dict[str, object]:
        """Return the stored facts by the names of the fields; a row is pointed at by its key."""
        found = {name: getattr(stored, name, None) for name in self.facts()} if stored else {}
        return {n: one.key if isinstance(one, Row) else one for n, one in found.items()}

    def facts(self) -> list[str]:
        """Return the names of the fields that are facts of the plan."""
        return [name for name in self.fields if name not in NO_FACTS]

    def values(self) -> dict[str, object]:
        """Return what is to be written, once the form is valid: only the facts that were asked."""
        return {
            name: self.cleaned_data[name]
            for name in self.facts()
            if name in self.cleaned_data and not self._was_left_out(name)
        }

    def _was_left_out(self, name: str) -> bool:
        """Say whether a fact was not asked, or the other person's version of it is to stay."""
        unsent = self.fields[name].widget.value_omitted_from_data(self.data, self.files, name)
        not_asked = unsent and not self.cleaned_data[name]
        return not_asked or self.data.get(f"{TAKE}{name}") == "theirs"

    def label_of(self, name: str) -> "Words":
        """Return the words that ask for a fact."""
        return self.fields[name].label or name

    def started_from(self) -> int:
        """Return the version the person started from; none if she has not chosen between two."""
        return UNSEEN if undecided(self.data) else int(self.cleaned_data.get("version") or 0)

    def told(self, name: str) -> "Words":
        """Return a stored fact as a reader reads it."""
        return self.shown(name, self.initial.get(name))

    def shown(self, name: str, value: Any) -> "Words":  # noqa: ANN401 -- a fact of any type
        """Return a fact as a reader reads it: the words of its code, her way of writing a date."""
        field = self.fields[name]
        if isinstance(field, Headcounts):
            return spread(value) if value else ""
        if isinstance(field, forms.ChoiceField) and value:
            words = {str(code): words for code, words in _flat(field.choices)}
            codes = value if isinstance(value, list | tuple) else [value]
            return ", ".join(str(words.get(str(one), one)) for one in codes)
        return _plain(value)


def _flat(choices: Any) -> Iterator[tuple[object, object]]:  # noqa: ANN401 -- Django's own
    for key, words in choices:
        if isinstance(words, list | tuple):
            yield from words
        else:
            yield key, words


def _plain(value: Any) -> "Words":  # noqa: ANN401 -- a fact of any type
    if value in (None, "", [], ()):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str):
        return value
    return say_number(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a step's page: some of its fields, and the lists of rows that go with them."""

    slug: str
    title: "Words"
    lead: "Words" = ""
    fields: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    lists_first: bool = False


class StepForm(FactsForm):
    """The scalar facts of a step."""

    step: ClassVar[Step]
    lead: ClassVar["Words"]
    sections: ClassVar[tuple[Section, ...]]

    def complete(self) -> None:
        """Ask for the development objective by the organisation's own name, if it has one."""
        if goal := self.fields.get("development_objective"):
            own = own_levels(self.programme.organisation_id).get("development_objective")
            goal.label = own[0] if own else goal.label

    def first_version(self) -> dict[str, object]:
        """Return the version of the step."""
        return {"version": self.programme.step_versions.get(self.step.value, 0)}


class RowForm(FactsForm):
    """One row of a list. ``one_per`` names the fields of which each value has at most one row."""

    prefix_of_ids: ClassVar[str] = "row_"  # a dialog stands on the step's own page
    listed_as: ClassVar[str]  # the name of the list in ``Plan``
    one: ClassVar["Words"]  # what one row is: "a partner"
    many: ClassVar["Words"]  # the title of the list
    why: ClassVar["Words"] = ""  # what the list is for, and what an empty one lacks
    columns: ClassVar[tuple[str, ...]]  # the fields shown in the list; the first names the row
    one_per: ClassVar[tuple[str, ...]] = ()
    preset: ClassVar[tuple[str, ...]] = ()  # other fields that an address may fill in
    asks_more: ClassVar[bool] = False  # a choice in it brings questions of its own
    groups: ClassVar["Sequence[tuple[Words, Words, Sequence[str]]]"] = ()  # a title, a lead, fields
    is_listed: ClassVar[bool] = True  # its list can be shown alone; if not, the whole step is

    def complete(self) -> None:
        """Call the row as the organisation calls its level, if it does."""
        if self.model().step is Step.RESULTS:
            named = own_levels(self.programme.organisation_id).get(self.listed_as)
            if named:
                self.one = _("“%(level)s”") % {"level": named[0]}  # type: ignore[misc]  # hers alone
                self.many = named[1]  # type: ignore[misc]  # hers alone

    @classmethod
    def model(cls) -> type[Row]:
        """Return what keeps the rows."""
        return ROWS[cls.listed_as]

    def main_fields(self) -> list[forms.BoundField]:
        """Return what is asked of every row of the list."""
        return [self[name] for name in self.fields if name not in NO_FACTS]

    def grouped(self) -> "list[tuple[Words, Words, list[forms.BoundField]]]":
        """Return the fields by what they are about, where there are too many for one list."""
        return [(title, lead, [self[name] for name in names]) for title, lead, names in self.groups]

    def is_to_be_continued(self) -> bool:
        """Say whether what was just saved brings questions that have not been seen yet."""
        return False

    def cells(self, row: Row) -> "list[tuple[Words, Words]]":
        """Return the label and the words of each column, for a row in the list."""
        facts: Mapping[str, Any] = self.facts_of(row)
        return [(self.fields[name].label or "", self.in_list(name, facts)) for name in self.columns]

    def in_list(self, name: str, facts: Mapping[str, Any]) -> "Words":
        """Return a fact as the list shows it, beside the row's other facts: people as one number."""
        if isinstance(self.fields[name], Headcounts):
            return say_number(total(facts[name])) if facts[name] else ""
        return self.shown(name, facts[name])
