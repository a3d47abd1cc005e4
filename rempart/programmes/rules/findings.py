"""The review of a plan: a finding for each rule, and what stands in the way of a submission."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rempart.programmes.rules.checks import SCOPES
from rempart.programmes.rules.plan import Plan, SetAside
from rempart.programmes.rules.review import Outcome, Scope, Severity, Spot, Verdict
from rempart.programmes.rules.seen import Seen
from rempart.programmes.rules.thresholds import Thresholds

MILDEST = Thresholds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says of the plan, where to mend, and whether that was set aside for this plan."""

    rule: str  # RULE-001 … RULE-121, or H05, H06, H07, H14, H16, H17: the name of its file in content/rules
    severity: Severity
    verdict: Verdict
    scope: Scope = Scope.PROGRAMME
    spots: tuple[Spot, ...] = ()
    can_be_set_aside: bool = False  # violated, no block, and every condition for it is met
    set_aside: SetAside | None = None  # only where it can be

    @property
    def id(self) -> str:
        """Return what it is set aside by: the rule, and of a material's finding the scope too."""
        return finding_id(self.rule, self.scope)

    @property
    def obstacle(self) -> str:
        """Return why it stops a submission, as a code, or the empty string.

        A block stops it when violated and while it cannot tell; an error when violated and not set
        aside. A warning or advice never does.
        """
        if self.verdict is Verdict.VIOLATED and not self.set_aside:
            stops = self.severity in {Severity.BLOCK, Severity.ERROR}
            return f"violates_{self.id}" if stops else ""
        if self.verdict is Verdict.CANNOT_TELL and self.severity is Severity.BLOCK:
            return f"cannot_tell_{self.id}"
        return ""


def finding_id(rule: str, scope: Scope) -> str:
    """Return the id of a rule's finding in a scope: ``RULE-008``, ``RULE-008-communication``."""
    return rule if scope is Scope.PROGRAMME else f"{rule}-{scope.value}"


def rule_of(told: str) -> tuple[str, Scope]:
    """Return the rule and the scope that a finding's id names."""
    rule, _dash, scope = told.rpartition("-")
    return (rule, Scope(scope)) if rule and scope in set(Scope) else (told, Scope.PROGRAMME)


def finding_ids() -> frozenset[str]:
    """Return the id of every finding that a review can hold."""
    return frozenset(finding_id(rule, scope) for scope, rules in SCOPES.items() for rule in rules)


def review(plan: Plan, today: date, thresholds: Thresholds = MILDEST) -> tuple[Finding, ...]:
    """Return what every rule says of the plan today, then of its material: the gravest first."""
    seen = Seen(plan=plan, today=today, thresholds=thresholds)
    reasons = {(row.rule, row.material): row for row in plan.set_aside if row.reason}
    return tuple(
        one
        for scope, rules in SCOPES.items()
        for rule, (check, severity) in rules.items()
        for one in _split(_finding(check(seen), rule, scope, severity), reasons)
    )


def materials_named(findings: Iterable[Finding], told: str) -> tuple[str, ...]:
    """Return the keys of the materials that a finding of this id names and that are not set aside."""
    found = (f for f in findings if f.id == told and f.can_be_set_aside and not f.set_aside)
    keys = (spot.key for one in found for spot in one.spots if spot.row == "materials")
    return tuple(dict.fromkeys(keys))


def _split(found: Finding, reasons: Mapping[tuple[str, str], SetAside]) -> Iterator[Finding]:
    """Yield what is set aside of a finding, material by material, and what is left of it.

    A decision without a material holds for all that the rule finds, also for what comes later.
    """
    whole = reasons.get((found.id, ""))
    if whole or not found.can_be_set_aside:
        yield replace(found, set_aside=whole if found.can_be_set_aside else None)
        return
    of = {spot: reasons.get((found.id, spot.key)) for spot in found.spots}
    left = tuple(spot for spot in found.spots if not of[spot])
    if left or not found.spots:
        yield replace(found, spots=left)
    for reason in dict.fromkeys(one for one in of.values() if one):
        spots = tuple(spot for spot in found.spots if of[spot] == reason)
        yield replace(found, spots=spots, set_aside=reason)


def _finding(outcome: Outcome, rule: str, scope: Scope, usual: Severity) -> Finding:
    severity = outcome.severity or usual
    can_be = (
        outcome.verdict is Verdict.VIOLATED
        and outcome.can_be_set_aside
        and severity is not Severity.BLOCK
    )
    return Finding(
        rule=rule,
        severity=severity,
        verdict=outcome.verdict,
        scope=scope,
        spots=outcome.spots,
        can_be_set_aside=can_be,
    )


def open_obstacles(findings: Iterable[Finding]) -> list[str]:
    """Return every reason why the plan cannot be submitted, as ``violates_…`` or ``cannot_tell_…``."""
    return [finding.obstacle for finding in findings if finding.obstacle]
