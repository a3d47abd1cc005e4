"""The faults of a sheet of entries in the reader's words, each with where it stands."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from rempart.communities.forms.laws import FAULTS
from rempart.communities.models.law_names import WITHIN_NAMES, label_of
from rempart.communities.rules.laws.reading import WITHIN
from rempart.communities.rules.laws.registers import Register
from rempart.communities.views.faults import SHEET
from rempart.kit.sheets import SheetFault

OWN = {
    "column_unknown": _("No column of this register is called “%(value)s”. Take the template."),
    "column_twice": _("The column “%(value)s” stands twice."),
    "column_missing": _("The column “%(value)s” is missing. Take the template."),
    "id_unknown": _("No entry of this register has the id “%(value)s”: leave the cell empty for a new one."),
    "id_twice": _("The id “%(value)s” stands in two rows."),
    "whole_unknown": _("You have no entry called “%(value)s” for this to belong to."),
    "whole_ambiguous": _("Several entries are called “%(value)s”: give the id of the one that is meant."),
    "row_twice": _("Another row says the same entry."),
    "same_entry": _("The register has this entry already: give its id to change it."),
    "nothing_said": _("No row says anything."),
    "not_a_text": _("“%(value)s” is no text."),
    "not_in_list": _("“%(value)s” is no answer to this. Take the words of the form; part several with a semicolon."),
    "not_a_date": _("“%(value)s” is no date. Write 2026-05-31, 31/05/2026 (the day first), 31 May 2026 or 2026."),
    "not_a_number": _("“%(value)s” is no number."),
}  # fmt: skip
SAID = SHEET | FAULTS | OWN


def law_faults(faults: Iterable[SheetFault], register: Register) -> list[dict[str, object]]:
    """Return the faults of a sheet as ``look/refusal.html`` shows them: where, then what."""
    return [_said(fault, register) for fault in faults]


def _said(fault: SheetFault, register: Register) -> dict[str, object]:
    value = fault.value
    if fault.code == "column_missing":
        value = (
            str(WITHIN_NAMES[register.slug]) if value == WITHIN else label_of(register.slug, value)
        )
    why = str(SAID[fault.code]) % {"value": value}
    return {"what": fault.cell, "why": why} if fault.cell else {"what": why, "why": ""}
