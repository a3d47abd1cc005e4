"""Asking children: a consultation of a group, and what the group proposed."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm
from rempart.programmes.forms.headcounts import headcounts
from rempart.programmes.forms.who import PlacedForm
from rempart.programmes.models import Consultation
from rempart.programmes.models.record_names import FATE_NAMES
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.results import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import _StrOrPromise as Words

LONGEST_LABEL = 120


class ConsultationForm(PlacedForm):
    """A group of children was asked, or will be."""

    listed_as = "consultations"
    one = _("a consultation")
    many = _("Consultations of children")
    why = _("Ask girls and boys what endangers and what helps them, with what protects them.")
    columns = ("title", "held_on", "took_part")
    is_listed = False
    groups: "ClassVar[Sequence[tuple[Words, Words, Sequence[str]]]]" = (
        (_("The meeting"), _("Counts only: no name, no list of those present, no picture."), (
            "title", "held_on", "place", "method", "took_part",
        )),
        (_("What protects the children"), _("Settle these before the meeting."), (
            "assent", "guardian_consent", "guardian_not_asked_because", "facilitator_trained",
            "someone_to_turn_to", "no_promise", "may_stop", "feedback_promised",
        )),
        (_("What the children were told afterwards"), _("What was kept, what was not, and why."), (
            "fed_back_on", "fed_back",
        )),
    )  # fmt: skip

    title = ask.line(
        _("What it was about"),
        _("The subject, not who came: safe ways home at night."),
        needed=True,
    )
    held_on = ask.day(_("Held on"))
    place = ask.code(
        {}, _("Where"), _("A coarse area of the plan, never the place of the meeting.")
    )
    method = ask.text(_("How they were asked"), _("Drawing, discussion in small groups, vote."))
    took_part = headcounts(
        _("How many took part"),
        _("Your team alone sees small numbers: in the outline none under ten is told."),
    )
    assent = ask.answer(_("Did each child agree, knowing what it was for?"))
    guardian_consent = ask.answer(
        _("Did a parent or guardian agree, where that protects the child?")
    )
    guardian_not_asked_because = ask.line(
        _("Not asked, because"), _("Where asking would put a child in danger."), limit=500
    )
    facilitator_trained = ask.answer(_("Was whoever led it trained for it?"))
    someone_to_turn_to = ask.answer(_("Was someone there to turn to, and a way to help?"))
    no_promise = ask.answer(_("Was nothing promised that nobody can keep?"))
    may_stop = ask.answer(_("Could each child be silent, stop or leave at any time?"))
    feedback_promised = ask.answer(_("Were they told when and how they would hear of the outcome?"))
    fed_back_on = ask.day(_("Told on"))
    fed_back = ask.text(_("What they were told, and how"))

    def clean(self) -> dict[str, Any]:
        """Take what was told back after the meeting only, with its words."""
        cleaned: dict[str, Any] = super().clean() or {}
        told, held = cleaned.get("fed_back_on"), cleaned.get("held_on")
        if told and told > localdate():
            self.add_error("fed_back_on", _("This day is still to come."))
        elif told and held and told < held:
            self.add_error("fed_back_on", _("This is before the meeting."))
        if told and not cleaned.get("fed_back"):
            self.add_error("fed_back", _("Say what the children were told."))
        return cleaned


class ChildInputForm(RowForm):
    """What a group of children proposed, and what became of it."""

    listed_as = "child_inputs"
    one = _("what children proposed")
    many = _("What children proposed")
    why = _("Write what the group proposed, and tell of each what became of it.")
    columns = ("text", "topic", "fate", "reason")
    preset = ("consultation",)
    is_listed = False

    consultation = ask.code({}, _("In which consultation"))
    text = ask.text(
        _("What the group proposed"),
        _("As a proposal of the group: not whose it was, and nothing that happened to a child."),
        limit=1000,
        needed=True,
    )
    topic = ask.line(_("Subject"))
    fate = ask.one_of(FATE_NAMES, _("What became of it"))
    reason = ask.text(_("Why"), _("In words that one can repeat to the children."), limit=1000)
    changed = ask.code({}, _("What it changed in the plan"))

    def complete(self) -> None:
        """Offer the consultations and the rows of the framework."""
        held = Consultation.objects.filter(programme=self.programme)
        self.offer("consultation", {one.key: one.title for one in held})
        plan = plan_of(self.programme)
        number = dict(numbers(plan.objectives))
        rows = [("objectives", one.key, one.text) for one in plan.objectives]
        rows += [("outputs", one.key, one.text) for one in plan.outputs()]
        rows += [("activities", one.key, one.text) for one in plan.activities()]
        told = {f"{kind}.{key}": f"{number[key]} {text}" for kind, key, text in rows}
        offered = {ref: words[:LONGEST_LABEL] for ref, words in told.items()}
        self.offer("changed", offered, none=_("No row of the framework"))

    def clean(self) -> dict[str, Any]:
        """Ask why, whatever became of it."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("fate") and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error(
                "reason", _("Say why, in a sentence that one can repeat to the children.")
            )
        return cleaned
