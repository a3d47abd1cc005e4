"""Services of a place: checked, a mistaken check taken away."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.communities.access import may_write_places
from rempart.communities.catalogue import hidden_services
from rempart.communities.models import Place, ServiceCheck
from rempart.communities.rules.basic_services import Check, faults_of
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record


@transaction.atomic
def check_service(place: Place, service: str, check: Check, *, by: User) -> ServiceCheck:
    """Add what was found of a service; what was found before becomes its history.

    Refused as ``not_there`` where a service that does not exist is described, as ``hidden`` where
    a distance would lead to a shelter.
    """
    if not may_write_places(by, place.organisation_id):
        raise PermissionDenied
    if faults := faults_of(check, is_hidden=service in hidden_services()):
        raise RefusedError(sorted({why for _field, why in faults}))
    said = {name: getattr(check, name) for name in Check.__dataclass_fields__}
    found = ServiceCheck.objects.create(place=place, service=service, written_by=by, **said)
    record(by, "place.service_checked", place, service=service)
    return found


@transaction.atomic
def remove_check(check: ServiceCheck, *, by: User) -> None:
    """Take a check away: it was mistaken."""
    if not may_write_places(by, check.place.organisation_id):
        raise PermissionDenied
    record(by, "place.check_removed", check.place, service=check.service)
    check.delete()
