"""Step 1: the frame, its places, partners and budget."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.communities.models import Place
from rempart.communities.models.names import LEVEL_NAMES as PLACE_LEVEL_NAMES
from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm, Section, StepForm
from rempart.programmes.forms.strategies import area_names
from rempart.programmes.models.names import FUNDER_NAMES, LEVEL_NAMES, SERVES_NAMES
from rempart.programmes.rules.codes import Step

LANGUAGE_NAMES = {
    "fr": _("French"),
    "en": _("English"),
    "es": _("Spanish"),
    "pt": _("Portuguese"),
    "ar": _("Arabic"),
}


class FrameForm(StepForm):
    """What the programme is, who carries it, with what means, and who takes over."""

    step = Step.FRAME
    lead = _(
        "What the programme is called, where and when it works, who carries it and with what means."
    )
    sections = (
        Section(
            slug="identity",
            title=_("The programme"),
            fields=("title", "code", "level", "starts_on", "ends_on", "languages"),
        ),
        Section(
            slug="aim",
            title=_("What it is for"),
            fields=("development_objective",),
        ),
        Section(
            slug="where",
            title=_("Where it works"),
            lead=_("Coarse areas only: never an address, never a shelter."),
            fields=("political_instability", "trafficking_route", "cross_border"),
            rows=("places",),
            lists_first=True,
        ),
        Section(
            slug="carried-by",
            title=_("Who carries it"),
            fields=("agency", "prepared_by", "prepared_on", "management", "network_rules"),
            rows=("partners",),
        ),
        Section(
            slug="means",
            title=_("With what means"),
            fields=("currency", "budget_total"),
            rows=("budget",),
        ),
        Section(
            slug="follow",
            title=_("Where it starts from, and who takes over"),
            fields=(
                "baseline", "baseline_on", "tracking", "handover_institution", "handover_model",
            ),
        ),
        Section(
            slug="handover",
            title=_("How it passes into other hands"),
            lead=_("What passes when, and what whoever takes over must be able to do by then."),
            rows=("milestones", "capacities"),
        ),
    )  # fmt: skip

    title = ask.line(_("Title"), needed=True)
    code = ask.line(_("Code"), _("Yours or your funder’s, if there is one."), limit=60)
    level = ask.one_of(LEVEL_NAMES, _("Main level of the intervention"))
    starts_on = ask.day(_("Starts on"))
    ends_on = ask.day(_("Ends on"))
    languages = ask.codes(LANGUAGE_NAMES, _("Languages of the work"))
    development_objective = ask.text(
        _("Development objective"),
        _("The lasting change that the programme contributes to, in one sentence."),
        limit=1000,
    )
    political_instability = ask.answer(
        _("Is the area politically unstable?"),
        _("Reforms of the law are ill-timed where institutions are shaken."),
    )
    trafficking_route = ask.answer(_("Does a known trafficking route pass here?"))
    cross_border = ask.answer(_("Does the problem cross a border?"))
    agency = ask.line(_("Agency that carries the programme"))
    prepared_by = ask.line(_("Prepared by"), _("The name that the outline prints."))
    prepared_on = ask.day(_("Prepared on"))
    management = ask.text(
        _("How it is managed"), _("Who decides, who meets, how often."), limit=4000
    )
    network_rules = ask.text(
        _("Rules between partners"),
        _(
            "Who does what, in what time, and how a disagreement is settled: agreed before the work starts."
        ),
        limit=4000,
    )
    currency = ask.line(
        _("Currency"), _("Three letters, such as EUR or XOF."), limit=3, kind="input--short"
    )
    budget_total = ask.amount(_("Total budget"))
    baseline = ask.text(
        _("Baseline"),
        _("What is measured before the work starts, how, and by whom."),
        limit=4000,
    )
    baseline_on = ask.day(_("Measured on"))
    tracking = ask.text(
        _("Follow-up and evaluation"), _("How progress is followed, and by whom."), limit=4000
    )
    handover_institution = ask.line(
        _("Who takes over"), _("The public or national body that goes on when the programme ends.")
    )
    handover_model = ask.text(
        _("What is to be taken over"), _("What works here and could be done elsewhere."), limit=4000
    )

    def clean_currency(self) -> str:
        """Return the three letters as the standard writes them."""
        currency: str = self.cleaned_data["currency"].upper()
        if currency and not (len(currency) == 3 and currency.isascii() and currency.isalpha()):  # noqa: PLR2004 -- the length of a currency's code
            raise forms.ValidationError(_("Give the three letters of the currency, such as EUR."))
        return currency

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the start."""
        cleaned: dict[str, Any] = super().clean() or {}
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The programme ends before it starts."))
        return cleaned


