"""Two people saved the same step or row: the second sees both versions and chooses."""

from django.http import HttpResponse
from django.shortcuts import render

from rempart.accounts.http import SignedInRequest
from rempart.kit.conflicts import ConflictError
from rempart.look.conflicts import Telling, versions_beside
from rempart.programmes.models import Programme
from rempart.programmes.queries import programmes_for


def conflict_page(
    request: SignedInRequest,
    programme: Programme,
    form: Telling,
    conflict: ConflictError,
    back: str = "",
) -> HttpResponse:
    """Answer 409 with mine and theirs beside one another; what was typed is carried along."""
    context = versions_beside(request, form, conflict) | {
        "programme": programmes_for(request.user).get(pk=programme.pk),
        "back": back or request.path,
    }
    page = "programmes/conflict.html"
    if context["in_dialog"]:
        page = f"{page}#choice"
    return render(request, page, context, status=409)
