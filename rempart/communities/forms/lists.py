"""A file that lists places, and who counted the children where a row does not say it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.communities.models import Place
from rempart.communities.rules.listing import Counted


class ListForm(forms.Form):
    """A file of places."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or XLSX, one sheet, one row for each place. 2 MB and 1,500 rows at most."),
    )
    source = forms.CharField(
        label=_("Counted by"),
        help_text=_("For rows that name no source of their own."),
        max_length=300,
        required=False,
    )
    year = forms.IntegerField(
        label=_("Counted in (year)"),
        help_text=_("For rows that bear no year of their own."),
        required=False,
        widget=forms.TextInput({"class": "input--short", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.years = Place.years(today)

    def clean_year(self) -> int | None:
        """Refuse a year that cannot be."""
        year: int | None = self.cleaned_data["year"]
        if year is not None and year not in self.years:
            raise forms.ValidationError(_("Give a year that has begun, in four figures."))
        return year

    def counted(self) -> Counted:
        """Return what holds for rows that say nothing else."""
        return Counted(source=self.cleaned_data["source"], year=self.cleaned_data["year"])
