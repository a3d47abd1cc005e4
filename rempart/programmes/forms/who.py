"""Step 3: whom the programme serves, what they need and who answers, the groups around them."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rempart.look.say import day
from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm, Section, StepForm
from rempart.programmes.forms.headcounts import headcounts
from rempart.programmes.models import PlannedPlace
from rempart.programmes.models.names import (
    CRITERION_NAMES,
    ELIGIBILITY_NAMES,
    INFLUENCE_NAMES,
    INTEREST_NAMES,
    PART_NAMES,
    PROVISION_NAMES,
    SERVES_NAMES,
    STAND_NAMES,
)
from rempart.programmes.queries.choices import chosen_actions
from rempart.programmes.rules.codes import Provision, Stand, Step

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

OLDEST = 120


class WhoForm(StepForm):
    """Whom it is for: this step has lists only."""

    step = Step.WHO
    lead = _(
        "Whom the programme is for, through whom it works, what they need and who answers it, and what each group does."
    )
    sections = (
        Section(
            slug="beneficiaries",
            title=_("Whom the programme serves"),
            lead=_("“Children and families” are those whom it is for; “intermediary organisations” are those through whom it works."),
            rows=("beneficiaries",),
        ),
        Section(
            slug="eligibility",
            title=_("Who may be served"),
            lead=_("Every child under 18 counts. Whoever is excluded is told why, and where else to turn."),
            rows=("eligibility",),
        ),
        Section(
            slug="needs",
            title=_("Needs, and who answers them"),
            lead=_("Place by place: a service that works and was tried, one that is planned, or none."),
            rows=("needs",),
        ),
        Section(
            slug="stakeholders",
            title=_("The groups around the child"),
            lead=_("The guide’s four classes. Opponents are kept as groups only, never by name."),
            rows=("stakeholders",),
        ),
        Section(
            slug="parts",
            title=_("Who does what in each action"),
            rows=("parts",),
        ),
    )  # fmt: skip


class PlacedForm(RowForm):
    """A row that may hold for one place only."""

    def complete(self) -> None:
        """Offer the places of the programme."""
        places = PlannedPlace.objects.filter(programme=self.programme).select_related("place")
        self.offer("place", {place.key: place.name for place in places}, none=_("Everywhere"))

    def shown(self, name: str, value: Any) -> "Words":  # noqa: ANN401 -- a fact of any type
        """Return a fact as a reader reads it: no place is everywhere."""
        return _("Everywhere") if name == "place" and not value else super().shown(name, value)


class BeneficiariesForm(PlacedForm):
    """People or organisations that the programme serves."""

    listed_as = "beneficiaries"
    one = _("people or organisations served")
    many = _("Whom the programme serves")
    why = _("Say whom the programme is for, with planned numbers by sex and age.")
    columns = ("name", "serves", "place", "planned")

    name = ask.line(
        _("Who"), _("A group, never a person: “girls and boys who left school”."), needed=True
    )
    serves = ask.one_of(SERVES_NAMES, _("In which class they count"))
    place = ask.code({}, _("Where"))
    planned = headcounts(
        _("Planned numbers, by sex and age"),
        _("For children and families, and for people trained."),
    )
    organisations = ask.count(_("Planned number of organisations"))


class EligibilityForm(RowForm):
    """A criterion of eligibility."""

    listed_as = "eligibility"
    one = _("a criterion")
    many = _("Criteria")
    why = _("Say who may be served, who is not, and for what protective reason.")
    columns = ("text", "effect", "reason")

    effect = ask.one_of(ELIGIBILITY_NAMES, _("Whoever meets it"))
    dimension = ask.code(CRITERION_NAMES, _("It looks at"))
    text = ask.text(_("The criterion, in words"), limit=1000, needed=True)
    min_age = ask.count(_("From the age of"), most=OLDEST)
    max_age = ask.count(_("Up to the age of"), most=OLDEST)
    reason = ask.text(
        _("Protective reason"), _("How it protects the children served or those left out.")
    )
    other_service = ask.line(
        _("Where those left out can turn"), _("An equivalent service, open to them."), limit=300
    )

    def clean(self) -> dict[str, Any]:
        """Refuse ages in the wrong order."""
        cleaned: dict[str, Any] = super().clean() or {}
        youngest, oldest = cleaned.get("min_age"), cleaned.get("max_age")
        if youngest is not None and oldest is not None and oldest < youngest:
            self.add_error("max_age", _("The second age is below the first."))
        return cleaned


class NeedForm(PlacedForm):
    """A need in a place, and who answers it."""

    listed_as = "needs"
    one = _("a need")
    many = _("Needs")
    why = _("Without an answer that works, nobody should be told to report or to seek help.")
    columns = ("kind", "place", "provision", "answered_by")

    kind = ask.code("plan_need", _("Need"), needed=True)
    place = ask.code({}, _("Where"))
    provision = ask.one_of(PROVISION_NAMES, _("How it is answered"))
    answered_by = ask.line(
        _("By whom"), _("A service or a partner, by its public name; no shelter’s address.")
    )
    works_from = ask.day(_("Works from"))
    tested_on = ask.day(
        _("Last tried on"),
        _(
            "The last day on which someone tried this way to help, and it worked; of a planned"
            " one, the day on which it will be tried."
        ),
    )
    capacity = ask.count(_("Capacity"), _("Places, or people a month."))
    complement = ask.text(
        _("Why two answers in one place"),
        _("If another service answers the same need there: how they complete each other."),
        limit=1000,
    )

    def in_list(self, name: str, facts: Mapping[str, Any]) -> "Words":
        """Return a fact as the list shows it: of a service that works, when it was last tried."""
        words = super().in_list(name, facts)
        tried, works = facts["tested_on"], facts["works_from"]
        if name != "provision":
            return words
        if facts["provision"] == Provision.WORKS_TODAY:
            return _tried(words, tried)
        if facts["provision"] == Provision.PLANNED and works:
            told = gettext("from %(day)s") % {"day": day(works)}
            return f"{words}, {told}"
        return words


def _tried(words: "Words", on: date | None) -> str:
    told = gettext("last tried on %(day)s") % {"day": day(on)} if on else gettext("not tried yet")
    return f"{words}, {told}"


class StakeholderForm(RowForm):
    """A group on the map."""

    listed_as = "stakeholders"
    one = _("a group")
    many = _("Groups")
    why = _("Place the groups that count: who gains, who helps, who decides, who stands against.")
    columns = ("group", "stands", "note")
    preset = ("group",)

    group = ask.code("stakeholder_group", _("Group"), needed=True)
    stands = ask.codes(
        STAND_NAMES, _("Where it stands"), _("A group may stand in several classes.")
    )
    influence = ask.one_of(
        INFLUENCE_NAMES,
        _("How much influence it has"),
        _("What it can do for the programme’s aim, or against it."),
    )
    interest = ask.one_of(INTEREST_NAMES, _("Where it stands towards the programme’s aim"))
    name = ask.line(
        _("Which one"),
        _("A public body or an organisation by its public name. Never for an opponent."),
    )
    note = ask.text(_("What to know of it"))

    def clean(self) -> dict[str, Any]:
        """Keep opponents as groups only."""
        cleaned: dict[str, Any] = super().clean() or {}
        if Stand.OPPONENT in cleaned.get("stands", []) and cleaned.get("name"):
            self.add_error("name", _("Opponents are kept as groups only: take the name away."))
        return cleaned


class PartForm(RowForm):
    """The team's own reading of what a group does in an action."""

    listed_as = "parts"
    one = _("a part in an action")
    many = _("Parts")
    columns = ("action", "group", "parts")
    one_per = ("action", "group")

    action = ask.code({}, _("Action"), needed=True)
    group = ask.code("stakeholder_group", _("Group"), needed=True)
    parts = ask.codes(
        PART_NAMES,
        _("What it does"),
        _("Nothing ticked: it has no part, whatever Figure 1 suggests."),
    )

    def complete(self) -> None:
        """Offer the actions that were chosen."""
        self.offer("action", chosen_actions(self.programme))
