"""Step 5: the framework, what can be done with a row of it, what the guide proposes for it."""

import json
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.guide.catalogue import catalogue, say
from rempart.guide.queries import measure_of, own_indicators_for
from rempart.guide.rules.library import OWN, Measure
from rempart.guide.rules.lists import IndicatorDefinition
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_write
from rempart.programmes.actions import add_row
from rempart.programmes.catalogue import kinds
from rempart.programmes.forms import ActivityForm
from rempart.programmes.models import Programme, Row
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.queries.levels import own_levels
from rempart.programmes.queries.plans import Rows, Whole, whole_of
from rempart.programmes.rules.branches import MAY_HOLD, Result
from rempart.programmes.rules.codes import Direction, Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.proposals import (
    FITTING,
    actions_of,
    fitting_indicators,
    proposals,
    unit_of,
)
from rempart.programmes.rules.results import Activity, Objective, Output, numbers
from rempart.programmes.views.framing import (
    Line,
    branches_of,
    framework,
    line_of,
    opened,
    page_of,
)
from rempart.programmes.views.lists import row_list
from rempart.programmes.views.pages import around, found_programme
from rempart.programmes.views.smart import groups_of

LONGEST_NUMBER = 6  # digits of a place in the framework
PEOPLE = {"sex", "age_band"}  # an indicator of the library that is split so counts people


def results_shown(
    request: SignedInRequest, plan: Plan, _rows: Rows, at: str = ""
) -> dict[str, object]:
    """Return what the page of step 5 shows beside its own facts; the row ``at`` is in sight."""
    asked = _asked(request)
    asked_at, first = asked.get("at", ""), asked.get("first", "")
    shown = page_of(
        plan,
        opened(plan, asked.get("open"), asked_at, at),
        first=int(first) if first.isdecimal() and len(first) < LONGEST_NUMBER else 0,
        at=at or asked_at,
    )
    number = dict(numbers(plan.objectives))
    outputs, activities = list(plan.outputs()), list(plan.activities())
    return {
        "shown": shown,
        "lines": shown.lines,
        "tally": {
            "objectives": len(plan.objectives),
            "outputs": len(outputs),
            "activities": len(activities),
            "indicators": len(list(plan.indicators())),
        },
        "proposals": proposals(plan, catalogue(), kinds()),
        "remark_groups": groups_of(plan),
        "outputs": [(one.key, number[one.key], one.text) for one in outputs],
    }


def is_framework_asked(request: SignedInRequest) -> bool:
    """Say whether a script of the results page asks for the framework alone."""
    return request.headers.get("HX-Target") == "framework"


def framework_answer(
    request: SignedInRequest,
    programme: Programme,
    row: Row | None = None,
    whole: Whole | None = None,
) -> HttpResponse:
    """Answer a script with the framework anew, folded as it was, and the focus on the row.

    What was typed beside it stays. Once something was done, what depends on it comes along: the
    register of risks, the rail, what was just done. ``whole`` is what the programme says by now,
    where the caller has read it already.
    """
    key = row.key if row else ""
    rows, plan = whole or whole_of(programme)
    context = around(request, programme, plan, Step.RESULTS)
    context |= results_shown(request, plan, rows, key)
    if request.method != "POST":
        return render(request, "programmes/results/again.html", context)
    context["list"] = row_list(programme, "register", rows, plan, writes=bool(context["writes"]))
    answer = render(request, "programmes/results/after.html", context)
    answer["HX-Retarget"], answer["HX-Reswap"] = "#framework", "innerHTML show:none"
    answer["HX-Trigger-After-Settle"] = json.dumps({"framework:at": {"key": key}})
    return answer


def _asked(request: SignedInRequest) -> QueryDict:
    """Return what the address of the page asks for, also when a script of the page sends something."""
    if request.method == "POST" and "HX-Current-URL" in request.headers:
        return QueryDict(urlsplit(request.headers["HX-Current-URL"]).query)
    return request.GET


@signed_in
@require_safe
def result(request: SignedInRequest, pk: UUID, level: str, result: str) -> HttpResponse:
    """Show what can be done with a row of the framework."""
    programme = found_programme(request, pk)
    if not may_write(request.user, programme):
        raise PermissionDenied
    plan = plan_of(programme)
    line = line_of(plan, result)
    if line is None or line.kind != level:
        raise Http404
    named = own_levels(programme.organisation_id)
    context = {
        "programme": programme,
        "line": line,
        "additions": [(kind, named.get(kind, (words,))[0]) for kind, words in _additions(level)],
        "library": [(one.slug, say(one)) for one in _library(line.row)],
        "own_library": [
            (f"{OWN}{one.pk}", one.words.title)
            for one in own_indicators_for(request.user)
            if one.level in FITTING.get(level, ())
        ],
        "parents": list(_parents(plan, line)),
    }
    if "HX-Request" in request.headers:
        return render(request, "programmes/results/more.html#acts", context | {"in_dialog": True})
    page = around(request, programme, plan, Step.RESULTS) | context
    return render(request, "programmes/results/more.html", page)


