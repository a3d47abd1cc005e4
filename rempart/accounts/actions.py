"""Acts on organisations and accounts."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.access import may_administer
from rempart.accounts.models import Organisation, User
from rempart.accounts.rules import Role
from rempart.vault.audit import record


@transaction.atomic
def found_organisation(name: str, *, by: User) -> Organisation:
    """Found an organisation; ``by``, who belongs to none yet, becomes its first administrator.

    Her account may be new, not stored so far: on an empty system nobody else could open it.
    """
    if by.organisation_id:
        raise PermissionDenied
    organisation = Organisation.objects.create(name=name)
    by.organisation, by.role = organisation, Role.ADMINISTRATOR.value
    by.save()
    record(by, "accounts.organisation_founded", organisation)
    return organisation


@transaction.atomic
def open_account(username: str, *, role: Role, password: str, by: User) -> User:
    """Open an account in the administrator's own organisation; nobody signs up for herself."""
    if not (by.organisation_id and may_administer(by, by.organisation_id)):
        raise PermissionDenied
    person = User(username=username, organisation=by.organisation, role=role.value)
    person.set_password(password)
    person.save()
    record(by, "accounts.account_opened", person, role=role.value)
    return person
