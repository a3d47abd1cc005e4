"""A funder template as it is typed: each section in or out, its place, its heading."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rempart.programmes.documents.outline import SECTIONS
from rempart.programmes.forms import fields as ask
from rempart.programmes.rules.patterns import LONGEST, Pattern, PatternSection


class PatternForm(forms.Form):
    """Name, language and note of a template; the sections stand beside, three fields each."""

    name = ask.line(
        _("Name of the template"),
        _("The funder or the kind of document."),
        limit=LONGEST["name"],
        needed=True,
    )
    language = forms.ChoiceField(label=_("Language of the headings"), choices=settings.LANGUAGES)
    note = ask.line(
        _("What the outline says of its headings"),
        _("Left empty, it says what the house’s outline says."),
        limit=LONGEST["note"],
    )

    def __init__(self, data: QueryDict | None = None, *, pattern: Pattern | None = None) -> None:
        super().__init__(data)
        begun = pattern or Pattern(
            name="",
            language=settings.LANGUAGE_CODE,
            sections=tuple(PatternSection(section=slug) for slug in SECTIONS),
        )
        self.initial: dict[str, object] = {
            "name": begun.name,
            "language": begun.language,
            "note": begun.note,
        }
        given = {one.section: (n, one.heading) for n, one in enumerate(begun.sections, start=1)}
        for slug in SECTIONS:
            place, heading = given.get(slug, (None, ""))
            self._ask(slug, place, heading)

    def _ask(self, slug: str, place: int | None, heading: str) -> None:
        """Ask whether a section is in, at which place and under which heading."""
        title = str(SECTIONS[slug][0])
        number = forms.IntegerField(
            required=False, min_value=1, max_value=99, label=_("Position"), widget=forms.NumberInput
        )
        words = ask.line(_("Heading"), limit=LONGEST["heading"])
        for field in (number, words):
            field.widget.attrs["class"] = "input"
        self.fields[f"in-{slug}"] = forms.BooleanField(required=False, label=title)
        self.fields[f"place-{slug}"] = number
        self.fields[f"heading-{slug}"] = words
        self.initial[f"in-{slug}"] = place is not None
        self.initial[f"place-{slug}"] = place
        self.initial[f"heading-{slug}"] = heading

    def main(self) -> list[forms.BoundField]:
        """Return what is asked of the template as a whole."""
        return [self[name] for name in ("name", "language", "note")]

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Return the three fields of each section, in the order in which they stand now."""
        found = [(self[f"in-{s}"], self[f"place-{s}"], self[f"heading-{s}"]) for s in SECTIONS]
        return found if self.is_bound else sorted(found, key=lambda row: int(row[1].value() or 99))

    def pattern(self) -> Pattern:
        """Return the template, once the form is valid: the sections that are in, by their place."""
        given: dict[str, Any] = self.cleaned_data
        chosen = [slug for slug in SECTIONS if given[f"in-{slug}"]]
        chosen.sort(key=lambda slug: given[f"place-{slug}"] or 99)
        return Pattern(
            name=given["name"],
            language=given["language"],
            note=given["note"],
            sections=tuple(
                PatternSection(section=slug, heading=given[f"heading-{slug}"]) for slug in chosen
            ),
        )
