"""Asking for a change of an approved plan, and deciding on it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask


class ChangeForm(forms.Form):
    """What is to change, and why."""

    title = ask.line(_("What changes"), _("In a few words."), needed=True)
    reason = ask.text(
        _("Why"),
        _("What happened, what was learnt, what the funder asked for."),
        limit=4000,
        needed=True,
    )


class NoteForm(forms.Form):
    """What is said with a decision on a change request; a refusal needs it."""

    note = ask.text(
        _("What you say with your decision"), _("A refusal needs a reason."), limit=4000
    )
