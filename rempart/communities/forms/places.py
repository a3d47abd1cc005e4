"""A place: its name, where it lies, how many children live there."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.communities.models import Place
from rempart.communities.models.names import LEVEL_NAMES
from rempart.communities.rules.told import Told
from rempart.look.fields import Figure


class PlaceForm(forms.Form):
    """What is said of a place; ``own`` are the places it may lie in."""

    name = forms.CharField(
        label=_("Name"),
        help_text=_("A coarse area: a village, a district, a region. Never an address, an establishment or a person."),
        max_length=200,
    )  # fmt: skip
    parent = forms.ModelChoiceField(
        label=_("Lies in"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("No other place"),
    )
    level = forms.ChoiceField(
        label=_("How wide is it?"),
        required=False,
        choices=[("", _("Not said yet")), *LEVEL_NAMES.items()],
    )
    country = forms.CharField(label=_("Country"), max_length=100, required=False)
    children = Figure(
        whole=True,
        label=_("Children living there"),
        help_text=_("Girls and boys under 18. An area is ranked from 1,000 children on: below, figures waver and people can be recognised."),
        required=False,
        max_value=500_000_000,
    )  # fmt: skip
    children_year = forms.IntegerField(
        label=_("Counted in (year)"),
        required=False,
        widget=forms.TextInput({"class": "input--short", "inputmode": "numeric"}),
    )
    children_source = forms.CharField(
        label=_("Counted by"),
        help_text=_("A census, a register, an estimate, and whose."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, own: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.years = Place.years(today)
        parent = self.fields["parent"]
        assert isinstance(parent, forms.ModelChoiceField)  # noqa: S101 -- declared above
        parent.queryset = own

    def clean(self) -> dict[str, Any]:
        """Ask where a number of children comes from; refuse a year that cannot be."""
        typed: dict[str, Any] = super().clean() or {}
        year = typed.get("children_year")
        if year is not None and year not in self.years:
            self.add_error("children_year", _("Give a year that has begun, in four figures."))
        if typed.get("children") is not None and not typed.get("children_source"):
            self.add_error("children_source", _("Say where this number comes from."))
        return typed

    def told(self) -> Told:
        """Return what was typed, as the act wants it."""
        typed = dict(self.cleaned_data)
        parent = typed.pop("parent")
        return Told(parent_id=parent.pk if parent else None, **typed)

    @staticmethod
    def typed_of(place: Place) -> dict[str, object]:
        """Return what the form shows of a place that exists."""
        told = {name: getattr(place, name) for name in Told.__dataclass_fields__}
        return told | {"parent": place.parent_id}
