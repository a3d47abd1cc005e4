"""Whoever works with children keeps the four standards of safeguarding: what no RULE holds."""

from rempart.programmes.rules.codes import Answer, Step
from rempart.programmes.rules.gates import Gate, gates
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import Seen

BROKEN = {"missing", "no_action"}


def unsafe_agency(seen: Seen) -> Outcome:
    """H17: each agency that works with children was assessed on the four standards, and keeps them.

    Source: planning §4.1, the safeguarding gate. Reading: every standard in place, or in part with
    something done about it by someone until a day. What was assessed more than a year ago, or should
    have been mended by now, tells nothing any more. Of a partner one must know whether it works with
    children; as long as nobody was assessed and nobody is said to, there is nothing to tell.
    """
    wrong: list[Spot] = []
    unsure: list[Spot] = []
    for gate in gates(seen.plan, seen.today):
        if gate.partner and gate.works_with_children in {"", Answer.UNKNOWN}:
            unsure.append(
                Spot(step=Step.FRAME, row="partners", key=gate.partner, field="works_with_children")
            )
        elif gate.latest is None and not gate.is_open:
            is_known = bool(gate.partner or seen.plan.assessments)
            (wrong if is_known else unsure).append(Spot(step=Step.FRAME, row="assessments"))
        elif not gate.is_open:
            (wrong if _is_broken(gate) else unsure).append(_at(gate))
    return judge(wrong=list(dict.fromkeys(wrong)), unsure=unsure)


def _is_broken(gate: Gate) -> bool:
    """Say whether a standard is known to be broken: what is old or late must be looked at again."""
    return any(one.partition(":")[2] in BROKEN for one in gate.lacks)


def _at(gate: Gate) -> Spot:
    first = next((one.partition(":")[0] for one in gate.lacks if ":" in one), "assessed_on")
    return Spot(
        step=Step.FRAME,
        row="assessments",
        key=gate.latest.key if gate.latest else "",
        field=first,
    )
