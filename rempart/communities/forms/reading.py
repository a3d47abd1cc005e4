"""How an organisation reads its figures: scales of its own, points shared out, weights agreed."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.communities.catalogue import conditions
from rempart.communities.rules.told import Scale
from rempart.communities.rules.weights import WHOLE
from rempart.guide.catalogue import say
from rempart.look.fields import Figure


class ScaleForm(forms.Form):
    """One condition: used or left out, with the goalposts of the content or one's own."""

    mostly_optional = True
    is_left_out = forms.BooleanField(
        label=_("Leave this condition out"),
        help_text=_("It no longer counts for your organisation; its figures stay."),
        required=False,
    )
    low = Figure(label=_("The scale begins at"), required=False, max_digits=14, decimal_places=4)
    high = Figure(label=_("The scale ends at"), required=False, max_digits=14, decimal_places=4)
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Said beside the ranking, to whoever reads it."),
        max_length=500,
        required=False,
    )

    def __init__(self, *args: Any, given: tuple[float, float], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.given = given

    def clean(self) -> dict[str, Any]:
        """Ask for both ends of a scale in their order, and for a reason of whatever is changed."""
        typed: dict[str, Any] = super().clean() or {}
        low, high = typed.get("low"), typed.get("high")
        if (low is None) != (high is None):
            self.add_error("high" if high is None else "low", _("Give both ends of the scale."))
        elif low is not None and high is not None and low >= high:
            self.add_error("high", _("The scale must end above its beginning."))
        is_changed = typed.get("is_left_out") or self.own_scale() is not None
        if is_changed and not typed.get("reason"):
            self.add_error("reason", _("Say why: the ranking shows it."))
        return typed

    def own_scale(self) -> tuple[Decimal, Decimal] | None:
        """Return the goalposts typed, where they are not those of the content."""
        low, high = self.cleaned_data.get("low"), self.cleaned_data.get("high")
        if low is None or high is None or (float(low), float(high)) == self.given:
            return None
        return low, high

    def scale(self) -> Scale:
        """Return what was typed, as the act wants it."""
        low, high = self.own_scale() or (None, None)
        typed = self.cleaned_data
        is_changed = typed["is_left_out"] or low is not None
        return Scale(
            is_left_out=typed["is_left_out"],
            low=low,
            high=high,
            reason=typed["reason"] if is_changed else "",
        )


class BallotForm(forms.Form):
    """How one participant shares out a hundred points among the conditions in use."""

    mostly_optional = True
    who = forms.CharField(
        label=_("Who shares out these points"),
        help_text=_("A part in the meeting, not a name: “school board”, “girls’ club”."),
        max_length=100,
    )

    def __init__(self, *args: Any, used: Sequence[str], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.used = used
        for slug in used:
            label = say(conditions()[slug])
            self.fields[slug] = Figure(whole=True, label=label, required=False, max_value=WHOLE)

    def clean(self) -> dict[str, Any]:
        """Say how many points are missing, or too many."""
        typed: dict[str, Any] = super().clean() or {}
        total = sum(self.points().values())
        if not self.errors and total != WHOLE:
            left = WHOLE - total
            words = (
                _("%(n)s points are left to share out: %(total)s of 100 so far.")
                if left > 0
                else _("%(n)s points too many: %(total)s instead of 100.")
            )
            self.add_error(None, words % {"n": abs(left), "total": total})
        return typed

    def points(self) -> dict[str, int]:
        """Return the points by condition."""
        return {slug: self.cleaned_data.get(slug) or 0 for slug in self.used}


class AgreementForm(forms.Form):
    """Who agreed to the weights, and when."""

    agreed_by = forms.CharField(
        label=_("Who agreed"),
        help_text=_("The group that met, not its members’ names."),
        max_length=300,
    )
    agreed_on = forms.DateField(
        label=_("On"),
        widget=forms.DateInput({"class": "input-date", "type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_agreed_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["agreed_on"]
        if day and day > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return day
