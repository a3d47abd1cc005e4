"""Where a list of rows is at home: in its step, or on a page of its own."""

from django.urls import reverse

from rempart.accounts.http import SignedInRequest
from rempart.programmes.models import ROWS, Programme, Row
from rempart.programmes.views.campaign_pages import campaign_come_from
from rempart.programmes.views.pages import address_of
from rempart.programmes.views.smart import RESULTS

HOMES = {  # lists that have no place in their step, but a page
    "assessments": "safeguarding",
    "handover_reports": "handover",
    "consultations": "consultations",
    "child_inputs": "consultations",
}
OWN_PAGES = {"tree": "tree", "groups": "groups"}  # pages of lists, beside their step's


def address_of_row(
    request: SignedInRequest, programme: Programme, kind: str, row: Row | None = None
) -> str:
    """Return where a list is shown, or the page that one came from, with its row in sight."""
    if campaign := campaign_come_from(request, programme):
        return campaign
    if came_from := OWN_PAGES.get(request.GET.get("from", "")):
        anchor = f"#{row.key}" if row else ""
        return reverse(f"programmes:{came_from}", args=[programme.pk]) + anchor
    if home := HOMES.get(kind):
        anchor = f"#{row.key if row else kind}"
        return reverse(f"programmes:{home}", args=[programme.pk]) + anchor
    step = address_of(programme, ROWS[kind].step)
    is_tree = kind in RESULTS
    return f"{step}?at={row.key}#{row.key}" if row and is_tree else f"{step}#{kind}"
