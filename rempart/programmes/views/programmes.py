"""The list of programmes, a new one, and the overview of one."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from rempart.accounts.access import may_administer, may_design
from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.access import may_start_programme
from rempart.programmes.actions import start_programme
from rempart.programmes.forms.start import StartForm
from rempart.programmes.models.names import LIFECYCLE_NAMES
from rempart.programmes.queries import listed_for, plan_of
from rempart.programmes.views.balance import balance_beside
from rempart.programmes.views.copying import to_check_shown
from rempart.programmes.views.coverage import coverage_beside
from rempart.programmes.views.lifecycle import states_shown
from rempart.programmes.views.pages import around, found_programme


@signed_in
@require_safe
def programmes(request: SignedInRequest) -> HttpResponse:
    """Show the programmes of the reader's organisation."""
    own = request.user.organisation_id
    context = {
        "programmes": [(one, LIFECYCLE_NAMES[one.lifecycle]) for one in listed_for(request.user)],
        "may_start": own is not None and may_design(request.user, own),
        "may_administer": own is not None and may_administer(request.user, own),
    }
    return render(request, "programmes/list.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    """Start a programme: a title is enough."""
    organisation = request.user.organisation
    if organisation is None or not may_design(request.user, organisation.pk):
        raise PermissionDenied
    form = StartForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        started = start_programme(organisation, by=request.user, **form.cleaned_data)
        return redirect("programmes:frame", started.pk)
    status = 422 if form.is_bound else 200
    return render(request, "programmes/new.html", {"form": form}, status=status)


@signed_in
@require_safe
def programme(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show where a programme stands, and the way on."""
    found = found_programme(request, pk)
    plan = plan_of(found)
    context = around(request, found, plan)
    context |= {
        "plan": plan,
        "to_check": to_check_shown(found),
        "may_copy": may_start_programme(request.user, found.organisation),
    }
    context |= states_shown(found, request.user) | balance_beside(plan) | coverage_beside(plan)
    return render(request, "programmes/programme.html", context)
