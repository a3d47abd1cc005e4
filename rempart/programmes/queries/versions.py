"""Reading the kept versions of a programme: the list without what they hold, and one plan of them."""

import json
import zlib

from django.db.models import QuerySet

from rempart.programmes.models import Programme, Version
from rempart.programmes.queries.known import known
from rempart.programmes.queries.plans import plan_of
from rempart.programmes.rules.exchange import write_plan
from rempart.programmes.rules.exchange.faults import Known
from rempart.programmes.rules.exchange.records import Reader
from rempart.programmes.rules.plan import Plan


class _Everything(frozenset[str]):
    """A vocabulary that holds every code: what was kept is read even when the content forgot it."""

    def __contains__(self, code: object) -> bool:
        return True


def versions_of(programme: Programme) -> QuerySet[Version]:
    """Return the kept versions, the last first, without what they hold."""
    return Version.objects.filter(programme=programme).select_related("kept_by").defer("packed")


def version_of(programme: Programme, number: int) -> Version | None:
    """Return one kept version by its number."""
    return Version.objects.filter(programme=programme, number=number).first()


def packed(plan: Plan) -> bytes:
    """Return a plan as a version holds it."""
    return zlib.compress(write_plan(plan).encode(), 9)


def plan_kept(version: Version) -> Plan:
    """Return the plan that a version holds, as far as this Rempart can read it."""
    return read_version(version)[0]


def read_version(version: Version) -> tuple[Plan, bool]:
    """Return the plan that a version holds, and whether nothing of it is lost.

    A code that the content has forgotten since is shown as it was; a fact that this Rempart no
    longer knows is left out.
    """
    data = json.loads(zlib.decompress(bytes(version.packed)))
    now = known()
    reader = Reader(
        Known(
            vocabularies=dict.fromkeys(now.vocabularies, _Everything()),
            kinds=now.kinds,
            questions=now.questions,
            longest=now.longest,
        )
    )
    plan = reader.plan(data["plan"])
    if plan is None:
        message = f"version {version.number} of {version.programme_id} cannot be read"
        raise ValueError(message)
    return plan, not reader.faults


def plan_at(programme: Programme, number: int | None) -> Plan | None:
    """Return the plan of a version, or as it is now (``None``); none if there is no such version."""
    if number is None:
        return plan_of(programme)
    version = version_of(programme, number)
    return plan_kept(version) if version else None
