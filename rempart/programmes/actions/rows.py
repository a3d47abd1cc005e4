"""The rows of a plan: added, changed, moved with what belongs to them, removed with it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max, QuerySet

from rempart.accounts.models import User
from rempart.communities.actions import add_place
from rempart.kit.conflicts import expect_version
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_write
from rempart.programmes.actions.measured import _tidy_campaigns
from rempart.programmes.models import (
    ROWS,
    ActionPart,
    Activity,
    Assessment,
    Campaign,
    Cause,
    ChildInput,
    Citation,
    Consultation,
    Material,
    Objective,
    Output,
    Partner,
    PlannedPlace,
    Programme,
    Risk,
    Row,
    SetAside,
)
from rempart.programmes.models.campaigns import UNMARKED
from rempart.programmes.models.facts import set_facts, storable
from rempart.programmes.models.made import put_under
from rempart.programmes.queries import causes_below, record_of, siblings_of
from rempart.programmes.queries.comments import said_about, with_rows_below
from rempart.programmes.queries.measured import held_to_write
from rempart.programmes.rules.codes import Stand
from rempart.programmes.rules.exchange.shape import ONCE
from rempart.programmes.rules.lifecycle import Writing
from rempart.programmes.rules.tree import obstacles_to_hanging
from rempart.vault.audit import record

if TYPE_CHECKING:
    from rempart.programmes.rules.plan import Cause as CauseRecord

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
    Where a list has one row for each of its things (a factor, a part of the gender analysis) and
    somebody was quicker: that row if it says the same, else ``ConflictError``.
    """
    if not may_write(by, programme):
        raise PermissionDenied
    found = held_to_write(programme, ROWS[kind])
    if quicker := _said_by_now(found, kind, values):
        return quicker
    row = ROWS[kind](programme=found, key=str(uuid4()))
    put_under(row, parent)
    _refuse_named_opponents(kind, values)
    _refuse_hanging_wrongly(row, values)
    set_facts(row, _columns(row, values, by))
    last = siblings_of(row).aggregate(last=Max("position"))["last"]
    row.position = 0 if last is None else last + 1
    row.save()
    _touch(found, by, row)
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
    programme = _held(row)
    found = type(row)._default_manager.get(pk=row.pk)
    mine = {name: storable(value) for name, value in values.items()}
    theirs = {name: _told(name, getattr(found, name)) for name in values}
    expect_version(mine=mine, theirs=theirs, started_from=version, stored=found.version)
    _refuse_named_opponents(found.listed_as, {"name": getattr(found, "name", "")} | mine)
    _refuse_hanging_wrongly(found, mine)
    set_facts(found, _columns(found, mine, by))
    found.version += 1
    found.save()
    _touch(programme, by, found)
    record(by, "programme.row_changed", programme, kind=found.listed_as, row=found.key)
    return found


@transaction.atomic
def move_row(row: Row, *, by: User, offset: int = 0, parent: Row | None = None) -> None:
    """Move a row up (-1) or down (+1) among its siblings, or to the end of another parent's list.

    What belongs to the row moves along. Past either end of the list it stays where it is.
    """
    if not may_write(by, row.programme):
        raise PermissionDenied
    programme = _held(row)
    found = type(row)._default_manager.get(pk=row.pk)
    if parent is not None:
        put_under(found, parent)
        found.save()
    order = [one for one in _neighbours(found) if one.pk != found.pk]
    here = _neighbours(found).filter(position__lt=found.position).count()
    order.insert(len(order) if parent else max(0, here + offset), found)
    for position, one in enumerate(order):
        type(row)._default_manager.filter(pk=one.pk).update(position=position)
    _touch(programme, by, found)
    record(by, "programme.row_moved", programme, kind=found.listed_as, row=found.key)


@transaction.atomic
def remove_row(row: Row, *, by: User) -> None:
    """Remove a row with all that belongs to it, and what was said about it; what pointed at it points nowhere."""
    if not may_write(by, row.programme):
        raise PermissionDenied
    programme = _held(row)
    if row.listed_as == "places":
        for activity in Activity.objects.filter(programme=programme):
            if row.key in activity.places:
                activity.places = [key for key in activity.places if key != row.key]
                activity.save()
    if row.listed_as == "choices":
        ActionPart.objects.filter(programme=programme, action=row.key).delete()
    for below in causes_below(row):
        said_about(programme, with_rows_below(below)).delete()
        below.delete()
    said_about(programme, with_rows_below(row)).delete()
    record(by, "programme.row_removed", programme, kind=row.listed_as, row=row.key)
    gone = row.key
    row.delete()
    _let_go(programme, gone)
    SetAside.objects.filter(programme=programme, material=gone).exclude(material="").delete()
    unheld = Material.objects.filter(programme=programme).exclude(
        activity__in=Activity.objects.filter(programme=programme).values("key")
    )
    unheld.update(activity="")
    _forget_origins(programme)
    _forget_cited_for(programme)
    _tidy_campaigns(programme)
    _touch(programme, by, row)


