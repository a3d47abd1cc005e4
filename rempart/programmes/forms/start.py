"""Starting a programme."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask


class StartForm(forms.Form):
    """The least that a programme needs; everything else comes in the steps, in any order."""

    title = ask.line(
        _("Title"), _("You can change it later. No child’s name, no address."), needed=True
    )
