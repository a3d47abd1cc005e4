"""What the review still needs to know, asked in the step where it is answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from rempart.guide.catalogue import say
from rempart.programmes.catalogue import questions, rule_texts
from rempart.programmes.documents.words import of_guide, of_list
from rempart.programmes.forms import ROW_FORMS, STEP_FORMS
from rempart.programmes.forms.activities import ASKED
from rempart.programmes.models import Programme
from rempart.programmes.queries.levels import our_levels, own_levels
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.findings import Finding
from rempart.programmes.rules.naming import glossed
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.review import Spot, Verdict
from rempart.programmes.views.findings import names_of

MOST_ASKED, MOST_RULES = 6, 2  # told one by one; more are counted
DETAILS = "details."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One open question: of what, what is asked, the way there, and the rules that wait for it."""

    of: str
    question: str
    address: str
    rules: tuple[tuple[str, str], ...]  # the title of a rule, the address that explains it
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """The open questions of a step; ``more`` are those that are only counted."""

    asked: tuple[Asked, ...]
    more: int

    @property
    def count(self) -> int:
        """Return how many questions are open."""
        return len(self.asked) + self.more


def needed_in(
    step: Step, findings: Iterable[Finding], programme: Programme, plan: Plan
) -> Needed | None:
    """Return what rules that cannot tell yet ask of this step, the gravest first; none if nothing."""
    waiting: dict[Spot, list[str]] = {}
    for finding in findings:
        if finding.verdict is Verdict.CANNOT_TELL:
            for spot in finding.spots:
                if spot.step is step:
                    waiting.setdefault(spot, []).append(finding.rule)
    if not waiting:
        return None
    shown = list(waiting.items())[:MOST_ASKED]
    asking = _Asking(programme, plan)
    asked = tuple(asking.asked(spot, rules) for spot, rules in shown)
    return Needed(asked=asked, more=len(waiting) - len(shown))


class _Asking:
    """Asks for one programme, with its organisation's names of the levels."""

    def __init__(self, programme: Programme, plan: Plan) -> None:
        self.programme = programme
        self.names = dict(names_of(plan))
        self.levels = own_levels(programme.organisation_id)
        self.said = partial(glossed, ours=our_levels(), own=self.levels)

    def asked(self, spot: Spot, rules: list[str]) -> Asked:
        own = list(dict.fromkeys(rules))
        return Asked(
            of=self.names.get(spot.key, ""),
            question=self._question(spot),
            address=_address(spot, self.programme),
            rules=tuple(
                (self.said(say(rule_texts()[rule])), reverse("programmes:rule", args=[rule]))
                for rule in own[:MOST_RULES]
            ),
            more=max(0, len(own) - MOST_RULES),
        )

    def _question(self, spot: Spot) -> str:
        """Return what is asked, in the words of the form that asks it."""
        if spot.field.startswith(DETAILS):
            found = questions().get(spot.field.removeprefix(DETAILS))
            return self.said(say(found, "label")) if found else spot.field
        if not spot.row:
            named = self.levels.get(spot.field)
            return named[0] if named else _label(STEP_FORMS[spot.step].base_fields, spot.field)
        form = ROW_FORMS[spot.row]
        many = self.levels[spot.row][1] if spot.row in self.levels else str(form.many)
        if spot.key or spot.field in form.base_fields:
            return self.said(_label(form.base_fields, spot.field)) or many
        lists = {"needs": "plan_need", "causes": "plan_cause"}
        known = of_list(spot.field, lists[spot.row]) if spot.row in lists else of_guide(spot.field)
        return f"{many} – {known}" if known else _("%(list)s: to be added") % {"list": many}


def _label(fields: dict[str, forms.Field], name: str) -> str:
    return str(fields[name].label) if name in fields else ""


def _address(spot: Spot, programme: Programme) -> str:
    """Return the way to the very field, on this page or in the row's own form."""
    if not spot.row:
        return f"#id_{spot.field}"
    if not spot.key:
        is_framework = spot.step is Step.RESULTS and not ROW_FORMS[spot.row].is_listed
        return "#framework" if is_framework else f"#{spot.row}"
    row = reverse("programmes:row", args=[programme.pk, spot.row, spot.key])
    field = spot.field
    if field.startswith(DETAILS):
        field = ASKED + field.removeprefix(DETAILS)
    return f"{row}#row_{field}" if field else row
