"""The outline of a report to a treaty body: its sections, its tables, its dates; never a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.accounts.models import User
from rempart.communities.catalogue import treaty_bodies
from rempart.communities.models import LawEntry
from rempart.communities.models.law_names import REGISTER_NAMES, label_of
from rempart.communities.queries.laws import law_for, name_of
from rempart.communities.rules.laws.bodies import Passage
from rempart.communities.rules.laws.checking import day_of
from rempart.communities.rules.laws.registers import REGISTERS, Register, Sort
from rempart.communities.views.law.finding import found_entry
from rempart.communities.views.law.saying import due_said, in_words
from rempart.guide.catalogue import say
from rempart.kit.papers import Heading, Part, Table, Text, write_docx
from rempart.look.say import day

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LEFT_OUT = {"country", "title", "source", "said", "body", "side"}
ADDED = {"signed_on", "ratified_on", "reservations", "problem"}  # though no list shows them
BLANK = 3  # rows left to be filled in a table of figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of an outline: what belongs in it, what the registers already say of it."""

    number: int
    heading: str
    asks: str
    tables: Sequence[Table]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOutline:
    """The outline of one report."""

    title: str
    facts: Sequence[tuple[str, str]]
    note: str
    sections: Sequence[Section]


def outline_of(user: User, report: LawEntry) -> ReportOutline:
    """Return the outline of a report, with what the registers say of its country."""
    said = report.said()
    body = treaty_bodies()[str(said["body"])]
    is_alternative = said["side"] == "alternative"
    country = report.country
    own = [
        one
        for one in law_for(user).filter(withdrawn_on=None, country=country)
        if one.register in {section.register for section in body.sections}
    ]
    days = (day_of(said, name) for name in ("from_on", "to_on"))
    period = " – ".join(day(one, "medium") for one in days if one)
    facts = [
        (_("Country"), country),
        (_("Instruments"), ", ".join(say(one) for one in body.instruments)),
        (_("Period"), period or "–"),
        (_("Due on"), due_said(report, localdate())),
        (_("How often"), say(body, "rhythm")),
        (_("How others are heard"), say(body, "others")),
    ]
    return ReportOutline(
        title=name_of(report),
        facts=facts,
        note=_("Sums and laws only: no record of a child, a family or a case goes into this report."),
        sections=[
            Section(
                number=number,
                heading=say(one, "heading"),
                asks=(say(one, "alternative") if is_alternative else "") or say(one, "asks"),
                tables=_tables(one, own),
            )
            for number, one in enumerate(body.sections, start=1)
        ],
    )  # fmt: skip


def _tables(passage: Passage, own: Sequence[LawEntry]) -> list[Table]:
    found = []
    if passage.register:
        register = REGISTERS[passage.register]
        entries = [one for one in own if one.register == passage.register]
        found.append(_register_table(register, entries))
    if passage.table:
        heads = [say(one, "head") for one in passage.heads]
        found.append(
            Table(title=say(passage, "table"), heads=heads, rows=[[""] * len(heads)] * BLANK)
        )
    return found


def _register_table(register: Register, entries: Sequence[LawEntry]) -> Table:
    """Set the entries of a register out; one of which none is kept stands with an empty line."""
    columns = [
        one
        for one in register.columns
        if one.name not in LEFT_OUT | set(register.named_by)
        and (one.is_listed or one.sort is Sort.FIGURE or one.name in ADDED)
    ]
    heads = [str(REGISTER_NAMES[register.slug][1])]
    heads += [label_of(register.slug, one.name) for one in columns]
    rows = [[name_of(one), *(in_words(c, one.said()) for c in columns)] for one in entries]
    return Table(
        title=str(REGISTER_NAMES[register.slug][0]), heads=heads, rows=rows or [[""] * len(heads)]
    )


@signed_in
@require_safe
def outline_file(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Answer with the outline of a report as a Word document, in the reader's language."""
    report = found_entry(request, "reports", pk)
    if report.withdrawn_on:
        raise Http404
    outline = outline_of(request.user, report)
    answer = HttpResponse(write_docx(outline.title, list(_parts(outline))), content_type=WORD)
    name = f"{slugify(outline.title) or 'report'}-{slugify(report.country) or 'country'}.docx"
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""  # noqa: FBT003 -- Django's own order
    return answer


def _parts(outline: ReportOutline) -> "list[Part]":
    parts: list[Part] = [Text(text=f"{label}: {words}") for label, words in outline.facts]
    parts.append(Text(text=outline.note))
    for section in outline.sections:
        parts.append(Heading(text=f"{section.number}. {section.heading}"))
        parts.append(Text(text=section.asks))
        parts += section.tables
    return parts
