"""The basic services of a place as a grid: what is there, what is missing, what nobody looked at lately."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.access import may_write_places
from rempart.communities.actions import check_service, remove_check
from rempart.communities.forms.basic_services import CheckForm
from rempart.communities.models import Place, ServiceCheck
from rempart.communities.models.basic_services import (
    CAPACITY_NAMES,
    COST_NAMES,
    EXISTENCE_NAMES,
    QUALITY_NAMES,
)
from rempart.communities.queries import Service, checks_for, services_for
from rempart.communities.rules.basic_services import Check, Existence, State
from rempart.communities.views.finding import found_place, reader_of
from rempart.kit.discretion import seem_to_name_someone, seems_too_precise
from rempart.look.say import NO_BREAK, number

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LACKS: "dict[str, _StrPromise]" = {
    "partly": gettext_lazy("at times, or for some only"),
    "too_dear": gettext_lazy("too dear for many"),
    "waiting": gettext_lazy("one has to wait"),
    "full": gettext_lazy("full"),
    "poor": gettext_lazy("of poor quality"),
}
UNSAID: "dict[str, _StrPromise]" = {
    "distance": gettext_lazy("distance"),
    "cost": gettext_lazy("cost"),
    "capacity": gettext_lazy("capacity"),
    "quality": gettext_lazy("quality"),
}


def line_of(service: Service) -> dict[str, object]:
    """Return what the grid shows of a service."""
    check, told = service.check, service.seen
    return {
        "service": service,
        "state": told.state.value,
        "lacks": ", ".join(str(LACKS[code]) for code in told.lacks),
        "unsaid": ", ".join(str(UNSAID[code]) for code in told.unsaid),
        "is_described": check is not None and check.existence != Existence.NO,
        **(_words(check) if check else {}),
        "before": [(one, EXISTENCE_NAMES[one.existence]) for one in service.before],
    }


def _words(check: ServiceCheck) -> dict[str, object]:
    far = check.distance_km
    return {
        "existence": EXISTENCE_NAMES[check.existence],
        "distance": f"{number(far)}{NO_BREAK}km" if far is not None else "",
        "cost": COST_NAMES.get(check.cost, ""),
        "capacity": CAPACITY_NAMES.get(check.capacity, ""),
        "quality": QUALITY_NAMES.get(check.quality, ""),
    }


def summary_of(found: Sequence[Service]) -> dict[str, object]:
    """Return what a place's page says of its services: what is missing, lacking, unchecked, seen long ago."""
    by_state = {state: [one for one in found if one.seen.state is state] for state in State}
    return {
        "missing": by_state[State.MISSING],
        "lacking": [line_of(one) for one in by_state[State.LACKING]],
        "unchecked": by_state[State.UNCHECKED],
        "old": [one for one in found if one.seen.is_old],
        "there": len(by_state[State.THERE]),
        "all": len(found),
    }


@signed_in
@require_safe
def services(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show the grid of the basic services of a place."""
    place = found_place(request, pk)
    found = services_for(request.user, [place], localdate())[place.pk]
    context = reader_of(request) | {
        "place": place,
        "lines": [line_of(one) for one in found],
        "summary": summary_of(found),
    }
    return render(request, "communities/services.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def service_check(request: SignedInRequest, pk: UUID, service: str) -> HttpResponse:
    """Write what was found of a service."""
    place = found_place(request, pk)
    if not may_write_places(request.user, place.organisation_id):
        raise PermissionDenied
    found = _service(request, place, service)
    typed = request.POST if request.method == "POST" else None
    form = CheckForm(
        typed, initial=_known(found), is_hidden=found.is_hidden, today=localdate()
    )  # fmt: skip
    if form.is_valid():
        check = form.check()
        check_service(place, found.id, check, by=request.user)
        messages.success(request, _("Saved."))
        _warn(request, check)
        return redirect("communities:services", place.pk)
    context = reader_of(request) | {"place": place, "service": found, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "communities/service_check.html", context, status=status)


def _service(request: SignedInRequest, place: Place, slug: str) -> Service:
    found = services_for(request.user, [place], localdate())[place.pk]
    service = next((one for one in found if one.id == slug), None)
    if service is None:
        raise Http404
    return service


def _known(found: Service) -> dict[str, object]:
    """Return what was found before, but for its day and source: a new look has its own."""
    names = ("existence", "distance_km", "cost", "capacity", "quality")
    return {name: getattr(found.check, name) for name in names} if found.check else {}


def _warn(request: SignedInRequest, check: Check) -> None:
    if seems_too_precise(check.source) or seem_to_name_someone([check.source]):
        messages.warning(request, _("Saved, but the source looks as if it named someone, or gave an address or a contact: please check it."))  # fmt: skip


@signed_in
@require_POST
def check_removal(request: SignedInRequest, pk: UUID, check: UUID) -> HttpResponse:
    """Take a mistaken check away."""
    place = found_place(request, pk)
    remove_check(get_object_or_404(checks_for(request.user, [place.pk]), pk=check), by=request.user)
    messages.success(request, _("The check is taken away."))
    return redirect("communities:services", place.pk)
