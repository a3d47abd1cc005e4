"""How the balance of a plan is said, on its page and in its outline alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rempart.guide.catalogue import catalogue
from rempart.look.say import number, percent
from rempart.programmes.catalogue import kinds
from rempart.programmes.documents import words
from rempart.programmes.models.balance_names import STAGE_NAMES
from rempart.programmes.rules.balance import (
    Balance,
    LevelHeld,
    Link,
    Prevention,
    balance_of,
    is_demanded,
)
from rempart.programmes.rules.checks.intake import SCHOOLS, Intake, intakes
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import numbers
from rempart.programmes.rules.seen import Seen


def balance(plan: Plan, today: date) -> Balance:
    """Return how a plan is balanced, by the guide and the kinds of this deployment."""
    return balance_of(plan, catalogue(), kinds(), today)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSaid:
    """A link of the chain in words; ``state`` is held, open (nobody is named) or missing."""

    name: str
    state: str
    does: list[str]
    carriers: list[str]


def link_said(link: Link, plan: Plan) -> LinkSaid:
    """Say a link: what is done, by which activities or actions, and who carries it."""
    numbered = dict(numbers(plan.objectives))
    does = [f"{numbered[one.key]} {one.text}" for one in link.activities]
    does += [words.of_guide(slug) for slug in link.actions]
    groups = [words.of_list(group, "stakeholder_group") for group in link.groups]
    return LinkSaid(
        name=str(STAGE_NAMES[link.stage.value]),
        state="held" if link.is_held else "open" if link.is_planned else "missing",
        does=does,
        carriers=list(dict.fromkeys([*link.leads, *link.services, *groups])),
    )


def titles_of(held: LevelHeld) -> list[str]:
    """Return the strategies of a level, by name."""
    return [words.of_guide(one.action) or one.title for one in held.choices]


def level_state(found: Balance, held: LevelHeld) -> str:
    """Return how a level stands: held, missing (the plan says why), demanded, or not asked."""
    if is_demanded(found, held.level):
        return "demanded"
    if held.choices:
        return "held"
    is_across = held.level == "crossborder"
    return "not_asked" if is_across and not found.crosses_borders else "missing"


def prevention_said(found: Prevention, currency: str) -> Iterator[str]:
    """Say the share of prevention, in activities and in budget, and what cannot be told."""
    yield _activities_said(found)
    if found.share_of_budget is None:
        yield _("In the budget it cannot be told yet: no line says which field of strategy it pays for.")  # fmt: skip
    else:
        told = {
            "share": percent(100 * found.share_of_budget),
            "amount": words.amount(found.amount, currency),
            "budget": words.amount(found.budget, currency),
        }
        yield _("In the budget, prevention has %(share)s: %(amount)s of the %(budget)s whose lines say what they pay for.") % told  # fmt: skip
        if found.open_budget:
            rest = words.amount(found.open_budget, currency)
            yield _("Lines that serve the whole programme, or do not say: %(amount)s.") % {"amount": rest}  # fmt: skip


def _activities_said(found: Prevention) -> str:
    if found.share is None:
        return _("The share of prevention cannot be told yet: no activity has a kind that tells.")
    told = {
        "share": percent(100 * found.share),
        "n": number(found.prevents + found.also),
        "all": number(found.told),
    }
    said = _("Prevention is %(share)s of the activities: %(n)s of %(all)s.") % told
    if found.also:
        also = ngettext(
            "%(n)s of them helps children out of exploitation as well.",
            "%(n)s of them help children out of exploitation as well.",
            found.also,
        )
        said = f"{said} {also % {'n': number(found.also)}}"
    return said


def intake_state(one: Intake) -> str:
    """Return how a promotion stands: held, missing, or unknown."""
    if one.expected is None:
        return "unsaid"
    if one.excess:
        return "unknown" if one.unknown else "exceeded"
    return "held"


def excesses_said(plan: Plan, today: date) -> Iterator[str]:
    """Say of each promotion by how many the places are too few, where they are."""
    numbered = dict(numbers(plan.objectives))
    for one in intakes(Seen(plan=plan, today=today)):
        if one.excess:
            yield f"{numbered[one.activity.key]} {one.activity.text}. {intake_said(one)}"


def intake_said(one: Intake) -> str:
    """Say how many are expected, how many places are free, and by how many they are too few."""
    in_schools = one.kind == SCHOOLS
    if one.expected is None:
        return _("Nobody has said yet how many are expected.")
    told = {
        "expected": number(one.expected),
        "free": number(one.free),
        "excess": number(one.excess),
    }
    if not one.excess and in_schools:
        return _("%(expected)s expected, %(free)s places free in schools.") % told
    if not one.excess:
        return _("%(expected)s expected, %(free)s places free in training.") % told
    said = (
        _("%(expected)s expected, %(free)s places free in schools: %(excess)s too many.")
        if in_schools
        else _("%(expected)s expected, %(free)s places free in training: %(excess)s too many.")
    ) % told
    unknown = _("Of some places the number is not known.") if one.unknown else ""
    return f"{said} {unknown}".strip()
