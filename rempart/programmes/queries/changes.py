"""Reading change requests: of a programme, of a working copy."""

from django.db.models import QuerySet

from rempart.programmes.models import ChangeRequest, Programme
from rempart.programmes.rules.changes import Outcome
from rempart.programmes.rules.codes import Lifecycle


def changes_of(programme: Programme) -> QuerySet[ChangeRequest]:
    """Return the change requests of a programme, the last first."""
    return ChangeRequest.objects.filter(programme=programme).select_related(
        "opened_by", "decided_by", "working_copy"
    )


def open_change_of(programme: Programme) -> ChangeRequest | None:
    """Return the change request of a programme that nobody has decided on yet."""
    return changes_of(programme).filter(outcome=Outcome.OPEN.value).first()


def change_of_copy(programme: Programme) -> ChangeRequest | None:
    """Return the change request whose working copy a programme is; none for any other."""
    found = ChangeRequest.objects.filter(working_copy=programme)
    return found.select_related("programme", "opened_by").first()


def is_being_decided_on(programme: Programme) -> bool:
    """Say whether a change of the programme lies before someone who decides."""
    return ChangeRequest.objects.filter(
        programme=programme,
        outcome=Outcome.OPEN.value,
        working_copy__lifecycle=Lifecycle.IN_REVIEW.value,
    ).exists()
