"""One material of a plan."""

from rempart.programmes.rules.communication import Material
from rempart.programmes.rules.plan import Plan


def material_in(plan: Plan, key: str) -> Material:
    """Return the facts of a material by its key; it is there as long as its row is."""
    return next(one for one in plan.materials if one.key == key)