def _said_by_now(programme: Programme, kind: str, values: Mapping[str, object]) -> Row | None:
    """Return the row that says this already, in a list with one row for each of its things."""
    names = ONCE.get(ROWS[kind].record_type.__name__, ())
    things = {name: values.get(name) for name in names}
    if not things or not all(things.values()):
        return None
    row = ROWS[kind]._default_manager.filter(programme=programme, **things).first()
    if row is not None:
        mine = {name: storable(value) for name, value in values.items()}
        theirs = {name: _told(name, getattr(row, name)) for name in values}
        expect_version(mine=mine, theirs=theirs, started_from=0, stored=row.version)
    return row


def _forget_origins(programme: Programme) -> None:
    """Let go what pointed at rows that are gone: risks of assumptions, inputs of children."""
    for risk in Risk.objects.filter(programme=programme).exclude(assumption_of=""):
        level, _dot, key = risk.assumption_of.partition(".")
        if not ROWS[level]._default_manager.filter(programme=programme, key=key).exists():
            risk.assumption_of = ""
            risk.save()
    agencies = Partner.objects.filter(programme=programme).values("key")
    looked_at = Assessment.objects.filter(programme=programme).exclude(partner="")
    looked_at.exclude(partner__in=agencies).delete()
    held = Consultation.objects.filter(programme=programme).values("key")
    inputs = ChildInput.objects.filter(programme=programme)
    inputs.exclude(consultation__in=held).update(consultation="")
    for given in inputs.exclude(changed=""):
        level, _dot, key = given.changed.partition(".")
        if not ROWS[level]._default_manager.filter(programme=programme, key=key).exists():
            given.changed = ""
            given.save()


def _forget_cited_for(programme: Programme) -> None:
    """Let a citation speak of the situation as a whole once the row that rested on it is gone."""
    for citation in Citation.objects.filter(programme=programme).exclude(about=""):
        listed, _dot, key = citation.about.partition(".")
        if not ROWS[listed]._default_manager.filter(programme=programme, key=key).exists():
            citation.about = ""
            citation.save()


def _columns(row: Row, values: Mapping[str, object], by: User) -> dict[str, object]:
    """Return what the columns hold of the facts: where they tell a place, the place itself."""
    columns = dict(values)
    if isinstance(row, PlannedPlace) and "name" in columns:
        names = ("name", "level", "country")
        told = {name: str(columns.pop(name, "") or "") for name in names}
        columns["place"] = add_place(row.programme.organisation, by=by, **told)
    elif isinstance(row, Material):
        columns |= row.rewritten(by)
    elif isinstance(row, Campaign):
        columns |= UNMARKED
    elif "place" in columns:
        key = columns["place"]
        columns["place"] = PlannedPlace.objects.filter(programme=row.programme, key=key).first()
    return columns


def _told(name: str, value: object) -> object:
    """Return a stored fact as it is told: a place by its key, none by the empty word."""
    if isinstance(value, Row):
        return value.key
    return "" if name == "place" and value is None else value


def _neighbours(row: Row) -> QuerySet[Row]:
    """Return the rows among which a row moves: of a tree, those that hang where it hangs."""
    place = {"branch": row.branch, "under": row.under} if isinstance(row, Cause) else {}
    return siblings_of(row).filter(**place)


def _refuse_named_opponents(kind: str, values: Mapping[str, object]) -> None:
    """Opponents are kept as groups only: a name beside them could reach a document."""
    stands = values.get("stands")
    opposes = isinstance(stands, list | tuple) and Stand.OPPONENT in stands
    if kind == "stakeholders" and opposes and values.get("name"):
        raise RefusedError(["opponent_named"])


def _refuse_hanging_wrongly(row: Row, values: Mapping[str, object]) -> None:
    """A node of the tree hangs under one of its own side, and never under itself."""
    if not isinstance(row, Cause) or values.keys().isdisjoint({"under", "branch"}):
        return
    found = list(Cause.objects.filter(programme=row.programme_id))
    causes = [record_of(one) for one in found]
    obstacles = obstacles_to_hanging(
        cast("list[CauseRecord]", causes),
        key=row.key if any(one.key == row.key for one in found) else "",
        branch=str(values.get("branch", row.branch)),
        under=str(values.get("under", row.under)),
    )
    if obstacles:
        raise RefusedError(obstacles)


def _let_go(programme: Programme, gone: str) -> None:
    """Take what is gone out of the tree: a strategy of one's own, results that causes became."""
    kept = {f"objectives.{key}" for key in _keys(Objective, programme)}
    kept |= {f"outputs.{key}" for key in _keys(Output, programme)}
    for cause in Cause.objects.filter(programme=programme):
        strategies = [one for one in cause.strategies if one != gone]
        becomes = cause.becomes if cause.becomes in kept else ""
        if (strategies, becomes) != (cause.strategies, cause.becomes):
            cause.strategies, cause.becomes = strategies, becomes
            cause.save()


def _keys(model: type[Row], programme: Programme) -> Iterable[str]:
    return model._default_manager.filter(programme=programme).values_list("key", flat=True)


def _held(row: Row) -> Programme:
    """Return the programme of a row that may be written now, kept alone until the act ends."""
    programme = held_to_write(row.programme, type(row))
    if row.stays:
        raise RefusedError(["record_stays"])
    return programme


def _touch(programme: Programme, by: User, row: Row) -> None:
    """Note who changed the plan last; whoever records what happens beside it is no author of it."""
    if row.writing is Writing.PLAN:
        programme.changed_by = by
    programme.save()
