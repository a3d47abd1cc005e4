"""Sections 8 to 12 and the annexes: means, risks, management, what lasts, who does what and when."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from rempart.guide.catalogue import catalogue
from rempart.look.say import day
from rempart.programmes.catalogue import lexicon
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Bullets, Heading, Paragraph, Table
from rempart.programmes.documents.sections.monitoring import monitoring_plan
from rempart.programmes.documents.sections.results import indicator_table
from rempart.programmes.documents.sentences import Sentence, gap_words, sentence
from rempart.programmes.models.names import (
    EFFECT_NAMES,
    FUNDER_NAMES,
    LIKELIHOOD_NAMES,
    PART_NAMES,
    STAND_NAMES,
)
from rempart.programmes.rules.chain import Gap, link_to_goal, links_to
from rempart.programmes.rules.codes import Part, Stand
from rempart.programmes.rules.parts import parts_of
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Objective, Output, numbers
from rempart.programmes.rules.risks import Risk, gravest_first

MOST_QUARTERS = 20  # columns of the workplan that a page can hold


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
    assumed += [i.assumption for i in plan.indicators() if i.assumption]
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
    stronger = [f"{p.name}: {p.strengthened}" for p in plan.partners if p.strengthened]
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
    found = list(plan.indicators())
    yield indicator_table(_("All indicators"), found) if found else words.unsaid()


def annexes(plan: Plan) -> Iterator[Block]:
    """Section 13: stakeholders, who does what, workplan, set-aside findings, the chain aloud."""
    yield from _stakeholders(plan)
    yield from _parts(plan)
    yield from _workplan(plan)
    yield from _set_aside(plan)
    yield from _aloud(plan)
    yield from monitoring_plan(plan)


def _aloud(plan: Plan) -> Iterator[Block]:
    if not plan.objectives:
        return
    yield Heading(text=_("Annex E. The results chain, read aloud"))
    known = lexicon(plan.languages[0] if plan.languages else "en")
    links = [link for objective in plan.objectives for link in links_to(objective, plan)]
    told = [(link, sentence(link, known)) for link in [*links, link_to_goal(plan)]]
    yield Bullets(items=[_link(link.number, one, link.gaps) for link, one in told])


def _link(number: str, one: Sentence, gaps: Sequence[Gap]) -> str:
    said = [f"{number} {one.whole}".strip(), *(gap_words(gap) for gap in gaps)]
    return " ".join(said)


def _stakeholders(plan: Plan) -> Iterator[Block]:
    yield Heading(text=_("Annex A. Stakeholders"))
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
    if not found:
        return
    yield Heading(text=_("Annex B. Who does what in the chosen actions"))
    yield Table(
        caption=_("Leads, joins, benefits"),
        head=[_("No."), _("Action"), *(words.named(part, PART_NAMES) for part in Part)],
        rows=[
            [
                str(number),
                names.get(one.action, one.action),
                *(
                    ", ".join(_group(g.group, is_own=g.is_own) for g in one.doing(part))
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
    yield Heading(text=_("Annex C. Workplan"))
    dated = [a for a in plan.activities() if a.starts_on]
    quarters = _quarters([d for a in dated for d in (a.starts_on, a.ends_on) if d])
    if not dated or len(quarters) > MOST_QUARTERS:
        yield words.unsaid(_("the dates of the activities"))
        return
    numbered = dict(numbers(plan.objectives))
    head = [_("No."), *(_("Q%(n)s %(year)s") % {"n": q, "year": y} for y, q in quarters)]
    rows = [
        [
            numbered[a.key],
            *("■" if _covers(a.starts_on, a.ends_on, q) else "" for q in quarters),
        ]
        for a in dated
    ]
    yield Table(caption=_("Activities by quarter"), head=head, rows=rows)


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
    yield Heading(text=_("Annex D. Findings of the review set aside, with their reasons"))
    if not plan.set_aside:
        yield Paragraph(text=_("None."))
        return
    yield Table(
        caption=_("Findings set aside"),
        head=[_("Rule"), _("Reason"), _("By"), _("On")],
        rows=[[s.rule, s.reason, s.by, day(s.on, "medium")] for s in plan.set_aside],
        widths=(1, 5, 2, 1.5),
    )
