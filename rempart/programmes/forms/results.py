"""Step 5: objectives, outputs and indicators. Activities, which ask more, stand beside."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.guide.queries import own_indicators_of
from rempart.guide.rules.library import OWN
from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm, Section, StepForm
from rempart.programmes.models.names import (
    AGGREGATION_NAMES,
    DIRECTION_NAMES,
    OBJECTIVE_KIND_NAMES,
)
from rempart.programmes.rules.codes import Step


class ResultsForm(StepForm):
    """The risks; the framework itself is made of rows."""

    step = Step.RESULTS
    lead = _(
        "What the programme wants to change, what it will deliver, what it will do, and how one will know."
    )
    sections = (
        Section(
            slug="risks",
            title=_("Risks"),
            lead=_(
                "What could go wrong, for children first, then for teams and for the programme."
            ),
            fields=("risks",),
            rows=("register",),
            lists_first=True,
        ),
        Section(
            slug="materials",
            title=_("Communication material"),
            lead=_(
                "What the programme says in public. Nothing that leads to a child is kept here."
            ),
            rows=("materials",),
        ),
        Section(
            slug="campaigns",
            title=_("Campaigns"),
            lead=_(
                "Materials and activities for an audience, cleared together; people reached are counted, segments are asked before and after."
            ),
            rows=("campaigns", "segments", "measures", "reached"),
        ),
    )

    risks = ask.text(
        _("What holds for all risks"),
        _("How they are watched, by whom, how often."),
        limit=4000,
    )


class ObjectiveForm(RowForm):
    """An immediate objective."""

    listed_as = "objectives"
    one = _("an immediate objective")
    many = _("Immediate objectives")
    why = _("What will have changed by the end, for whom, and by when.")
    columns = ("text", "kind")
    is_listed = False

    text = ask.text(
        _("What will have changed"),
        _("A state that is reached, with its date: “By the end of 2028, …”. One change only."),
        limit=1000,
        needed=True,
    )
    kind = ask.code(OBJECTIVE_KIND_NAMES, _("What kind of change"))
    assumption = ask.text(
        _("Assumption"), _("What must hold, and does not depend on you."), limit=1000
    )


class OutputForm(RowForm):
    """What the programme delivers."""

    listed_as = "outputs"
    one = _("an output")
    many = _("Outputs")
    columns = ("text", "lead")
    is_listed = False

    text = ask.text(
        _("What the programme delivers"),
        _("A thing that exists once the work is done: a service that works, people who know how."),
        limit=1000,
        needed=True,
    )
    lead = ask.line(_("Who answers for it"), _("An organisation or a function."))
    assumption = ask.text(
        _("Assumption"), _("What must hold, and does not depend on you."), limit=1000
    )


class IndicatorForm(RowForm):
    """How one will know."""

    listed_as = "indicators"
    one = _("an indicator")
    many = _("Indicators")
    columns = ("text", "unit", "baseline", "target", "source")
    is_listed = False

    text = ask.text(
        _("What is measured"),
        _("One quantity, one population: no “and”, no direction."),
        limit=1000,
        needed=True,
    )
    about_people = forms.BooleanField(
        label=_("It counts people"), help_text=_("Then it is split by sex and age."), required=False
    )
    unit = ask.code("plan_unit", _("Unit"))
    direction = ask.code(DIRECTION_NAMES, _("Which way it should go"))
    baseline = ask.measure(
        _("Baseline"), _("Leave empty what is not known yet: empty is not zero.")
    )
    baseline_on = ask.day(
        _("Measured on"), _("As long as the baseline is empty: the day by which it will be.")
    )
    target = ask.measure(_("Target"))
    target_on = ask.day(_("To be reached on"))
    source = ask.line(
        _("Source of verification"), _("Where the figure is read, and by whom."), limit=300
    )
    split = ask.codes("plan_split", _("Split by"))
    library = ask.code({}, _("Taken from the library"))
    definition = ask.text(
        _("Definition"),
        _("Of its terms. Left empty, the library’s holds; what you write here departs from it."),
    )
    numerator = ask.line(_("Numerator: what is counted"), _("Of a percentage."), limit=500)
    denominator = ask.line(_("Denominator: among what"), _("Of a percentage."), limit=500)
    aggregation = ask.code(AGGREGATION_NAMES, _("How the figures of several periods become one"))
    method = ask.text(_("How the figure is collected"), limit=1000)
    frequency = ask.code("indicator_frequency", _("How often it is collected"))
    owner = ask.line(_("Who collects it"), _("A function, never a person’s name."))
    analysis = ask.line(_("Which analysis, and how often"), limit=500)
    analyst = ask.line(_("Who analyses it"), _("A function, never a person’s name."))
    cost = ask.amount(_("Cost of collecting it"))
    assumption = ask.text(_("Assumption"), limit=1000)

    def complete(self) -> None:
        """Offer the library: the organisation's own indicators first, then the guide's."""
        super().complete()
        own = own_indicators_of(self.programme.organisation_id)
        kept = self.initial.get("library") or ""
        named = {f"{OWN}{one.pk}": one for one in own}
        living = {ref: one for ref, one in named.items() if not one.withdrawn_on or ref == kept}
        library = {ref: one.words.title for ref, one in living.items()}
        library |= {one.slug: say(one) for one in catalogue().indicators.values()}
        self.offer("library", library, none=_("One of your own"))

    def clean(self) -> dict[str, Any]:
        """Refuse a target that is to be reached before the baseline is measured."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("baseline_on"), cleaned.get("target_on")
        if first and last and last < first:
            self.add_error(
                "target_on", _("The target is to be reached before the baseline is measured.")
            )
        return cleaned
