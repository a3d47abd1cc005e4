"""Who can be seen by whom."""

from django.db.models import QuerySet

from rempart.accounts.access import may_look_after_people
from rempart.accounts.models import User


def people_for(user: User) -> QuerySet[User]:
    """Return the people whom an administrator looks after: her own organisation's, by name."""
    if not may_look_after_people(user):
        return User.objects.none()
    found = User.objects.filter(organisation=user.organisation_id)
    return found.order_by("-is_active", "username")
