"""How an organisation reads its figures: what it leaves out, its own scales, the weights it agrees."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_write_places
from rempart.communities.models import Ballot, ConditionSetting, Weighting
from rempart.communities.rules.told import Scale
from rempart.communities.rules.weights import obstacles_to_ballot
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record


@transaction.atomic
def set_condition(
    organisation: Organisation, condition: str, scale: Scale, *, by: User, on: date
) -> None:
    """Leave a condition out or give it another scale, with the reason; refused as ``no_reason``.

    Nothing said brings the condition back as the content has it.
    """
    if not may_write_places(by, organisation.pk):
        raise PermissionDenied
    is_changed = scale.is_left_out or scale.low is not None
    if is_changed and not scale.reason:
        raise RefusedError(["no_reason"])
    mine = ConditionSetting.objects.filter(organisation=organisation, condition=condition)
    if is_changed:
        said = {name: getattr(scale, name) for name in Scale.__dataclass_fields__}
        ConditionSetting.objects.update_or_create(
            organisation=organisation,
            condition=condition,
            defaults=said | {"set_by": by, "set_on": on},
        )
    else:
        mine.delete()
    record(by, "condition.set", organisation, condition=condition, left_out=scale.is_left_out)


@transaction.atomic
def cast_ballot(
    organisation: Organisation, points: Mapping[str, int], *, by: User, on: date, who: str
) -> Ballot:
    """Add how one participant shares out a hundred points, in the round that is open.

    Refused as ``not_a_hundred`` or ``negative_points``.
    """
    if not may_write_places(by, organisation.pk):
        raise PermissionDenied
    if reasons := obstacles_to_ballot(points):
        raise RefusedError(reasons)
    weighting, _ = Weighting.objects.get_or_create(
        organisation=organisation, agreed_on=None, ended_on=None, defaults={"opened_on": on}
    )
    given = {slug: number for slug, number in points.items() if number}
    ballot = Ballot.objects.create(weighting=weighting, who=who, points=given)
    record(by, "weights.ballot_cast", weighting)
    return ballot


@transaction.atomic
def take_back_ballot(ballot: Ballot, *, by: User) -> None:
    """Take a ballot of the open round away; refused as ``weights_agreed`` afterwards."""
    if not may_write_places(by, ballot.weighting.organisation_id):
        raise PermissionDenied
    if ballot.weighting.agreed_on:
        raise RefusedError(["weights_agreed"])
    record(by, "weights.ballot_taken_back", ballot.weighting)
    ballot.delete()


@transaction.atomic
def agree_weights(weighting: Weighting, *, by: User, on: date, agreed_by: str) -> None:
    """Let the weights of the open round count from now on; those before end. Refused as ``no_ballots``."""
    if not may_write_places(by, weighting.organisation_id):
        raise PermissionDenied
    if weighting.agreed_on or not weighting.ballots.exists():
        raise RefusedError(["no_ballots"])
    agreed = Weighting.objects.filter(
        organisation=weighting.organisation_id, agreed_on__isnull=False, ended_on=None
    )
    agreed.update(ended_on=on)
    weighting.agreed_on, weighting.agreed_by = on, agreed_by
    weighting.save()
    record(by, "weights.agreed", weighting)


@transaction.atomic
def end_weights(weighting: Weighting, *, by: User, on: date) -> None:
    """Return to equal weights; what was agreed stays on record."""
    if not may_write_places(by, weighting.organisation_id):
        raise PermissionDenied
    weighting.ended_on = on
    weighting.save()
    record(by, "weights.ended", weighting)
