"""A route: two areas, a means of transport, what pushes and pulls, what prevents or why nothing does."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from rempart.communities.forms.census import actions_named, choices_of
from rempart.communities.models import Place, Route
from rempart.communities.rules.routes import ToldRoute, faults_of
from rempart.kit.discretion import seem_to_name_someone, seems_too_precise

FAULTS = {
    "two_ends": _("Choose a place or write an area, not both."),
    "no_end": _("Choose a place, or write a coarse area."),
    "one_area": _("A route leads from one area to another."),
    "both_answers": _("There is a measure: leave the reason why none open."),
}
AREAS = ("from_area", "to_area")
WORDS = ("push", "pull", "source", "measure", "no_measure")


class RouteForm(forms.Form):
    """What is said of a route; ``own`` are the places that it may join."""

    mostly_optional = True
    from_place = forms.ModelChoiceField(
        label=_("From one of your places"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("None of them"),
    )
    from_area = forms.CharField(
        label=_("Or from a coarse area"),
        help_text=_("A region, a border region, a country. Never a village alone, an address or an establishment."),
        max_length=100,
        required=False,
    )  # fmt: skip
    to_place = forms.ModelChoiceField(
        label=_("To one of your places"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("None of them"),
    )
    to_area = forms.CharField(label=_("Or to a coarse area"), max_length=100, required=False)
    transport = forms.ChoiceField(
        label=_("Means of transport"),
        choices=lazy(lambda: choices_of("transport_means", _("Not said yet")), list),
    )
    push = forms.CharField(
        label=_("What pushes children and families to leave"),
        help_text=_("In general: no case, no name, no number of people."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    pull = forms.CharField(
        label=_("What draws them to the other end"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    source = forms.CharField(
        label=_("Source"),
        help_text=_("A study, a service, a count. Never a person’s name."),
        max_length=300,
    )
    action = forms.ChoiceField(
        label=_("What prevents: an action of the guide"),
        required=False,
        choices=lazy(lambda: [("", _("None of them")), *actions_named()], list),
    )
    measure = forms.CharField(
        label=_("What prevents, in your own words"), max_length=500, required=False
    )
    no_measure = forms.CharField(
        label=_("Or why nothing does"),
        help_text=_("A route without a measure and without a reason is shown as open."),
        max_length=500,
        required=False,
    )

    def __init__(self, *args: Any, own: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for name in ("from_place", "to_place"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- declared above
            field.queryset = own

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be, and an end that is no coarse area."""
        typed: dict[str, Any] = super().clean() or {}
        for name in AREAS:
            if seems_too_precise(typed.get(name, "")):
                self.add_error(name, _("This looks like an address, an establishment or a home. Write a coarse area."))  # fmt: skip
        if not set(self.errors).intersection({*AREAS, "from_place", "to_place"}):
            for name, fault in faults_of(self.told()):
                self.add_error(name, FAULTS[fault])
        return typed

    def told(self) -> ToldRoute:
        """Return what was typed, as the act wants it."""
        typed: dict[str, Any] = {
            name: self.cleaned_data.get(name) or ""
            for name in (*AREAS, *WORDS, "transport", "action")
        }
        for name in ("from_place", "to_place"):
            place = self.cleaned_data.get(name)
            typed[f"{name}_id"] = place.pk if place else None
        return ToldRoute(**typed)

    def seems_to_name_someone(self) -> bool:
        """Say whether the words look as if they told of a person."""
        return seem_to_name_someone([self.cleaned_data[name] for name in WORDS])

    @staticmethod
    def typed(route: Route) -> dict[str, object]:
        """Return what the form shows of a route that exists."""
        said = {name: getattr(route, name) for name in (*AREAS, *WORDS, "transport", "action")}
        return said | {"from_place": route.from_place_id, "to_place": route.to_place_id}
