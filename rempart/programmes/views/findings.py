"""The findings of a review in the reader's words: what is wrong, why, where, and the way there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rempart.guide.catalogue import catalogue, place_of, say
from rempart.programmes.catalogue import rule_texts
from rempart.programmes.documents.balancing import excesses_said
from rempart.programmes.documents.words import of_list
from rempart.programmes.forms import STEP_FORMS
from rempart.programmes.models import ROWS, Programme
from rempart.programmes.models.names import STEP_NAMES
from rempart.programmes.queries.levels import in_own_words
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.findings import Finding, materials_named
from rempart.programmes.rules.plan import Beneficiaries, Partner, Plan, PlannedPlace, SetAside
from rempart.programmes.rules.results import Activity, Objective, Output, numbers
from rempart.programmes.rules.review import Scope, Severity, Spot, Verdict

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

    from rempart.programmes.rules.campaigns import Campaign
    from rempart.programmes.rules.communication import Material

PLACES = "RULE-002"  # the rule that compares enrolments with places
MOST_SPOTS = 6  # places named one by one; more are counted
DEGREES: "dict[str, tuple[Words, Words]]" = {  # what stands over each list of findings, and under it
    "block": (gettext_lazy("Blocked"), gettext_lazy("The submission waits for these points. They cannot be set aside.")),
    "error": (gettext_lazy("Errors"), gettext_lazy("To mend; or someone else than the author sets it aside for this plan, with a reason that the outline prints.")),
    "warning": (gettext_lazy("Warnings"), gettext_lazy("To weigh. They do not stop the submission.")),
    "advice": (gettext_lazy("Advice"), gettext_lazy("What the guide would add.")),
    "unknown": (gettext_lazy("Cannot tell yet"), gettext_lazy("A fact is missing: without it nobody can say that all is well.")),
    "aside": (gettext_lazy("Set aside for this plan"), gettext_lazy("The outline prints each reason.")),
}  # fmt: skip
LACKING: "dict[str, tuple[str, Words]]" = {  # what a submission needs -> where it is written
    "needs_starts_on": ("frame#id_starts_on", gettext_lazy("Say when the programme starts.")),
    "needs_ends_on": ("frame#id_ends_on", gettext_lazy("Say when the programme ends.")),
    "needs_agency": ("frame#id_agency", gettext_lazy("Name the agency that carries it.")),
    "needs_places": ("frame#places", gettext_lazy("Say in which places it works.")),
    "needs_development_objective": (
        "frame#id_development_objective",
        gettext_lazy("Write the development objective."),
    ),
    "needs_objectives": ("results#framework", gettext_lazy("Write an immediate objective.")),
    "needs_activities": ("results#framework", gettext_lazy("Write the activities.")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place in the plan where a finding can be mended."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An entry of the guide that says so."""

    title: str
    place: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A finding as the page shows it; ``degree`` is of ``DEGREES``, or "ok"."""

    rule: str
    anchor: str
    explained: str  # the address of the page that explains the rule
    degree: str
    severity: str
    title: str
    what: str
    why: str
    remedies: tuple[str, ...]
    references: tuple[Reference, ...]
    where: tuple[Where, ...]
    more: int
    can_be_set_aside: bool
    set_aside: SetAside | None
    materials: tuple[tuple[str, str], ...]  # keys and titles, where it can be set aside for each
    figures: tuple[str, ...] = ()  # the numbers that the finding rests on


class Teller:
    """Tells the findings of one programme."""

    def __init__(self, programme: Programme, plan: Plan) -> None:
        self.programme, self.plan = programme, plan
        self.names = dict(names_of(plan))
        self.said = in_own_words(programme.organisation_id)

    def told(self, finding: Finding) -> Shown:
        """Return a finding in the reader's words."""
        text = rule_texts()[finding.rule]
        return Shown(
            rule=finding.id,
            anchor=_anchor(finding),
            explained=reverse("programmes:rule", args=[finding.rule]),
            degree=degree_of(finding),
            severity=finding.severity.value,
            title=_titled(self.said(say(text)), finding.scope),
            what=self.said(say(text, "message")),
            why=self.said(say(text, "why")),
            remedies=tuple(self.said(say(one, "text")) for one in text.mend),
            references=tuple(reference(slug) for slug in text.refs),
            where=tuple(self.where(spot) for spot in finding.spots[:MOST_SPOTS]),
            more=max(0, len(finding.spots) - MOST_SPOTS),
            can_be_set_aside=finding.can_be_set_aside,
            set_aside=finding.set_aside,
            materials=tuple((key, self.names.get(key, "")) for key in _materials(finding)),
            figures=self.figures(finding),
        )

    def figures(self, finding: Finding) -> tuple[str, ...]:
        """Return the numbers of what is wrong: of enrolments, by how many the places are too few."""
        is_of_places = finding.rule == PLACES and finding.verdict is Verdict.VIOLATED
        return tuple(excesses_said(self.plan, localdate())) if is_of_places else ()

    def where(self, spot: Spot) -> Where:
        """Return the way to a spot: the row's own form, or the place in the step's page."""
        step = str(STEP_NAMES[spot.step.value])
        if spot.row in ROWS and spot.key:
            name = self.names.get(spot.key, "")
            if spot.row == "materials":
                words = _("Material: %(title)s") % {"title": name}
                address = f"{self._address('row', spot.row, spot.key)}#row_{spot.field}"
                return Where(words=words, address=address)
            address = self._address("row", spot.row, spot.key)
            return Where(words=f"{step} – {name}" if name else step, address=address)
        page = self._address(spot.step.value)
        if spot.row:
            anchor = "framework" if spot.step is Step.RESULTS else spot.row
            words = _("%(step)s – add what is missing") % {"step": step}
            return Where(words=words, address=f"{page}#{anchor}")
        if not spot.field:
            return Where(words=step, address=page)
        asked = (
            STEP_FORMS[spot.step].base_fields.get(spot.field) if spot.step in STEP_FORMS else None
        )
        words = f"{step} – {asked.label}" if asked else step
        return Where(words=words, address=f"{page}#id_{spot.field}")

    def _address(self, name: str, *path: str) -> str:
        return reverse(f"programmes:{name}", args=[self.programme.pk, *path])

    def obstacles(self, codes: Iterable[str], findings: Iterable[Finding]) -> list[dict[str, str]]:
        """Return what stops a submission, for ``look/refusal.html``, each with the way to mend it."""
        by_rule = {finding.id: finding for finding in findings if not finding.set_aside}
        return [self._obstacle(code, by_rule) for code in codes]

    def _obstacle(self, code: str, by_rule: dict[str, Finding]) -> dict[str, str]:
        if code in LACKING:
            path, words = LACKING[code]
            step, _hash, anchor = path.partition("#")
            return {
                "what": self.said(str(words)),
                "why": "",
                "address": f"{self._address(step)}#{anchor}",
            }
        told = self.told(by_rule[code.rpartition("_")[2]])
        missing = _("A fact is missing, so nobody can tell. %(why)s") % {"why": told.why}
        place = told.where[0] if told.where else None
        return {
            "what": told.what if code.startswith("violates_") else told.title,
            "why": told.why if code.startswith("violates_") else missing,
            "address": place.address if place else f"#{told.rule}",
            "word": place.words if place else "",
        }


