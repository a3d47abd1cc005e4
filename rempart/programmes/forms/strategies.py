"""Step 4: the areas the programme works in, the strategy in words, strategies of the team's own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.kinds import Kind
from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm, Section, StepForm
from rempart.programmes.models import Choice
from rempart.programmes.models.names import DECISION_NAMES, LEVEL_NAMES
from rempart.programmes.rules.codes import Decision, Step

OWN = ("title", "text", "area", "level", "themes")  # what only an invented strategy says of itself


def area_names() -> dict[str, str]:
    """Return the five areas of strategy, by slug, in the reader's language."""
    return {area.slug: say(area) for area in catalogue().of_kind(Kind.AREA)}


class StrategiesForm(StepForm):
    """What the programme will do, and at which level; the actions are decided on one by one."""

    step = Step.STRATEGIES
    lead = _(
        "Choose what the programme will do. The suggestions come from the situation you described; you can refuse them, and write strategies of your own."
    )
    sections = (
        Section(slug="words", title=_("The strategy in words"), fields=("strategy", "prevention_link")),
        Section(
            slug="law",
            title=_("Law and policy it works on"),
            lead=_("Gaps in law, reforms, national plans, reports and tripartite meetings: what stands in the registers is followed here, with the decisions that are still open."),
            rows=("law",),
        ),
    )  # fmt: skip

    areas = ask.codes({}, _("In which areas does the programme work?"))
    strategy = ask.text(
        _("How the parts hold together"),
        _("In which order one acts, and why this way: the outline prints it."),
        limit=8000,
    )
    prevention_link = ask.text(
        _("Tied to which prevention programme?"),
        _("Only if this programme does no prevention itself."),
        limit=1000,
    )

    def complete(self) -> None:
        """Offer the guide's areas."""
        areas = self.fields["areas"]
        assert isinstance(areas, ask.Codes)  # noqa: S101 -- declared above
        areas.choices = list(area_names().items())
        areas.widget.attrs["form"] = "step"  # asked above the suggestions, sent with the rest


class ChoiceForm(RowForm):
    """A strategy of the team's own; of one of the guide, only the decision and its reason."""

    listed_as = "choices"
    one = _("a strategy of your own")
    many = _("Strategies chosen, refused and invented")
    why = _("Choose among the guide’s actions, or write a strategy of your own.")
    columns = ("title", "decision", "area", "level", "reason")
    is_listed = False

    title = ask.line(_("Your strategy"), needed=True)
    text = ask.text(_("What it consists of"), limit=4000)
    area = ask.code({}, _("Area of strategy"))
    level = ask.code(LEVEL_NAMES, _("Level"))
    themes = ask.codes(
        "guide_theme", _("Themes"), _("Trafficking, for one: the review looks at it.")
    )
    decision = ask.one_of(DECISION_NAMES, _("What was decided"))
    reason = ask.text(_("Why"), _("Needed if you refuse it: the outline prints it."))

    def complete(self) -> None:
        """Offer the guide's areas; ask of an action of the guide only what was decided."""
        self.offer("area", area_names())
        self.fields["decision"].required = True
        self.initial["decision"] = self.initial.get("decision") or Decision.CHOSEN.value
        if isinstance(self.stored, Choice) and self.stored.action:
            for name in OWN:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Ask why a strategy is refused."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("decision") == Decision.REFUSED and not cleaned.get("reason"):
            self.add_error("reason", _("Say why it is refused: the outline prints it."))
        return cleaned


class DecisionForm(forms.Form):
    """What becomes of one action of the guide; ``version`` is that of the decision that was shown."""

    decision = forms.ChoiceField(
        choices=[("", _("Leave it open")), *DECISION_NAMES.items()], required=False
    )
    reason = ask.text(_("Why not here?"))
    version = forms.IntegerField(min_value=0, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask why an action is refused."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("decision") == Decision.REFUSED and cleaned.get("reason") == "":
            self.add_error("reason", _("Say why it is refused: the outline prints it."))
        return cleaned
