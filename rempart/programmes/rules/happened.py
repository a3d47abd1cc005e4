"""What happened while a plan ran stays with it when another version takes its place."""

from dataclasses import replace

from rempart.programmes.rules.campaigns import as_it_went
from rempart.programmes.rules.plan import Plan


def with_what_happened(plan: Plan, stored: Plan) -> Plan:
    """Return the plan that comes with what was counted, measured and begun in the one it replaces.

    Only of campaigns and segments that are still in it: what is counted belongs to one of them.
    """
    before = {one.key: one for one in stored.campaigns}
    campaigns = {one.key for one in plan.campaigns}
    segments = {one.key for one in plan.segments}
    return replace(
        plan,
        campaigns=tuple(as_it_went(one, before.get(one.key)) for one in plan.campaigns),
        measures=tuple(one for one in stored.measures if one.segment in segments),
        reached=tuple(one for one in stored.reached if one.campaign in campaigns),
    )
