"""Copying a programme as a start for another."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask

EARLIEST, LATEST = 1990, 2100


class CopyForm(forms.Form):
    """What the new programme is called, and when it starts."""

    title = ask.line(_("Title of the new programme"), needed=True)
    starts_on = ask.day(
        _("It starts on"),
        _("Every planned day moves by as much as the start does. Left empty, they stay."),
    )

    def clean_starts_on(self) -> date | None:
        """Refuse a year that is a slip of the finger."""
        day: date | None = self.cleaned_data["starts_on"]
        if day and not EARLIEST <= day.year <= LATEST:
            raise forms.ValidationError(_("Please check the year."))
        return day
