"""Who may describe places. Reading them is for whoever works for the organisation."""

import uuid

from rempart.accounts.access import may_design, may_review, works_for
from rempart.accounts.models import Organisation, User


def may_add_place(user: User, organisation: Organisation) -> bool:
    """Whoever designs for an organisation may add the places it works in."""
    return may_design(user, organisation.pk)


def may_write_places(user: User, organisation_id: uuid.UUID | None) -> bool:
    """Designers and administrators write about their own organisation's places; a reviewer reads."""
    return organisation_id is not None and may_design(user, organisation_id)


def may_read_census(user: User, organisation_id: uuid.UUID | None) -> bool:
    """The census and the routes are for those who write or review what their organisation plans."""
    return organisation_id is not None and (
        may_design(user, organisation_id) or may_review(user, organisation_id)
    )


def may_read_places(user: User, organisation_id: uuid.UUID | None) -> bool:
    """Whoever works for an organisation reads about its places."""
    return organisation_id is not None and works_for(user, organisation_id)
