"""The lint of the wording: its remarks beside a row while she types, and under the framework."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.guide.catalogue import say
from rempart.guide.queries import measure_of
from rempart.guide.rules.library import Measure
from rempart.look.say import day, number
from rempart.programmes.access import may_write
from rempart.programmes.catalogue import lexicon, smart_checks
from rempart.programmes.forms import ROW_FORMS, RowForm
from rempart.programmes.models.facts import storable
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output, numbers
from rempart.programmes.rules.smart import Lexicon, Remark, remarks_of_plan, remarks_of_row
from rempart.programmes.rules.smart.figures import frame_of
from rempart.programmes.rules.smart.lexicon import Letter
from rempart.programmes.rules.smart.lint import LEVELS, Result
from rempart.programmes.views.framing import line_of
from rempart.programmes.views.pages import found_programme

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

    from rempart.programmes.models import Row

MOST_ROWS = 20  # ways shown for one remark; the rest is counted
RESULTS: dict[str, type[Objective | Output | Activity | Indicator]] = {
    name: shape for shape, name in LEVELS.items()
}
LETTER_NAMES = {
    Letter.SPECIFIC.value: _("Specific"),
    Letter.MEASURABLE.value: _("Measurable"),
    Letter.ATTAINABLE.value: _("Attainable"),
    Letter.RELEVANT.value: _("Relevant at its level"),
    Letter.TIME_BOUND.value: _("Time-bound"),
}
FIGURE_NAMES = {
    "baseline": _("baseline"),
    "target": _("target"),
    "capacity": _("capacity stated, over the whole period"),
    "planned": _("people planned at step 3"),
    "day": _("date"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A remark as a reader reads it."""

    check: str
    letter: str
    letter_name: "Words"
    title: str
    message: str
    why: str
    bad: str
    good: str
    where: str  # the field of the row in which it is mended
    words: Sequence[str]
    figures: "Sequence[tuple[Words, str]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One remark with the rows that draw it."""

    told: Told
    rows: Sequence[tuple[Remark, str]]  # with its number, or an indicator's own words
    more: int


def own_lexicon(plan: Plan | None = None) -> Lexicon:
    """Return the lexicon; a text too short to tell is taken for the plan's first language."""
    known = plan.languages[:1] if plan else ()
    return lexicon(known[0] if known else (get_language() or "en").partition("-")[0])


def told(remark: Remark) -> Told:
    """Return a remark in the reader's language."""
    check = smart_checks()[remark.check]
    return Told(
        check=remark.check,
        letter=check.letter.value,
        letter_name=LETTER_NAMES[check.letter.value],
        title=say(check),
        message=say(check, "message"),
        why=say(check, "why"),
        bad=say(check, "bad"),
        good=say(check, "good"),
        where=remark.where,
        words=remark.words,
        figures=[
            (FIGURE_NAMES[name], day(value) if isinstance(value, date) else number(value))
            for name, value in remark.figures.items()
        ],
    )


def groups_of(plan: Plan) -> list[Group]:
    """Return the remarks on a whole plan, each once, with the rows that draw it."""
    found: dict[str, list[Remark]] = {}
    for remark in remarks_of_plan(plan, own_lexicon(plan)):
        found.setdefault(remark.check, []).append(remark)
    names = {one.key: one.text for one in plan.indicators()} | dict(numbers(plan.objectives))
    return [
        Group(
            told=told(found[slug][0]),
            rows=[(one, names[one.key]) for one in found[slug][:MOST_ROWS]],
            more=max(0, len(found[slug]) - MOST_ROWS),
        )
        for slug in sorted(found, key=lambda slug: smart_checks()[slug].number)
    ]


def remarks_on(form: RowForm, plan: Plan) -> list[Told]:
    """Return the remarks on the row of a form: as typed, if something was; else as stored."""
    row = _row_in(form, plan)
    if row is None or not row.text.strip():
        return []
    line = line_of(plan, row.key)
    under = line.path[-1] if line and line.path else ""
    actions = frozenset(
        number
        for output in plan.outputs()
        for activity in output.activities
        if under in {activity.key, output.key}
        for number in activity.actions
    )
    found = remarks_of_row(row, frame=frame_of(plan), lexicon=own_lexicon(plan), actions=actions)
    return [told(one) for one in found]


def tell_remarks(request: SignedInRequest, form: RowForm, plan: Plan) -> None:
    """Say how many remarks the wording of a saved row draws, and where they stand."""
    if n := len(remarks_on(form, plan)):
        told = ngettext(
            "Saved. Its wording draws %(n)s remark: it stands under the framework.",
            "Saved. Its wording draws %(n)s remarks: they stand under the framework.",
            n,
        )
        messages.info(request, told % {"n": n})


def library_of(form: RowForm) -> Measure | None:
    """Return what the library says of the indicator in a form, as chosen or as stored."""
    if form.listed_as != "indicators":
        return None
    ref = form.data.get("library", "") if form.is_bound else form.initial.get("library")
    return measure_of(str(ref or ""), form.programme.organisation_id)


def _row_in(form: RowForm, plan: Plan) -> Result | None:
    shape = RESULTS.get(form.listed_as)
    if shape is None:
        return None
    key = getattr(form.stored, "key", "")
    line = line_of(plan, key) if key else None
    row = line.row if line else shape(key="", text="")
    if not form.is_bound:
        return row
    form.is_valid()
    names = {f.name for f in fields(shape)} & form.cleaned_data.keys()
    typed = {name: _fact(form.cleaned_data[name]) for name in names}
    return cast("Result", replace(cast("Any", row), **typed | {"text": form.data.get("text", "")}))


def _fact(value: object) -> object:
    stored = storable(value)
    return tuple(stored) if isinstance(stored, list) else stored


@signed_in
@require_POST
def remarks(request: SignedInRequest, pk: UUID, kind: str) -> HttpResponse:
    """Show the remarks on a row as it is being typed; ``?key=`` says which, if it is stored."""
    programme = found_programme(request, pk)
    if kind not in RESULTS:
        raise Http404
    if not may_write(request.user, programme):
        raise PermissionDenied
    key = request.GET.get("key", "")
    stored: Row | None = row_of(programme, kind, key) if key else None
    if key and stored is None:
        raise Http404
    form = ROW_FORMS[kind](request.POST, programme=programme, stored=stored)
    context = {"remarks": remarks_on(form, plan_of(programme)), "form": form}
    context |= {"measure": library_of(form)}
    return render(request, "programmes/smart/remarks.html", context)
