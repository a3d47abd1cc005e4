"""How an organisation calls the levels of its results frameworks."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.utils.translation import get_language

from rempart.programmes.models.levels import LEVEL_NAMES, LevelName
from rempart.programmes.rules.naming import Names, glossed


def own_levels(organisation: UUID, language: str = "") -> dict[str, tuple[str, str]]:
    """Return the levels that an organisation named itself, in the reader's language or in this one."""
    asked = language or get_language() or ""
    found = LevelName.objects.filter(organisation=organisation, language=asked)
    return {level: (one, many) for level, one, many in found.values_list("level", "one", "many")}


def our_levels() -> Names:
    """Return our own names, in the language in use."""
    return {level: (str(one), str(many)) for level, (one, many) in LEVEL_NAMES.items()}


def in_own_words(organisation: UUID | None) -> Callable[[str], str]:
    """Return what says a text of ours with an organisation's names of the levels; nobody's has none."""
    own = own_levels(organisation) if organisation else {}
    return partial(glossed, ours=our_levels(), own=own)


def names_in_every_language(organisation: UUID) -> list[tuple[str, str]]:
    """Return each name that an organisation gave to a level, with the level."""
    found = LevelName.objects.filter(organisation=organisation)
    rows = found.values_list("level", "one", "many")
    return [(name, level) for level, one, many in rows for name in (one, many)]
