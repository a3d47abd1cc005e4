"""What can be done to places."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_add_place
from rempart.communities.models import Place
from rempart.vault.audit import record


@transaction.atomic
def add_place(
    organisation: Organisation, *, by: User, name: str, level: str = "", country: str = ""
) -> Place:
    """Return the organisation's place of this name, level and country; make it if there is none."""
    if not may_add_place(by, organisation):
        raise PermissionDenied
    same = Place.objects.filter(organisation=organisation, name=name, level=level, country=country)
    if found := same.first():
        return found
    place = Place.objects.create(organisation=organisation, name=name, level=level, country=country)
    record(by, "place.added", place, level=level)
    return place
