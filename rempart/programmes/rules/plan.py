"""A whole plan as facts: what the rules read, what the documents print, what JSON carries.

Every list is a tuple of frozen records. Each record has a ``key``, stable inside its plan, by which
others point at it. An empty string or ``None`` always means "not said yet", never "no".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rempart.programmes.rules.campaigns import Campaign, Measure, Reach, Segment
from rempart.programmes.rules.citations import Citation
from rempart.programmes.rules.codes import Branch
from rempart.programmes.rules.communication import Material
from rempart.programmes.rules.handover import Capacity, HandoverReport, Milestone
from rempart.programmes.rules.headcounts import Headcount as Headcount  # noqa: PLC0414 -- known from here
from rempart.programmes.rules.law import LawLink
from rempart.programmes.rules.participation import ChildInput, Consultation
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output
from rempart.programmes.rules.risks import Risk
from rempart.programmes.rules.safeguarding import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPlace:
    """A place where the programme works; ``level`` is a ``Level``. A coarse area, never an address."""

    key: str
    name: str
    level: str = ""
    country: str = ""
    selection_reason: str = ""  # example 7: by which conditions of risk it was chosen (RULE-049)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation that takes part; ``group`` is a ``stakeholder_group``, ``serves`` a ``Serves``."""

    key: str
    name: str
    group: str = ""
    serves: str = ""  # in which of the outline's two classes it stands (RULE-034)
    role: str = ""  # what it does in the network (RULE-033)
    coordination_agreed: str = ""  # an ``Answer`` (RULE-018)
    works_with_children: str = ""  # an ``Answer``: then the safeguarding gate concerns it
    strengthened: str = ""  # how the programme strengthens it (RULE-031)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """A line of the budget frame; ``funder`` says who brings it: agency, partner or third_party."""

    key: str
    title: str
    funder: str = ""
    area: str = (
        ""  # guide slug ``area.…`` that it pays for; empty for what serves them all (REQ-030)
    )
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorMark:
    """Whether a factor of vulnerability is present; ``factor`` is a guide slug (``vf.…``)."""

    key: str
    factor: str
    present: str = ""  # an ``Answer``
    evidence: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A node of the problem tree, cause or effect; ``code`` is of list ``plan_cause`` or empty.

    A cause is answered by a result that it became, or by chosen strategies; or set aside with a reason.
    """

    key: str
    branch: str = Branch.CAUSE.value
    under: str = ""  # key of the node it hangs under; empty: the core problem itself
    code: str = ""
    factors: tuple[str, ...] = ()  # guide slugs of the factors that it takes up (REQ-060)
    title: str = ""  # for a cause of the team's own
    analysis: str = ""
    not_addressed_because: str = ""
    source: str = ""
    positive: str = ""  # how it reads once it is solved, in the objectives tree
    becomes: str = ""  # ``objectives.<key>`` or ``outputs.<key>``: the result it was turned into
    strategies: tuple[str, ...] = ()  # that act on it: ``act.NN``, or key of one's own (REQ-068)


@dataclass(frozen=True, slots=True, kw_only=True)
class GenderNote:
    """One of the eight parts of the gender analysis of example 8; ``part`` is ``ex.08.s1`` … ``s8``.

    Whole when something is said of girls and of boys (REQ-077); ``text`` holds what is true of both,
    and what plans of before said without telling them apart.
    """

    key: str
    part: str
    girls: str = ""
    boys: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beneficiaries:
    """People or organisations the programme serves; ``serves`` says in which class they count."""

    key: str
    name: str
    serves: str = ""
    place: str = ""  # key of a ``PlannedPlace``; empty: everywhere
    organisations: int | None = None  # planned number, for intermediary organisations
    planned: tuple[Headcount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityCriterion:
    """Who may be served, or who is excluded and why."""

    key: str
    effect: str = ""  # an ``Eligibility``
    dimension: str = ""  # a ``Criterion``
    text: str = ""
    min_age: int | None = None
    max_age: int | None = None
    reason: str = ""  # the documented protective reason
    other_service: str = ""  # the equivalent service open to whom this excludes


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need in a place and who answers it; ``kind`` is of list ``plan_need``."""

    key: str
    kind: str
    place: str = ""  # key of a ``PlannedPlace``; empty: everywhere
    answered_by: str = ""  # who: a service or a partner, by its public name
    provision: str = ""  # a ``Provision``
    works_from: date | None = None
    tested_on: date | None = None  # the last time the way to help was tried and worked
    capacity: int | None = None  # places or people a month
    complement: str = ""  # why two providers in one place are not a duplicate (RULE-036)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder:
    """A group on the map, in one or more of the guide's classes (``Stand``)."""

    key: str
    group: str
    name: str = ""  # never kept for an opponent: opponents appear as groups only
    stands: tuple[str, ...] = ()
    influence: str = ""  # an ``Influence``
    interest: str = ""  # an ``Interest``: towards the programme's aim
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPart:
    """The designer's own reading of who does what in an action, in place of Figure 1's."""

    key: str
    action: str  # guide slug ``act.NN``, or the key of an invented ``Choice``
    group: str
    parts: tuple[str, ...] = ()  # of ``Part``; empty: none, whatever Figure 1 suggests


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A strategy chosen, refused with a reason, or invented (``action`` empty, ``title`` given)."""

    key: str
    decision: str  # a ``Decision``
    action: str = ""
    title: str = ""
    text: str = ""
    reason: str = ""
    area: str = ""  # guide slug ``area.…``, of an invented one
    level: str = ""  # a ``Level``, of an invented one
    themes: tuple[str, ...] = ()  # of an invented one


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A finding that someone set aside for this plan, with the reason that the outline prints."""

    key: str
    rule: str
    reason: str
    by: str = ""  # name shown
    on: date | None = None
    material: str = ""  # key of the ``Material`` it holds for; empty: for whatever the rule finds


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An action programme: frame, situation, who, strategies, results, and what was set aside."""

    # 1. frame
    title: str
    code: str = ""
    level: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    languages: tuple[str, ...] = ()
    agency: str = ""
    prepared_by: str = ""
    prepared_on: date | None = None
    currency: str = ""
    budget_total: Decimal | None = None
    budget: tuple[BudgetLine, ...] = ()
    places: tuple[PlannedPlace, ...] = ()
    partners: tuple[Partner, ...] = ()
    assessments: tuple[Assessment, ...] = ()  # the safeguarding gate (planning §4.1)
    network_rules: str = ""  # the protocol between partners (RULE-033)
    development_objective: str = ""
    baseline: str = ""
    baseline_on: date | None = None
    tracking: str = ""  # how progress is followed and evaluated (RULE-039)
    management: str = ""
    handover_institution: str = ""  # who takes over (RULE-030)
    handover_model: str = ""  # what is to be replicated (box 5)
    milestones: tuple[Milestone, ...] = ()  # of the hand-over (REQ-028)
    capacities: tuple[Capacity, ...] = ()
    handover_reports: tuple[HandoverReport, ...] = ()
    political_instability: str = ""  # an ``Answer``, as the two below
    trafficking_route: str = ""
    cross_border: str = ""
    # 2. situation
    background: str = ""
    core_problem: str = ""  # what the problem tree grows from
    factors: tuple[FactorMark, ...] = ()
    causes: tuple[Cause, ...] = ()
    citations: tuple[Citation, ...] = ()  # findings of studies that it rests on (REQ-032)
    concerned: tuple[Headcount, ...] = ()
    tried_before: str = ""
    gender: tuple[GenderNote, ...] = ()
    child_labour_present: str = ""  # an ``Answer`` (RULE-046)
    working_children: tuple[str, ...] = ()  # of list ``working_children`` (box 3)
    risk_sectors: tuple[str, ...] = ()  # of list ``risk_sector`` (RULE-061)
    in_national_plans: str = ""  # an ``Answer`` (RULE-120)
    # 3. who
    beneficiaries: tuple[Beneficiaries, ...] = ()
    eligibility: tuple[EligibilityCriterion, ...] = ()
    needs: tuple[Need, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    parts: tuple[ActionPart, ...] = ()
    consultations: tuple[Consultation, ...] = ()  # of children (REQ-063)
    child_inputs: tuple[ChildInput, ...] = ()
    # 4. strategies
    areas: tuple[str, ...] = ()  # guide slugs ``area.…``: the fields the programme works in
    strategy: str = ""
    choices: tuple[Choice, ...] = ()
    law: tuple[LawLink, ...] = ()  # entries of law and policy that it works on
    prevention_link: str = ""  # a prevention programme this one is tied to (RULE-029)
    # 5. results
    objectives: tuple[Objective, ...] = ()
    risks: str = ""  # what holds for all of them; each one stands in the register
    register: tuple[Risk, ...] = ()
    materials: tuple[Material, ...] = ()
    segments: tuple[Segment, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    measures: tuple[Measure, ...] = ()
    reached: tuple[Reach, ...] = ()
    # 6. review
    set_aside: tuple[SetAside, ...] = ()

    def outputs(self) -> Iterator[Output]:
        """Yield every output, in order."""
        return (output for objective in self.objectives for output in objective.outputs)

    def activities(self) -> Iterator[Activity]:
        """Yield every activity, in order."""
        return (activity for output in self.outputs() for activity in output.activities)

    def indicators(self) -> Iterator[Indicator]:
        """Yield the indicators of every level, in order."""
        for objective in self.objectives:
            yield from objective.indicators
            for output in objective.outputs:
                yield from output.indicators
                for activity in output.activities:
                    yield from activity.indicators
