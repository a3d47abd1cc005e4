"""Step 2: the problem here: factors, causes, who is concerned, gender, what was tried."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.entries import Factor
from rempart.guide.rules.kinds import FactorFamily
from rempart.programmes.catalogue import gender_questions
from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm, Section, StepForm
from rempart.programmes.forms.headcounts import headcounts
from rempart.programmes.models.names import ANSWER_NAMES, BRANCH_NAMES, HANGS_WRONGLY
from rempart.programmes.queries.choices import chosen_actions
from rempart.programmes.queries.tree import factors_present, nodes, nodes_to_hang_under
from rempart.programmes.rules.codes import Branch, Step
from rempart.programmes.rules.tree import obstacles_to_hanging

CORE = _("The core problem")
GENDER_ANALYSIS = "ex.08"  # the example whose eight steps are the parts of a gender analysis


class SituationForm(StepForm):
    """The problem as it is here."""

    step = Step.SITUATION
    lead = _(
        "What makes children vulnerable here, why, and whom it concerns. What you mark here brings the suggestions of step 4."
    )
    sections = (
        Section(
            slug="background",
            title=_("The problem here"),
            fields=("background", "core_problem"),
        ),
        Section(
            slug="factors",
            title=_("Factors of vulnerability"),
            lead=_(
                "For each factor of the guide, say whether it is present here, and how you know."
            ),
            rows=("factors",),
        ),
        Section(
            slug="causes",
            title=_("Causes"),
            lead=_("A cause that the programme leaves aside is named too, with the reason."),
            fields=("child_labour_present", "working_children", "risk_sectors"),
            rows=("causes",),
            lists_first=True,
        ),
        Section(
            slug="citations",
            title=_("What this rests on"),
            lead=_(
                "Findings of your studies: choose what was found, and the factor, cause or baseline that rests on it."
            ),
            rows=("citations",),
        ),
        Section(
            slug="concerned",
            title=_("Who is concerned"),
            fields=("concerned",),
        ),
        Section(
            slug="gender",
            title=_("Gender analysis"),
            lead=_(
                "The eight parts of the guide’s example 8, for girls and for boys: write what you know, part by part."
            ),
            rows=("gender",),
        ),
        Section(
            slug="before",
            title=_("What was tried before"),
            fields=("tried_before", "in_national_plans"),
        ),
    )

    background = ask.text(
        _("The problem in this place"),
        _("What is known, and from whom. No child’s story: nobody must be recognised."),
        limit=8000,
    )
    core_problem = ask.text(
        _("The core problem"),
        _(
            "One sentence, from which the problem tree grows. Until you write it, the tree says what the guide is about."
        ),
        limit=500,
    )
    child_labour_present = ask.answer(_("Do children work here?"))
    working_children = ask.codes("working_children", _("Which working children?"))
    risk_sectors = ask.codes(
        "risk_sector",
        _("In which sectors is the risk high?"),
        _("Sectors, never an establishment."),
    )
    concerned = headcounts(
        _("Children and adults concerned, by sex and age"),
        _("Estimates will do. Leave empty what nobody knows: empty is not zero."),
    )
    tried_before = ask.text(
        _("What was tried, by whom, and what came of it"),
        _("Failures too: they teach."),
        limit=4000,
    )
    in_national_plans = ask.answer(
        _("Do the national plans speak of the sexual exploitation of children?")
    )


def factor_names() -> dict[str, str]:
    """Return the factors that can be marked, by slug, in the reader's language."""
    return {factor.slug: say(factor) for factor in markable_factors()}


def markable_factors() -> list[Factor]:
    """Return the guide's factors, without its remarks, in its order."""
    return [f for f in catalogue().of(Factor) if f.family is not FactorFamily.OBSERVATION]


class FactorForm(RowForm):
    """Whether a factor of the guide is present here."""

    listed_as = "factors"
    one = _("a factor")
    many = _("Factors of vulnerability")
    columns = ("factor", "present", "evidence", "source")
    one_per = ("factor",)

    factor = ask.code({}, _("Factor"), needed=True)
    present = ask.one_of(ANSWER_NAMES, _("Is it present here?"))
    evidence = ask.text(
        _("What shows it"), _("Figures or observations: nobody’s name, nobody’s story.")
    )
    source = ask.line(_("Source"), _("A study, a service, a meeting, and its date."), limit=300)

    def complete(self) -> None:
        """Offer the guide's factors."""
        self.offer("factor", factor_names())


