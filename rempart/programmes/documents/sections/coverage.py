"""In the section of groups, below the needs: which have no provider, and which have several."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rempart.programmes.documents.blocks import Block, Paragraph
from rempart.programmes.documents.covering import gaps_and_duplicates
from rempart.programmes.rules.coverage import coverage_of
from rempart.programmes.rules.plan import Plan


def needs_covered(plan: Plan) -> Iterator[Block]:
    """Yield gaps and duplicates, or that there are none; nothing of a plan without needs."""
    if not plan.needs:
        return
    said = list(gaps_and_duplicates(plan, coverage_of(plan)))
    yield Paragraph(text=" ".join(said) or _("Every need has a provider today, and no two do the same in one place."))  # fmt: skip
