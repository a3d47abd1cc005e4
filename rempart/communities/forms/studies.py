"""A study as it is typed: what it asks, how, of how many, with which limits; its gate, its summaries."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from rempart.communities.models import Place, Study
from rempart.communities.models.study_names import (
    CONFIDENCE_NAMES,
    HEARD_NAMES,
    KIND_NAMES,
    REVIEW_NAMES,
)
from rempart.communities.rules.studies import EthicsTold, StudyTold
from rempart.guide.catalogue import catalogue, say
from rempart.look.fields import Figure

FEW = 12  # places that stand as boxes to tick; more of them are a list
NOT_SAID = ("", _("Not said yet"))


def topic_names() -> list[tuple[str, str]]:
    """Return the topics of studies, in words."""
    return [(one.id, say(one, "label")) for one in catalogue().code_list("study_topic").offered()]


def day_input() -> forms.DateInput:
    """Return the browser's own picker of a day."""
    return forms.DateInput({"class": "input-date", "type": "date"}, format="%Y-%m-%d")


def paragraph() -> forms.Textarea:
    """Return room for a few sentences."""
    return forms.Textarea({"rows": 3})


class TextsForm(forms.Form):
    """A form whose free texts are looked at for what should not stand in them."""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the label and the words of each text that was typed."""
        for name, field in self.fields.items():
            if isinstance(field, forms.CharField) and not isinstance(field, forms.URLField):
                yield str(field.label), self.cleaned_data.get(name) or ""


class StudyForm(TextsForm):
    """What is said of a study; ``own`` are the organisation's places, ``earlier`` its other studies."""

    mostly_optional = True
    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Choose")), *KIND_NAMES.items()])
    is_published = forms.BooleanField(
        label=_("Someone else made it and it is finished"),
        help_text=_("It is registered as done, to be found and cited. No ethics gate is asked."),
        required=False,
    )
    question = forms.CharField(
        label=_("What it wants to know"), widget=paragraph(), max_length=2000, required=False
    )
    places = forms.ModelMultipleChoiceField(
        label=_("Places"),
        help_text=_("Where it is made, or what it speaks of. Coarse areas only."),
        queryset=Place.objects.none(),
        required=False,
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        required=False,
        choices=lazy(topic_names, list),
        widget=forms.CheckboxSelectMultiple,
    )
    tags = forms.CharField(
        label=_("Other words to find it by"),
        help_text=_("With commas between them."),
        max_length=300,
        required=False,
    )
    method = forms.CharField(
        label=_("Method"),
        help_text=_("How one went about it: interviews, a survey, observation, documents."),
        widget=paragraph(),
        max_length=4000,
        required=False,
    )
    sample = forms.CharField(
        label=_("Sample"),
        help_text=_("Who was asked and how they were chosen: groups, never people by name."),
        widget=paragraph(),
        max_length=2000,
        required=False,
    )
    sample_size = Figure(
        whole=True, label=_("How many were asked or counted"), required=False, max_value=50_000_000
    )
    limits = forms.CharField(
        label=_("Limits"),
        help_text=_("What it cannot tell, who was left out, what may distort it."),
        widget=paragraph(),
        max_length=4000,
        required=False,
    )
    confidence = forms.ChoiceField(
        label=_("How sure it is"), required=False, choices=[NOT_SAID, *CONFIDENCE_NAMES.items()]
    )
    hears_children = forms.ChoiceField(
        label=_("Are children heard?"),
        help_text=_("Anyone under 18. Informed assent and a trained team are then part of the ethics gate."),
        required=False,
        choices=[NOT_SAID, *HEARD_NAMES.items()],
    )  # fmt: skip
    begins_on = forms.DateField(label=_("Begins on"), required=False, widget=day_input())
    ends_on = forms.DateField(
        label=_("Ends on"),
        help_text=_("The day for which its findings and figures hold."),
        required=False,
        widget=day_input(),
    )
    made_by = forms.CharField(
        label=_("Made by"),
        help_text=_("An institution or a team. No person’s name is needed."),
        max_length=200,
        required=False,
    )
    funder = forms.CharField(label=_("Paid for by"), max_length=200, required=False)
    link = forms.URLField(
        label=_("Link"),
        help_text=_("Where the report can be read. The data themselves stay elsewhere."),
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    earlier = forms.ModelChoiceField(
        label=_("A later round of"),
        help_text=_("Its figures are then read against those of the first round."),
        queryset=Study.objects.none(),
        required=False,
        empty_label=_("No other study"),
    )

    def __init__(self, *args: Any, own: Any, earlier: Any, is_new: bool, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        few = own[: FEW + 1].count() <= FEW
        places = self.fields["places"]
        places.widget = forms.CheckboxSelectMultiple() if few else forms.SelectMultiple({"size": 8})
        if not few:
            places.help_text = _(
                "Where it is made, or what it speaks of. To choose several, hold Ctrl (or ⌘)."
            )
        for name, offered in (("places", own), ("earlier", earlier)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- declared above
            field.queryset = offered
        if not is_new:
            del self.fields["is_published"]

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        typed: dict[str, Any] = super().clean() or {}
        begins, ends = typed.get("begins_on"), typed.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("It cannot end before it begins."))
        return typed

    def told(self, *, is_published: bool = False) -> StudyTold:
        """Return what was typed, as the act wants it."""
        typed = dict(self.cleaned_data)
        earlier = typed.pop("earlier")
        places = tuple(one.pk for one in typed.pop("places"))
        topics = tuple(typed.pop("topics"))
        typed["is_published"] = typed.get("is_published", is_published)
        return StudyTold(
            places=places, topics=topics, earlier_id=earlier.pk if earlier else None, **typed
        )

    @staticmethod
    def typed_of(study: Study) -> dict[str, object]:
        """Return what the form shows of a study that exists."""
        told = study.told()
        typed: dict[str, object] = {n: getattr(told, n) for n in StudyTold.__dataclass_fields__}
        return typed | {"earlier": told.earlier_id, "places": list(told.places)}


class EthicsForm(TextsForm):
    """The ethics gate: procedures, never anything about a person."""

    mostly_optional = True
    review = forms.ChoiceField(
        label=_("Ethics review"), required=False, choices=[NOT_SAID, *REVIEW_NAMES.items()]
    )
    reviewed_by = forms.CharField(
        label=_("Reviewed by"),
        help_text=_("A board, a committee, a ministry: the body, not its members’ names."),
        max_length=200,
        required=False,
    )
    reviewed_on = forms.DateField(label=_("On"), required=False, widget=day_input())
    conditions = forms.CharField(
        label=_("Its conditions, and how they are kept"),
        widget=paragraph(),
        max_length=2000,
        required=False,
    )
    distress = forms.CharField(
        label=_("Distress protocol"),
        help_text=_("What the team does when someone is upset: stop, stay, who takes over, who calls back."),
        widget=paragraph(),
        max_length=2000,
        required=False,
    )  # fmt: skip
    referral = forms.CharField(
        label=_("Referral list"),
        help_text=_("Which services people are sent to, and when each was last tried. Services, not the people in them."),
        widget=paragraph(),
        max_length=2000,
        required=False,
    )  # fmt: skip
    consent = forms.CharField(
        label=_("How consent is asked"),
        help_text=_("What is said first, how one says no or stops, what is never written down."),
        widget=paragraph(),
        max_length=2000,
        required=False,
    )
    urgent = forms.CharField(
        label=_("Urgent-action route"),
        help_text=_("What is done within the hour when a child is in danger: who is told, who decides."),
        widget=paragraph(),
        max_length=2000,
        required=False,
    )  # fmt: skip
    assent = forms.CharField(
        label=_("Informed assent of children"),
        help_text=_("How children are told in their own words, and how they agree or refuse. For studies that hear children."),
        widget=paragraph(),
        max_length=2000,
        required=False,
    )  # fmt: skip
    trained = forms.CharField(
        label=_("Training of the team"),
        help_text=_("How those who hear children were trained, and who looks after the team. For studies that hear children."),
        widget=paragraph(),
        max_length=2000,
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_reviewed_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["reviewed_on"]
        if day and day > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def told(self) -> EthicsTold:
        """Return what was typed, as the act wants it."""
        return EthicsTold(**self.cleaned_data)


class SummariesForm(TextsForm):
    """The two short texts of a study."""

    mostly_optional = True
    public = forms.CharField(
        label=_("For everybody"),
        help_text=_("In plain words: what was found, how sure it is, what it means. No place where someone could be sought."),
        widget=forms.Textarea({"rows": 7}),
        max_length=3000,
        required=False,
    )  # fmt: skip
    officials = forms.CharField(
        label=_("For those who decide"),
        help_text=_("What was found, what it asks of them, what it cannot tell."),
        widget=forms.Textarea({"rows": 7}),
        max_length=3000,
        required=False,
    )


class WhyForm(TextsForm):
    """Why something is withdrawn."""

    why = forms.CharField(
        label=_("Why"),
        help_text=_("Said to whoever cites it."),
        widget=paragraph(),
        max_length=1000,
    )
