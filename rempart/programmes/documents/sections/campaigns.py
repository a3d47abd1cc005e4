"""The annex of campaigns: for whom, with which response, how many were reached, what changed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rempart.look.say import day, number
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Heading, Paragraph, Table
from rempart.programmes.documents.sections.cited import marked
from rempart.programmes.models.campaign_names import CHANNEL_NAMES, STATE_NAMES, SUBJECT_NAMES
from rempart.programmes.rules.campaigns import Campaign, Measure, changes_of, reached
from rempart.programmes.rules.plan import Plan


def campaigns(plan: Plan) -> Iterator[Block]:
    """Annex H, where there is any campaign."""
    if not plan.campaigns:
        return
    yield Heading(text=_("Annex H. Campaigns"), listed=True)
    yield Table(
        caption=_("Campaigns, audiences, response, reach"),
        head=[_("Campaign"), _("For whom"), _("Message"), _("Channels"), _("Who answers"), _("Reached"), _("State")],
        rows=[_campaign(plan, one) for one in plan.campaigns],
        widths=(2.2, 2, 3, 2, 2, 1.4, 1.4),
    )  # fmt: skip
    names = {one.key: one.name for one in plan.segments}
    rows = [
        [names[key], str(SUBJECT_NAMES[one.subject]), _measured(one.before), _measured(one.after)]
        for key in names
        for one in changes_of(plan.measures, key)
    ]
    if rows:
        yield Table(
            caption=_("Segments measured before and after"),
            head=[_("Segment"), _("What was asked"), _("Before"), _("After")],
            rows=rows,
            widths=(3, 2, 3.5, 3.5),
        )
        yield Paragraph(
            text=_("A change says that something moved, not that the campaign moved it.")
        )


def _campaign(plan: Plan, one: Campaign) -> list[str]:
    wanted, so_far = one.wanted_reach, number(reached(plan.reached, one.key))
    told = {"reached": so_far, "wanted": number(wanted)}
    return [
        marked(one.title, plan, f"campaigns.{one.key}"),
        words.of_lists(one.audiences, "plan_target"),
        one.message or "–",
        words.several(one.channels, CHANNEL_NAMES),
        one.response or "–",
        _("%(reached)s of %(wanted)s wanted") % told if wanted else so_far,
        str(STATE_NAMES[one.state.value]),
    ]


def _measured(one: Measure | None) -> str:
    if one is None:
        return "–"
    told = {"share": number(one.share), "sample": number(one.sample)}
    told |= {"on": day(one.measured_on, "medium"), "source": one.source}
    return _("%(share)s %% of %(sample)s asked, %(on)s (%(source)s)") % told
