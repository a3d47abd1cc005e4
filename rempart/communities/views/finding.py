"""What every page about places begins with: who asks, for which organisation, which place."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rempart.accounts.http import SignedInRequest
from rempart.accounts.models import Organisation
from rempart.communities.access import may_read_places, may_write_places
from rempart.communities.models import Place
from rempart.communities.queries import places_for

REFUSALS = {  # why an act refuses, in the reader's words
    "own_part": _("A place cannot lie in itself, nor in one of its own parts."),
    "same_place": _("Another place of yours already bears this name, as wide and in the same country: add the town or region to one of them."),
    "has_parts": _("Other places lie in it: move or remove them first."),
    "is_used": _("It is used, and stays as long as it is:"),
    "place_gone": _("A place of this file has been removed meanwhile. Choose the file again."),
    "no_reason": _("Say why: the ranking shows it."),
    "not_a_hundred": _("The points must be 100 together."),
    "negative_points": _("Points cannot be fewer than none."),
    "weights_agreed": _("These weights are agreed: open a new round to change them."),
    "no_ballots": _("Nobody has shared out points yet, or these weights are agreed already."),
}  # fmt: skip


def reader_of(request: SignedInRequest) -> dict[str, object]:
    """Return what every page says of its reader; someone without an organisation has no places."""
    own = request.user.organisation_id
    if not may_read_places(request.user, own):
        raise PermissionDenied
    internal = gettext("Internal: not to be published with the names of places")
    return {"may_write": may_write_places(request.user, own), "from_what": internal}


def writer_of(request: SignedInRequest) -> Organisation:
    """Return the organisation for which the reader writes about places."""
    organisation = request.user.organisation
    if organisation is None or not may_write_places(request.user, organisation.pk):
        raise PermissionDenied
    return organisation


def found_place(request: SignedInRequest, pk: UUID) -> Place:
    """Return a place that the reader may see; a stranger gets 404."""
    return get_object_or_404(places_for(request.user).select_related("parent"), pk=pk)


def said(reasons: list[str]) -> list[dict[str, object]]:
    """Return refusals as ``look/refusal.html`` shows them."""
    return [{"what": REFUSALS[reason]} for reason in reasons]
