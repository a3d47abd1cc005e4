"""Figures of a round, the question grid, the counts of interviews: as they are typed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.communities.forms.studies import NOT_SAID, TextsForm, paragraph
from rempart.communities.models import Place, StudyFigure
from rempart.communities.models.study_names import CONFIDENCE_NAMES, SOURCE_NAMES, UNIT_NAMES
from rempart.communities.rules.study_grid import HEARD_ONE_BY_ONE, CellTold
from rempart.communities.rules.study_rounds import FigureTold
from rempart.look.fields import Figure

MOST_THEMES = 500


class FigureForm(TextsForm):
    """A figure of a round; ``first`` are those it may be read against, ``own`` the study's places."""

    mostly_optional = True
    against = forms.ChoiceField(
        label=_("Measured again"),
        help_text=_("A figure of the first round: this one takes its name, its unit and its place."),
        required=False,
    )  # fmt: skip
    name = forms.CharField(
        label=_("What is measured"),
        help_text=_("A new figure: what was counted, or the share of whom. Groups, never one person."),
        max_length=200,
        required=False,
    )  # fmt: skip
    unit = forms.ChoiceField(
        label=_("Unit"), required=False, choices=[NOT_SAID, *UNIT_NAMES.items()]
    )
    value = Figure(label=_("Figure"), max_digits=12, decimal_places=2)
    sample = Figure(
        whole=True,
        label=_("Sample"),
        help_text=_("How many were asked or counted for this figure."),
        required=False,
        max_value=50_000_000,
    )
    place = forms.ModelChoiceField(
        label=_("Place"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("All places of the study"),
    )
    note = forms.CharField(label=_("Note"), max_length=500, required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own signature
        first: Sequence[StudyFigure],
        own: Any,  # noqa: ANN401 -- a query set, of which Django's types say too much
        **kwargs: Any,  # noqa: ANN401 -- Django's own signature
    ) -> None:
        super().__init__(*args, **kwargs)
        place, against = self.fields["place"], self.fields["against"]
        assert isinstance(place, forms.ModelChoiceField)  # noqa: S101 -- declared above
        assert isinstance(against, forms.ChoiceField)  # noqa: S101 -- declared above
        place.queryset = own
        if first:
            offered = [(str(one.pk), one.name) for one in first]
            against.choices = [("", _("Nothing: it is new")), *offered]
        else:
            del self.fields["against"]

    def clean(self) -> dict[str, Any]:
        """Ask for a name and a unit of what is new; refuse a share of more than a hundred, a part of one."""
        typed: dict[str, Any] = super().clean() or {}
        if not typed.get("against"):
            if not typed.get("name"):
                self.add_error("name", _("Say what is measured."))
            if not typed.get("unit"):
                self.add_error("unit", _("Say whether it is a count or a percentage."))
        return typed

    def told(self) -> FigureTold:
        """Return what was typed, as the act wants it."""
        typed = dict(self.cleaned_data)
        against = typed.pop("against", "")
        place = typed.pop("place")
        return FigureTold(
            against_id=UUID(against) if against else None,
            place_id=place.pk if place else None,
            **typed,
        )


class QuestionForm(TextsForm):
    """A row of the grid: what we need to know."""

    mostly_optional = True
    text = forms.CharField(
        label=_("What we need to know"),
        help_text=_("For example: who tolerates it, and why. Never who does it."),
        max_length=300,
    )
    prompt = forms.CharField(
        label=_("How it is asked"),
        help_text=_("Words for the printed forms, open and without blame."),
        max_length=500,
        required=False,
    )


class CellForm(TextsForm):
    """What one kind of source says of one question."""

    mostly_optional = True
    text = forms.CharField(
        label=_("What this source says"),
        help_text=_("In one or two sentences, of groups and conditions. Empty takes it away."),
        widget=paragraph(),
        max_length=1000,
        required=False,
    )
    confidence = forms.ChoiceField(
        label=_("How sure it is"), required=False, choices=[NOT_SAID, *CONFIDENCE_NAMES.items()]
    )
    contradicts = forms.BooleanField(
        label=_("It contradicts the other sources"),
        help_text=_("Then ask again, or another kind of source, before you write a finding."),
        required=False,
    )

    def told(self) -> CellTold:
        """Return what was typed, as the act wants it."""
        return CellTold(**self.cleaned_data)


class InterviewForm(forms.Form):
    """An interview, as two numbers."""

    source = forms.ChoiceField(
        label=_("Kind"), choices=[(one.value, SOURCE_NAMES[one.value]) for one in HEARD_ONE_BY_ONE]
    )
    themes = Figure(whole=True, label=_("Themes"), max_value=MOST_THEMES)
    new_themes = Figure(whole=True, label=_("Of these, new"), max_value=MOST_THEMES)

    def clean(self) -> dict[str, Any]:
        """Refuse more new themes than themes."""
        typed: dict[str, Any] = super().clean() or {}
        themes, new = typed.get("themes"), typed.get("new_themes")
        if themes is not None and new is not None and new > themes:
            self.add_error("new_themes", _("No more can be new than there are."))
        return typed