@signed_in
@require_safe
def questions(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show what a kind of activity asks, with what was typed so far."""
    form = ActivityForm(programme=found_programme(request, pk), typed=request.GET)
    return render(request, "programmes/parts/asked.html", {"form": form})


@signed_in
@require_POST
def proposal(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Add the activity that a chosen action proposes under an output; then let her make it hers."""
    programme = found_programme(request, pk)
    asked = request.POST.get("action", "")
    found = next(
        (
            one
            for one in proposals(plan_of(programme), catalogue(), kinds())
            if str(one.action.number) == asked
        ),
        None,
    )
    output = _row(programme, "outputs", request.POST.get("output", ""))
    if found is None:
        raise Http404
    values = {
        "text": say(found.action, "text"),
        "kind": found.kind,
        "actions": [found.action.number],
    }
    return _added(request, programme, "activities", values, output)


@signed_in
@require_POST
def measure(request: SignedInRequest, pk: UUID, level: str, result: str) -> HttpResponse:
    """Add an indicator of the guide's library to a row."""
    programme = found_programme(request, pk)
    taken = measure_of(request.POST.get("library", ""), programme.organisation_id)
    if taken is None or level not in {"objectives", "outputs", "activities"}:
        raise Http404
    values = measure_taken(taken)
    return _added(request, programme, "indicators", values, _row(programme, level, result))


def measure_taken(taken: Measure) -> dict[str, object]:
    """Return what an indicator takes over from the library; an own one's words too, to travel."""
    split = [name for name in taken.split if taken.is_own or name in PEOPLE]
    values: dict[str, object] = {
        "text": taken.title,
        "unit": unit_of(taken.unit),
        "library": taken.ref,
        "about_people": set(split) >= PEOPLE,
        "split": split,
        "direction": taken.direction if taken.direction in set(Direction) else "",
        "frequency": taken.frequency,
    }
    if taken.is_own:
        values |= {n: getattr(taken, n) for n in ("definition", "numerator", "denominator")}
    return values


def _row(programme: Programme, kind: str, key: str) -> Row:
    found = row_of(programme, kind, key)
    if found is None:
        raise Http404
    return found


def _added(
    request: SignedInRequest,
    programme: Programme,
    kind: str,
    values: Mapping[str, object],
    parent: Row,
) -> HttpResponse:
    """Add a row and open its form; a submitted programme stays as it is."""
    with catch_refusal() as reasons:
        row = add_row(programme, by=request.user, kind=kind, values=values, parent=parent)
    if reasons:
        return redirect("programmes:results", programme.pk)
    return redirect(reverse("programmes:row", args=[programme.pk, kind, row.key]))


def _additions(kind: str) -> list[tuple[str, str]]:
    indicator = ("indicators", _("An indicator"))
    return {
        "objectives": [("outputs", _("An output")), indicator],
        "outputs": [("activities", _("An activity")), indicator],
        "activities": [indicator],
    }.get(kind, [])


def _library(row: Result) -> Iterator[IndicatorDefinition]:
    """Yield the indicators that suit a row and what is done under it."""
    if isinstance(row, Objective):
        done = actions_of(activity for output in row.outputs for activity in output.activities)
        yield from fitting_indicators("objectives", done, catalogue())
    elif isinstance(row, Output):
        yield from fitting_indicators("outputs", actions_of(row.activities), catalogue())
    elif isinstance(row, Activity):
        yield from fitting_indicators("activities", actions_of([row]), catalogue())


def _parents(plan: Plan, line: Line) -> Iterator[tuple[str, str]]:
    """Yield the rows under which a row may go, but the one it stands under."""
    for value, words in parents_for(plan, line.kind):
        if not line.path or value.partition(".")[2] != line.path[-1]:
            yield value, words


def parents_for(plan: Plan, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the rows under which rows of a kind may stand, each with its number and words."""
    for one in framework(plan, branches_of(plan)):
        if one.kind in MAY_HOLD[kind]:
            yield f"{one.kind}.{one.row.key}", f"{one.number} {one.row.text}"
