"""Annex F: the monitoring plan, in the nine columns that funders know."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rempart.guide.catalogue import catalogue, say
from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import Block, Heading, Table
from rempart.programmes.models.names import AGGREGATION_NAMES
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Indicator


def monitoring_plan(plan: Plan) -> Iterator[Block]:
    """Say of every indicator how it is defined, read, collected and analysed, by whom, at what cost."""
    yield Heading(text=_("Annex F. Monitoring plan"), listed=True)
    found = list(plan.indicators())
    if not found:
        yield words.unsaid(_("the indicators"))
        return
    yield Table(
        caption=_("How each indicator is measured"),
        head=[
            _("Indicator"),
            _("Definition and unit"),
            _("Source"),
            _("Method"),
            _("Frequency"),
            _("Collected by"),
            _("Analysis"),
            _("Analysed by"),
            _("Cost"),
        ],
        rows=[
            [
                one.text,
                _definition(one),
                one.source,
                one.method,
                words.of_list(one.frequency, "indicator_frequency"),
                one.owner,
                one.analysis,
                one.analyst,
                words.amount(one.cost, plan.currency),
            ]
            for one in found
        ],
        widths=(2.2, 3, 1.6, 1.6, 1.2, 1.4, 1.4, 1.2, 1),
        numeric=[8],
    )


def _definition(one: Indicator) -> str:
    """Say an indicator's own definition, or the library's; a departure is said."""
    library = catalogue().indicators.get(one.library)
    definition = one.definition or (say(library, "definition") if library else "")
    counted = one.numerator or (say(library, "counted") if library else "")
    among = one.denominator or (say(library, "among") if library else "")
    departs = library and one.definition and one.definition != say(library, "definition")
    said = [
        definition,
        _("(departs from the library’s definition)") if departs else "",
        _("Counted: %(what)s.") % {"what": counted.rstrip(".")} if counted else "",
        _("Among: %(what)s.") % {"what": among.rstrip(".")} if among else "",
        _("Unit: %(unit)s.") % {"unit": words.of_list(one.unit, "plan_unit")} if one.unit else "",
        words.named(one.aggregation, AGGREGATION_NAMES),
    ]
    return " ".join(part for part in said if part)
