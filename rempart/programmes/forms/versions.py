"""Keeping a version under a name; choosing two to compare."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask


class NameForm(forms.Form):
    """The name of a version that someone wants to keep."""

    name = ask.line(
        _("Name of the version"),
        _("For example: before the meeting with the ministry."),
        limit=120,
        needed=True,
    )
