"""Routes of the reader's organisation."""

from django.db.models import Q, QuerySet

from rempart.accounts.models import User
from rempart.communities.models import Route

OPEN = Q(action="", measure="", no_measure="")


def routes_for(user: User, *, only_open: bool = False) -> QuerySet[Route]:
    """Return the routes of the reader's organisation, or those that nothing answers yet."""
    own = Route.objects.filter(organisation=user.organisation_id)
    own = own.select_related("from_place", "to_place")
    return own.filter(OPEN) if only_open else own
