"""The results framework: immediate objectives, outputs, activities and their indicators."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Detail = str | int | Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """How one will know. ``split`` holds sex, age_band and others of list ``plan_split``."""

    key: str
    text: str
    about_people: bool = False  # then it is split by sex and age (RULE-027)
    unit: str = ""  # of list ``plan_unit``: number, percent, …
    direction: str = ""  # a ``Direction``: what a reader may expect of the figure
    baseline: Decimal | None = None
    baseline_on: date | None = None  # measured on that day; to be measured by it while unknown
    target: Decimal | None = None
    target_on: date | None = None
    source: str = ""  # source of verification
    split: tuple[str, ...] = ()
    library: str = ""  # the indicator of the guide's library it was taken from
    definition: str = ""  # where it departs from the library's; needed where there is none
    numerator: str = ""  # of a percentage: what is counted
    denominator: str = ""  # and among what
    aggregation: str = ""  # an ``Aggregation``
    method: str = ""  # how the figure is collected
    frequency: str = ""  # of list ``indicator_frequency``
    owner: str = ""  # who collects it
    analysis: str = ""  # which analysis, and when
    analyst: str = ""  # who makes it
    cost: Decimal | None = None  # of collecting it, in the plan's currency
    assumption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """What is done. ``kind`` is a slug of ``content/programme/kinds``; it decides the questions asked.

    ``details`` holds the answers, by the code of the question: an ``Answer``, a number, an ISO date,
    a text or a list of codes.
    """

    key: str
    text: str
    kind: str = ""
    actions: tuple[int, ...] = ()  # numbers of the actions of Figure 1 that it carries out
    places: tuple[str, ...] = ()  # keys of ``PlannedPlace``; none: everywhere
    starts_on: date | None = None
    ends_on: date | None = None
    lead: str = ""
    targets: tuple[str, ...] = ()  # of list ``plan_target``: who is meant to change or gain
    audiences: tuple[str, ...] = ()  # of list ``plan_target``: whom a message addresses
    messengers: tuple[str, ...] = ()  # of list ``stakeholder_group``: who speaks
    children_take_part: tuple[str, ...] = ()  # of ``Involvement``
    is_one_off: bool = False
    details: Mapping[str, Detail] = field(default_factory=dict)
    assumption: str = ""
    indicators: tuple[Indicator, ...] = ()

    def said(self, question: str) -> str:
        """Return what was answered to a question of the activity's kind; empty if nothing was."""
        answer = self.details.get(question, "")
        return answer if isinstance(answer, str) else ""

    def listed(self, question: str) -> tuple[str, ...]:
        """Return the codes chosen for a question of the activity's kind; none if nothing was."""
        answer = self.details.get(question, ())
        return () if isinstance(answer, str | int) else tuple(answer)

    def counted(self, question: str) -> int | None:
        """Return the number given to a question of the activity's kind; none if nothing was."""
        answer = self.details.get(question)
        return answer if isinstance(answer, int) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What the programme delivers."""

    key: str
    text: str
    lead: str = ""
    assumption: str = ""
    indicators: tuple[Indicator, ...] = ()
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """An immediate objective: what will have changed. ``kind`` is an ``ObjectiveKind``."""

    key: str
    text: str
    kind: str = ""
    assumption: str = ""
    indicators: tuple[Indicator, ...] = ()
    outputs: tuple[Output, ...] = ()


def numbers(objectives: Sequence[Objective]) -> Iterator[tuple[str, str]]:
    """Yield each row's key with its number: 1, 1.2, 1.2.3; numbers follow the order, nobody types them."""
    for i, objective in enumerate(objectives, start=1):
        yield objective.key, f"{i}"
        for j, output in enumerate(objective.outputs, start=1):
            yield output.key, f"{i}.{j}"
            for k, activity in enumerate(output.activities, start=1):
                yield activity.key, f"{i}.{j}.{k}"
