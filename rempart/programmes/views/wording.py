"""How tables of results say things, and what they understand: in both languages, whatever the reader's."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext_lazy as _

from rempart.accounts.models import Organisation
from rempart.guide.catalogue import catalogue, say
from rempart.programmes.catalogue import kinds
from rempart.programmes.models.names import AGGREGATION_NAMES, DIRECTION_NAMES, OBJECTIVE_KIND_NAMES
from rempart.programmes.queries.levels import (
    names_in_every_language,
    our_levels,
    own_levels,
)
from rempart.programmes.rules.tables.columns import LEVELS, Column, folded
from rempart.programmes.rules.tables.writing import Wording

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

HEADINGS: "dict[Column, Words]" = {
    Column.NUMBER: _("No."),
    Column.LEVEL: _("Level"),
    Column.TEXT: _("Text"),
    Column.OBJECTIVE: _("Immediate objective"),
    Column.OUTPUT: _("Output"),
    Column.ACTIVITY: _("Activity"),
    Column.KIND: _("Kind"),
    Column.INDICATOR: _("Indicator"),
    Column.UNIT: _("Unit"),
    Column.BASELINE: _("Baseline"),
    Column.BASELINE_ON: _("Measured on"),
    Column.TARGET: _("Target"),
    Column.TARGET_ON: _("To be reached on"),
    Column.SOURCE: _("Source of verification"),
    Column.DIRECTION: _("Direction"),
    Column.DEFINITION: _("Definition"),
    Column.NUMERATOR: _("Numerator"),
    Column.DENOMINATOR: _("Denominator"),
    Column.AGGREGATION: _("Aggregation"),
    Column.METHOD: _("Method"),
    Column.FREQUENCY: _("Frequency"),
    Column.OWNER: _("Collected by"),
    Column.ANALYSIS: _("Analysis"),
    Column.ANALYST: _("Analysed by"),
    Column.COST: _("Cost"),
    Column.LEAD: _("In charge"),
    Column.STARTS_ON: _("Starts on"),
    Column.ENDS_ON: _("Ends on"),
    Column.ASSUMPTION: _("Assumption"),
}


def wording(organisation: Organisation) -> Wording:
    """Return how a table is written for the reader."""
    names = {**our_levels(), **own_levels(organisation.pk)}
    return Wording(
        headings={column: str(words) for column, words in HEADINGS.items()},
        levels={level: names[level][0] for level in LEVELS},
        words=coded_words(),
        mark=decimal_mark(),
    )


def coded_words() -> dict[str, dict[str, str]]:
    """Return the reader's words of each code that a table says."""
    return {
        "objectives.kind": {code: str(words) for code, words in OBJECTIVE_KIND_NAMES.items()},
        "activities.kind": {slug: say(kind, "title") for slug, kind in kinds().items()},
        "indicators.unit": _offered("plan_unit"),
        "indicators.direction": {code: str(words) for code, words in DIRECTION_NAMES.items()},
        "indicators.aggregation": {code: str(words) for code, words in AGGREGATION_NAMES.items()},
        "indicators.frequency": _offered("indicator_frequency"),
    }


def _offered(code_list: str) -> dict[str, str]:
    return {one.id: say(one, "label") for one in catalogue().code_list(code_list).offered()}


def understood() -> dict[str, dict[str, str]]:
    """Return the codes by the words of every language, as tables are compared."""
    found: dict[str, dict[str, str]] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for where, words in coded_words().items():
                known = found.setdefault(where, {})
                known |= {folded(said): code for code, said in words.items()}
    return found


def levels_by_name(organisation: Organisation) -> dict[str, str]:
    """Return the levels by the organisation's names for them, in every language."""
    named = names_in_every_language(organisation.pk)
    return {folded(name): level for name, level in named if level in LEVELS}


def decimal_mark() -> str:
    """Return what stands before the fraction in the reader's language."""
    return str(formats.get_format("DECIMAL_SEPARATOR"))
