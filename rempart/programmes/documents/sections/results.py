"""Sections 5 to 7: immediate objectives, outputs and activities, with their indicators."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from rempart.look.say import day, number
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import (
    Block,
    Chain,
    ChainObjective,
    ChainOutput,
    Heading,
    Paragraph,
    Table,
)
from rempart.programmes.models.names import INVOLVEMENT_NAMES
from rempart.programmes.rules.codes import Direction
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Indicator, numbers


def immediate_objectives(plan: Plan) -> Iterator[Block]:
    """Section 5: what will have changed, how one will know, and the results chain."""
    if not plan.objectives:
        yield words.unsaid()
        return
    numbered = dict(numbers(plan.objectives))
    for objective in plan.objectives:
        yield Heading(text=f"{numbered[objective.key]}. {objective.text}")
        if objective.assumption:
            yield Paragraph(text=_("Assumption: %(text)s") % {"text": objective.assumption})
        if objective.indicators:
            yield indicator_table(_("Indicators of the objective"), objective.indicators)
        else:
            yield words.unsaid(_("the indicators of this objective"))
    yield chain(plan)


def chain(plan: Plan) -> Chain:
    """Return the results chain as a drawing, and as sentences that can be read aloud."""
    numbered = dict(numbers(plan.objectives))
    drawn = [
        ChainObjective(
            number=numbered[objective.key],
            text=objective.text,
            assumption=objective.assumption,
            outputs=[
                ChainOutput(
                    number=numbered[output.key],
                    text=output.text,
                    activities=[(numbered[a.key], a.text) for a in output.activities],
                )
                for output in objective.outputs
            ],
        )
        for objective in plan.objectives
    ]
    said = " ".join(
        _("If outputs %(outputs)s are delivered, then objective %(number)s is reached: %(text)s.")
        % {
            "outputs": ", ".join(output.number for output in objective.outputs) or "–",
            "number": objective.number,
            "text": objective.text,
        }
        for objective in drawn
    )
    return Chain(
        caption=_("Results chain"),
        goal=plan.development_objective or _("Development objective: still to be written."),
        alternative=said,
        objectives=drawn,
    )


def outputs(plan: Plan) -> Iterator[Block]:
    """Section 6: what the programme delivers."""
    found = list(plan.outputs())
    if not found:
        yield words.unsaid()
        return
    numbered = dict(numbers(plan.objectives))
    yield Table(
        caption=_("Outputs"),
        head=[_("No."), _("Output"), _("In charge"), _("Assumption")],
        rows=[[numbered[o.key], o.text, o.lead, o.assumption] for o in found],
        widths=(0.6, 4, 2, 3),
    )
    indicators = [i for o in found for i in o.indicators]
    if indicators:
        yield indicator_table(_("Indicators of the outputs"), indicators)


def activities(plan: Plan) -> Iterator[Block]:
    """Section 7: what is done, where, when and by whom, one table for each output."""
    if not any(plan.activities()):
        yield words.unsaid()
        return
    numbered = dict(numbers(plan.objectives))
    for output in plan.outputs():
        yield Heading(text=f"{numbered[output.key]} {output.text}")
        if not output.activities:
            yield words.unsaid(_("the activities of this output"))
            continue
        yield Table(
            caption=_("Activities"),
            head=[_("No."), _("Activity"), _("Kind"), _("Where"), _("When"), _("In charge")],
            rows=[
                [
                    numbered[a.key],
                    _with_children(a.text, a.children_take_part),
                    words.of_kind(a.kind),
                    words.everywhere(a.places, plan),
                    words.span(a.starts_on, a.ends_on),
                    a.lead,
                ]
                for a in output.activities
            ],
            widths=(0.9, 4, 2, 2, 2, 2),
        )
        measured = [i for a in output.activities for i in a.indicators]
        if measured:
            yield indicator_table(_("Indicators of the activities"), measured)


def _with_children(text: str, involved: Sequence[str]) -> str:
    if not involved:
        return text
    how = words.several(involved, INVOLVEMENT_NAMES)
    return _("%(text)s Children take part %(how)s.") % {"text": text, "how": how}


def indicator_table(caption: str, indicators: Sequence[Indicator]) -> Table:
    """Return indicators with their unit, baseline, target, source and split."""
    return Table(
        caption=caption,
        head=[
            _("Indicator"),
            _("Unit"),
            _("Baseline"),
            _("Target"),
            _("Source of verification"),
            _("Split by"),
        ],
        rows=[
            [
                i.text,
                words.of_list(i.unit, "plan_unit"),
                _baseline(i),
                _target(i),
                i.source,
                words.of_lists(i.split, "plan_split"),
            ]
            for i in indicators
        ],
        widths=(4, 1.2, 1.4, 1.4, 2.4, 1.8),
        numeric=(2, 3),
    )


def _baseline(one: Indicator) -> str:
    """Say the baseline; one that nobody knows yet by the day on which it will be measured."""
    when = day(one.baseline_on, "MMM y")
    if one.baseline is None and when:
        return _("to be set by %(day)s") % {"day": when}
    return _dated(number(one.baseline), when)


def _target(one: Indicator) -> str:
    """Say the target; where less is better, that too."""
    told = _dated(number(one.target), day(one.target_on, "MMM y"))
    falls = told and one.direction == Direction.DOWN
    return _("%(target)s, meant to fall") % {"target": told} if falls else told


def _dated(value: str, when: str) -> str:
    return f"{value} ({when})" if value and when else value
