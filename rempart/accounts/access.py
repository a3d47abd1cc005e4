"""Who may do what, as far as role and organisation tell. Later rooms build on these."""

import uuid

from rempart.accounts.models import User
from rempart.accounts.rules import Role


def works_for(user: User, organisation_id: uuid.UUID) -> bool:
    """Whether the person belongs to this organisation."""
    return user.is_active and user.organisation_id == organisation_id


def may_design(user: User, organisation_id: uuid.UUID) -> bool:
    """Designers and administrators write their own organisation's plans."""
    return works_for(user, organisation_id) and user.role in {Role.DESIGNER, Role.ADMINISTRATOR}


def may_review(user: User, organisation_id: uuid.UUID) -> bool:
    """Reviewers and administrators review their own organisation's plans."""
    return works_for(user, organisation_id) and user.role in {Role.REVIEWER, Role.ADMINISTRATOR}


def may_administer(user: User, organisation_id: uuid.UUID) -> bool:
    """Administrators look after their own organisation's people, headings and templates."""
    return works_for(user, organisation_id) and user.role == Role.ADMINISTRATOR


def may_look_after_people(user: User) -> bool:
    """Administrators of an organisation open and close its accounts."""
    return user.organisation_id is not None and may_administer(user, user.organisation_id)
