"""Nothing that was found is left out in silence: what no RULE says whole, and REQ-060 asks."""

from rempart.programmes.rules.codes import Answer, Branch, Step
from rempart.programmes.rules.review import Outcome, Spot, judge
from rempart.programmes.rules.seen import Seen
from rempart.programmes.rules.tree import uncovered_causes, uncovered_factors


def left_out_in_silence(seen: Seen) -> Outcome:
    """H16: each factor present and each cause is answered by the plan, or set aside with a reason.

    Source: strategy 2, what to avoid 2; the country, priority 3 (REQ-060). Reading: a cause is
    answered by the result it became, by a chosen strategy, or by a cause under it that is; a factor
    by a cause that takes it up.
    """
    causes = [c for c in seen.plan.causes if c.branch == Branch.CAUSE]
    present = [mark for mark in seen.plan.factors if mark.present == Answer.YES]
    wrong = [
        Spot(step=Step.SITUATION, row="causes", key=cause.key)
        for cause in uncovered_causes(seen.plan)
    ]
    wrong += [
        Spot(step=Step.SITUATION, row="factors", key=mark.key)
        for mark in uncovered_factors(seen.plan)
    ]
    return judge(concerned=bool(causes or present), wrong=wrong)
