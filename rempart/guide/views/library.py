"""The library of indicators: the guide's, open to everybody, and an organisation's own beside them."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.accounts.models import User
from rempart.guide.access import may_change, may_write_own_entries
from rempart.guide.actions import (
    add_own_indicator,
    change_own_indicator,
    withdraw_own_indicator,
)
from rempart.guide.catalogue import catalogue, say
from rempart.guide.forms import OwnIndicatorForm
from rempart.guide.models import OwnIndicator
from rempart.guide.queries import guide_measure, own_indicators_for, own_measure
from rempart.guide.rules.library import FILTERS, Measure, marks, speaks_of
from rempart.guide.rules.words import plain
from rempart.guide.views.listing import Choice

FILTER_WORDS = {
    "level": gettext_lazy("Level"),
    "field": gettext_lazy("Theme"),
    "area": gettext_lazy("Strategy"),
    "room": gettext_lazy("Where the figures come from"),
}
LONGEST = 200  # letters of a search


@require_safe
def indicators(request: HttpRequest) -> HttpResponse:
    """List the library, searched and filtered; an organisation's own stand first."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    filters = [_choice(name, request.GET.get(name, "")) for name in FILTERS]
    wanted = {one.name: one.value for one in filters if one.value}
    guide = catalogue()
    shown = [
        measure
        for one in guide.indicators.values()
        if all(value in marks(one, guide)[name] for name, value in wanted.items())
        if _speaks(measure := guide_measure(one), words)
    ]
    own = [] if {"area", "room"} & wanted.keys() else _own(request, wanted, words)
    levels = guide.code_list("indicator_level").ids
    shown.sort(key=lambda one: (levels.index(one.level), plain(one.title)))
    context = {"filters": filters, "words": words, "shown": shown, "own": own} | {
        "total": len(guide.indicators),
        "may_write": isinstance(request.user, User) and may_write_own_entries(request.user),
        "here": "indicators",
    }
    return render(request, "guide/indicators.html", context)


def _own(
    request: HttpRequest, wanted: dict[str, str], words: str
) -> list[tuple[OwnIndicator, Measure]]:
    found = [(one, own_measure(one)) for one in own_indicators_for(request.user)]
    kept = {"level": "level", "field": "domain"}
    return [
        (one, measure)
        for one, measure in found
        if all(getattr(one, kept[name]) == value for name, value in wanted.items())
        if _speaks(measure, words)
    ]


def _speaks(one: Measure, words: str) -> bool:
    return speaks_of((one.title, one.definition, one.caution), words)


def _choice(name: str, asked: str) -> Choice:
    values = catalogue().code_list(FILTERS[name]).offered()
    options = tuple((value.id, say(value, "label")) for value in values)
    known = asked if asked in dict(options) else ""
    return Choice(name=name, label=FILTER_WORDS[name], value=known, options=options)


@require_safe
def indicator(request: HttpRequest, measure: str) -> HttpResponse:
    """Show an indicator of the guide, with all that counting it asks."""
    found = catalogue().indicators.get(measure)
    if found is None:
        raise Http404
    context = {"measure": guide_measure(found), "formula": found, "here": "indicators"}
    return render(request, "guide/indicator.html", context)


@signed_in
@require_safe
def own_indicator(request: SignedInRequest, indicator: uuid.UUID) -> HttpResponse:
    """Show an indicator of one's organisation."""
    found = get_object_or_404(own_indicators_for(request.user), pk=indicator)
    context = {"measure": own_measure(found), "own": found, "here": "indicators"} | {
        "may_change": may_change(request.user, found)
    }
    return render(request, "guide/indicator.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new_own_indicator(request: SignedInRequest) -> HttpResponse:
    """Define an indicator of one's organisation."""
    if not may_write_own_entries(request.user):
        raise PermissionDenied
    form = OwnIndicatorForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        found = add_own_indicator(form.defined(), by=request.user, on=localdate())
        messages.success(request, _("The indicator stands beside the guide's."))
        return redirect(found)
    return _form(request, form, None)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, indicator: uuid.UUID) -> HttpResponse:
    """Change an indicator of one's organisation."""
    found = get_object_or_404(own_indicators_for(request.user), pk=indicator)
    if not may_change(request.user, found):
        raise PermissionDenied
    typed = request.POST if request.method == "POST" else None
    form = OwnIndicatorForm(typed, initial=OwnIndicatorForm.typed_of(found))
    if form.is_bound and form.is_valid():
        change_own_indicator(found, form.defined(), by=request.user)
        messages.success(request, _("The indicator is changed."))
        return redirect(found)
    return _form(request, form, found)


@signed_in
@require_POST
def withdrawal(request: SignedInRequest, indicator: uuid.UUID) -> HttpResponse:
    """Offer an indicator no more."""
    found = get_object_or_404(own_indicators_for(request.user), pk=indicator)
    withdraw_own_indicator(found, by=request.user, on=localdate())
    messages.success(request, _("The indicator is withdrawn. Plans that took it keep its words."))
    return redirect("guide:indicators")


def _form(
    request: SignedInRequest, form: OwnIndicatorForm, found: OwnIndicator | None
) -> HttpResponse:
    context = {"form": form, "own": found, "here": "indicators"}
    status = 422 if form.is_bound else 200
    return render(request, "guide/own_indicator_form.html", context, status=status)
