"""Ways back to the page of a campaign, and why it cannot go on, in the reader's words."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rempart.accounts.http import SignedInRequest
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import Campaign, Programme
from rempart.programmes.queries.materials import material_in
from rempart.programmes.rules.clearing import Obstacle
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.publishing import findings_of
from rempart.programmes.views.findings import Teller
from rempart.programmes.views.materials import LACKING
from rempart.programmes.views.pages import REFUSALS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from django.utils.functional import _StrOrPromise as Words

NEEDS: "Mapping[str, Words]" = {
    "needs_audiences": gettext_lazy("Say for whom it is."),
    "needs_message": gettext_lazy("Say its message."),
    "needs_channels": gettext_lazy("Say by which channels it goes."),
    "needs_at_school": gettext_lazy("Say whether it takes place in schools."),
    "needs_on_demand": gettext_lazy("Say whether it aims at demand: yes or no."),
    "needs_materials": gettext_lazy("Name its materials: what is said aloud is one too, and passes box 7."),
    "needs_segments": gettext_lazy("Name the segments that are asked before and after."),
    "needs_starts_on": gettext_lazy("Say on which day it begins."),
    "needs_ends_on": gettext_lazy("Say on which day it ends."),
    "needs_invites_reports": gettext_lazy("Say whether it invites people to report or to call."),
    "needs_response": gettext_lazy("Say who answers whoever turns to it: no promotion without a response."),
    "needs_response_tried_on": gettext_lazy("Try whether they answer, and say when."),
    "needs_wanted_reach": gettext_lazy("Say how many people it wants to reach."),
    "tried_to_come": gettext_lazy("The day on which the response was tried has not come yet."),
    "nobody_answers": gettext_lazy("It may bring reports, and nobody answers them yet on the day it begins."),
    "needs_finding": gettext_lazy("It aims at demand: cite the finding of a study that it rests on."),
    "needs_before": gettext_lazy("A segment has no measure before: measure it, or say below why it begins without."),
}  # fmt: skip
MARK = gettext_lazy("It is not marked publishable.")


def campaign_come_from(request: SignedInRequest, programme: Programme) -> str:
    """Return the address of the campaign's page from which one came, if one did."""
    word, _dash, key = request.GET.get("from", "").partition("-")
    mine = Campaign.objects.filter(programme=programme, key=key) if word == "campaign" else None
    if mine is None or not mine.exists():
        return ""
    return reverse("programmes:campaign", args=[programme.pk, key])


def told_obstacles(
    teller: Teller, plan: Plan, obstacles: "Sequence[Obstacle]", today: "date"
) -> list[dict[str, str]]:
    """Return what stands in the way, for ``look/refusal.html``: each with the way to mend it."""
    return [_told(teller, plan, one, today) for one in obstacles]


def _told(teller: Teller, plan: Plan, one: Obstacle, today: "date") -> dict[str, str]:
    if one.code == "material":
        return _of_material(teller, plan, one, today)
    pk = teller.programme.pk
    if one.code == "needs_finding":
        address = reverse("programmes:row-add", args=[pk, "citations"])
        told = f"{address}?about=campaigns.{one.spot.field}&from=campaign-{one.spot.field}"
        return {"what": str(NEEDS[one.code]), "address": told, "word": _("Cite a finding")}
    if one.code == "needs_before":
        address = reverse("programmes:campaign", args=[pk, one.spot.key])
        return {"what": str(NEEDS[one.code]), "address": f"{address}#segments"}
    if one.spot.row == "campaigns":
        address = reverse("programmes:row", args=[pk, "campaigns", one.spot.key])
        back = f"?from=campaign-{one.spot.key}"
        anchor = f"#row_{one.spot.field}" if one.spot.field else ""
        words = NEEDS.get(one.code) or REFUSALS[one.code]
        return {"what": str(words), "address": f"{address}{back}{anchor}"}
    place = teller.where(one.spot)
    return {"what": str(NEEDS[one.code]), "address": place.address, "word": str(place.words)}


def _of_material(teller: Teller, plan: Plan, one: Obstacle, today: "date") -> dict[str, str]:
    """Return what box 7 or a rule asks of a material, under its title."""
    material = material_in(plan, one.spot.key)
    title = _("Material: %(title)s") % {"title": material.title}
    page = reverse("programmes:material", args=[teller.programme.pk, material.key])
    row = reverse("programmes:row", args=[teller.programme.pk, "materials", material.key])
    if one.about == "needs_mark":
        return {"what": title, "why": str(MARK), "address": f"{page}#review"}
    if one.about in LACKING:
        words, field = LACKING[one.about]
        address = f"{row}#row_{field}" if field else f"{page}#review"
        return {"what": title, "why": str(words), "address": address}
    findings = findings_of(plan, material, today, thresholds())
    (told,) = teller.obstacles([one.about], findings)
    return told | {"what": title, "why": told["what"]}
