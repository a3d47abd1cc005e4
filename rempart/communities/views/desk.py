"""What of the places stands on a person's desk: how many there are, and the way to the ranking."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.queries import pending_of, places_for
from rempart.communities.views.finding import reader_of


@signed_in
@require_safe
def desk(request: SignedInRequest) -> HttpResponse:
    """Show the way to the places, and a file that waits for its reader's yes."""
    context = reader_of(request) | {
        "count": places_for(request.user).count(),
        "pending": pending_of(request.user),
    }
    part = "#panel" if "HX-Request" in request.headers else ""
    return render(request, f"communities/desk.html{part}", context)
