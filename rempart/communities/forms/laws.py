"""An entry of a register of law and policy: the form follows from the register's description."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.communities.models.law_names import help_of, label_of
from rempart.communities.queries.laws import options_of
from rempart.communities.rules.laws.checking import Fact, Facts, faults_of
from rempart.communities.rules.laws.registers import LONGEST, Column, Register, Sort
from rempart.look.fields import Figure

FAULTS = {  # why a fact cannot be, in the reader's words
    "needed": _("Say this too."),
    "in_the_future": _("This day has not come yet."),
    "not_a_date": _("Give a date between 1900 and 2100."),
    "not_in_list": _("Choose from the list."),
    "too_long": _("This text is too long."),
    "not_a_number": _("Give a number, in figures."),
    "before_the_other": _("This day lies before the one that must come first."),
    "no_side": _("Name at least one institution that was there."),
    "no_children": _("Ages are for children who were heard: choose children above, or no age."),
    "state_says_otherwise": _("The state above says that this has not happened yet."),
}


class LawForm(forms.Form):
    """What is said of an entry; ``register`` says what is asked."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, register: Register, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.register, self.today = register, today
        for column in register.columns:
            self.fields[column.name] = _field(register, column)

    def clean(self) -> dict[str, Any]:
        """Say everything that cannot be, each beside its field."""
        typed: dict[str, Any] = super().clean() or {}
        for name, code in faults_of(self.register, self.facts(), self.today):
            if name not in self.errors:
                self.add_error(name, FAULTS[code])
        return typed

    def facts(self) -> Facts:
        """Return what was typed, as the act wants it."""
        return {one.name: _fact(self.cleaned_data.get(one.name)) for one in self.register.columns}

    @staticmethod
    def typed_of(register: Register, facts: Mapping[str, Fact]) -> dict[str, object]:
        """Return what the form shows of facts that are known."""
        return {one.name: facts.get(one.name, "") for one in register.columns}


def _fact(value: object) -> Fact:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _field(register: Register, column: Column) -> forms.Field:
    told: dict[str, Any] = {
        "label": label_of(register.slug, column.name),
        "help_text": help_of(register.slug, column.name),
        "required": column.is_needed,
    }
    if column.sort is Sort.DAY:
        widget = forms.DateInput({"class": "input-date", "type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, **told)
    if column.sort is Sort.FIGURE:
        return Figure(max_digits=14, decimal_places=4, **told)
    if column.sort is Sort.SEVERAL:
        ticks = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=options_of(column), widget=ticks, **told)
    if column.sort is Sort.CHOICE:
        return forms.ChoiceField(choices=[("", _("Choose")), *options_of(column)], **told)
    wide = forms.Textarea({"rows": 3}) if column.sort is Sort.LONG else forms.TextInput()
    return forms.CharField(max_length=LONGEST[column.sort], widget=wide, **told)


class LawSheetForm(forms.Form):
    """A file of entries."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or XLSX, one sheet, one row for each entry. 2 MB and 1,500 rows at most."),
    )
