"""Communication material: what it is, the help it names, what it says, the grid of box 7."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm
from rempart.programmes.forms.frame import LANGUAGE_NAMES
from rempart.programmes.models import Activity
from rempart.programmes.models.material_names import IMAGE_NAMES, LITERACY_NAMES, STORY_NAMES

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

GROUPS: "tuple[tuple[Words, Words, tuple[str, ...]], ...]" = (
    (_("The material"), "", (
        "title", "activity", "audiences", "literacy", "messengers", "formats", "languages", "out_on",
    )),
    (_("Help"), _("Nothing that calls for an answer goes out without one; a number that works is never hidden."), (
        "help_contacts", "help_answers", "invites_reports", "announces_help", "first_contact_on",
    )),
    (_("What it says"), "", (
        "text", "identity_checked", "covers", "not_relevant_because", "mentions_children",
        "mentions_adolescents", "says_penalties", "says_rights",
    )),
    (_("Images of children (box 7 of the guide)"), _("Numbers and functions only: no paper and no picture is kept here."), (
        "image", "image_needed_because", "dignity_reviewed", "safety_reviewed",
        "authorisations_needed", "authorisations_held", "authorisations_held_by",
    )),
    (_("Stories"), "", ("story", "story_agreed", "story_anonymised", "story_withdrawable")),
    (_("Children who take part in it"), "", (
        "children_appear", "children_informed", "children_agree", "children_consulted",
    )),
    (_("Made by and with young people"), _("Theatre, arts, radio, films that they make themselves."), (
        "youth_made", "sexes_balanced", "single_sex_offered",
    )),
)  # fmt: skip


class MaterialForm(RowForm):
    """One material; nothing in it leads to a child."""

    listed_as = "materials"
    one = _("a communication material")
    many = _("Communication material")
    why = _("Posters, plays, broadcasts, letters: the review looks at each before it goes out.")
    columns = ("title", "audiences", "out_on")
    groups = GROUPS

    title = ask.line(_("What it is called"), needed=True)
    activity = ask.code(
        {}, _("The activity it belongs to"), _("It goes out in the places of this activity.")
    )
    audiences = ask.codes("plan_target", _("For whom it is"))
    literacy = ask.one_of(LITERACY_NAMES, _("How well they read"))
    messengers = ask.codes("stakeholder_group", _("Who speaks in it or brings it"))
    formats = ask.codes("material_format", _("In which forms"))
    languages = ask.codes(LANGUAGE_NAMES, _("In which languages"))
    out_on = ask.day(_("The day it goes out"))
    help_contacts = ask.text(
        _("Services and numbers that it names"),
        _("Public ones only. Where local help is missing, the nearest that answers."),
        limit=1000,
    )
    help_answers = ask.answer(_("Has each of them been tried, and does it answer?"))
    invites_reports = ask.answer(
        _("Does it invite people to report or to call?"),
        _("To name a helpline that works is no invitation yet."),
    )
    announces_help = ask.answer(_("Does it announce help to children who are exploited?"))
    first_contact_on = ask.day(
        _("Trained staff first met them on"), _("Only if it announces help.")
    )
    text = ask.text(
        _("What it says"),
        _("The text or a summary: its words are looked at. No name, no address, no child’s story."),
        limit=6000,
    )
    identity_checked = ask.answer(
        _("Did someone check that no child can be recognised?"),
        _("No name, face, address, school, family, precise place or detail of one story."),
    )
    covers = ask.codes("material_topic", _("What it covers"), _("If it is for residents."))
    not_relevant_because = ask.text(_("Why the rest is not relevant here"), limit=1000)
    mentions_children = ask.answer(_("Does it speak of children?"))
    mentions_adolescents = ask.answer(_("Does it speak of adolescents?"))
    says_penalties = ask.answer(_("Does it say what the law forbids and punishes?"))
    says_rights = ask.answer(_("Does it say the rights of children and women?"))
    image = ask.one_of(IMAGE_NAMES, _("Is a child to be seen?"))
    image_needed_because = ask.text(
        _("Why it cannot be done without"), _("Only for a real child’s image."), limit=1000
    )
    dignity_reviewed = ask.answer(
        _("Was its dignity reviewed?"), _("Nothing degrading, negative or stigmatising.")
    )
    safety_reviewed = ask.answer(_("Was the child’s safety reviewed?"))
    authorisations_needed = ask.count(
        _("How many authorisations are needed"), _("By law and by the Convention."), most=10_000
    )
    authorisations_held = ask.count(_("How many are held"), most=10_000)
    authorisations_held_by = ask.line(
        _("Who holds them"), _("A function or an organisation, never a child’s or parent’s name.")
    )
    story = ask.one_of(STORY_NAMES, _("Is a child’s story told?"))
    story_agreed = ask.answer(_("Did the person whose story it is agree?"))
    story_anonymised = ask.answer(_("Is the story anonymous?"))
    story_withdrawable = ask.answer(_("Can the person withdraw it at any time?"))
    children_appear = ask.answer(_("Do children appear in it, or perform?"))
    children_informed = ask.answer(_("Were they told their rights?"))
    children_agree = ask.answer(_("Did they themselves agree?"))
    children_consulted = ask.answer(_("Did they take part in the decisions?"))

    youth_made = ask.answer(_("Do young people make it themselves?"))
    sexes_balanced = ask.answer(_("Do about as many girls as boys take part?"))
    single_sex_offered = ask.answer(_("Can whoever wants it work in a group of one sex?"))

    def complete(self) -> None:
        """Offer the activities of the programme."""
        activities = Activity.objects.filter(programme=self.programme)
        self.offer("activity", dict(activities.values_list("key", "text")), none=_("None"))

    def told_by_group(
        self, beside_the_point: frozenset[str]
    ) -> "list[tuple[Words, list[tuple[Words, Words]]]]":
        """Return what is stored and matters, by what it is about, in words; the text stands alone."""
        left_out = {"text", *(n for n in beside_the_point if not self.initial.get(n))}
        return [
            (title, [(self.label_of(n), self.told(n)) for n in names if n not in left_out])
            for title, _lead, names in GROUPS
        ]
