"""Why a finding of the review is set aside for this plan."""

from django import forms
from django.utils.translation import gettext_lazy as _

SHORTEST, LONGEST = 20, 2000


class ReasonForm(forms.Form):
    """A reason that names a fact; the outline prints it."""

    reason = forms.CharField(
        label=_("Why this point is kept as it is"),
        help_text=_("Name a fact: a funder and a colleague will read it in the outline."),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
