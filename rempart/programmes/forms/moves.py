"""What is said when a programme goes from one state to the next."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask
from rempart.programmes.models.passage_names import DAY_LABELS, REASON_LABELS
from rempart.programmes.rules.lifecycle import WAYS, Move, Said

LONGEST_REASON = 4000
FIELD_OF = {  # the code of a refusal -> the field that mends it
    "needs_reason": "reason",
    "needs_body": "body",
    "needs_day": "day",
    "day_to_come": "day",
    "day_too_early": "day",
}
FAULTS = {
    "needs_reason": _("Say it in a sentence."),
    "needs_body": _("Say which body decided."),
    "needs_day": _("Say on which day."),
    "day_to_come": _("This day is still to come."),
    "day_too_early": _("This is before the step that came before it."),
}


class MoveForm(forms.Form):
    """Only what this way asks for."""

    reason = ask.text(_("Reason"), limit=LONGEST_REASON)
    body = ask.line(
        _("By which body"), _("The ministry, the funder or the board: never a person’s name.")
    )
    day = ask.day(_("Day"))

    def __init__(self, data: QueryDict | None = None, *, move: Move, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(data, **kwargs)
        way = WAYS[move]
        for name in tuple(self.fields):
            if name not in way.needs + way.may_say:
                del self.fields[name]
        self._call("reason", REASON_LABELS.get(move.value))
        self._call("day", DAY_LABELS.get(move.value))
        for name in self.fields.keys() & set(way.needs):
            self.fields[name].widget.is_required = True

    def said(self) -> Said:
        """Return what was said, once the form is valid."""
        given = self.cleaned_data
        return Said(
            reason=given.get("reason", ""), body=given.get("body", ""), day=given.get("day")
        )

    def refuse(self, codes: list[str]) -> list[str]:
        """Put what the act refused beside its field; return the codes that are of no field."""
        for code in codes:
            if FIELD_OF.get(code) in self.fields:
                self.add_error(FIELD_OF[code], FAULTS[code])
        return [code for code in codes if FIELD_OF.get(code) not in self.fields]

    def _call(self, name: str, label: Any) -> None:  # noqa: ANN401 -- words, or none
        if label and name in self.fields:
            self.fields[name].label = label
