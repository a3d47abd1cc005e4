"""The annexes: who stands where and does what, when, the chain read aloud, what was set aside."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from textwrap import shorten

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from rempart.guide.catalogue import catalogue, say
from rempart.look.say import day
from rempart.programmes.catalogue import lexicon, rule_texts
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Bullets, Heading, Paragraph, Table
from rempart.programmes.documents.sections.campaigns import campaigns
from rempart.programmes.documents.sections.communication import materials
from rempart.programmes.documents.sections.monitoring import monitoring_plan
from rempart.programmes.documents.sections.participation import consultations
from rempart.programmes.documents.sections.safeguarding import safeguarding
from rempart.programmes.documents.sections.tree import grid
from rempart.programmes.documents.sentences import Sentence, gap_words, sentence
from rempart.programmes.models.names import (
    PART_NAMES,
    STAND_NAMES,
)
from rempart.programmes.rules.chain import Gap, link_to_goal, links_to
from rempart.programmes.rules.codes import Part, Stand
from rempart.programmes.rules.findings import rule_of
from rempart.programmes.rules.parts import parts_of
from rempart.programmes.rules.plan import Plan, SetAside
from rempart.programmes.rules.results import numbers
from rempart.programmes.rules.review import Scope

MOST_QUARTERS = 20  # columns of the workplan that a page can hold
MOST_NAMED_QUARTERS = 10  # and beside the names of the activities


def annexes(plan: Plan) -> Iterator[Block]:
    """Section 13: stakeholders, who does what, workplan, set-aside findings, the chain aloud, materials, campaigns, children."""
    yield from _stakeholders(plan)
    yield from _parts(plan)
    yield from _workplan(plan)
    yield from _set_aside(plan)
    yield from _aloud(plan)
    yield from monitoring_plan(plan)
    yield from materials(plan)
    yield from campaigns(plan)
    yield from consultations(plan)
    yield from safeguarding(plan)


def _aloud(plan: Plan) -> Iterator[Block]:
    if not plan.objectives:
        return
    yield Heading(text=_("Annex E. The results chain, read aloud"), listed=True)
    known = lexicon(plan.languages[0] if plan.languages else "en")
    links = [link for objective in plan.objectives for link in links_to(objective, plan)]
    told = [(link, sentence(link, known)) for link in [*links, link_to_goal(plan)]]
    yield Bullets(items=[_link(link.number, one, link.gaps) for link, one in told])


def _link(number: str, one: Sentence, gaps: Sequence[Gap]) -> str:
    said = [f"{number} {one.whole}".strip(), *(gap_words(gap) for gap in gaps)]
    return " ".join(said)


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
    titles = {one.key: one.title for one in plan.materials}
    yield Table(
        caption=_("Findings set aside"),
        head=[_("Rule"), _("Reason"), _("By"), _("On")],
        rows=[[_rule(s, titles), s.reason, s.by, day(s.on, "medium")] for s in plan.set_aside],
        widths=(2.6, 5, 1.8, 1.5),
    )


def _rule(aside: SetAside, titles: Mapping[str, str]) -> str:
    """Say what a rule asks, and its name, and for which material; a rule that is gone by its name."""
    slug, scope = rule_of(aside.rule)
    text = rule_texts().get(slug)
    if text is None:
        return aside.rule
    what = say(text)
    if scope is not Scope.PROGRAMME:
        what = _("Material: %(title)s") % {"title": what}
    if title := titles.get(aside.material, ""):
        what = _("%(what)s, for “%(title)s”") % {"what": what, "title": title}
    return _("%(what)s (%(rule)s)") % {"what": what, "rule": slug}
