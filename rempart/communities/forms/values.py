"""Figures typed by hand, or chosen as a file, with where they come from."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from rempart.communities.catalogue import conditions
from rempart.communities.rules.told import From
from rempart.guide.catalogue import catalogue, say
from rempart.look.fields import Figure


def grade_names() -> list[tuple[str, str]]:
    """Return the grades of quality, in words."""
    return [(g.id, say(g, "label")) for g in catalogue().code_list("value_grade").offered()]


def _grades() -> Any:  # noqa: ANN401 -- what Django takes as choices
    return [("", _("Not said yet")), *grade_names()]


class OriginForm(forms.Form):
    """Where figures come from: of when, from whom, how good."""

    mostly_optional = True
    on = forms.DateField(
        label=_("Date"),
        help_text=_("The day for which the figures hold."),
        widget=forms.DateInput({"class": "input-date", "type": "date"}, format="%Y-%m-%d"),
    )
    source = forms.CharField(
        label=_("Source"),
        help_text=_("A study, a service, a count. Never a person’s name."),
        max_length=300,
    )
    grade = forms.ChoiceField(label=_("Quality"), required=False, choices=lazy(_grades, list))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["on"]
        if day and day > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return day


class ValuesForm(OriginForm):
    """Figures of one place: a number for each condition that is known, the others left empty."""

    note = forms.CharField(
        label=_("Note"),
        help_text=_("What to know of these figures: how they were found, what they leave out."),
        max_length=500,
        required=False,
    )
    field_order = ("on", "source", "grade", "note")

    def __init__(self, *args: Any, used: "list[str]", **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.used = used
        for slug in used:
            condition = conditions()[slug]
            self.fields[slug] = Figure(
                label=say(condition),
                help_text=say(condition, "measures"),
                required=False,
                max_digits=14,
                decimal_places=4,
            )

    def clean(self) -> dict[str, Any]:
        """Ask for one number at least."""
        typed: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.values():
            self.add_error(None, _("Give one number at least."))
        return typed

    def values(self) -> Mapping[str, Decimal]:
        """Return the numbers that were typed, by condition."""
        typed = self.cleaned_data
        return {slug: typed[slug] for slug in self.used if typed.get(slug) is not None}

    def origin(self) -> From:
        """Return where they come from."""
        typed = self.cleaned_data
        return From(
            on=typed["on"], source=typed["source"], grade=typed["grade"], note=typed["note"]
        )


class SheetForm(OriginForm):
    """A file of figures, and where those come from whose row says nothing else."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV or XLSX, one sheet, one row for each place. 2 MB, 1,500 rows and 15,000 figures at most."
        ),
    )
    field_order = ("file", "on", "source", "grade")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for name in ("on", "source"):
            self.fields[name].required = False
        self.fields["on"].help_text = _("For rows that bear no date of their own.")
        self.fields["source"].help_text = _("For rows that name no source of their own.")


class FileForm(forms.Form):
    """A map of the organisation's own."""

    file = forms.FileField(label=_("File"), help_text=_("GeoJSON, 3 MB at most."))
