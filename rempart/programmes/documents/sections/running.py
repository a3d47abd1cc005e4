"""Sections 8 to 12 and the annexes: means, risks, management, what lasts, who does what and when."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from textwrap import shorten

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from rempart.guide.catalogue import catalogue, say
from rempart.look.say import day
from rempart.programmes.catalogue import rule_texts
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Bullets, Heading, Paragraph, Table
from rempart.programmes.documents.sections.results import every_indicator, indicator_table
from rempart.programmes.documents.sections.tree import grid
from rempart.programmes.models.names import FUNDER_NAMES, PART_NAMES, STAND_NAMES
from rempart.programmes.rules.codes import Part, Stand
from rempart.programmes.rules.parts import parts_of
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Objective, Output, numbers

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
    yield from words.text_or_unsaid(plan.risks)
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


def annexes(plan: Plan) -> Iterator[Block]:
    """Section 13: stakeholders, who does what, workplan, what was set aside in the review."""
    yield from _stakeholders(plan)
    yield from _parts(plan)
    yield from _workplan(plan)
    yield from _set_aside(plan)


def _stakeholders(plan: Plan) -> Iterator[Block]:
    yield Heading(text=_("Annex A. Stakeholders"), listed=True)
    if not plan.stakeholders:
        yield words.unsaid()
        return
    assigned = _assigned(plan)
    yield Table(
        caption=_("Stakeholders, their class and their actions"),
        head=[_("Group"), _("Name"), _("Class"), _("Actions of annex B"), _("Note")],
        rows=[
            [
                words.of_list(one.group, "stakeholder_group"),
                "" if Stand.OPPONENT in one.stands else one.name,  # opponents appear as groups only
                words.several(one.stands, STAND_NAMES),
                "" if Stand.OPPONENT in one.stands else ", ".join(assigned.get(one.group, ())),
                "" if Stand.OPPONENT in one.stands else one.note,
            ]
            for one in plan.stakeholders
        ],
        widths=(3, 2.4, 2.2, 2, 3.4),
    )
    yield from grid(plan)


def _assigned(plan: Plan) -> dict[str, list[str]]:
    """Return the chosen actions in which each group leads, joins or benefits, by their numbers."""
    found = defaultdict(list)
    for number, one in enumerate(parts_of(plan, catalogue()), 1):
        for group in one.groups:
            if group.parts:
                found[group.group].append(str(number))
    return found


def _parts(plan: Plan) -> Iterator[Block]:
    found = parts_of(plan, catalogue())
    names = words.action_names(plan)
    yield Heading(text=_("Annex B. Who does what in the chosen actions"), listed=True)
    if not found:
        yield words.unsaid(_("the chosen actions"))
        return
    yield Table(
        caption=_("Leads, joins, benefits"),
        head=[_("No."), _("Action"), *(capfirst(words.named(part, PART_NAMES)) for part in Part)],
        rows=[
            [
                str(number),
                names.get(one.action, one.action),
                *(
                    words.enumerated(_group(g.group, is_own=g.is_own) for g in one.doing(part))
                    for part in Part
                ),
            ]
            for number, one in enumerate(found, 1)
        ],
        widths=(0.6, 3, 3, 3, 3),
    )
    yield Paragraph(
        text=_(
            "A group without an asterisk is suggested by Figure 1 of the guide, whose columns are "
            "inferred; an asterisk marks the team's own reading."
        )
    )


def _group(group: str, *, is_own: bool) -> str:
    name = words.of_list(group, "stakeholder_group")
    return f"{name}*" if is_own else name


def _workplan(plan: Plan) -> Iterator[Block]:
    yield Heading(text=_("Annex C. Workplan"), listed=True)
    dated = [a for a in plan.activities() if a.starts_on]
    quarters = _quarters([d for a in dated for d in (a.starts_on, a.ends_on) if d])
    if not dated or len(quarters) > MOST_QUARTERS:
        yield words.unsaid(_("the dates of the activities"))
        return
    numbered = dict(numbers(plan.objectives))
    is_named = len(quarters) <= MOST_NAMED_QUARTERS
    head = [_("No."), *[_("Activity")] * is_named]
    head += [_("Q%(n)s %(year)s") % {"n": q, "year": y} for y, q in quarters]
    rows = [
        [
            numbered[a.key],
            *[_shortened(a.text)] * is_named,
            *("■" if _covers(a.starts_on, a.ends_on, q) else "" for q in quarters),
        ]
        for a in dated
    ]
    widths = (1, *[6] * is_named, *[1] * len(quarters))
    yield Table(caption=_("Activities by quarter"), head=head, rows=rows, widths=widths)


def _shortened(text: str) -> str:
    """Return a text short enough to recognise it in the workplan; section 7 has it whole."""
    return shorten(re.split(r"\s?[:;]\s", text)[0], 70, placeholder="…")


def _quarters(days: list[date]) -> list[tuple[int, int]]:
    if not days:
        return []
    first, last = _quarter(min(days)), _quarter(max(days))
    count = (last[0] - first[0]) * 4 + last[1] - first[1] + 1
    return [(first[0] + (first[1] - 1 + n) // 4, (first[1] - 1 + n) % 4 + 1) for n in range(count)]


def _quarter(when: date) -> tuple[int, int]:
    return when.year, (when.month - 1) // 3 + 1


def _covers(starts: date | None, ends: date | None, quarter: tuple[int, int]) -> bool:
    first = starts or ends
    last = ends or starts
    return bool(first and last and _quarter(first) <= quarter <= _quarter(last))


def _set_aside(plan: Plan) -> Iterator[Block]:
    yield Heading(
        text=_("Annex D. Findings of the review set aside, with their reasons"), listed=True
    )
    if not plan.set_aside:
        yield Paragraph(text=_("None."))
        return
    yield Table(
        caption=_("Findings set aside"),
        head=[_("Rule"), _("Reason"), _("By"), _("On")],
        rows=[[_rule(s.rule), s.reason, s.by, day(s.on, "medium")] for s in plan.set_aside],
        widths=(2.6, 5, 1.8, 1.5),
    )


def _rule(slug: str) -> str:
    """Say what a rule asks, and its name; a rule that is gone by its name alone."""
    text = rule_texts().get(slug)
    if text is None:
        return slug
    return _("%(what)s (%(rule)s)") % {"what": say(text), "rule": slug}
