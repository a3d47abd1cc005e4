"""Counts of an area, and the actions that it calls for."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from rempart.communities.forms.values import OriginForm
from rempart.communities.models import AreaAction, VenueCount
from rempart.communities.rules.census import Counted, number_of, read_count
from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.kinds import Kind
from rempart.kit.discretion import seem_to_name_someone, seems_too_precise

FEW = "<5"
FAULTS = {
    "ambiguous_number": _("This can be read in two ways: write 1500."),
    "not_a_number": _("Give a whole number, in figures, or <5."),
    "negative": _("A count cannot be below zero."),
    "too_large": _("This is too large for an area."),
}


def choices_of(name: str, none: Any = None) -> Any:  # noqa: ANN401 -- what Django takes as choices
    """Return the codes of a list with their words, after ``none`` where nothing may be chosen."""
    first = [("", none)] if none is not None else []
    return [*first, *((v.id, say(v, "label")) for v in catalogue().code_list(name).offered())]


def typed_of(step: int) -> str:
    """Return what a form and a sheet show of a kept count."""
    return FEW if step == 1 else str(number_of(step))


class CountField(forms.CharField):
    """How many venues: what is returned is the step that is kept, never the number typed."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(**kwargs)
        self.widget = forms.TextInput({"class": "input--short"})

    def clean(self, value: object) -> Any:  # noqa: ANN401 -- Django's own
        """Return the step, nothing where nothing was typed."""
        text = super().clean(value)
        if not text:
            return None
        read = read_count(str(text))
        if isinstance(read, str):
            raise forms.ValidationError(FAULTS[read])
        return read


class CountsOriginForm(OriginForm):
    """Of when, where in the area, how and by which source; refuses what names an establishment."""

    zone = forms.ChoiceField(
        label=_("Zone"),
        help_text=_("Only the kind of zone. Fewer than five in a zone are counted with the whole area."),
        required=False,
        choices=lazy(lambda: choices_of("zone_kind", _("The whole area")), list),
    )  # fmt: skip
    method = forms.ChoiceField(
        label=_("Counted how"),
        choices=lazy(lambda: choices_of("count_method", _("Not said yet")), list),
    )
    field_order: tuple[str, ...] = ("on", "zone", "method", "source")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        del self.fields["grade"]
        self.fields["on"].help_text = _("The day of the count, or the last day of it.")
        self.fields["source"].help_text = _("A study, a service. Never a person’s name, nor that of a venue.")  # fmt: skip

    def clean_source(self) -> str:
        """Refuse a source that looks as if it named a venue or a person: nothing here may lead there."""
        source: str = self.cleaned_data["source"]
        if seems_too_precise(source) or seem_to_name_someone([source]):
            raise forms.ValidationError(
                _(
                    "This looks like an address, a venue or a person. Name only the study or the service, without a number before it."
                )
            )
        return source

    def counted(self, place: str, venue_type: str = "", step: int = 0) -> Counted:
        """Return what was typed, as the acts want it."""
        typed = self.cleaned_data
        return Counted(
            place=place,
            zone=typed["zone"],
            venue_type=venue_type,
            step=step,
            counted_on=typed["on"].isoformat(),
            method=typed["method"],
            source=typed["source"],
        )


class CountsForm(CountsOriginForm):
    """Counts of one area by type of venue, from one source and of one day."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.types = [value.id for value in catalogue().code_list("venue_type").offered()]
        for value in catalogue().code_list("venue_type").offered():
            self.fields[value.id] = CountField(label=say(value, "label"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for one count at least."""
        typed: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.steps():
            self.add_error(None, _("Give one number at least."))
        return typed

    def steps(self) -> Mapping[str, int]:
        """Return the steps of the counts that were typed, by type of venue."""
        typed = self.cleaned_data
        return {slug: typed[slug] for slug in self.types if typed.get(slug) is not None}


class CountForm(CountsOriginForm):
    """One count, to be changed."""

    venue_type = forms.ChoiceField(
        label=_("Type of venue"), choices=lazy(lambda: choices_of("venue_type"), list)
    )
    count = CountField(label=_("How many"))
    field_order = ("venue_type", "count", "on", "zone", "method", "source")

    @staticmethod
    def typed(count: VenueCount) -> dict[str, object]:
        """Return what the form shows of a count that exists."""
        told = {n: getattr(count, n) for n in ("venue_type", "zone", "method", "source")}
        return told | {"count": typed_of(count.step), "on": count.counted_on}

    def told(self, place: str) -> Counted:
        """Return what was typed, as the act wants it."""
        typed = self.cleaned_data
        return self.counted(place, typed["venue_type"], typed["count"])


def actions_named() -> Any:  # noqa: ANN401 -- what Django takes as choices
    """Return the guide's actions by their slug, with number and name."""
    entries = catalogue().of_kind(Kind.ACTION)
    return [(one.slug, f"{one.number}. {say(one)}") for one in entries]


class DueForm(forms.Form):
    """By when an action is to be done, and when it was."""

    due_on = forms.DateField(
        label=_("By when"),
        widget=forms.DateInput({"class": "input-date", "type": "date"}, format="%Y-%m-%d"),
    )
    done_on = forms.DateField(
        label=_("Done on"),
        required=False,
        widget=forms.DateInput({"class": "input-date", "type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_done_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["done_on"]
        if day and day > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    @staticmethod
    def typed(planned: AreaAction) -> dict[str, object]:
        """Return what the form shows of an action that is planned."""
        return {"due_on": planned.due_on, "done_on": planned.done_on}


class ActionForm(forms.Form):
    """Which of the guide's actions an area calls for, by when."""

    action = forms.ChoiceField(label=_("Action of the guide"), choices=lazy(actions_named, list))
    due_on = forms.DateField(
        label=_("By when"),
        widget=forms.DateInput({"class": "input-date", "type": "date"}, format="%Y-%m-%d"),
    )


class CountsFileForm(forms.Form):
    """A file of counts."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or XLSX, one sheet, one row for each count. 2 MB and 1,500 rows at most."),
    )
