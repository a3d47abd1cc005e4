"""How the basic services of places stand, by their newest checks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from rempart.accounts.models import User
from rempart.communities.models import Place, ServiceCheck
from rempart.communities.rules.basic_services import Seen, State, seen
from rempart.guide.catalogue import catalogue, say

SERVICES = "basic_service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One basic service of a place: what was found, and how it stands today."""

    id: str
    name: str
    check: ServiceCheck | None
    before: tuple[ServiceCheck, ...]
    seen: Seen
    is_hidden: bool

    @property
    def is_a_gap(self) -> bool:
        """Say whether it is missing, or not there for all who need it."""
        return self.seen.state in {State.MISSING, State.LACKING}


def checks_for(user: User, places: Iterable[UUID]) -> QuerySet[ServiceCheck]:
    """Return every check of some of the reader's places, the newest first."""
    own = ServiceCheck.objects.filter(place__organisation=user.organisation_id)
    return own.filter(place__in=places)


def services_for(user: User, places: Iterable[Place], today: date) -> dict[UUID, list[Service]]:
    """Return every basic service of each place, in the order of the list."""
    keys = [one.pk for one in places]
    found: dict[tuple[UUID, str], list[ServiceCheck]] = defaultdict(list)
    for check in checks_for(user, keys):
        found[check.place_id, check.service].append(check)
    return {key: list(_services(key, found, today)) for key in keys}


def _services(
    key: UUID, found: dict[tuple[UUID, str], list[ServiceCheck]], today: date
) -> Iterable[Service]:
    for value in catalogue().code_list(SERVICES).offered():
        history = found.get((key, value.id), [])
        newest = history[0] if history else None
        is_hidden = bool(value.facts.get("is_hidden"))
        told = newest.told() if newest else None
        yield Service(
            id=value.id,
            name=say(value, "label"),
            check=newest,
            before=tuple(history[1:]),
            seen=seen(told, months=int(value.facts["months"]), is_hidden=is_hidden, today=today),
            is_hidden=is_hidden,
        )
