"""The rows of a plan: added, changed, moved with what belongs to them, removed with it."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from rempart.accounts.models import User
from rempart.communities.actions import add_place
from rempart.kit.conflicts import expect_version
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_write
from rempart.programmes.models import (
    ROWS,
    ActionPart,
    Activity,
    Material,
    PlannedPlace,
    Programme,
    Risk,
    Row,
)
from rempart.programmes.models.facts import set_facts, storable
from rempart.programmes.models.made import put_under
from rempart.programmes.queries import locked, siblings_of
from rempart.programmes.queries.comments import said_about, with_rows_below
from rempart.programmes.rules.codes import Stand
from rempart.vault.audit import record

R = TypeVar("R", bound=Row)


@transaction.atomic
def add_row(
    programme: Programme,
    *,
    by: User,
    kind: str,
    values: Mapping[str, object],
    parent: Row | None = None,
) -> Row:
    """Return a new row at the end of its list (of its parent's, if it has one).

    ``kind`` is the name of its list in ``Plan``; ``values`` bear the names of its record's fields.
    A place of the programme is told by its key; one of ``places`` by its name, level and country.
    """
    if not may_write(by, programme):
        raise PermissionDenied
    found = locked(programme)
    row = ROWS[kind](programme=found, key=str(uuid4()))
    put_under(row, parent)
    last = siblings_of(row).aggregate(last=Max("position"))["last"]
    row.position = 0 if last is None else last + 1
    _refuse_named_opponents(kind, values)
    set_facts(row, _columns(row, values, by))
    row.save()
    _touch(found, by)
    record(by, "programme.row_added", found, kind=kind, row=row.key)
    return row


@transaction.atomic
def change_row(row: R, *, by: User, version: int, values: Mapping[str, object]) -> R:
    """Write a row's fields, and return it as it now is.

    ``version`` is the one the person started from (``row.version``); ``ConflictError`` if someone
    saved other values since, and nothing is written.
    """
    if not may_write(by, row.programme):
        raise PermissionDenied
    programme = locked(row.programme)
    found = type(row)._default_manager.get(pk=row.pk)
    mine = {name: storable(value) for name, value in values.items()}
    theirs = {name: _told(name, getattr(found, name)) for name in values}
    expect_version(mine=mine, theirs=theirs, started_from=version, stored=found.version)
    _refuse_named_opponents(found.listed_as, {"name": getattr(found, "name", "")} | mine)
    set_facts(found, _columns(found, mine, by))
    found.version += 1
    found.save()
    _touch(programme, by)
    record(by, "programme.row_changed", programme, kind=found.listed_as, row=found.key)
    return found


@transaction.atomic
def move_row(row: Row, *, by: User, offset: int = 0, parent: Row | None = None) -> None:
    """Move a row up (-1) or down (+1) among its siblings, or to the end of another parent's list.

    What belongs to the row moves along. Past either end of the list it stays where it is.
    """
    if not may_write(by, row.programme):
        raise PermissionDenied
    programme = locked(row.programme)
    found = type(row)._default_manager.get(pk=row.pk)
    if parent is not None:
        put_under(found, parent)
        found.save()
    order = [one for one in siblings_of(found) if one.pk != found.pk]
    here = siblings_of(found).filter(position__lt=found.position).count()
    order.insert(len(order) if parent else max(0, here + offset), found)
    for position, one in enumerate(order):
        type(row)._default_manager.filter(pk=one.pk).update(position=position)
    _touch(programme, by)
    record(by, "programme.row_moved", programme, kind=found.listed_as, row=found.key)


@transaction.atomic
def remove_row(row: Row, *, by: User) -> None:
    """Remove a row with all that belongs to it, and what was said about it; what pointed at it points nowhere."""
    if not may_write(by, row.programme):
        raise PermissionDenied
    programme = locked(row.programme)
    if row.listed_as == "places":
        for activity in Activity.objects.filter(programme=programme):
            if row.key in activity.places:
                activity.places = [key for key in activity.places if key != row.key]
                activity.save()
    if row.listed_as == "choices":
        ActionPart.objects.filter(programme=programme, action=row.key).delete()
    said_about(programme, with_rows_below(row)).delete()
    record(by, "programme.row_removed", programme, kind=row.listed_as, row=row.key)
    row.delete()
    gone = Material.objects.filter(programme=programme).exclude(
        activity__in=Activity.objects.filter(programme=programme).values("key")
    )
    gone.update(activity="")
    _forget_origins(programme)
    _touch(programme, by)


def _forget_origins(programme: Programme) -> None:
    """Let a risk stand by itself once the row whose assumption it was is gone."""
    for risk in Risk.objects.filter(programme=programme).exclude(assumption_of=""):
        level, _dot, key = risk.assumption_of.partition(".")
        if not ROWS[level]._default_manager.filter(programme=programme, key=key).exists():
            risk.assumption_of = ""
            risk.save()


def _columns(row: Row, values: Mapping[str, object], by: User) -> dict[str, object]:
    """Return what the columns hold of the facts: where they tell a place, the place itself."""
    columns = dict(values)
    if isinstance(row, PlannedPlace) and "name" in columns:
        names = ("name", "level", "country")
        told = {name: str(columns.pop(name, "") or "") for name in names}
        columns["place"] = add_place(row.programme.organisation, by=by, **told)
    elif isinstance(row, Material):
        columns |= row.rewritten(by)
    elif "place" in columns:
        key = columns["place"]
        columns["place"] = PlannedPlace.objects.filter(programme=row.programme, key=key).first()
    return columns


def _told(name: str, value: object) -> object:
    """Return a stored fact as it is told: a place by its key, none by the empty word."""
    if isinstance(value, Row):
        return value.key
    return "" if name == "place" and value is None else value


def _refuse_named_opponents(kind: str, values: Mapping[str, object]) -> None:
    """Opponents are kept as groups only: a name beside them could reach a document."""
    stands = values.get("stands")
    opposes = isinstance(stands, list | tuple) and Stand.OPPONENT in stands
    if kind == "stakeholders" and opposes and values.get("name"):
        raise RefusedError(["opponent_named"])


def _touch(programme: Programme, by: User) -> None:
    programme.changed_by = by
    programme.save()
