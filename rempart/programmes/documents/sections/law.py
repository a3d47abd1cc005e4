"""Section 3, its last part: the entries of law and policy that the programme works on."""

from django.utils.translation import gettext as _

from rempart.programmes.documents.blocks import Table
from rempart.programmes.models.law_names import link_in_words, register_in_words, state_in_words
from rempart.programmes.rules.plan import Plan


def law_table(plan: Plan) -> Table:
    """Return what each is, how it stands, which decisions are open, what the programme does."""
    return Table(
        caption=_("Law and policy it works on"),
        head=[
            _("Entry"),
            _("Register"),
            _("How it stands"),
            _("Open decisions"),
            _("What the programme does about it"),
        ],
        rows=[
            [
                link_in_words(link),
                register_in_words(link),
                state_in_words(link),
                "\n".join(link.waits),
                link.purpose,
            ]
            for link in plan.law
        ],
        widths=(3, 2, 2, 3, 3),
    )