class PlaceForm(RowForm):
    """A place: one the organisation knows, or a new one."""

    listed_as = "places"
    one = _("a place")
    many = _("Places")
    why = _("Name the towns, districts or regions, and why these and not others.")
    columns = ("name", "country", "selection_reason")

    known = ask.code({}, _("A place you have already described"))
    name = ask.line(_("Name of the place"), _("A coarse area: a town, a district, a region."))
    level = ask.code(PLACE_LEVEL_NAMES, _("How wide is it?"))
    country = ask.line(_("Country"), limit=100)
    selection_reason = ask.text(
        _("Why here?"),
        _("The conditions of risk by which it was chosen: the guide’s example 7 lists some."),
    )

    def complete(self) -> None:
        """Offer the places of the organisation."""
        known = self.fields["known"]
        assert isinstance(known, forms.ChoiceField)  # noqa: S101 -- declared above
        places = Place.objects.filter(organisation=self.programme.organisation_id)
        known.choices = [
            ("", _("A new one, described below")),
            *((str(p.pk), _told(p)) for p in places),
        ]
        if self.stored is None and not places:
            del self.fields["known"]
        self.initial["known"] = str(getattr(self.stored, "place_id", "") or "")

    def facts(self) -> list[str]:
        """Return the facts of the plan: which place it is, is told by its name."""
        return ["name", "level", "country", "selection_reason"]

    def clean(self) -> dict[str, Any]:
        """Take the known place's name, level and country, or ask for a new one's name."""
        cleaned: dict[str, Any] = super().clean() or {}
        if known := cleaned.get("known"):
            place = Place.objects.get(pk=known)
            cleaned |= {"name": place.name, "level": place.level, "country": place.country}
        elif not cleaned.get("name"):
            self.add_error("name", _("Choose a place you have described, or name a new one."))
        return cleaned


def _told(place: Place) -> str:
    return ", ".join(filter(None, (place.name, place.country)))


class PartnerForm(RowForm):
    """An organisation that takes part."""

    listed_as = "partners"
    one = _("a partner")
    many = _("Partners")
    why = _(
        "No organisation answers all needs: say who else takes part, and how you work together."
    )
    columns = ("name", "group", "serves")

    name = ask.line(_("Name of the organisation"), needed=True)
    group = ask.code("stakeholder_group", _("Group of the guide it belongs to"))
    serves = ask.one_of(
        SERVES_NAMES,
        _("In the outline it stands with"),
        _(
            "The outline has two classes: those whom the programme is for, and those through whom it works."
        ),
    )
    role = ask.text(_("What it does in the network"))
    coordination_agreed = ask.answer(_("Is it agreed how you coordinate?"))
    works_with_children = ask.answer(_("Does it work with children in this programme?"))
    strengthened = ask.text(
        _("How the programme strengthens it"),
        _("Training, equipment, staff: so that it stays when the programme ends."),
    )


class BudgetLineForm(RowForm):
    """A line of the budget frame."""

    listed_as = "budget"
    one = _("a budget line")
    many = _("Budget frame")
    why = _(
        "A frame, not accounts: what is brought, and by whom. Remember the baseline and the follow-up."
    )
    columns = ("title", "funder", "area", "amount")

    title = ask.line(_("What for"), needed=True)
    funder = ask.one_of(FUNDER_NAMES, _("Who brings it"))
    area = ask.code(
        {},
        _("Field of strategy that it pays for"),
        _("It tells the share of prevention. Leave it out for what serves the whole programme."),
    )
    amount = ask.amount(_("Amount"))

    def complete(self) -> None:
        """Offer the guide's fields of strategy."""
        self.offer("area", area_names())
