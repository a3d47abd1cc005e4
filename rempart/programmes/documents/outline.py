"""Building the outline of a plan, in the language it is asked in."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rempart.look.say import day
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Outline, Section
from rempart.programmes.documents.sections import annexes, results, running, setting, strategies
from rempart.programmes.documents.standing import NOTHING_DECIDED, Decisions
from rempart.programmes.rules.patterns import Pattern
from rempart.programmes.rules.plan import Plan

Writer = Callable[[Plan], Iterator[Block]]
SECTIONS: dict[
    str, tuple[str | Promise, Writer]
] = {  # slug -> the heading we propose, what it holds
    "background": (gettext_lazy("Background and justification"), setting.background),
    "groups": (gettext_lazy("Target groups and partners"), setting.groups),
    "strategies": (gettext_lazy("Strategies"), strategies.strategies),
    "development_objective": (
        gettext_lazy("Development objective"),
        setting.development_objective,
    ),
    "immediate_objectives": (gettext_lazy("Immediate objectives"), results.immediate_objectives),
    "outputs": (gettext_lazy("Outputs"), results.outputs),
    "activities": (gettext_lazy("Activities"), results.activities),
    "inputs": (gettext_lazy("Inputs"), running.inputs),
    "risks": (gettext_lazy("Assumptions and risks"), running.risks),
    "management": (gettext_lazy("Institutional framework and management"), running.management),
    "sustainability": (gettext_lazy("Sustainability and phase-out"), running.sustainability),
    "follow_up": (
        gettext_lazy("Planning, monitoring, reporting and evaluation"),
        running.follow_up,
    ),
    "annexes": (gettext_lazy("Annexes"), annexes.annexes),
}


def outline_of(
    plan: Plan,
    *,
    language: str,
    is_draft: bool,
    headings: Mapping[str, str] | None = None,
    pattern: Pattern | None = None,
    decisions: Decisions = NOTHING_DECIDED,
) -> Outline:
    """Return the outline in this language; ``headings`` are the organisation's own, by section.

    ``pattern`` is a template for one funder: its sections, in its order, under its headings.
    """
    order, own = _order(headings or {}, pattern)
    with translation.override(language):
        return Outline(
            language=language,
            title=plan.title,
            subtitle=pattern.name if pattern else _("Action-programme outline"),
            is_draft=is_draft,
            draft_word=_("Draft"),
            notice=(pattern.note if pattern else "")
            or _(
                "The headings of this outline are a reconstruction of the form that the guide speaks "
                "of (APSO); an organisation can change them."
            ),
            facts=[*_facts(plan), *decisions.facts()],
            contents_word=_("Contents"),
            page_word=_("Page"),
            sections=[
                _section(plan, slug, str(place), own.get(slug, ""))
                for place, slug in enumerate(order, start=1)
            ],
        )


def _order(
    headings: Mapping[str, str], pattern: Pattern | None
) -> tuple[Iterable[str], Mapping[str, str]]:
    """Return the sections that are in, in order, and what they are called if not as we call them."""
    if pattern is None:
        return SECTIONS, headings
    own = {one.section: one.heading for one in pattern.sections if one.heading}
    return [one.section for one in pattern.sections], {**headings, **own}


def _section(plan: Plan, slug: str, number: str, own: str) -> Section:
    heading, write = SECTIONS[slug]
    return Section(
        slug=slug,
        number=number,
        heading=own or str(heading),
        blocks=[block for block in write(plan) if not _is_empty(block)],
    )


def _is_empty(block: Block) -> bool:
    return block.kind in {"table", "bullets"} and not (
        getattr(block, "rows", ()) or getattr(block, "items", ())
    )


def _facts(plan: Plan) -> Iterator[tuple[str, str]]:
    nothing = _("to be completed")
    yield _("Agency"), plan.agency or nothing
    yield _("Code"), plan.code or "–"
    yield _("Places"), ", ".join(place.name for place in plan.places) or nothing
    yield _("Period"), words.span(plan.starts_on, plan.ends_on) or nothing
    yield _("Languages"), words.of_languages(plan.languages) or "–"
    yield _("Budget"), words.amount(plan.budget_total, plan.currency) or nothing
    yield _("Prepared by"), plan.prepared_by or "–"
    yield _("Prepared on"), day(plan.prepared_on) or "–"
