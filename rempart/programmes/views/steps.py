"""A step's page: its own facts as one form, its lists beside them."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.conflicts import ConflictError
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_write
from rempart.programmes.actions import change_step, drop_draft
from rempart.programmes.forms import STEP_FORMS, StepForm
from rempart.programmes.models import Programme
from rempart.programmes.queries import draft_of, plan_of, rows_of
from rempart.programmes.queries.plans import Rows
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.plan import Plan
from rempart.programmes.views.basic_services import situation_told
from rempart.programmes.views.conflicts import conflict_page
from rempart.programmes.views.drafts import typing_taken_up
from rempart.programmes.views.handover import handover_told
from rempart.programmes.views.lists import row_lists
from rempart.programmes.views.pages import (
    REFUSALS,
    address_of,
    around,
    found_programme,
    warn_of_names,
)
from rempart.programmes.views.participation import consulted_beside
from rempart.programmes.views.places import reasons_told
from rempart.programmes.views.results import framework_answer, is_framework_asked, results_shown
from rempart.programmes.views.safeguarding import gates_told
from rempart.programmes.views.stakeholders import groups_beside
from rempart.programmes.views.strategies import strategies_shown
from rempart.programmes.views.tree import tree_beside


def frame_beside(request: SignedInRequest, plan: Plan, rows: Rows) -> Mapping[str, object]:
    """Return what the index says of the places, and how the hand-over stands."""
    return {
        **reasons_told(request, plan, rows),
        **handover_told(plan, localdate()),
        **gates_told(plan, localdate()),
    }


# what the page of a step shows beside its own facts and lists
BESIDE: Mapping[Step, Callable[[SignedInRequest, Plan, Rows], Mapping[str, object]]] = {
    Step.FRAME: frame_beside,
    Step.SITUATION: situation_told,
    Step.WHO: consulted_beside,
    Step.STRATEGIES: strategies_shown,
    Step.RESULTS: results_shown,
}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: SignedInRequest, pk: UUID, step: Step) -> HttpResponse:
    """Show a step, or write its facts."""
    programme = found_programme(request, pk)
    if request.method == "POST":
        if not may_write(request.user, programme):
            raise PermissionDenied
        return _saved(request, programme, step)
    if step is Step.RESULTS and is_framework_asked(request):
        return framework_answer(request, programme)
    typed = typing_taken_up(request, programme, step.value)
    form = STEP_FORMS[step](programme=programme, stored=programme, typed=typed)
    return step_page(request, programme, form)


def _saved(request: SignedInRequest, programme: Programme, step: Step) -> HttpResponse:
    form = STEP_FORMS[step](request.POST, programme=programme, stored=programme)
    if not form.is_valid():
        return step_page(request, programme, form, status=422)
    started_from = form.started_from()
    try:
        with catch_refusal() as reasons:
            change_step(
                programme,
                by=request.user,
                step=step,
                version=started_from,
                values=form.values(),
            )
    except ConflictError as conflict:
        return conflict_page(request, programme, form, conflict)
    if reasons:
        return step_page(request, programme, form, status=422, reasons=reasons)
    drop_draft(programme, by=request.user, what=step.value)
    warn_of_names(request, form.values())
    messages.success(request, _("Saved."))
    onward = request.POST.get("onward", "")
    after = Step(onward) if onward in set(Step) else step
    return redirect(address_of(programme, after) or address_of(programme, step))


def step_page(
    request: SignedInRequest,
    programme: Programme,
    form: StepForm,
    *,
    status: int = 200,
    reasons: list[str] | None = None,
) -> HttpResponse:
    """Answer with a step's page around its form, whatever state the form is in."""
    rows = rows_of(programme)
    plan = plan_of(programme, rows)
    context = around(request, programme, plan, form.step)
    lists = row_lists(form, rows, plan, writes=bool(context["writes"]))
    context |= {
        "form": form,
        "sections": [
            {
                "section": section,
                "fields": [form[name] for name in section.fields],
                "facts": [(form[n].label, form.told(n)) for n in section.fields],
                "lists": [lists[kind] for kind in section.rows],
            }
            for section in form.sections
        ],
        "draft": None if form.is_bound else draft_of(request.user, programme, form.step.value),
        "is_taken_up": request.GET.get("draft") == "taken",
        "what": form.step.value,
        "reasons": [{"what": REFUSALS[reason]} for reason in reasons or []],
    }
    context |= tree_beside(plan, form.step)
    if form.step is Step.WHO:
        context |= groups_beside(plan)
    if form.step in BESIDE:
        context |= BESIDE[form.step](request, plan, rows)
    pages = [f"programmes/steps/{form.step.value}.html", "programmes/step.html"]
    return render(request, pages, context, status=status)
