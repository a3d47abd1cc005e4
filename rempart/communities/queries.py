"""Reading places, starting from what this reader may see."""

from django.db.models import QuerySet

from rempart.accounts.models import User
from rempart.communities.models import Place


def places_for(user: User) -> QuerySet[Place]:
    """Return the places of the reader's own organisation, by name."""
    return Place.objects.filter(organisation=user.organisation_id)
