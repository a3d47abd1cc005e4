"""Copying a programme as a start, and what has to be checked in the copy."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.kit.refusals import catch_refusal
from rempart.programmes.access import may_start_programme
from rempart.programmes.actions.copying import copy_programme, tick_checked
from rempart.programmes.forms import ROW_FORMS, STEP_FORMS
from rempart.programmes.forms.copying import CopyForm
from rempart.programmes.models import ROWS, Programme
from rempart.programmes.models.names import STEP_NAMES
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.copying import longest_shift
from rempart.programmes.views.pages import REFUSALS, found_programme

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def copying(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Ask for a title and a start, and make the copy."""
    programme = found_programme(request, pk)
    if not may_start_programme(request.user, programme.organisation):
        raise PermissionDenied
    form = CopyForm(request.POST if request.method == "POST" else None)
    codes: list[str] = []
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        shift = longest_shift(plan_of(programme), typed["starts_on"])
        with catch_refusal() as codes:
            copy = copy_programme(programme, by=request.user, title=typed["title"], shift=shift)
        if not codes:
            messages.success(
                request, _("The copy is ready. See below what has to be checked in it.")
            )
            return redirect("programmes:programme", copy.pk)
    context = {
        "programme": programme,
        "form": form,
        "reasons": [{"what": REFUSALS[code]} for code in codes],
    }
    status = 422 if form.is_bound else 200
    return render(request, "programmes/copying.html", context, status=status)


@signed_in
@require_POST
def checking(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Tick off what was checked."""
    programme = found_programme(request, pk)
    with catch_refusal() as codes:
        tick_checked(programme, by=request.user, checked=request.POST.getlist("checked"))
    for code in codes:
        messages.error(request, REFUSALS[code])
    if not codes:
        messages.success(request, _("Noted as checked."))
    return redirect(f"{reverse('programmes:programme', args=[pk])}#to-check")


def to_check_shown(programme: Programme) -> "list[tuple[Words, list[dict[str, object]]]]":
    """Return what is to be checked, by step, each with its words and its address."""
    found: dict[str, list[dict[str, object]]] = {}
    for code in programme.to_check:
        place, *rest = str(code).split("/")
        step, told = _told(programme, place, rest)
        found.setdefault(step, []).append({"code": code, **told})
    order = [step.value for step in Step if step.value in found]
    return [(STEP_NAMES[step], found[step]) for step in order]


def _told(programme: Programme, place: str, rest: list[str]) -> tuple[str, dict[str, object]]:
    """Return the step of something to be checked, its label and its address."""
    name = rest[-1]
    if len(rest) == 1:
        label = STEP_FORMS[Step(place)].base_fields[name].label
        address = f"{reverse(f'programmes:{place}', args=[programme.pk])}#id_{name}"
        return place, {"what": label, "list": "", "address": address}
    form = ROW_FORMS[place]
    address = f"{reverse('programmes:row', args=[programme.pk, place, rest[0]])}#row_{name}"
    fact: dict[str, object] = {
        "what": form.base_fields[name].label,
        "list": form.many,
        "address": address,
    }
    return ROWS[place].step.value, fact
