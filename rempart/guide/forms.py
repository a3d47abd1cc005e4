"""What a person may type. A form cleans; it never saves."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.guide.models import OWN_KINDS, OwnEntry
from rempart.guide.rules.kinds import Kind
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
