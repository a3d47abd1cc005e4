"""Estimates of size: two small calculators with their warnings, and why there are no others."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.forms.sizes import ListsForm, ServiceForm
from rempart.communities.rules.sizes import (
    Estimate,
    estimate_of_lists,
    estimate_of_service,
    tried_shares,
)
from rempart.communities.views.finding import reader_of
from rempart.look.say import number, percent

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

DOUBTS: "dict[str, _StrPromise]" = {
    "all_shared": gettext_lazy("Everybody on the shorter list is on the longer one too: the estimate finds nobody beyond it. The lists may feed each other."),
    "few_shared": gettext_lazy("Fewer than seven are on both lists: the estimate is likely to be too low, and no interval makes up for it."),
    "few_users": gettext_lazy("Fewer than seven of those asked used the service: one answer more or less changes the estimate much."),
    "all_used": gettext_lazy("Everybody asked used the service: they were probably found through it, so the survey says nothing about those who were not."),
    "wide": gettext_lazy("The interval is so wide that it hardly says more than “we do not know”."),
}  # fmt: skip


@signed_in
@require_safe
def sizes(request: SignedInRequest) -> HttpResponse:
    """Say which estimates there are, and that a number is seldom what is needed."""
    return render(request, "communities/sizes.html", reader_of(request))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def two_lists(request: SignedInRequest) -> HttpResponse:
    """Estimate from two lists; nothing is kept."""
    form = ListsForm(request.POST if request.method == "POST" else None)
    context = reader_of(request) | {"form": form}
    if form.is_valid():
        context |= _said(estimate_of_lists(form.told()))
    return render(request, "communities/sizes_lists.html", context, status=_status(form))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def service(request: SignedInRequest) -> HttpResponse:
    """Estimate from the clients of a service and a survey; nothing is kept."""
    form = ServiceForm(request.POST if request.method == "POST" else None)
    context = reader_of(request) | {"form": form}
    if form.is_valid():
        told = form.told()
        context |= _said(estimate_of_service(told))
        context["tried"] = [
            (percent(round(one.share, 1), exact=True), number(round(one.total)), one.is_found)
            for one in tried_shares(told)
        ]
    return render(request, "communities/sizes_service.html", context, status=_status(form))


@signed_in
@require_safe
def beyond(request: SignedInRequest) -> HttpResponse:
    """Say why three lists and respondent-driven sampling are left to packages made for them."""
    return render(request, "communities/sizes_beyond.html", reader_of(request))


def _said(found: Estimate) -> dict[str, object]:
    sentence = _("About %(total)s, and between %(low)s and %(high)s in 95 of 100 such estimates – if all that it assumes holds.") % {
        "total": number(round(found.total)),
        "low": number(round(found.low)),
        "high": number(round(found.high)),
    }  # fmt: skip
    return {"sentence": sentence, "doubts": [DOUBTS[doubt] for doubt in found.doubts]}


def _status(form: ListsForm | ServiceForm) -> int:
    return 422 if form.errors else 200
