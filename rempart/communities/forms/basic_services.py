"""What was found of a service: whether it is there, how far, at which cost, with room, how good."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.communities.models.basic_services import (
    CAPACITY_NAMES,
    COST_NAMES,
    EXISTENCE_NAMES,
    QUALITY_NAMES,
)
from rempart.communities.rules.basic_services import Check, faults_of
from rempart.kit.discretion import seem_to_name_someone, seems_too_precise
from rempart.look.fields import Figure

UNSAID = ("", _("Not known"))
FAULTS = {
    "not_there": _("Leave this open where the service does not exist."),
    "hidden": _("How far a shelter is leads to it: it is not asked."),
}


class CheckForm(forms.Form):
    """One look at one service."""

    mostly_optional = True
    existence = forms.ChoiceField(
        label=_("Does it exist for the children of this place?"),
        choices=list(EXISTENCE_NAMES.items()),
        widget=forms.RadioSelect,
    )
    distance_km = Figure(
        label=_("Distance, in kilometres"),
        help_text=_("From where most families live."),
        required=False,
        max_digits=6,
        decimal_places=1,
    )
    cost = forms.ChoiceField(
        label=_("Cost"), required=False, choices=[UNSAID, *COST_NAMES.items()]
    )  # fmt: skip
    capacity = forms.ChoiceField(
        label=_("Capacity"), required=False, choices=[UNSAID, *CAPACITY_NAMES.items()]
    )
    quality = forms.ChoiceField(
        label=_("Quality"),
        help_text=_("As those say who use it, and as the country’s own standards ask."),
        required=False,
        choices=[UNSAID, *QUALITY_NAMES.items()],
    )
    checked_on = forms.DateField(
        label=_("Checked on"),
        widget=forms.DateInput({"class": "input-date", "type": "date"}, format="%Y-%m-%d"),
    )
    source = forms.CharField(
        label=_("Checked by which source"),
        help_text=_("A visit, a call, a directory, a survey. Never a person’s name, nor an address."),
        max_length=300,
    )  # fmt: skip

    def __init__(self, *args: Any, is_hidden: bool, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.is_hidden, self.today = is_hidden, today
        if is_hidden:
            del self.fields["distance_km"]

    def clean_checked_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["checked_on"]
        if day and day > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be, and what leads to a shelter."""
        typed: dict[str, Any] = super().clean() or {}
        source = typed.get("source", "")
        if self.is_hidden and (seems_too_precise(source) or seem_to_name_someone([source])):
            self.add_error("source", _("This looks like a name, an address or a contact. What leads to a shelter is never kept: say only the kind of source."))  # fmt: skip
        if not self.errors:
            for name, fault in faults_of(self.check(), is_hidden=self.is_hidden):
                self.add_error(name, FAULTS[fault])
        return typed

    def check(self) -> Check:
        """Return what was typed, as the act wants it."""
        return Check(**self.cleaned_data)
