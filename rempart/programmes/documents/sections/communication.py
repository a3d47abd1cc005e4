"""The annex of communication material: what goes out, for whom, with which help, and who reviewed it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rempart.look.say import day
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Heading, Table
from rempart.programmes.rules.communication import Material
from rempart.programmes.rules.plan import Plan


def materials(plan: Plan) -> Iterator[Block]:
    """Annex G, where there is any material: never its text, never whom it shows."""
    if not plan.materials:
        return
    yield Heading(text=_("Annex G. Communication material"), listed=True)
    yield Table(
        caption=_("Material, audiences, help named, review"),
        head=[_("Material"), _("For whom"), _("Forms"), _("Help named"), _("Goes out"), _("Review")],
        rows=[
            [
                one.title,
                words.of_lists(one.audiences, "plan_target"),
                words.of_lists(one.formats, "material_format"),
                one.help_contacts or "–",
                day(one.out_on, "medium") or "–",
                _reviewed(one),
            ]
            for one in plan.materials
        ],
        widths=(2.4, 2.4, 2, 2.4, 1.4, 2),
    )  # fmt: skip


def _reviewed(one: Material) -> str:
    if one.reviewed_on is None:
        return _("to be reviewed")
    told = {"name": one.reviewed_by, "on": day(one.reviewed_on, "medium")}
    if one.publishable_on is None:
        return _("%(name)s, %(on)s") % told
    return _("%(name)s, %(on)s; publishable") % told
