"""What the organisation's places say to a programme: factors to mark, reasons for a choice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.models import Place
from rempart.communities.queries import Ranking, places_for, ranking_for
from rempart.communities.views.figures import high_in
from rempart.communities.views.saying import because, in_one_sentence
from rempart.guide.catalogue import say
from rempart.programmes.models import PlannedPlace
from rempart.programmes.queries import listed_for
from rempart.programmes.queries.plans import Rows
from rempart.programmes.rules.codes import Answer
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.plan import PlannedPlace as Planned

LONGEST = {"evidence": 2000, "source": 300, "selection_reason": 2000}


@dataclass(slots=True, kw_only=True)
class FactorHint:
    """A factor that the figures of the places speak for, with the reasons and their sources."""

    slug: str
    title: str
    reasons: list[str]
    sources: dict[str, None]

    @property
    def evidence(self) -> str:
        """Return the reasons as a mark keeps them."""
        return " ".join(self.reasons)[: LONGEST["evidence"]]

    @property
    def source(self) -> str:
        """Return the sources as a mark keeps them."""
        return "; ".join(self.sources)[: LONGEST["source"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonHint:
    """What the index says of a planned place, ready to be taken as the reason of its choice."""

    key: str
    place: Place
    sentence: str
    reason: str  # what the plan says, with the sentence in it
    is_taken: bool


class Told(NamedTuple):
    """A planned place, and the place of the organisation that it is."""

    planned: Planned
    place: Place


def factors_told(request: SignedInRequest, plan: Plan, _rows: Rows) -> Mapping[str, object]:
    """Return which factors to mark: those behind conditions that are high where the plan works."""
    told = planned_places(request, plan)
    marked = {mark.factor for mark in plan.factors if mark.present == Answer.YES}
    hints: dict[str, FactorHint] = {}
    ranking = ranking_for(request.user) if told else None
    for _planned_place, place in told:
        for one, known in high_in(place, ranking.known, ranking.used) if ranking else ():
            for slug in set(one.condition.factors) - marked:
                hint = hints.setdefault(
                    slug, FactorHint(slug=slug, title=say(slug), reasons=[], sources={})
                )
                hint.reasons.append(because(one, known, place.name))
                hint.sources[f"{known.source}, {known.on.year}"] = None
    return {"factor_hints": sorted(hints.values(), key=lambda hint: hint.slug)}


def reasons_told(request: SignedInRequest, plan: Plan, _rows: Rows) -> Mapping[str, object]:
    """Return what the index says of the planned places that are ranked."""
    told = planned_places(request, plan)
    ranking = ranking_for(request.user) if told else None
    hints = [hint for one in told if ranking and (hint := _reason(one, ranking))]
    return {"reason_hints": hints}


def _reason(told: Told, ranking: Ranking) -> ReasonHint | None:
    found = ranking.of(told.place.pk)
    if found is None or found.standing.rank is None:
        return None
    sentence = in_one_sentence(found.standing, ranking)
    said = told.planned.selection_reason
    both = f"{said}\n{sentence}".strip()
    return ReasonHint(
        key=told.planned.key,
        place=told.place,
        sentence=sentence,
        reason=both,
        is_taken=sentence in said or len(both) > LONGEST["selection_reason"],
    )


def planned_places(request: SignedInRequest, plan: Plan) -> list[Told]:
    """Return the planned places beside those of the organisation, told by name, level and country."""
    if not plan.places:
        return []
    own = {(one.name, one.level, one.country): one for one in places_for(request.user)}
    told = ((one, own.get((one.name, one.level, one.country))) for one in plan.places)
    return [Told(planned, place) for planned, place in told if place]


@signed_in
@require_safe
def for_place(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show the programmes that work in a place, on the place's own page."""
    place = get_object_or_404(places_for(request.user), pk=pk)
    planned = PlannedPlace.objects.filter(place=place).values("programme")
    context = {"place": place, "programmes": listed_for(request.user).filter(pk__in=planned)}
    part = "#panel" if "HX-Request" in request.headers else ""
    return render(request, f"programmes/for_place.html{part}", context)
