"""The ranking: table, intervals and map, with what it rests on and what it does not say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.models import Place
from rempart.communities.models.names import SHORT_NAMES
from rempart.communities.queries import Ranked, Ranking, outlines_for, places_for, ranking_for
from rempart.communities.views.drawing import map_of
from rempart.communities.views.finding import reader_of
from rempart.communities.views.saying import in_one_sentence, interval, notes, share, why_not
from rempart.guide.catalogue import say

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

ON_A_PAGE = 50
HEAVIEST = 6  # conditions that explain the first place
TOPS = (1, 3, 5, 10, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A place in the table and in the drawing of intervals; lengths are hundredths of its width."""

    place: Place
    rank: int
    score: float
    sides: "list[tuple[Words, float | None]]"
    covered: int
    interval: str
    share: str
    start: float
    wide: float
    dot: float


@signed_in
@require_safe
def ranking(request: SignedInRequest) -> HttpResponse:
    """Show where conditions of risk are heaviest, and how sure that order is."""
    context = reader_of(request)
    wide = list(places_for(request.user).filter(parts__isnull=False).distinct())
    within = next((one for one in wide if str(one.pk) == request.GET.get("within")), None)
    asked = request.GET.get("top", "")
    top = int(asked) if asked.isdecimal() and int(asked[:3]) in TOPS else 3
    found = ranking_for(request.user, top=top, within=within.pk if within else None)
    page = Paginator(found.ranked, ON_A_PAGE).get_page(request.GET.get("page"))
    count = len(found.ranked)
    context |= {
        "ranking": found,
        "count": count,
        "used": len(found.used),
        "pages": page,
        "query": f"&top={top}&within={within.pk if within else ''}",
        "rows": _rows(page, count),
        "others": [
            (o.place, why_not(o.standing, len(found.used))) for o in found.others[:ON_A_PAGE]
        ],
        "others_count": len(found.others),
        "notes": list(notes(found)),
        "filters": _filters(wide, within, top),
        "map": map_of(outlines_for(request.user), found),
        "first": _first(found),
    }
    return render(request, "communities/ranking.html", context)


def _rows(page: "Page[Ranked]", count: int) -> list[Row]:
    return [_row(one, count) for one in page]


def _row(one: Ranked, count: int) -> Row:
    standing = one.standing
    best, worst, rank = standing.best or 0, standing.worst or 0, standing.rank or 0
    return Row(
        place=one.place,
        rank=rank,
        score=standing.score or 0.0,
        sides=[(SHORT_NAMES[name], score) for name, score in standing.dimensions],
        covered=standing.covered,
        interval=interval(standing, count),
        share=share(standing.top_share),
        start=_across(best, count),
        wide=_across(worst, count) - _across(best, count),
        dot=_across(rank, count),
    )


def _across(rank: int, count: int) -> float:
    """Return where a rank stands on a line of a hundred, first at the start."""
    return round(100 * (rank - 0.5) / max(count, 1), 2)


def _filters(wide: list[Place], within: Place | None, top: int) -> list[Mapping[str, object]]:
    places = [("", _("All places")), *((str(one.pk), one.name) for one in wide)]
    tops = [(str(n), str(n)) for n in TOPS]
    chosen = str(within.pk) if within else ""
    return [
        {"name": "within", "word": _("Compare the parts of"), "options": places, "chosen": chosen},
        {"name": "top", "word": _("Among the first"), "options": tops, "chosen": str(top)},
    ]


def _first(found: Ranking) -> dict[str, object] | None:
    """Return what explains the first place: which conditions weigh most in it."""
    if not found.ranked:
        return None
    one = found.ranked[0]
    heaviest = one.standing.weighs[:HEAVIEST]
    return {
        "place": one.place,
        "sentence": in_one_sentence(one.standing, found),
        "bars": [
            (say(found.used[slug].condition), round(100 * part, 1)) for slug, part in heaviest
        ],
    }
