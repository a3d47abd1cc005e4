"""Figures, ranks and conditions in the reader's words."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rempart.communities.models.names import DIMENSION_NAMES
from rempart.communities.queries import InUse, Known, Ranking
from rempart.communities.queries.values import UNITS
from rempart.communities.rules.conditions import Condition
from rempart.communities.rules.index import Standing
from rempart.guide.catalogue import catalogue, say
from rempart.look.say import NO_BREAK, number, percent

HIGH = 6.0  # of 10: from here on a condition is called high


def figure(condition: Condition, value: Decimal | float) -> str:
    """Write a figure with its unit: "39 %", "12 per 1000", "4.5 km"."""
    if condition.unit == "percent":
        return percent(value, exact=True)
    unit = say(catalogue().code_list(UNITS).value(condition.unit), "short")
    return f"{number(value)}{NO_BREAK}{unit}" if unit else number(value)


def interval(standing: Standing, count: int) -> str:
    """Write between which ranks a place stands in nine draws of ten."""
    if standing.best == standing.worst:
        return _("%(rank)s of %(count)s") % {"rank": standing.best, "count": count}
    return _("%(best)s to %(worst)s of %(count)s") % {
        "best": standing.best,
        "worst": standing.worst,
        "count": count,
    }


def in_one_sentence(standing: Standing, ranking: Ranking) -> str:
    """Write what a plan may say of why a place was chosen."""
    return _(
        "By its conditions of risk it ranks %(interval)s places compared, and is among the first"
        " %(top)s in %(share)s of %(draws)s draws."
    ) % {
        "interval": interval(standing, len(ranking.ranked)),
        "top": ranking.top,
        "share": share(standing.top_share),
        "draws": number(ranking.answer.draws),
    }


def share(part: float | None) -> str:
    """Write a share in whole per cent, without claiming all or nothing that is not so."""
    if part is None:
        return "–"
    whole = round(100 * part)
    if whole == 100 and part < 1:  # noqa: PLR2004 -- all
        whole = 99
    return percent(1 if whole == 0 and part > 0 else whole)


def because(one: InUse, known: Known, place: str) -> str:
    """Write why a condition speaks for a factor: what is high, where, how high, of when and whence."""
    words = (
        _("%(condition)s: %(figure)s in %(place)s, high on its scale (%(year)s).")
        if one.condition.direction == "up"
        else _("%(condition)s: only %(figure)s in %(place)s, which is little (%(year)s).")
    )
    return words % {
        "condition": say(one.condition),
        "figure": figure(one.condition, known.value),
        "place": place,
        "year": known.on.year,
    }


def scale(one: InUse) -> str:
    """Write the goalposts of a condition: "5 % to 60 %"."""
    low, high = figure(one.condition, one.low), figure(one.condition, one.high)
    return _("%(low)s to %(high)s") % {"low": low, "high": high}


def why_not(standing: Standing, used: int) -> str:
    """Write why a place is not ranked."""
    if standing.state == "too_small":
        return _("Too small to rank: fewer than 1,000 children. Figures waver, and people can be recognised.")  # fmt: skip
    if standing.state == "children_unknown":
        return _("Not ranked: the number of children who live there is not said.")
    lacking = ", ".join(_dimension(one) for one in standing.lacking)
    known = ngettext(
        "%(n)s condition of %(used)s is known.", "%(n)s conditions of %(used)s are known.", standing.covered
    ) % {"n": standing.covered, "used": used}  # fmt: skip
    return _("Cannot tell yet: too little is known of: %(lacking)s. %(known)s") % {
        "lacking": lacking,
        "known": known,
    }


def _dimension(code: str) -> str:
    return str(DIMENSION_NAMES[code])


def notes(ranking: Ranking) -> Iterator[str]:
    """Write what is to be known beside a ranking."""
    flat = [say(ranking.used[slug].condition) for slug in ranking.answer.flat]
    if flat and ranking.ranked:
        yield _("The same everywhere, or known of one place only, and counted as 0: %(names)s.") % {
            "names": ", ".join(flat)
        }
    if ranking.answer.unused:
        names = ", ".join(_dimension(one) for one in ranking.answer.unused)
        yield _("No condition of this side of risk is used: %(names)s.") % {"names": names}
    drawn = [say(ranking.used[slug].condition) for slug in ranking.answer.outliers]
    if drawn:
        yield _("A value far from all others is drawn in for one of the scales tried: %(names)s.") % {
            "names": ", ".join(drawn)
        }  # fmt: skip
    own = [one for one in ranking.used.values() if one.has_own_scale]
    if own:
        yield _("Read on a scale of your own: %(names)s.") % {
            "names": ", ".join(say(one.condition) for one in own)
        }
