"""Who may describe places."""

from rempart.accounts.access import may_design
from rempart.accounts.models import Organisation, User


def may_add_place(user: User, organisation: Organisation) -> bool:
    """Whoever designs for an organisation may add the places it works in."""
    return may_design(user, organisation.pk)
