"""Reading what organisations added. Every look-up starts from what the reader may see."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from rempart.accounts.models import User
from rempart.guide.catalogue import catalogue, say
from rempart.guide.models import OwnEntry, OwnIndicator
from rempart.guide.rules.library import OWN, WORDS, Measure
from rempart.guide.rules.lists import IndicatorDefinition


def own_entries_for(user: User | AnonymousUser) -> QuerySet[OwnEntry]:
    """Return the living entries of the reader's own organisation, with their words; else none."""
    entries = OwnEntry.objects.filter(withdrawn_on=None).prefetch_related("said")
    entries = entries.select_related("written_by").order_by("kind", "written_on", "pk")
    if not isinstance(user, User) or user.organisation_id is None:
        return entries.none()
    return entries.filter(organisation=user.organisation_id)


def own_entries_carrying(
    user: User | AnonymousUser, wanted: Mapping[str, str]
) -> QuerySet[OwnEntry]:
    """Return those that carry the wanted tags: they have an area, and neither level, theme nor group."""
    own = own_entries_for(user)
    if set(wanted) - {"area"}:
        return own.none()
    return own.filter(area=f"area.{wanted['area']}") if wanted else own


def own_indicators_for(user: User | AnonymousUser) -> QuerySet[OwnIndicator]:
    """Return the living indicators of the reader's own organisation, with their words; else none."""
    organisation = user.organisation_id if isinstance(user, User) else None
    return own_indicators_of(organisation).filter(withdrawn_on=None)


def own_indicators_of(organisation: UUID | None) -> QuerySet[OwnIndicator]:
    """Return every indicator of an organisation, withdrawn ones too: plans may name them still."""
    found = OwnIndicator.objects.prefetch_related("said").order_by("written_on", "pk")
    return found.filter(organisation=organisation) if organisation else found.none()


def guide_measure(one: IndicatorDefinition) -> Measure:
    """Return an indicator of the guide in the reader's language."""
    return Measure(
        ref=one.slug,
        title=say(one),
        definition=say(one, "definition"),
        numerator=say(one, "counted"),
        denominator=say(one, "among"),
        level=one.level,
        domain=one.domain,
        unit=one.unit,
        direction=one.direction,
        frequency=one.frequency,
        split=one.disaggregation,
        source=say(one, "source"),
        caution=say(one, "caution"),
    )


def own_measure(one: OwnIndicator) -> Measure:
    """Return an organisation's indicator in the reader's language, or in the one it has."""
    said = {name: getattr(one.words, name) for name in WORDS}
    return Measure(
        ref=f"{OWN}{one.pk}",
        level=one.level,
        domain=one.domain,
        unit=one.unit,
        direction=one.direction,
        frequency=one.frequency,
        split=tuple(one.split),
        **said,
    )


def measure_of(ref: str, organisation: UUID | None) -> Measure | None:
    """Return what a reference names, for this organisation; none if it names nothing of hers."""
    if not ref.startswith(OWN):
        found = catalogue().indicators.get(ref)
        return guide_measure(found) if found else None
    try:
        pk = UUID(ref.removeprefix(OWN))
    except ValueError:
        return None
    own = own_indicators_of(organisation).filter(pk=pk).first()
    return own_measure(own) if own else None
