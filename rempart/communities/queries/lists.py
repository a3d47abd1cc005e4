"""What a list of places may say to the reader's organisation, and the list that waits for her yes."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.conf import settings
from django.utils.translation import gettext, override

from rempart.accounts.models import User
from rempart.communities.models import PendingPlaces, Place
from rempart.communities.models.names import LEVEL_NAMES
from rempart.communities.queries.places import places_for
from rempart.communities.queries.values import names_of
from rempart.communities.rules.listing import ListWords
from rempart.communities.rules.readings import told_twice
from rempart.guide.rules.words import bare


def pending_places_of(user: User) -> PendingPlaces | None:
    """Return the list that the reader chose and has not said yes to; never another's."""
    return PendingPlaces.objects.filter(author=user, organisation=user.organisation_id).first()


def list_words_for(user: User, today: date) -> ListWords:
    """Return what the words of a list mean to the reader's organisation, in every language."""
    names = names_of(user)
    return ListWords(
        heads=told_twice(_heads()),
        levels=dict(_levels()),
        names=names,
        keys=frozenset(key for keys in names.values() for key in keys),
        there=frozenset(places_for(user).values_list("name", "level", "country")),
        years=Place.years(today),
    )


def list_heads() -> Mapping[str, str]:
    """Return the words over the columns of a list, by what they hold."""
    return {
        "name": gettext("Place"),
        "level": gettext("How wide is it?"),
        "parent": gettext("Lies in"),
        "country": gettext("Country"),
        "children": gettext("Children living there"),
        "year": gettext("Counted in (year)"),
        "source": gettext("Counted by"),
    }


def _heads() -> Iterator[tuple[str, str]]:
    for language, _name in settings.LANGUAGES:
        with override(language):
            for role, words in list_heads().items():
                yield role, role
                yield words, role


def _levels() -> Iterator[tuple[str, str]]:
    for level, words in LEVEL_NAMES.items():
        yield bare(level), level
        for language, _name in settings.LANGUAGES:
            with override(language):
                yield bare(str(words)), level
