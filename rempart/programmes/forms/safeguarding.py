"""The safeguarding of an agency: the four standards, one after the other."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.forms import ChoiceField, DateField
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm
from rempart.programmes.models import Partner
from rempart.programmes.models.safeguarding_names import (
    HOLD_NAMES,
    STANDARD_MEANINGS,
    STANDARD_NAMES,
)
from rempart.programmes.rules.safeguarding import PARTS, STANDARDS, Hold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import _StrOrPromise as Words


def _held() -> ChoiceField:
    return ask.one_of(HOLD_NAMES, _("Is it in place?"))


def _missing() -> ask.Text:
    return ask.text(_("What is missing"), limit=1000)


def _action() -> ask.Text:
    return ask.text(_("What is done about it"), limit=1000)


def _owner() -> ask.Text:
    return ask.line(_("Who sees to it"), _("An institution or a function, never a person’s name."))


def _due_on() -> DateField:
    return ask.day(_("Until when"))


class AssessmentForm(RowForm):
    """An agency looked at on one day."""

    listed_as = "assessments"
    one = _("an assessment")
    many = _("Safeguarding of each agency")
    why = _("Look at each agency that works with children before it does, and anew every year.")
    columns = ("partner", "assessed_on", *STANDARDS)
    preset = ("partner",)
    is_listed = False
    groups: "ClassVar[Sequence[tuple[Words, Words, Sequence[str]]]]" = (
        (_("The assessment"), "", ("partner", "assessed_on", "assessed_by")),
        *(
            (STANDARD_NAMES[one], STANDARD_MEANINGS[one], (one, *(f"{one}_{p}" for p in PARTS)))
            for one in STANDARDS
        ),
    )

    partner = ask.code({}, _("Which agency"))
    assessed_on = ask.day(_("Assessed on"))
    assessed_by = ask.line(
        _("Assessed by"), _("A function or an institution, never a person’s name.")
    )
    policy = _held()
    policy_missing = _missing()
    policy_action = _action()
    policy_owner = _owner()
    policy_due_on = _due_on()
    people = _held()
    people_missing = _missing()
    people_action = _action()
    people_owner = _owner()
    people_due_on = _due_on()
    procedures = _held()
    procedures_missing = _missing()
    procedures_action = _action()
    procedures_owner = _owner()
    procedures_due_on = _due_on()
    accountability = _held()
    accountability_missing = _missing()
    accountability_action = _action()
    accountability_owner = _owner()
    accountability_due_on = _due_on()

    def complete(self) -> None:
        """Offer the agencies."""
        partners = Partner.objects.filter(programme=self.programme)
        own = self.programme.agency or _("The programme’s own agency")
        self.offer("partner", {one.key: one.name for one in partners}, none=own)

    def shown(self, name: str, value: Any) -> "Words":  # noqa: ANN401 -- a fact of any type
        """Return a fact as a reader reads it: no partner is the programme's own agency."""
        if name == "partner" and not value:
            return self.programme.agency or _("The programme’s own agency")
        return super().shown(name, value)

    def clean(self) -> dict[str, Any]:
        """Ask for the day, and for what is done about a standard that is not in place."""
        cleaned: dict[str, Any] = super().clean() or {}
        on = cleaned.get("assessed_on")
        if on is None and "assessed_on" not in self.errors:
            self.add_error("assessed_on", _("Say on which day it was assessed."))
        elif on and on > localdate():
            self.add_error("assessed_on", _("This day is still to come."))
        for one in STANDARDS:
            wanting = cleaned.get(one) in {Hold.PARTLY, Hold.MISSING}
            if wanting and not cleaned.get(f"{one}_missing"):
                self.add_error(f"{one}_missing", _("Say what is missing."))
            if cleaned.get(f"{one}_action") and not cleaned.get(f"{one}_owner"):
                self.add_error(f"{one}_owner", _("Say who sees to it."))
        return cleaned
