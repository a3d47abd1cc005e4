"""Two plans side by side in the reader's words: by step, in the plan's order, fifty rows at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from rempart.guide.catalogue import say
from rempart.programmes.catalogue import questions, rule_texts
from rempart.programmes.forms import ROW_FORMS, STEP_FORMS, FactsForm
from rempart.programmes.forms.activities import ASKED, FIELDS
from rempart.programmes.models import Programme
from rempart.programmes.models.facts import storable
from rempart.programmes.models.law_names import FACT_LABELS, fact_in_words
from rempart.programmes.models.names import STEP_NAMES
from rempart.programmes.rules.plan import Plan, SetAside
from rempart.programmes.rules.results import numbers
from rempart.programmes.rules.versions import (
    FactChange,
    Kind,
    RowChange,
    StepChange,
    changes_between,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

SHOWN = 50  # rows at a time
KIND_WORDS = {
    Kind.ADDED.value: (_("Added"), "plus"),
    Kind.REMOVED.value: (_("Removed"), "trash"),
    Kind.CHANGED.value: (_("Changed"), "pencil"),
    Kind.MOVED.value: (_("Moved"), "arrow-right"),
}
COUNTED = {
    Kind.ADDED.value: ngettext_lazy("%(n)s added", "%(n)s added", "n"),
    Kind.REMOVED.value: ngettext_lazy("%(n)s removed", "%(n)s removed", "n"),
    Kind.CHANGED.value: ngettext_lazy("%(n)s changed", "%(n)s changed", "n"),
    Kind.MOVED.value: ngettext_lazy("%(n)s moved", "%(n)s moved", "n"),
}
SET_ASIDE_LABELS = {
    "rule": _("Rule"),
    "reason": _("Why this point is kept as it is"),
    "by": _("Set aside by"),
    "on": _("Set aside on"),
    "material": _("Material it holds for"),
}
OTHER_LABELS: "Mapping[str, Words]" = {
    "action": _("Action of the guide"),
    "decision": _("Decision"),
    "library": _("Indicator of the library"),
    "becomes": _("Result that it became"),
    "reviewed_by": _("Who reviewed it"),
    "reviewed_on": _("Day of its review"),
    "publishable_on": _("Publishable from"),
    "cleared_by": _("Who cleared it"),
    "cleared_on": _("Day on which it was cleared"),
    "unmeasured_because": _("Why it began without a measure before"),
    "started_on": _("Day on which it began"),
    "closed_on": _("Day on which it was closed"),
    "quoted": _("Words of the finding"),
    "study": _("Study"),
    "where": _("Places of the study"),
    "method": _("Method"),
    "on": _("Day of the study"),
}
TITLES = (
    "name",
    "title",
    "text",
    "quoted",
    "rule",
    "factor",
    "kind",
    "action",
    "group",
    "part",
    "segment",
    "campaign",
    "key",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFact:
    """A fact side by side."""

    label: "Words"
    before: "Words"
    after: "Words"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A row that differs: what it is, what happened to it, its facts side by side."""

    title: "Words"
    number: str
    many: "Words"
    word: "Words"
    icon: str
    kind: str
    facts: tuple[ShownFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step with how much differs in it; its facts and rows only where it is open."""

    step: str
    name: "Words"
    counts: "tuple[Words, ...]"
    is_open: bool
    facts: tuple[ShownFact, ...] = ()
    rows: tuple[ShownRow, ...] = ()
    next_from: int = 0  # where the next rows begin; 0 if these are the last


def compared(
    programme: Programme, before: Plan, after: Plan, opened: str = "", start: int = 0
) -> list[ShownStep]:
    """Return the steps that differ; the opened one (or the first) with its facts and rows."""
    changes = changes_between(before, after)
    known = {change.step.value for change in changes}
    here = opened if opened in known else changes[0].step.value if changes else ""
    teller = FactTeller(programme, before, after)
    return [_shown(one, teller, start if one.step.value == here else -1) for one in changes]


def _shown(change: StepChange, teller: "FactTeller", start: int) -> ShownStep:
    counts = tuple(COUNTED[kind] % {"n": number} for kind, number in change.counts.items())
    rows = change.rows[start : start + SHOWN] if start >= 0 else ()
    rest = start >= 0 and len(change.rows) > start + SHOWN
    return ShownStep(
        step=change.step.value,
        name=STEP_NAMES[change.step.value],
        counts=counts,
        is_open=start >= 0,
        facts=tuple(teller.step_facts(change)) if start == 0 else (),
        rows=tuple(teller.row(row) for row in rows),
        next_from=start + SHOWN if rest else 0,
    )


class FactTeller:
    """Says facts of two plans, with the words that the steps' own forms use."""

    def __init__(self, programme: Programme, before: Plan, after: Plan) -> None:
        self.programme, self.before, self.after = programme, before, after
        self.forms: dict[str, FactsForm] = {}

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Return the name of each place of either plan."""
        return {one.key: one.name for plan in (self.before, self.after) for one in plan.places}

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """Return the number of each row of the framework; of one that is gone the one it had."""
        return dict(numbers(self.before.objectives)) | dict(numbers(self.after.objectives))

    def step_facts(self, change: StepChange) -> Iterable[ShownFact]:
        """Yield the facts of a step side by side."""
        if change.step in STEP_FORMS:
            form = self._form(change.step.value)
            yield from (self._fact(form, fact) for fact in change.facts)

    def row(self, change: RowChange) -> ShownRow:
        """Return a row in words."""
        word, icon = KIND_WORDS[change.kind.value]
        form = self._form(change.listed_as) if change.listed_as in ROW_FORMS else None
        many: Words = getattr(form, "many", _("Findings set aside"))
        return ShownRow(
            title=self._title(change, form),
            number=self.numbers.get(change.key, ""),
            many=many,
            word=word,
            icon=icon,
            kind=change.kind.value,
            facts=tuple(self._fact(form, fact) for fact in change.facts),
        )

    def _form(self, name: str) -> FactsForm:
        if name not in self.forms:
            of_step = {step.value: form for step, form in STEP_FORMS.items()}
            form = (of_step | dict(ROW_FORMS))[name](programme=self.programme)
            if name == "activities":
                for slug, question in questions().items():
                    form.fields[ASKED + slug] = FIELDS[question.type](question)
            self.forms[name] = form
        return self.forms[name]

    def _title(self, change: RowChange, form: FactsForm | None) -> "Words":
        names = (name for name in TITLES if getattr(change.row, name, ""))
        name = next(names, "")
        if isinstance(change.row, SetAside):
            text = rule_texts().get(change.row.rule)
            return say(text) if text else change.row.rule
        return self._words(form, name, getattr(change.row, name, "")) or change.key

    def _fact(self, form: FactsForm | None, fact: FactChange) -> ShownFact:
        return ShownFact(
            label=self._label(form, fact.name),
            before=self._words(form, fact.name, fact.before),
            after=self._words(form, fact.name, fact.after),
        )

    def _label(self, form: FactsForm | None, name: str) -> "Words":
        if form is None:
            return SET_ASIDE_LABELS.get(name, name)
        if name == "details" or name in form.fields:
            return form.label_of(name)
        return OTHER_LABELS.get(name) or str(FACT_LABELS.get(name, name))

    def _words(self, form: FactsForm | None, name: str, value: object) -> "Words":
        told = storable(value)
        if told in (None, "", [], {}):
            return ""
        if name in {"place", "places"}:
            keys = told if isinstance(told, list) else [told]
            return ", ".join(self.places.get(str(key), str(key)) for key in keys)
        if name in {"becomes", "changed"}:
            return self.numbers.get(str(told).partition(".")[2], str(told))
        if form is not None and isinstance(told, Mapping):
            return "\n".join(self._answers(form, told))
        if form is not None and name in form.fields:
            return form.shown(name, told)
        return fact_in_words(name, told) if name in FACT_LABELS else str(told)

    def _answers(self, form: FactsForm, given: Mapping[str, object]) -> Iterable[str]:
        for code, answer in given.items():
            field = form.fields.get(ASKED + code)
            label = field.label if isinstance(field, django_forms.Field) else code
            words = form.shown(ASKED + code, answer) if field else str(answer)
            yield f"{label}: {words}"
