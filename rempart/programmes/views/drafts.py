"""Unsaved typing: kept while she types, offered when she comes back."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBadRequest, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.actions import drop_draft, keep_draft
from rempart.programmes.models import Programme
from rempart.programmes.queries import draft_of
from rempart.programmes.rules.characters import holds_forbidden, seen
from rempart.programmes.views.pages import found_programme

OWN = {"csrfmiddlewaretoken", "what", "onward", "drop", "back"}  # not typed by anybody
LONGEST_NAME = 140


@signed_in
@require_POST
def draft(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Keep what is typed in the form ``what``; or, with ``drop``, forget it and go back to the form."""
    programme = found_programme(request, pk)
    what = request.POST.get("what", "")
    if not 0 < len(what) <= LONGEST_NAME or holds_forbidden(what):
        return HttpResponseBadRequest()
    if "drop" in request.POST:
        drop_draft(programme, by=request.user, what=what)
        back = request.POST.get("back", "")
        is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
        return redirect(back) if is_ours else redirect("programmes:programme", programme.pk)
    typed = {
        seen(name): [seen(value) for value in values]
        for name, values in request.POST.lists()
        if name not in OWN
    }
    kept = keep_draft(programme, by=request.user, what=what, typed=typed)
    return render(request, "programmes/parts/kept.html", {"kept": kept})


def typing_taken_up(request: SignedInRequest, programme: Programme, what: str) -> QueryDict | None:
    """Return the reader's unsaved typing if she asked to take it up."""
    if request.GET.get("draft") != "taken":
        return None
    draft = draft_of(request.user, programme, what)
    if draft is None:
        return None
    typed = QueryDict(mutable=True)
    for name, values in draft.typed.items():
        typed.setlist(name, values)
    return typed
