"""Sections 8 to 12: means, risks, management, what lasts, how it is followed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rempart.look.say import day
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Bullets, Heading, Paragraph, Table
from rempart.programmes.documents.sections.handover import handover
from rempart.programmes.documents.sections.results import every_indicator, indicator_table
from rempart.programmes.models.names import (
    EFFECT_NAMES,
    FUNDER_NAMES,
    LIKELIHOOD_NAMES,
)
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Objective, Output, numbers
from rempart.programmes.rules.risks import Risk, gravest_first

MOST_QUARTERS = 20  # columns of the workplan that a page can hold
MOST_NAMED_QUARTERS = 10  # and beside the names of the activities


def inputs(plan: Plan) -> Iterator[Block]:
    """Section 8: the frame of the budget, by who brings it."""
    if not plan.budget and plan.budget_total is None:
        yield words.unsaid()
        return
    rows = [
        [
            line.title,
            words.named(line.funder, FUNDER_NAMES),
            words.amount(line.amount, plan.currency),
        ]
        for line in plan.budget
    ]
    if plan.budget_total is not None:
        rows.append([_("Total"), "", words.amount(plan.budget_total, plan.currency)])
    yield Table(
        caption=_("Frame of the budget"),
        head=[_("Line"), _("Brought by"), _("Amount")],
        rows=rows,
        widths=(4, 2, 2),
        numeric=(2,),
    )


def risks(plan: Plan) -> Iterator[Block]:
    """Section 9: risks, and the assumptions on which each link rests."""
    if plan.risks or not plan.register:
        yield from words.text_or_unsaid(plan.risks)
    yield Table(
        caption=_("Risks, the gravest first"),
        head=[
            _("No."),
            _("Risk"),
            _("Likelihood"),
            _("Effect"),
            _("Watched by"),
            _("What is done about it"),
            _("Sign that it begins"),
        ],
        rows=[[one.number, *_risk(one.risk)] for one in gravest_first(plan.register)],
        widths=(0.6, 3, 1.3, 1.3, 1.8, 3, 2.4),
    )
    numbered = dict(numbers(plan.objectives))
    rows: list[Objective | Output | Activity] = [
        *plan.objectives,
        *plan.outputs(),
        *plan.activities(),
    ]
    assumed = [f"{numbered[row.key]} {row.assumption}" for row in rows if row.assumption]
    assumed += [f"{n} {i.assumption}" for n, i in every_indicator(plan) if i.assumption]
    if assumed:
        yield Heading(text=_("Assumptions"))
        yield Bullets(items=assumed)


def _risk(one: Risk) -> list[str]:
    text = _("%(risk)s (killer assumption)") % {"risk": one.text} if one.kills else one.text
    return [
        text,
        words.named(str(one.likelihood or ""), LIKELIHOOD_NAMES),
        words.named(str(one.effect or ""), EFFECT_NAMES),
        one.owner,
        one.mitigation,
        one.trigger,
    ]


def management(plan: Plan) -> Iterator[Block]:
    """Section 10: who steers, and by which rules the partners work together."""
    yield from words.text_or_unsaid(plan.management)
    yield Heading(text=_("Rules of the network of partners"))
    yield from words.text_or_unsaid(plan.network_rules)


def sustainability(plan: Plan) -> Iterator[Block]:
    """Section 11: who takes over, what is repeated elsewhere, who grows stronger meanwhile."""
    yield Heading(text=_("Who takes over"))
    yield from words.text_or_unsaid(plan.handover_institution)
    yield Heading(text=_("What is to be repeated elsewhere"))
    yield from words.text_or_unsaid(plan.handover_model)
    yield from handover(plan)
    stronger = [
        _("%(name)s: %(text)s") % {"name": p.name, "text": p.strengthened}
        for p in plan.partners
        if p.strengthened
    ]
    if stronger:
        yield Heading(text=_("How partners grow stronger"))
        yield Bullets(items=stronger)


def follow_up(plan: Plan) -> Iterator[Block]:
    """Section 12: the baseline, how progress is followed, every indicator in one place."""
    yield Heading(text=_("Baseline"))
    yield from words.text_or_unsaid(plan.baseline)
    if plan.baseline_on:
        yield Paragraph(text=_("Baseline taken on %(day)s.") % {"day": day(plan.baseline_on)})
    yield Heading(text=_("Tracking and evaluation"))
    yield from words.text_or_unsaid(plan.tracking)
    yield Heading(text=_("Indicators"))
    found = every_indicator(plan)
    yield indicator_table(_("All indicators"), found) if found else words.unsaid()
