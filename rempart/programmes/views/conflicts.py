"""Two people saved the same step or row: the second sees both versions and chooses."""

from django.http import HttpResponse
from django.shortcuts import render

from rempart.accounts.http import SignedInRequest
from rempart.kit.conflicts import ConflictError
from rempart.programmes.forms import FactsForm
from rempart.programmes.models import Programme
from rempart.programmes.queries import programmes_for

NOT_CARRIED = {"csrfmiddlewaretoken", "version"}


def conflict_page(
    request: SignedInRequest, programme: Programme, form: FactsForm, conflict: ConflictError
) -> HttpResponse:
    """Answer 409 with mine and theirs beside one another; what was typed is carried along."""
    differing = [name for name in conflict.mine if conflict.mine[name] != conflict.theirs[name]]
    in_dialog = "HX-Request" in request.headers
    context = {
        "in_dialog": in_dialog,
        "programme": programmes_for(request.user).get(pk=programme.pk),
        "version": conflict.version,
        "facts": [
            {
                "name": name,
                "label": form.label_of(name),
                "mine": form.shown(name, conflict.mine[name]),
                "theirs": form.shown(name, conflict.theirs[name]),
            }
            for name in differing
        ],
        "carried": [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in NOT_CARRIED and not name.startswith("take-")
        ],
        "address": request.get_full_path(),
        "back": request.path,
    }
    page = "programmes/conflict.html"
    return render(request, f"{page}#choice" if in_dialog else page, context, status=409)
