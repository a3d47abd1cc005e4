"""In the section of strategies: how the plan is balanced."""

from collections.abc import Iterator

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from rempart.programmes.documents.balancing import (
    balance,
    intake_said,
    level_state,
    link_said,
    prevention_said,
    titles_of,
)
from rempart.programmes.documents.blocks import Block, Bullets, Heading, Paragraph, Table
from rempart.programmes.documents.words import of_list
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import numbers


def balance_summary(plan: Plan) -> Iterator[Block]:
    """Levels, prevention, the chain of exit and recovery, places against enrolments; nothing of an empty plan."""
    if not plan.choices and not any(plan.activities()):
        return
    found = balance(plan, localdate())
    numbered = dict(numbers(plan.objectives))
    yield Heading(text=_("Balance of the programme"))
    yield Paragraph(text=" ".join(prevention_said(found.prevention, plan.currency)))
    yield Table(
        caption=_("Levels at which the programme works"),
        head=[_("Level"), _("Strategies chosen")],
        rows=[
            [
                of_list(one.level, "guide_level"),
                "\n".join(titles_of(one))
                or (_("needed, and missing") if level_state(found, one) == "demanded" else "–"),
            ]
            for one in found.levels
        ],
        widths=(2, 5),
    )
    if found.works_on_exit:
        links = [link_said(one, plan) for one in found.chain]
        yield Table(
            caption=_("The chain of exit and recovery"),
            head=[_("Link of the chain"), _("What is done"), _("Who carries it")],
            rows=[
                [one.name, "\n".join(one.does) or "–", "\n".join(one.carriers) or _("nobody yet")]
                for one in links
            ],
            widths=(2, 3.5, 3),
        )
    if found.intakes:
        yield Heading(text=_("Places in schools and training"))
        yield Bullets(
            items=[
                f"{numbered[one.activity.key]} {one.activity.text}. {intake_said(one)}"
                for one in found.intakes
            ]
        )