class CauseForm(RowForm):
    """A node of the problem tree: a cause or an effect, analysed, answered or left aside."""

    listed_as = "causes"
    one = _("a cause")
    many = _("Causes")
    why = _("Say why it happens here: violence at home and demand count among the causes.")
    columns = ("code", "analysis", "source")
    preset = ("branch", "under")

    branch = ask.one_of(BRANCH_NAMES, _("Which side of the problem?"))
    code = ask.code("plan_cause", _("Cause"))
    title = ask.line(_("Or a cause of your own"))
    under = ask.code({}, _("Hangs under"), _("What it brings about, or follows from."))
    analysis = ask.text(_("How it works here"), limit=4000)
    factors = ask.codes({}, _("Factors that it takes up"), _("Of those marked present above."))
    strategies = ask.codes({}, _("Strategies that act on it"), _("Of those chosen in step 4."))
    positive = ask.text(
        _("Once it is solved"), _("The same turned over, for the objectives tree."), limit=1000
    )
    not_addressed_because = ask.text(
        _("Left aside because"), _("Only if the programme does not address it.")
    )
    source = ask.line(_("Source"), limit=300)

    def complete(self) -> None:
        """Offer what the programme has: nodes to hang under, factors present, strategies chosen."""
        self.offer("under", nodes_to_hang_under(self.programme, self.stored), CORE)
        present = factors_present(self.programme)
        names = {slug: name for slug, name in factor_names().items() if slug in present}
        for name, known in (("factors", names), ("strategies", chosen_actions(self.programme))):
            field = self.fields[name]
            assert isinstance(field, ask.Codes)  # noqa: S101 -- what is declared above
            held = getattr(self.stored, name, ())
            field.choices = [*known.items(), *((one, one) for one in held if one not in known)]
        if self.stored:
            del self.fields["branch"]  # a node with others under it would leave them behind
        else:
            self.fields["branch"].initial = Branch.CAUSE.value

    def clean(self) -> dict[str, Any]:
        """Ask for a cause, of the list or one's own, and for a place where it can hang."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("branch") == "":
            cleaned["branch"] = Branch.CAUSE.value
        for code in self._hangs_wrongly(cleaned):
            self.add_error("under", HANGS_WRONGLY[code])
        if not cleaned.get("code") and not cleaned.get("title"):
            self.add_error("code", _("Choose a cause, or name one of your own."))
        return cleaned

    def _hangs_wrongly(self, cleaned: dict[str, Any]) -> list[str]:
        return obstacles_to_hanging(
            nodes(self.programme),
            key=getattr(self.stored, "key", ""),
            branch=str(cleaned.get("branch") or getattr(self.stored, "branch", Branch.CAUSE.value)),
            under=cleaned.get("under", ""),
        )


class GenderForm(RowForm):
    """One of the eight parts of the gender analysis."""

    listed_as = "gender"
    one = _("a part of the gender analysis")
    many = _("Gender analysis")
    columns = ("part", "girls", "boys")
    one_per = ("part",)

    part = ask.code({}, _("Part"), needed=True)
    girls = ask.text(_("For girls"), limit=4000)
    boys = ask.text(_("For boys"), limit=4000)
    text = ask.text(
        _("For girls and boys alike"), _("What cannot be told apart, and why not."), limit=4000
    )

    def complete(self) -> None:
        """Offer the eight parts."""
        self.offer("part", gender_parts())
        asked = gender_questions().get(getattr(self.stored, "part", ""))
        if asked:
            self.fields["girls"].help_text = say(asked, "girls")
            self.fields["boys"].help_text = say(asked, "boys")


def gender_parts() -> dict[str, str]:
    """Return the eight parts of the gender analysis, by slug, in the reader's language."""
    return {line.slug: say(line, "text") for line in catalogue().entry(GENDER_ANALYSIS).lines}
