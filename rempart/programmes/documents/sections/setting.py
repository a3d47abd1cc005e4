"""Sections 1, 2 and 4: why, for whom and with whom, towards what."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rempart.guide.catalogue import catalogue, say
from rempart.look.say import day, number
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Bullets, Heading, Table
from rempart.programmes.documents.sections.cited import marked, sources_cited
from rempart.programmes.documents.sections.coverage import needs_covered
from rempart.programmes.documents.sections.participation import children_asked
from rempart.programmes.documents.sections.tree import problem_tree
from rempart.programmes.models.names import (
    ANSWER_NAMES,
    CRITERION_NAMES,
    ELIGIBILITY_NAMES,
    LEVEL_NAMES,
    PROVISION_NAMES,
    SERVES_NAMES,
)
from rempart.programmes.rules.codes import Answer, Branch, Provision, Serves
from rempart.programmes.rules.plan import Beneficiaries, Headcount, Need, Plan


def background(plan: Plan) -> Iterator[Block]:
    """Section 1: the problem, the places, what is known, what was tried."""
    yield from words.text_or_unsaid(plan.background)
    yield Table(
        caption=_("Places"),
        head=[_("Place"), _("Level"), _("Why it was chosen")],
        rows=[[p.name, words.named(p.level, LEVEL_NAMES), p.selection_reason] for p in plan.places],
        widths=(2, 1.5, 4),
    )
    yield _people(_("Children concerned, by sex and age"), plan.concerned)
    yield from _context(plan)
    yield from _factors(plan)
    yield _causes(plan)
    yield sources_cited(plan)
    yield from problem_tree(plan)
    if plan.gender:
        yield _gender(plan)
    yield Heading(text=_("What was tried before"))
    yield from words.text_or_unsaid(plan.tried_before)


def _context(plan: Plan) -> Iterator[Block]:
    """Yield what was answered of the place: what nobody knows is said, what nobody asked is not."""
    asked = (
        (_("Political instability"), plan.political_instability),
        (_("A known trafficking route"), plan.trafficking_route),
        (_("A problem that crosses a border"), plan.cross_border),
        (_("Children at work"), plan.child_labour_present),
        (_("Part of national plans"), plan.in_national_plans),
    )
    rows = [[what, words.named(answer, ANSWER_NAMES)] for what, answer in asked if answer]
    if plan.working_children:
        working = words.of_lists(plan.working_children, "working_children")
        rows.append([_("Children who work"), working])
    if plan.risk_sectors:
        rows.append([_("Sectors of high risk"), words.of_lists(plan.risk_sectors, "risk_sector")])
    yield Table(
        caption=_("The context of the place"),
        head=[_("Point"), _("What is known")],
        rows=rows,
        widths=(2, 3),
    )


def _factors(plan: Plan) -> Iterator[Table]:
    for answer, caption in (
        (Answer.YES, _("Factors of vulnerability that are present")),
        (Answer.UNKNOWN, _("Factors of vulnerability of which nothing is known yet")),
    ):
        marks = [mark for mark in plan.factors if mark.present == answer]
        yield Table(
            caption=caption,
            head=[_("Factor"), _("How one knows"), _("Source")],
            rows=[[words.of_guide(m.factor), m.evidence, marked(m.source, plan, f"factors.{m.key}")] for m in marks],
            widths=(3, 4, 2),
        )  # fmt: skip


def _causes(plan: Plan) -> Table:
    return Table(
        caption=_("Causes"),
        head=[_("Cause"), _("Analysis, or why it is not addressed"), _("Source")],
        rows=[
            [
                cause.title or words.of_list(cause.code, "plan_cause"),
                cause.analysis
                or (
                    cause.not_addressed_because
                    and _("Not addressed: %(why)s") % {"why": cause.not_addressed_because}
                ),
                marked(cause.source, plan, f"causes.{cause.key}"),
            ]
            for cause in plan.causes
            if cause.branch == Branch.CAUSE
        ],
        widths=(2, 5, 2),
    )


def _gender(plan: Plan) -> Table:
    """Return the gender analysis: girls beside boys, and what is said of both where anything is."""
    both = any(note.text for note in plan.gender)
    head = [_("Part"), _("Girls"), _("Boys"), *([_("Both")] if both else [])]
    rows = [
        [_gender_part(n.part), n.girls, n.boys, *([n.text] if both else [])] for n in plan.gender
    ]
    widths = (2, 3, 3, 2) if both else (2, 4, 4)
    return Table(caption=_("Gender analysis"), head=head, rows=rows, widths=widths)


def _gender_part(slug: str) -> str:
    lines = catalogue().entry("ex.08").lines
    return next((say(line, "text") for line in lines if line.slug == slug), slug)


def _people(caption: str, counts: Sequence[Headcount]) -> Table:
    bands = list(catalogue().code_list("age_band").values)
    bands = [band for band in bands if any(c.age_band == band.id for c in counts)]
    rows = []
    for sex in words.SEXES:
        of_sex = [count for count in counts if count.sex == sex]
        if of_sex:
            told = [sum(c.number for c in of_sex if c.age_band == band.id) for band in bands]
            rows.append(
                [words.of_list(sex, "sex"), *map(number, told), number(words.total(of_sex))]
            )
    head = [_("Sex"), *(say(band, "label") for band in bands), _("Total")]
    return Table(caption=caption, head=head, rows=rows, numeric=tuple(range(1, len(head))))


def groups(plan: Plan) -> Iterator[Block]:
    """Section 2: children and families, intermediary organisations, partners, needs."""
    served = {one: [b for b in plan.beneficiaries if b.serves == one] for one in Serves}
    partners = {one: [p for p in plan.partners if p.serves == one] for one in Serves}
    yield Heading(text=_("Children and families"))
    yield _beneficiaries(plan, served[Serves.CHILDREN_FAMILIES])
    yield _people(
        _("Children and families, planned numbers by sex and age"),
        [count for b in served[Serves.CHILDREN_FAMILIES] for count in b.planned],
    )
    yield Heading(text=_("Intermediary organisations"))
    yield _beneficiaries(plan, served[Serves.INTERMEDIARIES])
    yield Heading(text=_("Partners"))
    yield _partners(plan)
    yield Bullets(
        items=[_counted(one, len(partners[one]), served[one]) for one in Serves],
    )
    yield Table(
        caption=_("Who may be served, who is excluded and why"),
        head=[_("Effect"), _("Criterion"), _("Text"), _("Reason, and the other service")],
        rows=[
            [
                words.named(c.effect, ELIGIBILITY_NAMES),
                words.named(c.dimension, CRITERION_NAMES),
                c.text,
                " ".join(part for part in (c.reason, c.other_service) if part),
            ]
            for c in plan.eligibility
        ],
        widths=(1.3, 1.8, 4, 4),
    )
    yield _needs(plan)
    yield from needs_covered(plan)
    yield from children_asked(plan)


def _partners(plan: Plan) -> Table:
    return Table(
        caption=_("Partners, by class"),
        head=[_("Partner"), _("Group"), _("Class"), _("Role"), _("Coordination agreed")],
        rows=[
            [
                p.name,
                words.of_list(p.group, "stakeholder_group"),
                words.named(p.serves, SERVES_NAMES) or _("not classed yet"),
                p.role,
                words.named(p.coordination_agreed, ANSWER_NAMES),
            ]
            for p in plan.partners
        ],
        widths=(3, 2.4, 2.2, 4, 2.2),
    )


def _counted(serves: str, partners: int, served: Sequence[Beneficiaries]) -> str:
    people = sum(words.total(b.planned) for b in served)
    organisations = sum(b.organisations or 0 for b in served)
    told = [ngettext("%(n)s partner", "%(n)s partners", partners) % {"n": number(partners)}]
    if people:
        told.append(ngettext("%(n)s person", "%(n)s people", people) % {"n": number(people)})
    if organisations:
        told.append(
            ngettext("%(n)s organisation", "%(n)s organisations", organisations)
            % {"n": number(organisations)}
        )
    counts = ", ".join(told)
    return _("%(name)s: %(counts)s") % {"name": words.named(serves, SERVES_NAMES), "counts": counts}


def _beneficiaries(plan: Plan, served: Sequence[Beneficiaries]) -> Block:
    if not served:
        return words.unsaid()
    return Table(
        caption=_("Whom the programme serves"),
        head=[
            _("Who"),
            _("Place"),
            _("Girls and women"),
            _("Boys and men"),
            _("All"),
            _("Organisations"),
        ],
        rows=[
            [
                b.name,
                words.everywhere([b.place] if b.place else [], plan),
                number(words.by_sex(b.planned, "female")) if b.planned else "",
                number(words.by_sex(b.planned, "male")) if b.planned else "",
                number(words.total(b.planned)) if b.planned else "",
                number(b.organisations),
            ]
            for b in served
        ],
        widths=(4, 2.2, 1.3, 1.5, 1, 2),
        numeric=(2, 3, 4, 5),
    )


def _needs(plan: Plan) -> Table:
    return Table(
        caption=_("Needs, and who answers them"),
        head=[_("Need"), _("Place"), _("Answered by"), _("State"), _("Places a month")],
        rows=[
            [
                words.of_list(need.kind, "plan_need"),
                words.everywhere([need.place] if need.place else [], plan),
                need.answered_by,
                _state(need),
                number(need.capacity),
            ]
            for need in plan.needs
        ],
        widths=(2.6, 2.4, 3.4, 2.6, 1.3),
        numeric=(4,),
    )


def _state(need: Need) -> str:
    """Say whether a need is answered: since when and last tried on, or from when."""
    said = [words.named(need.provision, PROVISION_NAMES)]
    if need.provision == Provision.WORKS_TODAY and need.tested_on:
        said.append(_("last tried on %(day)s") % {"day": day(need.tested_on, "medium")})
    elif need.provision == Provision.PLANNED and need.works_from:
        said.append(_("from %(day)s") % {"day": day(need.works_from, "medium")})
    return ", ".join(part for part in said if part)


def development_objective(plan: Plan) -> Iterator[Block]:
    """Section 4."""
    yield from words.text_or_unsaid(plan.development_objective)
