"""Step 5: a risk of the register."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm
from rempart.programmes.models import Activity, Indicator, Objective, Output
from rempart.programmes.models.names import EFFECT_MEANINGS, LIKELIHOOD_NAMES

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

DEGREES = ("likelihood", "effect")
ASSUMING: "dict[str, type[Objective | Output | Activity | Indicator]]" = {
    "objectives": Objective,
    "outputs": Output,
    "activities": Activity,
    "indicators": Indicator,
}
LONGEST_LABEL = 120


class RiskForm(RowForm):
    """What could go wrong, and what is done about it."""

    listed_as = "register"
    one = _("a risk")
    many = _("Risks")
    why = _("Name what could harm children first: reprisals, closed doors, a name that gets out.")
    columns = ("text", "likelihood", "effect", "owner", "mitigation", "trigger")

    text = ask.text(
        _("What could go wrong"),
        _("One event, and whom it would harm: never a person’s name."),
        limit=1000,
        needed=True,
    )
    likelihood = ask.one_of(LIKELIHOOD_NAMES, _("How likely it is"))
    effect = ask.one_of(EFFECT_MEANINGS, _("Its effect, if it happens"))
    owner = ask.line(_("Who watches it"), _("An organisation or a function."))
    mitigation = ask.text(
        _("What is done about it"), _("So that it does not happen, or harms less.")
    )
    trigger = ask.text(
        _("The sign that it begins"), _("What anyone on the team would notice."), limit=1000
    )
    assumption_of = ask.code({}, _("The assumption that it comes from"))

    def complete(self) -> None:
        """Offer the assumptions of the framework."""
        offered: dict[str, Words] = {}
        for level, model in ASSUMING.items():
            found = model.objects.filter(programme=self.programme).exclude(assumption="")
            for key, text in found.values_list("key", "assumption"):
                offered[f"{level}.{key}"] = text[:LONGEST_LABEL]
        kept = self.initial.get("assumption_of") or ""
        if kept and kept not in offered:  # its row has lost its assumption since
            offered[kept] = _("An assumption that was taken away")
        self.offer("assumption_of", offered, none=_("None: it comes from elsewhere"))

    def values(self) -> dict[str, object]:
        """Return what is to be written, the degrees as numbers."""
        values = super().values()
        for name in DEGREES:
            if name in values:
                values[name] = int(str(values[name])) if values[name] else None
        return values

    def shown(self, name: str, value: Any) -> Any:  # noqa: ANN401 -- a fact of any type
        """Return a fact as a reader reads it."""
        return super().shown(name, str(value) if name in DEGREES and value else value)
