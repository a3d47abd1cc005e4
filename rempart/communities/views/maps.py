"""The organisation's own map: chosen as a file, or forgotten."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.actions import drop_outlines, keep_outlines
from rempart.communities.forms import FileForm
from rempart.communities.queries import outlines_for
from rempart.communities.queries.values import names_of
from rempart.communities.rules.outlines import LARGEST_FILE, OutlineFault, read_map
from rempart.communities.views.faults import map_faults
from rempart.communities.views.finding import reader_of, writer_of

NAMED = 8  # areas that are no place of ours


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def own_map(request: SignedInRequest) -> HttpResponse:
    """Choose a GeoJSON file; every fault is named, and the map that was there stays until it is whole."""
    organisation = writer_of(request)
    typed = request.POST if request.method == "POST" else None
    form = FileForm(typed, request.FILES if typed is not None else None)
    faults: list[OutlineFault] = []
    if form.is_valid():
        file = form.cleaned_data["file"]
        if (file.size or 0) > LARGEST_FILE:
            faults = [OutlineFault(code="too_big")]
        else:
            names = names_of(request.user)
            keys = frozenset(key for own in names.values() for key in own)
            found = read_map(file.read(), names, keys)
            faults = found.faults
            if not faults:
                kept = keep_outlines(organisation, found.rings, by=request.user, on=localdate())
                _tell(request, kept, found.unmatched)
                return redirect("communities:ranking")
    context = reader_of(request) | {
        "form": form,
        "reasons": map_faults(faults),
        "count": len(outlines_for(request.user)),
    }
    return render(
        request, "communities/map.html", context, status=422 if typed is not None else 200
    )


def _tell(request: SignedInRequest, kept: int, unmatched: list[str]) -> None:
    words = ngettext("%(n)s place is on the map.", "%(n)s places are on the map.", kept)
    messages.success(request, words % {"n": kept})
    if unmatched:
        names = ", ".join(unmatched[:NAMED]) + (" …" if len(unmatched) > NAMED else "")
        said = _("Areas that are no place of yours were left out: %(names)s.") % {"names": names}
        messages.warning(request, said)


@signed_in
@require_POST
def map_removal(request: SignedInRequest) -> HttpResponse:
    """Forget the map."""
    drop_outlines(writer_of(request), by=request.user)
    messages.success(request, _("The map is taken away."))
    return redirect("communities:map")
