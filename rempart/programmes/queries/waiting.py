"""What waits for a person: reviews and approvals that she may give, changes to decide on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from rempart.accounts.access import may_design, may_review
from rempart.accounts.models import User
from rempart.programmes.models import Passage, Programme
from rempart.programmes.queries.programmes import programmes_for
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.lifecycle import Move

MOST = 50  # programmes looked at: what waits longest is seen first


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits: what for (``review``, ``submission``, ``approval`` or ``change``)."""

    programme: Programme
    what: str


def waiting_for(person: User) -> list[Waiting]:
    """Return what waits for this person, what waits longest first; never for its own author."""
    if person.organisation_id is None:
        return []
    states = [Lifecycle.IN_REVIEW.value, Lifecycle.SUBMITTED.value]
    found = (
        programmes_for(person).filter(lifecycle__in=states).select_related("change_of__programme")
    )
    oldest = list(found.order_by("state_since", "pk")[:MOST])
    moves = [Move.ASK_REVIEW.value, Move.SUBMIT.value]
    past = Passage.objects.filter(programme__in=oldest, move__in=moves).order_by("at", "id")
    last = {(one.programme_id, one.move): one.by_id for one in past}
    return list(_waiting(person, oldest, last))


def _waiting(
    person: User, found: list[Programme], last: Mapping[tuple[UUID, str], UUID]
) -> Iterator[Waiting]:
    own = person.organisation_id
    assert own is not None  # noqa: S101 -- asked above
    reviews, writes = may_review(person, own), may_design(person, own)
    for one in found:
        asked = last.get((one.pk, Move.ASK_REVIEW.value)) == person.pk
        sent = last.get((one.pk, Move.SUBMIT.value)) == person.pk
        change = getattr(one, "change_of", None)
        if one.lifecycle == Lifecycle.SUBMITTED:
            if reviews and not sent:
                yield Waiting(programme=one, what="approval")
        elif one.passed_on:
            if writes:
                yield Waiting(programme=one, what="submission")
        elif reviews and not asked and not one.is_by(person):
            is_hers = change is not None and change.opened_by_id == person.pk
            if not is_hers:
                yield Waiting(programme=one, what="change" if change else "review")
