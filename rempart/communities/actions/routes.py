"""Routes: written, changed, taken away."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_write_places
from rempart.communities.models import Place, Route
from rempart.communities.rules.routes import ToldRoute, faults_of
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record


@transaction.atomic
def add_route(organisation: Organisation, told: ToldRoute, *, by: User, on: date) -> Route:
    """Add a route; refused with every reason why it cannot be as it is said."""
    if not may_write_places(by, organisation.pk):
        raise PermissionDenied
    route = Route(organisation=organisation)
    _write(route, told, by, on)
    record(by, "route.added", route, answer=told.answer.value)
    return route


@transaction.atomic
def change_route(route: Route, told: ToldRoute, *, by: User, on: date) -> Route:
    """Write anew what is said of a route; refused as ``add_route`` refuses."""
    if not may_write_places(by, route.organisation_id):
        raise PermissionDenied
    _write(route, told, by, on)
    record(by, "route.changed", route, answer=told.answer.value)
    return route


@transaction.atomic
def remove_route(route: Route, *, by: User) -> None:
    """Take a route away."""
    if not may_write_places(by, route.organisation_id):
        raise PermissionDenied
    record(by, "route.removed", route)
    route.delete()


def _write(route: Route, told: ToldRoute, by: User, on: date) -> None:
    if faults := list(faults_of(told)):
        raise RefusedError(sorted({why for _field, why in faults}))
    ends = {key for key in (told.from_place_id, told.to_place_id) if key}
    own = Place.objects.filter(organisation=route.organisation_id, pk__in=ends)
    if own.count() != len(ends):
        raise PermissionDenied
    for name in ToldRoute.__dataclass_fields__:
        setattr(route, name, getattr(told, name))
    route.written_by, route.written_on = by, on
    route.save()
