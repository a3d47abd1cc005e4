"""The findings that a plan rests on: numbers beside what rests on them, and the list of sources."""

from django.utils.translation import gettext as _

from rempart.look.say import day
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Table
from rempart.programmes.rules.citations import numbers_by_row, sources_of
from rempart.programmes.rules.plan import Plan


def marked(text: str, plan: Plan, row: str) -> str:
    """Return a source as the plan's author wrote it, with the numbers of what is cited for it."""
    cited = "".join(f"[{number}]" for number in numbers_by_row(plan.citations).get(row, ()))
    return " ".join(part for part in (text, cited) if part)


def _resting(plan: Plan) -> dict[str, str]:
    """Return in words each row that may rest on a finding, by list and key."""
    found = {f"factors.{one.key}": words.of_guide(one.factor) for one in plan.factors}
    for one in plan.causes:
        found[f"causes.{one.key}"] = one.title or words.of_list(one.code, "plan_cause")
    for indicator in plan.indicators():
        baseline = _("Baseline of: %(words)s") % {"words": indicator.text}
        found[f"indicators.{indicator.key}"] = baseline
    for campaign in plan.campaigns:
        told = _("Campaign: %(title)s") % {"title": campaign.title}
        found[f"campaigns.{campaign.key}"] = told
    return found


def sources_cited(plan: Plan) -> Table:
    """Return the list of sources: each finding with its study, method, place and day, and what rests on it."""
    names = _resting(plan)
    by_row = numbers_by_row(plan.citations)
    return Table(
        caption=_("Sources cited"),
        head=[
            _("No."),
            _("Finding"),
            _("Study"),
            _("Method"),
            _("Place and day"),
            _("What rests on it"),
        ],
        rows=[
            [
                f"[{number}]",
                one.quoted,
                one.study,
                one.method,
                ", ".join(part for part in (one.where, day(one.on, "medium")) if part),
                "; ".join(
                    names.get(row, _("The situation as a whole"))
                    for row, numbers in by_row.items()
                    if number in numbers
                ),
            ]
            for number, one in enumerate(sources_of(plan.citations), start=1)
        ],
        widths=(0.8, 4, 2.2, 3, 2, 2.6),
    )
