"""Branches of the results framework: moved by one keystroke, copied, added as a whole."""

from collections.abc import Sequence
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_read, may_write
from rempart.programmes.models import ROWS, Indicator, PlannedPlace, Programme, Risk, Row
from rempart.programmes.models.facts import set_facts
from rempart.programmes.models.made import field_names, made_of, put_under
from rempart.programmes.queries import locked, plan_of, row_of, siblings_of
from rempart.programmes.queries.comments import said_about
from rempart.programmes.rules.branches import (
    KINDS,
    Result,
    Way,
    copied,
    destination,
    size_of,
    standing,
)
from rempart.vault.audit import record

Branches = Sequence[tuple[Row | None, Result]]  # each with the row it goes under


@transaction.atomic
def shift_row(row: Row, *, by: User, way: Way) -> Row:
    """Move a row up or down, past the end of its list too, or a level deeper or higher; return it.

    Refused with every reason when there is nowhere to go, or when what the row says would be lost.
    """
    if not may_write(by, row.programme):
        raise PermissionDenied
    programme = locked(row.programme)
    plan = plan_of(programme)
    found = standing(plan, row.key)
    if found is None:
        raise RefusedError(["row_is_gone"])
    to = destination(plan, found, way)
    if to.reasons:
        raise RefusedError(to.reasons)
    moved = type(row)._default_manager.get(pk=row.pk)
    if to.kind != moved.listed_as:
        moved = _remade(moved, found.row, to.kind)
    put_under(moved, row_of(programme, to.parent_kind, to.parent) if to.parent else None)
    moved.save()
    if moved.listed_as != row.listed_as:
        _carry_indicators(row, moved)
        said_about(programme, [row]).update(kind=moved.listed_as)
        risen = Risk.objects.filter(programme=programme, assumption_of=_origin(row))
        risen.update(assumption_of=_origin(moved))
        row.delete()
    _place(moved, to.place)
    _touch(programme, by)
    record(by, "programme.row_moved", programme, kind=moved.listed_as, row=moved.key, way=way.value)
    return moved


@transaction.atomic
def copy_branch(
    row: Row, *, by: User, programme: Programme, parent: Row | None, text: str | None = None
) -> Row:
    """Return a copy of a row with all that belongs to it, under ``parent`` of ``programme``.

    The row may stand in another programme that ``by`` may read. Under the row's own parent the copy
    follows the row; elsewhere it comes last. ``text`` takes the place of the row's own. Places that
    the programme does not work in are left out.
    """
    if not (may_write(by, programme) and may_read(by, row.programme)):
        raise PermissionDenied
    target = locked(programme)
    found = standing(plan_of(row.programme), row.key)
    if found is None:
        raise RefusedError(["row_is_gone"])
    branch = copied(found.row, lambda: str(uuid4()), _places_there(row.programme, target), text)
    copy = _store(target, [(parent, branch)])[0]
    if copy.programme_id == row.programme_id and copy.parent == row.parent:
        _place(copy, found.place + 1)
    _touch(target, by)
    record(by, "programme.row_copied", target, kind=row.listed_as, row=copy.key)
    return copy


@transaction.atomic
def add_branches(programme: Programme, *, by: User, branches: Branches) -> list[Row]:
    """Add whole branches, each at the end of its parent's list; return the first row of each."""
    if not may_write(by, programme):
        raise PermissionDenied
    target = locked(programme)
    rows = _store(target, branches)
    _touch(target, by)
    count = sum(size_of(branch) for _parent, branch in branches)
    record(by, "programme.branches_added", target, rows=count)
    return rows


def _store(programme: Programme, branches: Branches) -> list[Row]:
    """Store branches, at the end of their lists; return the first row of each."""
    made: list[Row] = []
    first: list[Row] = []
    last: dict[object, int] = {}
    for parent, branch in branches:
        kind = KINDS[type(branch)]
        holder = {parent._meta.model_name or "": parent} if parent else {}
        put_under(ROWS[kind](programme=programme), parent)
        rows = list(made_of(kind, [branch], programme, {}, **holder))
        list_of = (kind, parent.pk if parent else None)
        if list_of not in last:
            there = siblings_of(rows[0]).aggregate(last=Max("position"))["last"]
            last[list_of] = -1 if there is None else there
        last[list_of] += 1
        rows[0].position = last[list_of]
        first.append(rows[0])
        made += rows
    for kind in KINDS.values():
        ROWS[kind]._default_manager.bulk_create([one for one in made if one.listed_as == kind])
    return first


def _remade(row: Row, said: Result, kind: str) -> Row:
    """Return the row as one of another level, with the facts that both levels have."""
    made = ROWS[kind](programme=row.programme, key=row.key, version=row.version + 1)
    both = set(field_names(said)) & {field.name for field in made._meta.fields} - {"key"}
    set_facts(made, {name: getattr(said, name) for name in both if name != "kind"})
    return made


def _origin(row: Row) -> str:
    """Return how a risk names the row whose assumption it was."""
    return f"{row.listed_as}.{row.key}"


def _carry_indicators(row: Row, onto: Row) -> None:
    holders: dict[str, Row | None] = dict.fromkeys(Indicator.parents)
    holders[onto._meta.model_name or ""] = onto
    Indicator.objects.filter(**{row._meta.model_name or "": row}).update(**holders)


def _place(row: Row, place: int) -> None:
    """Put a row at its place among its siblings."""
    order = [one for one in siblings_of(row) if one.pk != row.pk]
    order.insert(place, row)
    changed = [one for position, one in enumerate(order) if one.position != position]
    for position, one in enumerate(order):
        one.position = position
    type(row)._default_manager.bulk_update(changed, ["position"])


def _places_there(source: Programme, target: Programme) -> dict[str, str]:
    """Return the key that each place of one programme has in another that works there too."""
    there = dict(PlannedPlace.objects.filter(programme=target).values_list("place", "key"))
    here = PlannedPlace.objects.filter(programme=source).values_list("key", "place")
    return {key: there[place] for key, place in here if place in there}


def _touch(programme: Programme, by: User) -> None:
    programme.changed_by = by
    programme.save()
