"""Reading what organisations added. Every look-up starts from what the reader may see."""

from collections.abc import Mapping

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from rempart.accounts.models import User
from rempart.guide.models import OwnEntry


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
