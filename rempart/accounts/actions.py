"""Acts on organisations and accounts."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rempart.accounts.access import may_administer, may_look_after_people
from rempart.accounts.models import Organisation, User
from rempart.accounts.rules import Role, obstacles_to_leaving_administration
from rempart.kit.refusals import RefusedError
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
def rename_organisation(organisation: Organisation, *, name: str, by: User) -> None:
    """Change the name that an organisation goes by."""
    if not may_administer(by, organisation.pk):
        raise PermissionDenied
    organisation.name = name
    organisation.save(update_fields=["name"])
    record(by, "accounts.organisation_renamed", organisation)


@transaction.atomic
def open_account(
    username: str, *, role: Role, password: str, by: User, full_name: str = "", handed: bool = False
) -> User:
    """Open an account in the administrator's own organisation; nobody signs up for herself.

    A password that is ``handed`` on must be changed at the first sign-in. Refused as
    ``name-taken`` where somebody, here or elsewhere, signs in with this name in any case.
    """
    if not may_look_after_people(by):
        raise PermissionDenied
    person = User(
        username=username,
        first_name=full_name,
        organisation=by.organisation,
        role=role.value,
        must_renew_password=handed,
    )
    person.set_password(password)
    _save_under_a_free_name(person)
    record(by, "accounts.account_opened", person, role=role.value)
    return person


@transaction.atomic
def change_role(person: User, *, role: Role, by: User) -> None:
    """Give a person another role; refused as ``last-administrator``."""
    _lock_for(by, person)
    if role is not Role.ADMINISTRATOR:
        _refuse_to_leave_nobody(person)
    person.role = role.value
    person.save(update_fields=["role"])
    record(by, "accounts.role_changed", person, role=role.value)


@transaction.atomic
def close_account(person: User, *, by: User) -> None:
    """Let a person sign in no more, and end her sessions; refused as ``last-administrator``."""
    _lock_for(by, person)
    _refuse_to_leave_nobody(person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    record(by, "accounts.account_closed", person)


@transaction.atomic
def reopen_account(person: User, *, by: User) -> None:
    """Let a person sign in again, with the password she had."""
    _lock_for(by, person)
    person.is_active = True
    person.save(update_fields=["is_active"])
    record(by, "accounts.account_reopened", person)


@transaction.atomic
def renew_password(person: User, *, password: str, by: User) -> None:
    """Hand a person a new password, which she must change when she signs in; her sessions end."""
    _lock_for(by, person)
    person.set_password(password)
    person.must_renew_password = True
    person.save(update_fields=["password", "must_renew_password"])
    record(by, "accounts.password_renewed", person)


@transaction.atomic
def choose_password(person: User, *, password: str, by: User) -> None:
    """Keep the password that a person chose for herself."""
    if by.pk != person.pk or not by.is_active:
        raise PermissionDenied
    person.set_password(password)
    person.must_renew_password = False
    person.save(update_fields=["password", "must_renew_password"])
    record(by, "accounts.password_chosen", person)


@transaction.atomic
def introduce_oneself(person: User, *, full_name: str, language: str, theme: str, by: User) -> None:
    """Keep what a person says of herself: her name, her language, her theme."""
    if by.pk != person.pk or not by.is_active:
        raise PermissionDenied
    person.first_name, person.last_name = full_name, ""
    person.language, person.theme = language, theme
    person.save(update_fields=["first_name", "last_name", "language", "theme"])
    record(by, "accounts.oneself_introduced", person)


def _lock_for(by: User, person: User) -> None:
    """Let only an administrator of the person's organisation through, one at a time."""
    if not (person.organisation_id and may_administer(by, person.organisation_id)):
        raise PermissionDenied
    Organisation.objects.select_for_update().get(pk=person.organisation_id)
    person.refresh_from_db(fields=["role", "is_active"])


def _refuse_to_leave_nobody(person: User) -> None:
    if reasons := obstacles_to_leaving_administration(person.standing()):
        raise RefusedError(reasons)


def _save_under_a_free_name(person: User) -> None:
    if User.objects.filter(username__iexact=person.username).exists():
        raise RefusedError(["name-taken"])
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as taken_meanwhile:
        raise RefusedError(["name-taken"]) from taken_meanwhile
