"""The tree of places, and each of them: added, changed, put elsewhere, removed."""

from collections import defaultdict
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.access import may_write_places
from rempart.communities.actions import change_place, describe_place, remove_place
from rempart.communities.forms import PlaceForm
from rempart.communities.models import Place
from rempart.communities.queries import (
    kept_by,
    newest_of,
    places_for,
    ranking_for,
    services_for,
    tree_of,
    values_for,
)
from rempart.communities.rules.places import way_up
from rempart.communities.views.basic_services import summary_of
from rempart.communities.views.figures import figures_of, groups_of
from rempart.communities.views.finding import found_place, reader_of, said, writer_of
from rempart.communities.views.saying import in_one_sentence, why_not
from rempart.guide.rules.words import bare
from rempart.kit.conflicts import ConflictError
from rempart.kit.discretion import seems_too_precise
from rempart.kit.refusals import catch_refusal
from rempart.look.conflicts import versions_beside

FOUND = 50  # places shown of a search


@signed_in
@require_safe
def places(request: SignedInRequest) -> HttpResponse:
    """Show the places of the reader's organisation as a tree, or those whose name she looks for."""
    context = reader_of(request)
    found = list(places_for(request.user))
    asked = request.GET.get("q", "").strip()[:200]
    opened, first = _key(request.GET.get("at", "")), request.GET.get("from", "")
    context |= {
        "count": len(found),
        "asked": asked,
        "found": [one for one in found if bare(asked) in bare(one.name)][:FOUND] if asked else [],
        "tree": tree_of(found, opened, int(first) if first.isdecimal() and len(first) < 6 else 0),  # noqa: PLR2004 -- figures of a place in a list
        "opened": opened,
    }
    return render(request, "communities/places.html", context)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    """Add a place."""
    organisation = writer_of(request)
    form = _form(request, inside=_key(request.GET.get("in", "")))
    reasons: list[str] = []
    if form.is_valid():
        with catch_refusal() as reasons:
            added = describe_place(organisation, form.told(), by=request.user)
        if not reasons:
            return _saved(request, added)
    return _page(request, form, None, reasons)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Rename a place, put it elsewhere, say how many children live there."""
    place = found_place(request, pk)
    if not may_write_places(request.user, place.organisation_id):
        raise PermissionDenied
    form = _form(request, place)
    reasons: list[str] = []
    if form.is_valid():
        try:
            with catch_refusal() as reasons:
                change_place(place, form.told(), by=request.user, version=form.started_from())
        except ConflictError as conflict:
            return _conflict(request, place, form, conflict)
        if not reasons:
            return _saved(request, place)
    return _page(request, form, found_place(request, pk), reasons)


def _conflict(
    request: SignedInRequest, place: Place, form: PlaceForm, conflict: ConflictError
) -> HttpResponse:
    """Answer 409 with mine and theirs beside one another."""
    context = reader_of(request) | versions_beside(request, form, conflict)
    context |= {"place": place, "back": place.get_absolute_url()}
    return render(request, "communities/conflict.html", context, status=409)


def _form(
    request: SignedInRequest, place: Place | None = None, inside: UUID | None = None
) -> PlaceForm:
    own = places_for(request.user)
    own = own.exclude(pk=place.pk) if place else own
    typed = request.POST if request.method == "POST" else None
    return PlaceForm(typed, own=own, today=localdate(), stored=place, inside=inside)


def _saved(request: SignedInRequest, place: Place) -> HttpResponse:
    messages.success(request, _("Saved."))
    if seems_too_precise(place.name):
        messages.warning(
            request,
            _("Saved, but this name looks like an address, an establishment or a person’s home. A place is a coarse area: please check it."),
        )  # fmt: skip
    return redirect(place)


def _page(
    request: SignedInRequest,
    form: PlaceForm,
    place: Place | None,
    reasons: list[str] | None = None,
) -> HttpResponse:
    context = reader_of(request) | {"form": form, "place": place, "reasons": said(reasons or [])}
    status = 422 if form.is_bound else 200
    return render(request, "communities/place_form.html", context, status=status)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def removal(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Ask whether a place is to go, or say what keeps it; then remove it."""
    place = found_place(request, pk)
    if not may_write_places(request.user, place.organisation_id):
        raise PermissionDenied
    reasons: list[str] = []
    if request.method == "POST":
        with catch_refusal() as reasons:
            remove_place(place, by=request.user)
        if not reasons:
            messages.success(request, _("The place is removed."))
            return redirect("communities:places")
    context = reader_of(request) | {
        "place": place,
        "parts": place.parts.count(),
        "figures": place.values.count(),
        "keepers": kept_by(place),
        "reasons": said(reasons),
    }
    return render(request, "communities/removal.html", context, status=422 if reasons else 200)


@signed_in
@require_safe
def place(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show a place: where it stands, what is known of it, whom to reach there."""
    found = found_place(request, pk)
    own = {one.pk: one for one in places_for(request.user)}
    below: dict[UUID | None, list[Place]] = defaultdict(list)
    for one in own.values():
        below[one.parent_id].append(one)
    parents = {key: one.parent_id for key, one in own.items()}
    ranking = ranking_for(request.user)
    ranked = ranking.of(found.pk)
    standing = ranked.standing if ranked else None
    known = newest_of(request.user, [found.pk])
    context = reader_of(request) | {
        "place": found,
        "way": [own[key] for key in reversed(list(way_up(found.pk, parents)))],
        "parts": below[found.pk][:FOUND],
        "parts_count": len(below[found.pk]),
        "standing": standing,
        "sentence": in_one_sentence(standing, ranking) if standing and standing.rank else "",
        "why_not": why_not(standing, len(ranking.used)) if standing and not standing.rank else "",
        "dimensions": figures_of(found, known, values_for(request.user, found), ranking.used),
        "groups": groups_of(found, known, ranking.used),
        "services": summary_of(services_for(request.user, [found], localdate())[found.pk]),
    }
    return render(request, "communities/place.html", context)
