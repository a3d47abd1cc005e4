"""Where a programme stands, for one person; its history; what waits for her."""

from django.db.models import Q

from rempart.accounts.models import User
from rempart.accounts.rules import Role
from rempart.programmes.models import Passage, Programme
from rempart.programmes.queries.changes import change_of_copy, open_change_of
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.lifecycle import Move, Standing


def passages_of(programme: Programme) -> list[Passage]:
    """Return the history of a programme, the oldest first, each with who it was."""
    return list(Passage.objects.filter(programme=programme).select_related("by"))


def standing_of(
    programme: Programme, person: User, passages: list[Passage] | None = None
) -> Standing:
    """Return where a programme stands, as far as this person's next way is concerned."""
    past = passages_of(programme) if passages is None else passages
    asked, submitted = _last(past, Move.ASK_REVIEW), _last(past, Move.SUBMIT)
    in_review = programme.lifecycle == Lifecycle.IN_REVIEW
    asked_for_it = bool(asked and in_review and asked.by_id == person.pk)
    days = [one.day for one in past if one.day]
    return Standing(
        state=Lifecycle(programme.lifecycle),
        has_passed=programme.passed_on is not None,
        is_by=programme.is_by(person) or asked_for_it,
        has_submitted=bool(submitted and submitted.by_id == person.pk),
        is_a_copy=change_of_copy(programme) is not None,
        has_open_change=open_change_of(programme) is not None,
        others_review=_others_review(programme, person),
        since=days[-1] if days else None,
    )


def _last(passages: list[Passage], move: Move) -> Passage | None:
    return next((one for one in reversed(passages) if one.move == move), None)


def _others_review(programme: Programme, person: User) -> bool:
    """Say whether anybody of the organisation could review it who is not its author."""
    authors = {programme.created_by_id, programme.changed_by_id, person.pk} - {None}
    reviews = Q(role__in=[Role.REVIEWER.value, Role.ADMINISTRATOR.value], is_active=True)
    found = User.objects.filter(reviews, organisation=programme.organisation_id)
    return found.exclude(pk__in=authors).exists()
