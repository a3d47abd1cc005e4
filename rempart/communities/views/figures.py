"""Figures of a place: shown with where they come from, written, taken away when mistaken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.access import may_write_places
from rempart.communities.actions import remove_value, write_values
from rempart.communities.forms import ValuesForm
from rempart.communities.models import Place, Value
from rempart.communities.models.names import DIMENSION_NAMES
from rempart.communities.queries import InUse, Known, history_of, in_use, newest_of
from rempart.communities.rules.conditions import Dimension
from rempart.communities.views.finding import found_place, reader_of
from rempart.communities.views.saying import HIGH, figure, scale
from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.entries import Entry, Factor
from rempart.kit.discretion import seem_to_name_someone

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

NEAR = 4  # actions named of each group


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One condition of a place, as its page shows it."""

    slug: str
    title: str
    measures: str
    scale: str
    figure: str
    known: Known | None
    grade: str
    risk: float | None  # from 0 to 10 on the scale
    is_high: bool
    history: list[tuple[str, Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the three dimensions, as a place's page shows it."""

    name: "Words"
    lines: list[Line]
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Whom to reach in a place, because of which conditions, and by which actions of the guide."""

    name: str
    because: list[str]
    actions: list[Entry]


Figures = Mapping[tuple[UUID, str], Known]


def figures_of(
    place: Place, known: Figures, values: list[Value], used: Mapping[str, InUse]
) -> list[Side]:
    """Return what is known of a place, by dimension."""
    history = history_of(values)
    sides = []
    for dimension in Dimension:
        own = [one for one in used.values() if one.condition.dimension is dimension]
        lines = [_line(one, known.get((place.pk, one.condition.slug)), history) for one in own]
        count = sum(line.known is not None for line in lines)
        sides.append(Side(name=DIMENSION_NAMES[dimension], lines=lines, known=count))
    return sides


def _line(one: InUse, known: Known | None, history: Mapping[str, list[Value]]) -> Line:
    condition = one.condition
    risk = one.part_of_ten(float(known.value)) if known else None
    grades = catalogue().code_list("value_grade")
    return Line(
        slug=condition.slug,
        title=say(condition),
        measures=say(condition, "measures"),
        scale=scale(one),
        figure=figure(condition, known.value) if known else "",
        known=known,
        grade=say(grades.value(known.grade), "label") if known and known.grade else "",
        risk=risk,
        is_high=risk is not None and risk >= HIGH,
        history=[(figure(condition, v.value), v) for v in history.get(condition.slug, [])],
    )


def high_in(
    place: Place, known: Figures, used: Mapping[str, InUse]
) -> Iterator[tuple[InUse, Known]]:
    """Yield the conditions that are high in a place, the highest first."""
    told = [(one, known[place.pk, slug]) for slug, one in used.items() if (place.pk, slug) in known]
    told.sort(key=lambda two: -two[0].part_of_ten(float(two[1].value)))
    yield from ((o, k) for o, k in told if o.part_of_ten(float(k.value)) >= HIGH)


def groups_of(place: Place, known: Figures, used: Mapping[str, InUse]) -> list[Group]:
    """Return whom to reach in a place: the guide's groups behind its high conditions (REQ-076)."""
    because: dict[str, dict[str, None]] = {}
    numbers: dict[str, dict[int, None]] = {}
    for one, _known in high_in(place, known, used):
        for slug in one.condition.factors:
            factor = catalogue().entry(slug)
            for group in factor.groups if isinstance(factor, Factor) else ():
                because.setdefault(group, {})[say(one.condition)] = None
                numbers[group] = numbers.get(group, {}) | dict.fromkeys(factor.actions)
    audiences = catalogue().code_list("guide_audience")
    return [
        Group(
            name=say(audiences.value(group), "label"),
            because=list(why),
            actions=[catalogue().action(number) for number in list(numbers[group])[:NEAR]],
        )
        for group, why in because.items()
    ]


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def figures(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Write figures of a place, with where they come from."""
    place = found_place(request, pk)
    if not may_write_places(request.user, place.organisation_id):
        raise PermissionDenied
    used = in_use(request.user.organisation_id)
    typed = request.POST if request.method == "POST" else None
    form = ValuesForm(typed, used=list(used), today=localdate())
    if form.is_valid():
        written = write_values(place, form.values(), form.origin(), by=request.user)
        words = ngettext("%(n)s figure is kept.", "%(n)s figures are kept.", len(written))
        messages.success(request, words % {"n": len(written)})
        if seem_to_name_someone([form.cleaned_data["source"], form.cleaned_data["note"]]):
            messages.warning(
                request, _("Saved, but the source or the note looks as if it named someone or gave a contact: please check it.")
            )  # fmt: skip
        return redirect(place)
    known = newest_of(request.user, [place.pk])
    sides = [
        (
            DIMENSION_NAMES[dimension],
            [
                (form[slug], scale(one), _now(one, known.get((place.pk, slug))))
                for slug, one in used.items()
                if one.condition.dimension is dimension
            ],
        )
        for dimension in Dimension
    ]
    context = reader_of(request) | {"place": place, "form": form, "sides": sides}
    context["origin"] = [form[name] for name in ValuesForm.field_order]
    return render(
        request, "communities/figures.html", context, status=422 if typed is not None else 200
    )


def _now(one: InUse, known: Known | None) -> str:
    return figure(one.condition, known.value) if known else ""


@signed_in
@require_POST
def figure_removal(request: SignedInRequest, pk: UUID, value: UUID) -> HttpResponse:
    """Take a mistaken figure away."""
    place = found_place(request, pk)
    remove_value(get_object_or_404(place.values, pk=value), by=request.user)
    messages.success(request, _("The figure is taken away."))
    return redirect(place)
