"""Figures about places: the newest, their history, what a sheet may say, the outlines."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext, override

from rempart.accounts.models import User
from rempart.communities.catalogue import conditions
from rempart.communities.models import Outline, PendingSheet, Place, Value
from rempart.communities.queries.places import places_for
from rempart.communities.rules.readings import Vocabulary, told_twice
from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.words import bare

UNITS = "condition_unit"


class Known(NamedTuple):
    """The newest figure of a condition in a place, with where it comes from."""

    value: Decimal
    on: date
    source: str
    grade: str


def newest_of(user: User, places: "list[UUID] | None" = None) -> dict[tuple[UUID, str], Known]:
    """Return the newest figure of each condition in each place that the reader may see."""
    values = Value.objects.filter(place__organisation=user.organisation_id)
    if places is not None:
        values = values.filter(place__in=places)
    order = [F("on").desc(), F("written_at").desc(), F("id").asc()]
    turn = Window(RowNumber(), partition_by=[F("place_id"), F("condition")], order_by=order)
    newest = values.order_by().annotate(turn=turn).filter(turn=1)
    told = newest.values_list("place_id", "condition", "value", "on", "source", "grade")
    return {
        (place, condition): Known(value, on, source, grade)
        for place, condition, value, on, source, grade in told.iterator()
    }


def values_for(user: User, place: Place) -> "list[Value]":
    """Return every figure of a place that the reader may see, the newest first."""
    mine = Value.objects.filter(place=place, place__organisation=user.organisation_id)
    return list(mine.select_related("written_by"))


def history_of(values: "list[Value]") -> dict[str, list[Value]]:
    """Return figures by condition, the newest first."""
    found: dict[str, list[Value]] = defaultdict(list)
    for value in values:
        found[value.condition].append(value)
    return found


def pending_of(user: User, kind: str = "figures") -> PendingSheet | None:
    """Return the file that the reader chose and has not said yes to; never another's."""
    mine = PendingSheet.objects.filter(author=user, organisation=user.organisation_id, kind=kind)
    return mine.first()


def outlines_for(user: User) -> dict[UUID, Outline]:
    """Return the outlines of the reader's places, by place."""
    found = Outline.objects.filter(place__organisation=user.organisation_id)
    return {one.place_id: one for one in found}


def names_of(user: User) -> dict[str, list[str]]:
    """Return the keys of the reader's places by their bare name."""
    found: dict[str, list[str]] = defaultdict(list)
    for pk, name in places_for(user).values_list("pk", "name"):
        found[bare(name)].append(str(pk))
    return found


def vocabulary_for(user: User, today: date) -> Vocabulary:
    """Return what the words of a sheet mean to the reader's organisation, in every language."""
    names = names_of(user)
    return Vocabulary(
        heads=told_twice(_heads()),
        names=names,
        keys=frozenset(key for keys in names.values() for key in keys),
        grades=dict(_grades()),
        today=today,
    )


def column_heads() -> Mapping[str, str]:
    """Return the words over the columns that are no condition, by their role."""
    return {
        "id": "id",
        "place": gettext("Place"),
        "source": gettext("Source"),
        "date": gettext("Date"),
        "grade": gettext("Quality"),
        "note": gettext("Note"),
    }


def condition_head(slug: str) -> str:
    """Return the words over the column of a condition: its title and its unit."""
    condition = conditions()[slug]
    unit = catalogue().code_list(UNITS).value(condition.unit)
    return f"{say(condition)} ({say(unit, 'short') or say(unit, 'label')})"


def _heads() -> Iterator[tuple[str, str]]:
    for language, _name in settings.LANGUAGES:
        with override(language):
            for role, words in column_heads().items():
                yield role, role
                yield words, role
            for slug, condition in conditions().items():
                yield slug, slug
                yield say(condition), slug
                yield condition_head(slug), slug


def _grades() -> Iterator[tuple[str, str]]:
    for grade in catalogue().code_list("value_grade").values:
        yield bare(grade.id), grade.id
        for language, _name in settings.LANGUAGES:
            yield bare(say(grade, "label", language)), grade.id
