"""How an outline says codes, dates, amounts and what nobody has said yet, in its own language."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from rempart.guide.catalogue import catalogue, say
from rempart.look.say import NO_BREAK, day, locale, money, number
from rempart.programmes.catalogue import kinds
from rempart.programmes.documents.blocks import Block, Paragraph
from rempart.programmes.models.names import STATE_NAMES
from rempart.programmes.rules.codes import Decision
from rempart.programmes.rules.plan import Cause, Headcount, Plan
from rempart.programmes.rules.tree import State

Names = Mapping[str, str | Promise]
SEXES = ("female", "male", "intersex", "not_stated")


def of_list(code: str, name: str) -> str:
    """Say a value of a code list; a code that the list lost is shown as it is."""
    try:
        return say(catalogue().code_list(name).value(code), "label") if code else ""
    except KeyError:
        return code


def of_cause(cause: Cause) -> str:
    """Say a node of the problem tree: as the team named it, else as the list of causes does."""
    return cause.title or of_list(cause.code, "plan_cause")


def of_state(becomes: str, state: State, numbered: Mapping[str, str]) -> str:
    """Say what became of a node; ``numbered`` are the results of the plan, by key."""
    kind, _dot, key = becomes.partition(".")
    if state is State.BECOMES and kind == "outputs":
        return _("output %(n)s") % {"n": numbered[key]}
    if state is State.BECOMES:
        return _("objective %(n)s") % {"n": numbered[key]}
    return str(STATE_NAMES[state])


def core_problem(plan: Plan) -> str:
    """Return the core problem as the programme states it, else what the guide is about."""
    if plan.core_problem:
        return plan.core_problem
    places = ", ".join(place.name for place in plan.places)
    if places:
        return _("Children are sexually exploited: %(places)s") % {"places": places}
    return _("Children are sexually exploited in the places where the programme works")


def of_lists(codes: Iterable[str], name: str) -> str:
    """Say several values of a code list, one after the other."""
    return enumerated(of_list(code, name) for code in codes)


def named(code: str, names: Names) -> str:
    """Say a value of one of the room's own closed lists."""
    return str(names.get(code, code))


def several(codes: Iterable[str], names: Names) -> str:
    """Say several values of one of the room's own closed lists."""
    return enumerated(named(code, names) for code in codes)


def enumerated(said: Iterable[str]) -> str:
    """Join labels into a line: only the first keeps its capital, unless it is an acronym's."""
    first, *others = [one for one in said if one] or [""]
    return ", ".join([first, *(_continued(one) for one in others)])


def _continued(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def of_languages(codes: Iterable[str]) -> str:
    """Say languages by their names in the language of the document; an unknown code as it is."""
    names = locale().languages
    return ", ".join(names.get(code, code) for code in codes)


def of_guide(slug: str) -> str:
    """Say the title of an entry of the guide; empty if there is none."""
    return say(slug) if slug in catalogue().entries else ""


def of_kind(slug: str) -> str:
    """Say a kind of activity."""
    kind = kinds().get(slug)
    return say(kind, "title") if kind else slug


def span(first: date | None, last: date | None) -> str:
    """Say a period: "March 2027 to May 2027"."""
    if first is None and last is None:
        return ""
    if first is None or last is None:
        return day(first or last, "medium")
    return _("%(first)s to %(last)s") % {
        "first": day(first, "medium"),
        "last": day(last, "medium"),
    }


def amount(value: Decimal | None, currency: str) -> str:
    """Say an amount, in its currency if one is named."""
    if value is None:
        return ""
    return money(value, currency) if currency else number(value)


def total(counts: Sequence[Headcount]) -> int:
    """Return how many people these are together."""
    return sum(count.number for count in counts)


def by_sex(counts: Sequence[Headcount], sex: str) -> int:
    """Return how many of these people are of this sex."""
    return sum(count.number for count in counts if count.sex == sex)


def unsaid(what: str = "") -> Paragraph:
    """Say plainly that something is still to be written."""
    if what:
        return Paragraph(text=_("Still to be written: %(what)s.") % {"what": what}, missing=True)
    return Paragraph(text=_("Still to be written."), missing=True)


def text_or_unsaid(text: str, what: str = "") -> list[Block]:
    """Return a text's paragraphs, or the plain word that there is none."""
    lines = [line.strip() for line in text.splitlines()]
    return [Paragraph(text=line) for line in lines if line] or [unsaid(what)]


def dated(value: str, when: date | None) -> str:
    """Say a value and the month it holds for, which never breaks: "61 (Sept 2026)"."""
    month = day(when, "MMM y").replace(" ", NO_BREAK)
    return f"{value} ({month})" if value and month else value


def place_names(plan: Plan) -> dict[str, str]:
    """Return the names of the plan's places by their keys."""
    return {place.key: place.name for place in plan.places}


def everywhere(keys: Iterable[str], plan: Plan) -> str:
    """Say some places of the plan; none of them, or all of them, means everywhere."""
    names, keys = place_names(plan), tuple(keys)
    if set(keys) == set(names):
        return _("everywhere")
    return ", ".join(names.get(key, key) for key in keys) or _("everywhere")


def action_names(plan: Plan) -> dict[str, str]:
    """Return the name of every chosen action: the guide's by slug, an invented one's by key."""
    return {
        choice.action or choice.key: of_guide(choice.action) or choice.title
        for choice in plan.choices
        if choice.decision == Decision.CHOSEN
    }
