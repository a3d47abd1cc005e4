"""Who may add to the guide. Reading the guide itself asks nobody's leave: it is public content."""

from rempart.accounts.access import may_design
from rempart.accounts.models import User
from rempart.guide.models import OwnEntry, OwnIndicator


def may_write_own_entries(user: User) -> bool:
    """Designers and administrators add entries for their own organisation."""
    return user.organisation_id is not None and may_design(user, user.organisation_id)


def may_change(user: User, entry: OwnEntry | OwnIndicator) -> bool:
    """The same people change them, in their own organisation only."""
    return may_design(user, entry.organisation_id)
