"""What the outline says of children who were asked: by groups of ten or more, never a child (REQ-063)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rempart.look.say import day, number
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Heading, Paragraph, Table
from rempart.programmes.models.record_names import FATE_NAMES
from rempart.programmes.rules.codes import Answer
from rempart.programmes.rules.participation import (
    SAFEGUARDS,
    ChildInput,
    Consultation,
    Fate,
    told_counts,
)
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import numbers


def children_asked(plan: Plan) -> Iterator[Block]:
    """Yield how many times children were asked, and what became of what they proposed."""
    if not plan.consultations and not plan.child_inputs:
        return
    yield Heading(text=_("What children say"))
    held = len(plan.consultations)
    fates = [
        f"{words.named(fate.value, FATE_NAMES)}: {number(count)}"
        for fate in Fate
        if (count := sum(1 for one in plan.child_inputs if one.fate == fate))
    ]
    asked = ngettext(
        "Children were asked in %(n)s consultation; annex H says what they proposed.",
        "Children were asked in %(n)s consultations; annex H says what they proposed.",
        held,
    ) % {"n": number(held)}
    became = _("What became of it: %(fates)s.") % {"fates": words.enumerated(fates)}
    yield Paragraph(text=f"{asked} {became}" if fates else asked)


def consultations(plan: Plan) -> Iterator[Block]:
    """Annex I, where children were asked: what protected them, what they proposed, what they heard."""
    if not plan.consultations and not plan.child_inputs:
        return
    yield Heading(text=_("Annex I. What children say"), listed=True)
    places = words.place_names(plan)
    yield Table(
        caption=_("Consultations of children"),
        head=[
            _("Subject"),
            _("Held on"),
            _("Where"),
            _("Who took part"),
            _("Safeguards in place"),
            _("Told the children"),
        ],
        rows=[_consultation(one, places) for one in plan.consultations],
        widths=(2.4, 1.4, 2, 2.4, 1.8, 2.6),
    )
    titles = {one.key: one.title for one in plan.consultations}
    numbered = dict(numbers(plan.objectives))
    yield Table(
        caption=_("What they proposed, and what became of it"),
        head=[_("Proposal"), _("Consultation"), _("What became of it"), _("Why"), _("Changed")],
        rows=[_input(one, titles, numbered) for one in plan.child_inputs],
        widths=(3.8, 2.2, 1.6, 3.2, 1.6),
    )
    yield Paragraph(
        text=_(
            "No number of children under ten is told, and no proposal is anyone’s in particular."
        )
    )


def _consultation(one: Consultation, places: dict[str, str]) -> list[str]:
    return [
        one.title,
        day(one.held_on, "medium") or "–",
        places.get(one.place, _("Everywhere")),
        _group(one),
        _safeguards(one),
        _fed_back(one),
    ]


def _group(one: Consultation) -> str:
    counts, whole = told_counts(one.took_part)
    said = [
        _("%(sex)s, %(age)s: %(number)s")
        % {
            "sex": words.of_list(count.sex, "sex"),
            "age": words.of_list(count.age_band, "age_band"),
            "number": _("fewer than ten") if count.number is None else number(count.number),
        }
        for count in counts
    ]
    if whole is not None:
        said.append(_("%(number)s in all") % {"number": number(whole)})
    return "; ".join(said) or "–"


def _safeguards(one: Consultation) -> str:
    held = [name for name in SAFEGUARDS if getattr(one, name) == Answer.YES]
    if one.guardian_not_asked_because and "guardian_consent" not in held:
        held.append("guardian_consent")
    return _("%(held)s of %(asked)s") % {"held": len(held), "asked": len(SAFEGUARDS)}


def _fed_back(one: Consultation) -> str:
    if one.fed_back_on is None:
        return _("not yet")
    told = {"on": day(one.fed_back_on, "medium"), "what": one.fed_back}
    return _("%(on)s: %(what)s") % told


def _input(one: ChildInput, titles: dict[str, str], numbered: dict[str, str]) -> list[str]:
    return [
        one.text,
        titles.get(one.consultation, "–"),
        words.named(one.fate, FATE_NAMES) or _("No answer yet"),
        one.reason or "–",
        numbered.get(one.changed.partition(".")[2], "–"),
    ]