def _anchor(finding: Finding) -> str:
    """Return what is unique on the page: of what was set aside for one material, that one's too."""
    material = finding.set_aside.material if finding.set_aside else ""
    return f"{finding.id}-{material}" if material else finding.id


def _materials(finding: Finding) -> tuple[str, ...]:
    return materials_named([finding], finding.id)


def _titled(title: str, scope: Scope) -> str:
    return title if scope is Scope.PROGRAMME else _("Material: %(title)s") % {"title": title}


def degree_of(finding: Finding) -> str:
    """Return under which heading a finding stands; the empty string if it is not concerned."""
    if finding.verdict is Verdict.VIOLATED:
        return "aside" if finding.set_aside else finding.severity.value
    return {Verdict.CANNOT_TELL: "unknown", Verdict.KEPT: "ok"}.get(finding.verdict, "")


def to_mend(findings: Iterable[Finding]) -> dict[Step, tuple[int, bool]]:
    """Return how many open points each step is asked to mend, and whether one of them is grave."""
    counts: dict[Step, tuple[int, bool]] = {}
    for finding in findings:
        if degree_of(finding) not in {"block", "error", "warning"} and not finding.obstacle:
            continue
        for step in {spot.step for spot in finding.spots}:
            number, grave = counts.get(step, (0, False))
            is_grave = finding.severity in {Severity.BLOCK, Severity.ERROR}
            counts[step] = number + 1, grave or is_grave
    return counts


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings stand under each degree."""
    degrees = [degree_of(finding) for finding in findings]
    return {name: degrees.count(name) for name in (*DEGREES, "ok")}


def reference(slug: str) -> Reference:
    """Return an entry of the guide with its place and its address."""
    entry = catalogue().entry(slug)
    return Reference(
        title=say(entry), place=place_of(entry), address=reverse("guide:entry", args=[slug])
    )


def names_of(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the name of every row by its key, results with their number."""
    numbered = dict(numbers(plan.objectives))
    results: list[Objective | Output | Activity] = [
        *plan.objectives,
        *plan.outputs(),
        *plan.activities(),
    ]
    for result in results:
        yield result.key, f"{numbered[result.key]} {result.text}"
    for indicator in plan.indicators():
        yield indicator.key, indicator.text
    named: list[PlannedPlace | Partner | Beneficiaries] = [
        *plan.places,
        *plan.partners,
        *plan.beneficiaries,
    ]
    for row in named:
        yield row.key, row.name
    titled: list[Material | Campaign] = [*plan.materials, *plan.campaigns]
    for one in titled:
        yield one.key, one.title
    for need in plan.needs:
        yield need.key, of_list(need.kind, "plan_need")
    for criterion in plan.eligibility:
        yield criterion.key, criterion.text
    for cause in plan.causes:
        yield cause.key, cause.title
