"""How an organisation reads its figures: the conditions in use, their scales, their weights."""

from dataclasses import dataclass
from uuid import UUID

from rempart.accounts.models import User
from rempart.communities.catalogue import conditions
from rempart.communities.models import Ballot, ConditionSetting, Weighting
from rempart.communities.rules.conditions import Condition
from rempart.communities.rules.weights import agreed_weights, equal_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """A condition as an organisation reads it."""

    condition: Condition
    low: float
    high: float
    setting: ConditionSetting | None = None

    @property
    def is_left_out(self) -> bool:
        """Say whether the organisation leaves it out."""
        return self.setting is not None and self.setting.is_left_out

    @property
    def has_own_scale(self) -> bool:
        """Say whether its goalposts are the organisation's own."""
        return self.setting is not None and self.setting.low is not None

    def part_of_ten(self, value: float) -> float:
        """Return how much risk a value means, from 0 to 10 on the fixed scale."""
        part = min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)
        return 10 * (part if self.condition.direction == "up" else 1 - part)


def conditions_for(organisation_id: UUID | None) -> dict[str, InUse]:
    """Return every condition as the organisation reads it, those left out too, by slug."""
    mine = {
        one.condition: one for one in ConditionSetting.objects.filter(organisation=organisation_id)
    }
    return {slug: _read(one, mine.get(slug)) for slug, one in conditions().items()}


def _read(condition: Condition, setting: ConditionSetting | None) -> InUse:
    own = setting if setting and setting.low is not None and setting.high is not None else None
    return InUse(
        condition=condition,
        low=float(own.low or 0) if own else condition.low,
        high=float(own.high or 0) if own else condition.high,
        setting=setting,
    )


def in_use(organisation_id: UUID | None) -> dict[str, InUse]:
    """Return the conditions that the organisation uses, by slug."""
    return {s: one for s, one in conditions_for(organisation_id).items() if not one.is_left_out}


def weighting_of(user: User, *, agreed: bool) -> Weighting | None:
    """Return the weights that count for the reader's organisation, or the round that is open."""
    mine = Weighting.objects.filter(organisation=user.organisation_id, ended_on=None)
    return mine.filter(agreed_on__isnull=not agreed).first()


def ballots_of(weighting: Weighting | None) -> list[Ballot]:
    """Return the ballots of a round."""
    return list(weighting.ballots.all()) if weighting else []


def weights_for(used: dict[str, InUse], ballots: list[Ballot], *, agreed: bool) -> dict[str, float]:
    """Return what each condition in use weighs: as agreed, or equally."""
    told = [one.condition for one in used.values()]
    if agreed:
        return agreed_weights(told, [ballot.shares() for ballot in ballots])
    return equal_weights(told)
