"""A place: its name, where it lies, how many children live there."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.communities.models import Place
from rempart.communities.models.names import LEVEL_NAMES
from rempart.communities.rules.told import Told
from rempart.kit.conflicts import UNSEEN, marks_of
from rempart.look.conflicts import TAKE, undecided
from rempart.look.fields import Figure
from rempart.look.say import number

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

Facts = dict[str, Any]


class PlaceForm(forms.Form):
    """What is said of a place; ``own`` are the places it may lie in, ``stored`` the place that exists."""

    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

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

    def __init__(
        self,
        data: Any,  # noqa: ANN401 -- Django's own
        *,
        own: Any,  # noqa: ANN401 -- Django's own
        today: date,
        stored: Place | None = None,
        inside: object = None,
    ) -> None:
        self.stored = stored
        super().__init__(data, initial=self._seen() if stored else {"parent": inside})
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
        """Return what was typed, as the act wants it: but what she left as another person saved it."""
        parent = self.cleaned_data["parent"]
        typed = self.cleaned_data | {"parent_id": parent.pk if parent else None}
        stored = _facts(self.stored) if self.stored else {}
        left = {name for name in stored if self.data.get(f"{TAKE}{name}") == "theirs"}
        facts = {name: typed[name] for name in Told.__dataclass_fields__}
        return Told(**facts | {name: stored[name] for name in left})

    def started_from(self) -> int | None:
        """Return the version she started from, if it is known; none is if she has yet to choose."""
        told: int | None = self.cleaned_data["version"]
        return UNSEEN if undecided(self.data) else told

    def label_of(self, name: str) -> "Words":
        """Return the words that ask for a fact."""
        return self.fields[name.removesuffix("_id")].label or name

    def shown(self, name: str, value: Any) -> "Words":  # noqa: ANN401 -- a fact of any type
        """Return a fact as a reader reads it."""
        field = self.fields[name.removesuffix("_id")]
        if isinstance(field, forms.ModelChoiceField):
            return str(field.queryset.filter(pk=value).first() or "")  # type: ignore[union-attr]  # set above
        if isinstance(field, Figure):
            return "" if value is None else number(value)
        return (
            LEVEL_NAMES.get(value, value)
            if name == "level"
            else ""
            if value is None
            else str(value)
        )

    def _seen(self) -> Facts:
        assert self.stored  # noqa: S101 -- asked of a place that exists alone
        facts = _facts(self.stored)
        seen = {"version": self.stored.version, "opened": marks_of(facts)}
        return facts | seen | {"parent": self.stored.parent_id}


def _facts(place: Place) -> Facts:
    return {name: getattr(place, name) for name in Told.__dataclass_fields__}
