"""How the hand-over stands on a day: the latest report that speaks of a milestone or capacity counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rempart.programmes.rules.handover import (
    Capacity,
    HandoverReport,
    Milestone,
    MilestoneState,
    Progress,
)
from rempart.programmes.rules.plan import Plan

OLDEST_REPORT = 365  # days: progress is told at each review, and one is due every year at least


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneNow:
    """A milestone as the reports leave it; ``days_late`` only while it is open and past its day."""

    milestone: Milestone
    state: Progress
    reached_on: date | None
    days_late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityNow:
    """A capacity with the level that was told last, and when."""

    capacity: Capacity
    level: str
    told_on: date | None


def in_order(reports: Iterable[HandoverReport]) -> list[HandoverReport]:
    """Return the reports, the latest first; of one day, the one that was written last."""
    told = list(enumerate(reports))
    told.sort(key=lambda one: (one[1].reported_on or date.min, one[0]), reverse=True)
    return [report for _place, report in told]


def milestones_now(plan: Plan, today: date) -> list[MilestoneNow]:
    """Return every milestone as it stands on this day, in the plan's order."""
    latest = in_order(plan.handover_reports)
    return [_milestone(one, latest, today) for one in plan.milestones]


def capacities_now(plan: Plan) -> list[CapacityNow]:
    """Return every capacity with the level that a report told last."""
    latest = in_order(plan.handover_reports)
    return [_capacity(one, latest) for one in plan.capacities]


def gaps(plan: Plan, today: date) -> list[str]:
    """Return what the hand-over still lacks, as codes, in the order in which one would mend it."""
    reports = in_order(plan.handover_reports)
    last = reports[0].reported_on if reports else plan.starts_on
    lacking = {
        "no_institution": not plan.handover_institution.strip(),
        "no_model": not plan.handover_model.strip(),
        "no_milestone": not plan.milestones,
        "milestone_without_day": any(one.due_on is None for one in plan.milestones),
        "milestone_without_anyone": any(not one.responsible for one in plan.milestones),
        "no_capacity": not plan.capacities,
        "capacity_without_levels": any(
            not (one.starting_level and one.wanted_level and one.source) for one in plan.capacities
        ),
        "milestone_late": any(one.days_late for one in milestones_now(plan, today)),
        "report_due": last is not None and (today - last).days > OLDEST_REPORT,
    }
    return [code for code, holds in lacking.items() if holds]


def _milestone(one: Milestone, latest: list[HandoverReport], today: date) -> MilestoneNow:
    told = next(_told_of(one.key, latest), None)
    state = Progress(told.state) if told else Progress.PLANNED
    is_open = state in {Progress.PLANNED, Progress.STARTED}
    late = (today - one.due_on).days if is_open and one.due_on else 0
    return MilestoneNow(
        milestone=one,
        state=state,
        reached_on=told.reached_on if told else None,
        days_late=max(0, late),
    )


def _told_of(key: str, latest: list[HandoverReport]) -> Iterator[MilestoneState]:
    return (s for report in latest for s in report.states if s.milestone == key and s.state)


def _capacity(one: Capacity, latest: list[HandoverReport]) -> CapacityNow:
    for report in latest:
        for told in report.levels:
            if told.capacity == one.key and told.level:
                return CapacityNow(capacity=one, level=told.level, told_on=report.reported_on)
    return CapacityNow(capacity=one, level=one.starting_level, told_on=None)
