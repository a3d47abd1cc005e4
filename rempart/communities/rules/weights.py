"""Weights: equal by default, or the mean of how participants shared out a hundred points each."""

from collections.abc import Mapping, Sequence

from rempart.communities.rules.conditions import Condition

WHOLE = 100


def obstacles_to_ballot(points: Mapping[str, int]) -> list[str]:
    """Return what keeps a ballot from counting."""
    found = []
    if any(number < 0 for number in points.values()):
        found.append("negative_points")
    if sum(points.values()) != WHOLE:
        found.append("not_a_hundred")
    return found


def equal_weights(used: Sequence[Condition]) -> dict[str, float]:
    """Return weights that give each dimension the same, and each condition inside it."""
    dimensions = {c.dimension for c in used}
    count = {d: sum(c.dimension is d for c in used) for d in dimensions}
    return {c.slug: 1 / (len(dimensions) * count[c.dimension]) for c in used}


def agreed_weights(
    used: Sequence[Condition], ballots: Sequence[Mapping[str, int]]
) -> dict[str, float]:
    """Return the mean of the ballots over the conditions in use, together 1.

    Points given to a condition that is no longer used are shared out among the others in
    proportion. Where nothing is left to share, the weights are equal.
    """
    totals = {c.slug: float(sum(ballot.get(c.slug, 0) for ballot in ballots)) for c in used}
    whole = sum(totals.values())
    if not whole:
        return equal_weights(used)
    return {slug: total / whole for slug, total in totals.items()}
