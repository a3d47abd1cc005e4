"""The overview of law and policy, each register as a list, and its panel on an instrument's page."""

from collections.abc import Mapping

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.models import LawEntry
from rempart.communities.models.law_names import REGISTER_NAMES, word_of
from rempart.communities.queries.laws import (
    countries_of,
    law_for,
    name_of,
    of_instrument,
    waiting_for,
)
from rempart.communities.rules.laws.registers import OTHER_INSTRUMENT, Register
from rempart.communities.views.finding import reader_of
from rempart.communities.views.law.finding import found_register, law_page
from rempart.communities.views.law.saying import due_said, heads_of, row_of
from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.kinds import Kind
from rempart.look.say import number

SHOWN, WAITING = 50, 20  # entries of a list, of the overview
LATE, WITHDRAWN = "late", "withdrawn"  # answers of the filter that are no state of a register


@signed_in
@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    """Show what each register is for, and what waits for something, the overdue first."""
    today = localdate()
    waiting = waiting_for(request.user)
    tasks = [
        {
            "icon": "clock" if one.is_late(today) else "calendar",
            "address": one.get_absolute_url(),
            "what": name_of(one),
            "text": _where(one),
            "due": due_said(one, today),
            "due_kind": "brick" if one.is_late(today) else "",
        }
        for one in waiting[:WAITING]
    ]
    late = sum(one.is_late(today) for one in waiting)
    context = law_page(request) | {
        "tasks": tasks,
        "late": ngettext("%(n)s overdue", "%(n)s overdue", late) % {"n": number(late)},
        "more": max(len(waiting) - WAITING, 0),
        "registers": [(reverse("law:register", args=[slug]), *REGISTER_NAMES[slug]) for slug in _main()],
    }  # fmt: skip
    return render(request, "communities/law/home.html", context)


def _main() -> list[str]:
    return [slug for slug in REGISTER_NAMES if slug not in {"consultations", "decisions"}]


def _where(entry: LawEntry) -> str:
    parts = [str(REGISTER_NAMES[entry.register][1]), entry.country]
    if entry.within:
        parts.append(entry.within.title)
    return " · ".join(part for part in parts if part)


@signed_in
@require_safe
def register(request: SignedInRequest, register: str) -> HttpResponse:
    """List the entries of a register, of one country and in one state where this is asked."""
    described = found_register(register, is_main=True)
    today = localdate()
    asked = {name: request.GET.get(name, "").strip()[:200] for name in ("country", "state")}
    countries = countries_of(request.user)
    found = filtered(law_for(request.user, register), asked, described)
    if asked["state"] == LATE:
        entries = [one for one in found if one.is_late(today)]
    else:
        entries = list(found)
    page = Paginator(entries, SHOWN).get_page(request.GET.get("page"))
    given = {name: value for name, value in asked.items() if value}
    query = urlencode(given)
    context = law_page(request, described) | {
        "columns": heads_of(described),
        "rows": [row_of(one, today) for one in page],
        "pages": page,
        "query": f"&{query}" if query else "",
        "asked": query,
        "fields": _fields(described, countries, asked),
        "chosen": _chosen(asked),
        "said": ngettext("%(n)s entry", "%(n)s entries", len(entries)) % {"n": number(len(entries))},
        "unsaid": _unsaid(request, described, asked["country"]),
    }  # fmt: skip
    return render(request, "communities/law/register.html", context)


def filtered(
    entries: QuerySet[LawEntry], asked: Mapping[str, str], described: Register
) -> QuerySet[LawEntry]:
    """Return the entries of a country and a state; the withdrawn only where they are asked for."""
    if asked.get("country"):
        entries = entries.filter(country=asked["country"])
    state = asked.get("state", "")
    if state == WITHDRAWN:
        return entries.exclude(withdrawn_on=None)
    entries = entries.filter(withdrawn_on=None).select_related("within")
    return entries.filter(state=state) if state in described.states else entries


def _fields(
    described: Register, countries: list[str], asked: Mapping[str, str]
) -> list[dict[str, object]]:
    states = [(code, word_of(code)) for code in described.states]
    if described.opened:
        states.append((LATE, _("Overdue")))
    states.append((WITHDRAWN, _("Withdrawn")))
    return [
        {
            "name": "country",
            "word": _("Country"),
            "options": [("", _("All countries")), *((one, one) for one in countries)],
            "chosen": asked["country"],
        },
        {
            "name": "state",
            "word": _("State"),
            "options": [("", _("All states")), *states],
            "chosen": asked["state"],
        },
    ]


def _chosen(asked: Mapping[str, str]) -> list[dict[str, str]]:
    words = {LATE: _("Overdue"), WITHDRAWN: _("Withdrawn")}
    found = []
    for name, value in asked.items():
        if value:
            others = urlencode({n: v for n, v in asked.items() if v and n != name})
            said = value if name == "country" else words.get(value, word_of(value))
            found.append({"word": said, "away": f"?{others}"})
    return found


def _unsaid(request: SignedInRequest, described: Register, country: str) -> list[tuple[str, str]]:
    """Return the guide's instruments of which nothing is kept for a country, each with where to say it."""
    if described.slug != "ratifications":
        return []
    mine = law_for(request.user, described.slug).filter(withdrawn_on=None)
    if country:
        mine = mine.filter(country=country)
    known = {one.facts.get("instrument") for one in mine}
    address = reverse("law:new", args=[described.slug])
    return [
        (say(one), f"{address}?{urlencode({'instrument': one.slug, 'country': country})}")
        for one in catalogue().of_kind(Kind.LAW)
        if one.slug not in known and one.slug != OTHER_INSTRUMENT
    ]


@signed_in
@require_safe
def for_instrument(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show, on an instrument's own page, where it is ratified and what national law says of it."""
    entry = catalogue().entries.get(slug)
    if entry is None or entry.kind is not Kind.LAW:
        raise Http404
    today = localdate()
    found = of_instrument(request.user, slug)
    context = reader_of(request) | {
        "slug": slug,
        "instrument": say(entry),
        "provisions": found["provisions"],
        "ratifications": [row_of(one, today) | {"entry": one, "state": word_of(one.state)} for one in found["ratifications"]],
    }  # fmt: skip
    part = "#panel" if "HX-Request" in request.headers else ""
    return render(request, f"communities/law/for_instrument.html{part}", context)
