"""Finding a programme, a row of it, or one's own unsaved typing."""

from django.db.models import QuerySet

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.models import ROWS, Draft, Programme, Row
from rempart.programmes.rules.characters import holds_forbidden
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.lifecycle import Writing, refused_writing


def programmes_for(user: User) -> QuerySet[Programme]:
    """Return the programmes of the reader's own organisation, the last changed first."""
    return Programme.objects.filter(organisation=user.organisation_id).select_related(
        "organisation", "changed_by", "created_by", "copied_from"
    )


def listed_for(user: User) -> QuerySet[Programme]:
    """Return the programmes that lists show: not the working copies of change requests."""
    return programmes_for(user).filter(change_of__isnull=True)


def row_of(programme: Programme, kind: str, key: str) -> Row | None:
    """Return one row by the name of its list in ``Plan`` and its key; none if there is none."""
    model = ROWS.get(kind)
    if model is None or holds_forbidden(key):
        return None
    return model._default_manager.filter(programme=programme, key=key).first()


def siblings_of(row: Row) -> QuerySet[Row]:
    """Return the rows of the same list under the same parent, in order."""
    parents = {f"{name}_id": getattr(row, f"{name}_id") for name in row.parents}
    return type(row)._default_manager.filter(programme=row.programme_id, **parents)


def is_open_for(programme: Programme, model: type[Row]) -> bool:
    """Say whether rows of this kind are written in the state that the programme is in."""
    return not refused_writing(Lifecycle(programme.lifecycle), model.writing)


def draft_of(author: User, programme: Programme, what: str) -> Draft | None:
    """Return what this author typed in a form and has not saved; never another's."""
    return Draft.objects.filter(author=author, programme=programme, what=what).first()


def locked(
    programme: Programme, *, to_write: bool = True, writing: Writing = Writing.PLAN
) -> Programme:
    """Return the programme as stored, kept alone until the act ends.

    Refused where its state does not let anyone write this; ``to_write`` false asks nothing of it.
    """
    found = Programme.objects.select_for_update().get(pk=programme.pk)
    if to_write and (code := refused_writing(Lifecycle(found.lifecycle), writing)):
        raise RefusedError([code])
    return found
