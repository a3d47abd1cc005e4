"""What an area of the census calls for: actions of the guide, by when, and when they were done."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions.census import (
    change_area_action,
    plan_area_action,
    remove_area_action,
)
from rempart.communities.forms.census import ActionForm, DueForm
from rempart.communities.models import AreaAction, Place
from rempart.communities.queries.census import actions_for
from rempart.communities.views.census import census_reader_of, counted_place, refused
from rempart.guide.catalogue import catalogue
from rempart.kit.refusals import catch_refusal


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def area_actions(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Plan an action for an area."""
    place = counted_place(request, pk, to_write=True)
    form = ActionForm(request.POST if request.method == "POST" else None)
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            plan_area_action(place, by=request.user, **form.cleaned_data)
        if not reasons:
            return _saved(request, place)
    return _page(request, place, form, reasons)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def area_action(request: SignedInRequest, pk: UUID, action: UUID) -> HttpResponse:
    """Move an action of an area, or say when it was done."""
    place = counted_place(request, pk, to_write=True)
    planned = _planned(request, place, action)
    typed = request.POST if request.method == "POST" else None
    form = DueForm(typed, initial=DueForm.typed(planned), today=localdate())
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            change_area_action(planned, by=request.user, **form.cleaned_data)
        if not reasons:
            return _saved(request, place)
    return _page(request, place, form, reasons, planned)


@signed_in
@require_POST
def area_action_removal(request: SignedInRequest, pk: UUID, action: UUID) -> HttpResponse:
    """Take an action away from an area."""
    place = counted_place(request, pk, to_write=True)
    remove_area_action(_planned(request, place, action), by=request.user)
    messages.success(request, _("The action is taken away."))
    return redirect("communities:census-area", place.pk)


def _planned(request: SignedInRequest, place: Place, key: UUID) -> AreaAction:
    own = actions_for(request.user).filter(place=place).select_related("place")
    return get_object_or_404(own, pk=key)


def _saved(request: SignedInRequest, place: Place) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("communities:census-area", place.pk)


def _page(
    request: SignedInRequest,
    place: Place,
    form: ActionForm | DueForm,
    reasons: list[str],
    planned: AreaAction | None = None,
) -> HttpResponse:
    context = census_reader_of(request) | {
        "place": place,
        "form": form,
        "planned": planned,
        "entry": catalogue().entry(planned.action) if planned else None,
        "reasons": refused(reasons),
    }
    status = 422 if form.is_bound else 200
    return render(request, "communities/census_action.html", context, status=status)
