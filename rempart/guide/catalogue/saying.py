"""Saying a text of the content in the reader's language, or in the source until it is translated."""

import gettext
from functools import cache
from typing import Protocol

from django.conf import settings
from django.utils.translation import get_language, to_locale

from rempart.guide.catalogue.loading import catalogue
from rempart.guide.rules.entries import Entry


class Spoken(Protocol):
    """Anything of the content that has words: an entry, one of its lines, a value of a list..."""

    @property
    def context(self) -> str:
        """Return what names it to translators."""


def say(spoken: Spoken | str, field: str = "title", language: str | None = None) -> str:
    """Return a text of the content; ``spoken`` may be the slug of an entry.

    In the active language unless another is named; in the source language where a translation is
    missing. A field without words is the empty string.
    """
    record = catalogue().entry(spoken) if isinstance(spoken, str) else spoken
    text: str = getattr(record, field)
    if not text:
        return ""
    spoken_in = language or get_language() or settings.LANGUAGE_CODE
    context = f"{record.context}/{field}"
    return _words(record.context.partition("/")[0], spoken_in).pgettext(context, text)


@cache
def _words(domain: str, language: str) -> gettext.NullTranslations:
    """Return the translations of a domain; a later folder of content has the first word."""
    said = gettext.NullTranslations()
    for folder in settings.CONTENT_FOLDERS:
        nearer = gettext.translation(
            domain, folder / "locale", [to_locale(language)], fallback=True
        )
        nearer.add_fallback(said)
        said = nearer
    return said


def place_of(entry: Entry, language: str | None = None) -> str:
    """Return where an entry stands in the guide: "Strategy 2, communities at risk, box 8"."""
    lists = catalogue().lists
    place = entry.place
    parts = []
    if place.area:
        parts.append(say(lists["guide_area"].value(place.area), "short", language))
    if place.part != "area":
        part = say(lists["guide_part"].value(place.part), "label", language)
        parts.append(part.replace("{number}", str(place.number)))
    where = ", ".join(parts)
    return where[:1].upper() + where[1:]
