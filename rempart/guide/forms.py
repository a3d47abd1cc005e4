"""What a person may type. A form cleans; it never saves."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.guide.models import OWN_KINDS, OwnEntry, OwnIndicator
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.library import WORDS, Defined
from rempart.guide.rules.own import Said, Written

LONGEST_TEXT = 4000


class OwnEntryForm(forms.Form):
    """An entry of an organisation: what it is, where it belongs, and its words in each language."""

    kind = forms.ChoiceField(label=_("What it is"), choices=list(OWN_KINDS.items()))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        areas = [(area.slug, say(area)) for area in catalogue().of_kind(Kind.AREA)]
        self.fields["area"] = forms.ChoiceField(
            label=_("Field of strategy"),
            required=False,
            choices=[("", _("No field in particular")), *areas],
        )
        for code, name in _languages():
            self.fields[f"title_{code}"] = forms.CharField(
                label=_("Title (%(language)s)") % {"language": name},
                required=False,
                max_length=200,
            )
            self.fields[f"text_{code}"] = forms.CharField(
                label=_("Text (%(language)s)") % {"language": name},
                required=False,
                max_length=LONGEST_TEXT,
                widget=forms.Textarea(attrs={"rows": 5}),
            )

    def clean(self) -> dict[str, Any]:
        """Ask for a title in one language at least, and for a title wherever there is a text."""
        typed = self.cleaned_data
        for code, _name in settings.LANGUAGES:
            if typed.get(f"text_{code}") and not typed.get(f"title_{code}"):
                self.add_error(f"title_{code}", _("Give this text a title."))
        if not self.errors and not self.written().words:
            self.add_error(
                f"title_{_languages()[0][0]}", _("Give a title in one language at least.")
            )
        return typed

    def written(self) -> Written:
        """Return what was typed, as the act wants it."""
        typed = self.cleaned_data
        return Written(
            kind=typed["kind"],
            area=typed["area"],
            words={
                code: Said(title=typed[f"title_{code}"], text=typed[f"text_{code}"])
                for code, _name in settings.LANGUAGES
                if typed.get(f"title_{code}")
            },
        )

    @staticmethod
    def typed_of(entry: OwnEntry) -> dict[str, str]:
        """Return what the form shows of an entry that exists."""
        typed = {"kind": entry.kind, "area": entry.area}
        for words in entry.said.all():
            typed |= {f"title_{words.language}": words.title, f"text_{words.language}": words.text}
        return typed


def _languages() -> Sequence[tuple[str, object]]:
    """Return the languages, the reader's own first."""
    return sorted(settings.LANGUAGES, key=lambda language: language[0] != get_language())


INDICATOR_WORDS = {  # what is asked in each language -> its label, its length
    "title": (_("Indicator (%(language)s)"), 300),
    "definition": (_("Definition (%(language)s)"), 2000),
    "numerator": (_("Numerator: what is counted (%(language)s)"), 500),
    "denominator": (_("Denominator: among whom or what (%(language)s)"), 500),
    "source": (_("Source (%(language)s)"), 300),
    "caution": (_("Caution (%(language)s)"), 1000),
}
INDICATOR_CODES = {  # what is chosen -> its label, its list, whether it must be
    "level": (_("Level"), "indicator_level", True),
    "domain": (_("Field"), "indicator_domain", False),
    "unit": (_("Unit"), "plan_unit", True),
    "direction": (_("Which way is better"), "indicator_direction", False),
    "frequency": (_("How often it is counted"), "indicator_frequency", False),
}
LONG = ("definition", "caution")


class OwnIndicatorForm(forms.Form):
    """An indicator of an organisation: how it is counted, and its words in each language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for name, (label, code_list, needed) in INDICATOR_CODES.items():
            values = catalogue().code_list(code_list).offered()
            choices = [("", _("Not said yet")), *((one.id, say(one, "label")) for one in values)]
            self.fields[name] = forms.ChoiceField(label=label, required=needed, choices=choices)
        splits = catalogue().code_list("plan_split").offered()
        self.fields["split"] = forms.MultipleChoiceField(
            label=_("Split by"),
            required=False,
            choices=[(one.id, say(one, "label")) for one in splits],
            widget=forms.CheckboxSelectMultiple(),
        )
        for code, language in settings.LANGUAGES:
            for name, (words, longest) in INDICATOR_WORDS.items():
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=words % {"language": language},
                    required=False,
                    max_length=longest,
                    widget=forms.Textarea(attrs={"rows": 3}) if name in LONG else None,
                )

    def clean(self) -> dict[str, Any]:
        """Ask for a title wherever there are words, and for both halves of a percentage."""
        typed = self.cleaned_data
        for code, _language in settings.LANGUAGES:
            said = {name: typed.get(f"{name}_{code}") for name in WORDS}
            if any(said.values()) and not said["title"]:
                self.add_error(f"title_{code}", _("Name the indicator in this language."))
            if said["title"] and typed.get("unit") == "percent":
                for name in ("numerator", "denominator"):
                    if not said[name]:
                        self.add_error(
                            f"{name}_{code}",
                            _("A percentage says what is counted, and among what."),
                        )
        first = settings.LANGUAGES[0][0]
        if not any(typed.get(f"title_{code}") for code, _language in settings.LANGUAGES):
            self.add_error(f"title_{first}", _("Name it in one language at least."))
        return typed

    def defined(self) -> Defined:
        """Return what was typed, as the act wants it."""
        typed = self.cleaned_data
        return Defined(
            **{name: typed[name] for name in INDICATOR_CODES},
            split=tuple(typed["split"]),
            words={
                code: {name: typed[f"{name}_{code}"] for name in WORDS}
                for code, _language in settings.LANGUAGES
                if typed[f"title_{code}"]
            },
        )

    @staticmethod
    def typed_of(indicator: OwnIndicator) -> dict[str, Any]:
        """Return what the form shows of an indicator that exists."""
        typed: dict[str, Any] = {name: getattr(indicator, name) for name in INDICATOR_CODES}
        typed["split"] = indicator.split
        for words in indicator.said.all():
            typed |= {f"{name}_{words.language}": getattr(words, name) for name in WORDS}
        return typed
