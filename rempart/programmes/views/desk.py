"""What of the programmes stands on a person's desk: where she left off, and what waits there."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from rempart.accounts.access import may_design
from rempart.accounts.http import SignedInRequest, signed_in
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import Programme
from rempart.programmes.queries import listed_for, plan_of
from rempart.programmes.queries.waiting import waiting_for
from rempart.programmes.rules.findings import review
from rempart.programmes.views.findings import tally
from rempart.programmes.views.pages import rail_of

WAITING_WORDS = {
    "review": _("A review is asked of you"),
    "submission": _("Its review is passed: it can be submitted"),
    "approval": _("Submitted: its approval can be recorded"),
    "change": _("A change request to decide on"),
}
SHOWN = 3  # programmes, the last changed first


@signed_in
@require_safe
def desk(request: SignedInRequest) -> HttpResponse:
    """Show the programme that changed last with the step to go on with, and a way to the next ones."""
    own = request.user.organisation_id
    found = list(listed_for(request.user).order_by("-changed_at", "pk")[:SHOWN])
    context: dict[str, object] = {
        "others": found[1:],
        "may_start": own is not None and may_design(request.user, own),
    }
    context["waiting"] = [
        {"word": WAITING_WORDS[one.what], "what": one.what, "programme": one.programme}
        for one in waiting_for(request.user)
    ]
    if found:
        context |= {"programme": found[0], **_standing(found[0])}
    part = "#panel" if "HX-Request" in request.headers else ""
    return render(request, f"programmes/desk.html{part}", context)


def _standing(programme: Programme) -> dict[str, object]:
    """Return where the programme that changed last stands: its step to go on with, its findings."""
    plan = plan_of(programme)
    findings = review(plan, localdate(), thresholds())
    rail = rail_of(programme, plan, None, findings)
    return {
        "plan": plan,
        "rail": rail,
        "next": next((one for one in rail if not one.is_done and one.address), rail[-1]),
        "counts": tally(findings),
    }
