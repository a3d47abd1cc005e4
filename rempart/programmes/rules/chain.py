"""The results chain as links: what must be there, what it brings, and what must hold besides."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Objective, Output, numbers


class Gap(StrEnum):
    """What is missing in the chain, where one can see it."""

    NO_GOAL = "no_goal"
    NO_OUTPUT = "no_output"
    NO_INDICATOR = "no_indicator"
    NO_ACTIVITY = "no_activity"
    NO_ASSUMPTION = "no_assumption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What must be there first: an activity, an output or an objective, with its number."""

    key: str
    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """If the causes, then this row, provided that its assumption holds.

    ``level`` is ``outputs`` or ``objectives``, or ``goal`` for the development objective.
    """

    level: str
    key: str
    number: str
    text: str
    causes: tuple[Cause, ...]
    assumption: str = ""
    kills: bool = False  # its assumption is a risk, likely and severe
    gaps: tuple[Gap, ...] = ()


def links_to(objective: Objective, plan: Plan) -> tuple[Link, ...]:
    """Return the links of an objective's branch: one for each output, then its own."""
    number = dict(numbers(plan.objectives))
    killers = {risk.assumption_of for risk in plan.register if risk.kills}
    return (
        *(_to_output(output, number, killers) for output in objective.outputs),
        Link(
            level="objectives",
            key=objective.key,
            number=number[objective.key],
            text=objective.text,
            causes=tuple(_cause(one, number) for one in objective.outputs),
            assumption=objective.assumption,
            kills=f"objectives.{objective.key}" in killers,
            gaps=tuple(_gaps_of_objective(objective)),
        ),
    )


def link_to_goal(plan: Plan) -> Link:
    """Return the last link: the objectives together, then the development objective."""
    number = dict(numbers(plan.objectives))
    return Link(
        level="goal",
        key="",
        number="",
        text=plan.development_objective,
        causes=tuple(_cause(one, number) for one in plan.objectives),
        gaps=() if plan.development_objective else (Gap.NO_GOAL,),
    )


def _to_output(output: Output, number: dict[str, str], killers: set[str]) -> Link:
    gaps = [] if output.activities else [Gap.NO_ACTIVITY]
    if not output.assumption:
        gaps.append(Gap.NO_ASSUMPTION)
    return Link(
        level="outputs",
        key=output.key,
        number=number[output.key],
        text=output.text,
        causes=tuple(
            Cause(key=a.key, number=number[a.key], text=a.text) for a in output.activities
        ),
        assumption=output.assumption,
        kills=f"outputs.{output.key}" in killers,
        gaps=tuple(gaps),
    )


def _gaps_of_objective(objective: Objective) -> Iterator[Gap]:
    if not objective.outputs:
        yield Gap.NO_OUTPUT
    if not objective.indicators:
        yield Gap.NO_INDICATOR
    if not objective.assumption:
        yield Gap.NO_ASSUMPTION


def _cause(row: Objective | Output, number: dict[str, str]) -> Cause:
    return Cause(key=row.key, number=number[row.key], text=row.text)
