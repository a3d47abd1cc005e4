"""Sections 5 to 7: immediate objectives, outputs and activities, with their indicators."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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
from rempart.programmes.rules.results import Activity, Indicator, Objective, Output, numbers


def immediate_objectives(plan: Plan) -> Iterator[Block]:
    """Section 5: the results chain, then what will have changed and how one will know."""
    if not plan.objectives:
        yield words.unsaid()
        return
    yield chain(plan)
    numbered = dict(numbers(plan.objectives))
    for objective in plan.objectives:
        number_ = numbered[objective.key]
        yield Heading(text=f"{number_}. {objective.text}")
        if objective.assumption:
            yield Paragraph(text=_("Assumption: %(text)s") % {"text": objective.assumption})
        if objective.indicators:
            rows = [(number_, one) for one in objective.indicators]
            yield indicator_table(_("Indicators of the objective"), rows)
        else:
            yield words.unsaid(_("the indicators of this objective"))


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
        columns=[_("Immediate objectives"), _("Outputs"), _("Activities, by their numbers")],
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
    indicators = [(numbered[o.key], i) for o in found for i in o.indicators]
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
            head=[_("No."), _("Activity"), _("For whom"), _("Where"), _("When"), _("In charge")],
            rows=[
                [
                    numbered[a.key],
                    "\n".join(_told(a)),
                    "\n".join(_for_whom(a)),
                    words.everywhere(a.places, plan),
                    words.span(a.starts_on, a.ends_on),
                    a.lead,
                ]
                for a in output.activities
            ],
            widths=(0.9, 4.4, 2.4, 2, 1.7, 1.9),
        )
        measured = [(numbered[a.key], i) for a in output.activities for i in a.indicators]
        if measured:
            yield indicator_table(_("Indicators of the activities"), measured)


def _told(activity: Activity) -> Iterator[str]:
    """Yield what an activity is: its text, its kind, the guide's actions, the part of children."""
    yield activity.text
    if activity.kind:
        yield _("Kind: %(kind)s") % {"kind": words.of_kind(activity.kind)}
    if activity.actions:
        listed = ", ".join(map(str, activity.actions))
        yield ngettext(
            "Action %(numbers)s of the guide",
            "Actions %(numbers)s of the guide",
            len(activity.actions),
        ) % {"numbers": listed}
    if activity.children_take_part:
        how = words.several(activity.children_take_part, INVOLVEMENT_NAMES)
        yield _("Children take part %(how)s.") % {"how": how}


def _for_whom(activity: Activity) -> Iterator[str]:
    """Yield who is meant to gain or to change, whom a message addresses, and who speaks."""
    if activity.targets:
        yield words.of_lists(activity.targets, "plan_target")
    if activity.audiences:
        groups = words.of_lists(activity.audiences, "plan_target")
        yield _("Message to: %(groups)s") % {"groups": groups}
    if activity.messengers:
        groups = words.of_lists(activity.messengers, "stakeholder_group")
        yield _("Spoken by: %(groups)s") % {"groups": groups}


def indicator_table(caption: str, indicators: Sequence[tuple[str, Indicator]]) -> Table:
    """Return indicators, each after the number of its result, with their baseline and target."""
    return Table(
        caption=caption,
        head=[
            _("No."),
            _("Indicator"),
            _("Unit"),
            _("Baseline"),
            _("Target"),
            _("Source of verification"),
            _("Split by"),
        ],
        rows=[
            [
                number_,
                i.text,
                words.of_list(i.unit, "plan_unit"),
                _baseline(i),
                _target(i),
                i.source,
                words.of_lists(i.split, "plan_split"),
            ]
            for number_, i in indicators
        ],
        widths=(0.9, 4, 1.3, 1.7, 1.7, 2.6, 1.8),
        numeric=(3, 4),
    )


def every_indicator(plan: Plan) -> list[tuple[str, Indicator]]:
    """Return every indicator of the plan after the number of its result, in the order of results."""
    numbered = dict(numbers(plan.objectives))
    rows: list[Objective | Output | Activity] = []
    for objective in plan.objectives:
        rows.append(objective)
        for output in objective.outputs:
            rows += [output, *output.activities]
    return [(numbered[row.key], one) for row in rows for one in row.indicators]


def _baseline(one: Indicator) -> str:
    """Say the baseline; one that nobody knows yet by the day on which it will be measured."""
    if one.baseline is None and one.baseline_on:
        return _("to be set by %(day)s") % {"day": day(one.baseline_on, "MMM y")}
    return words.dated(number(one.baseline), one.baseline_on)


def _target(one: Indicator) -> str:
    """Say the target; where less is better, that too."""
    told = words.dated(number(one.target), one.target_on)
    falls = told and one.direction == Direction.DOWN
    return _("%(target)s, meant to fall") % {"target": told} if falls else told
