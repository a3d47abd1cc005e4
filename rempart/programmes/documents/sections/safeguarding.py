"""Annex J: the safeguarding gate of each agency, as it was last assessed."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from rempart.look.say import day
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Heading, Table
from rempart.programmes.models.safeguarding_names import HOLD_NAMES, STANDARD_NAMES
from rempart.programmes.rules.gates import Gate, gates
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.safeguarding import STANDARDS, Assessment


def safeguarding(plan: Plan) -> Iterator[Block]:
    """Yield the annex where any agency was assessed: standards, what is missing, what is done."""
    if not plan.assessments:
        return
    yield Heading(text=_("Annex J. Safeguarding of each agency"), listed=True)
    found = gates(plan, date.min)
    yield Table(
        caption=_("The four standards, as last assessed"),
        head=[_("Agency"), _("Assessed on"), *(str(STANDARD_NAMES[one]) for one in STANDARDS)],
        rows=[_row(gate) for gate in found if gate.latest],
        widths=(3, 1.5, 1.5, 1.5, 1.5, 1.6),
    )
    yield Table(
        caption=_("What is missing, and what is done about it"),
        head=[_("Agency"), _("Standard"), _("What is missing"), _("What is done about it"), _("Who sees to it"), _("Until when")],
        rows=[row for gate in found if gate.latest for row in _actions(gate, gate.latest)],
        widths=(2, 1.4, 3, 3, 2, 1.4),
    )  # fmt: skip


def _row(gate: Gate) -> list[str]:
    one = gate.latest
    said = [words.named(one.holds(s), HOLD_NAMES) or "–" for s in STANDARDS] if one else []
    return [_name(gate), (day(one.assessed_on, "medium") if one else "") or "–", *said]


def _actions(gate: Gate, one: Assessment) -> Iterator[list[str]]:
    for standard in STANDARDS:
        missing, action = getattr(one, f"{standard}_missing"), getattr(one, f"{standard}_action")
        if missing or action:
            yield [
                _name(gate),
                str(STANDARD_NAMES[standard]),
                missing or "–",
                action or "–",
                getattr(one, f"{standard}_owner") or "–",
                day(one.due_on(standard), "medium") or "–",
            ]


def _name(gate: Gate) -> str:
    return gate.name or _("The programme’s own agency")
