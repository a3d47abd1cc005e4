"""An activity: what every activity says, and the questions that its kind asks."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.entries import Action
from rempart.programmes.catalogue import kinds, questions_of
from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import NO_FACTS, RowForm
from rempart.programmes.models import PlannedPlace
from rempart.programmes.models.names import INVOLVEMENT_NAMES
from rempart.programmes.queries.choices import chosen_actions
from rempart.programmes.rules.kinds import Question, QuestionType

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

ASKED = "asked-"  # what the name of a question's field starts with
LONGEST_ANSWER = 1000


def _label(question: Question) -> tuple[str, str]:
    return say(question, "label"), say(question, "help")


def _options(question: Question) -> dict[str, str]:
    return {option.id: say(option, "label") for option in question.options}


FIELDS: Mapping[QuestionType, Callable[[Question], forms.Field]] = {
    QuestionType.ANSWER: lambda q: ask.answer(*_label(q)),
    QuestionType.NUMBER: lambda q: ask.count(*_label(q)),
    QuestionType.DATE: lambda q: ask.day(*_label(q)),
    QuestionType.TEXT: lambda q: ask.text(*_label(q), limit=LONGEST_ANSWER),
    QuestionType.CHOICE: lambda q: ask.code(_options(q), *_label(q)),
    QuestionType.CHOICES: lambda q: ask.codes(_options(q), *_label(q)),
}


class ActivityForm(RowForm):
    """What is done, by whom, where, when, for whom, and what the rules ask of its kind."""

    listed_as = "activities"
    one = _("an activity")
    many = _("Activities")
    columns = ("text", "kind", "lead")
    asks_more = True
    is_listed = False

    text = ask.text(
        _("What is done"), _("A verb first: train, open, accompany."), limit=1000, needed=True
    )
    kind = ask.code({}, _("Kind of activity"), _("It decides which questions are asked below."))
    actions = ask.codes(
        {}, _("Actions of the guide that it carries out"), _("Those chosen at step 4.")
    )
    places = ask.codes({}, _("Where"), _("Nothing ticked: everywhere."))
    starts_on = ask.day(_("Starts on"))
    ends_on = ask.day(_("Ends on"))
    lead = ask.line(_("Who leads it"), _("An organisation or a function."))
    targets = ask.codes("plan_target", _("Who is meant to change or gain"))
    audiences = ask.codes(
        "plan_target", _("Whom its message addresses"), _("Only if it carries a message.")
    )
    messengers = ask.codes("stakeholder_group", _("Who speaks"), _("Only if it carries a message."))
    children_take_part = ask.codes(INVOLVEMENT_NAMES, _("Children and adolescents take part"))
    is_one_off = forms.BooleanField(
        label=_("It happens once only"),
        help_text=_("A single day, a single event."),
        required=False,
    )
    assumption = ask.text(
        _("Assumption"), _("What must hold, and does not depend on you."), limit=1000
    )

    def complete(self) -> None:
        """Offer kinds, actions and places, and ask what the kind asks."""
        super().complete()
        self.offer("kind", {kind.slug: say(kind) for kind in kinds().values()})
        places = PlannedPlace.objects.filter(programme=self.programme).select_related("place")
        self._tick("places", {place.key: place.name for place in places})
        self.initial["actions"] = [str(number) for number in self.initial.get("actions") or ()]
        self._tick("actions", self._actions_offered())
        kept = getattr(self.stored, "details", {})
        for question in questions_of(self.kind_shown()):
            self.fields[ASKED + question.slug] = FIELDS[question.type](question)
            self.initial[ASKED + question.slug] = kept.get(question.slug)

    def _actions_offered(self) -> "dict[str, Words]":
        """Return the actions that were chosen, and those already ticked; all if none was chosen."""
        numbers = {slug.removeprefix("act.") for slug in chosen_actions(self.programme)}
        known = {f"{int(number)}" for number in numbers if number.isdecimal()}
        wanted = known | set(self.initial["actions"])
        return {
            str(one.number): f"{one.number}. {say(one)}"
            for one in catalogue().of(Action)
            if not known or str(one.number) in wanted
        }

    def _tick(self, name: str, names: "Mapping[str, Words]") -> None:
        field = self.fields[name]
        assert isinstance(field, ask.Codes)  # noqa: S101 -- declared above
        field.choices = list(names.items())

    def kind_shown(self) -> str:
        """Return the kind whose questions are asked: the one just typed, or the one stored."""
        for source in (self.data, self.typed or {}, self.initial):
            if "kind" in source:
                return str(source["kind"] or "")
        return ""

    def asked(self) -> list[tuple[Question, forms.BoundField]]:
        """Return the questions of the kind, each with its field."""
        return [(one, self[ASKED + one.slug]) for one in questions_of(self.kind_shown())]

    def main_fields(self) -> list[forms.BoundField]:
        """Return what is asked of every activity."""
        return [one for one in super().main_fields() if not one.name.startswith(ASKED)]

    def is_to_be_continued(self) -> bool:
        """Say whether another kind was chosen than the one whose questions were on the page."""
        kind = self.kind_shown()
        return bool(questions_of(kind)) and self.data.get("asked_of") != kind

    def facts(self) -> list[str]:
        """Return the facts of the plan; the answers are one of them, together."""
        own = [name for name in self.fields if not name.startswith(ASKED) and name not in NO_FACTS]
        return [*own, "details"]

    def values(self) -> dict[str, object]:
        """Return what is to be written; the numbers of actions as numbers, the answers together."""
        values = super().values()
        if "actions" in values:
            values["actions"] = [int(number) for number in self.cleaned_data["actions"]]
        if self.data.get("take-details") != "theirs":
            values["details"] = self._answers()
        return values

    def label_of(self, name: str) -> "Words":
        """Return the words that ask for a fact; the answers go by one name together."""
        return _("What this kind of activity asks") if name == "details" else super().label_of(name)

    def shown(self, name: str, value: object) -> "Words":
        """Return a fact as a reader reads it."""
        if name == "actions":
            return super().shown(name, [str(number) for number in value or ()])  # type: ignore[attr-defined]  # a list of numbers, as stored
        if name != "details":
            return super().shown(name, value)
        answers: Mapping[str, object] = value if isinstance(value, Mapping) else {}
        told = (
            f"{field.label}: {super(ActivityForm, self).shown(field.name, answers[one.slug])}"
            for one, field in self.asked()
            if answers.get(one.slug) not in (None, "", [])
        )
        return "\n".join(told)

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the start."""
        cleaned: dict[str, Any] = super().clean() or {}
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The activity ends before it starts."))
        return cleaned

    def _answers(self) -> dict[str, object]:
        given = {one.slug: self.cleaned_data.get(ASKED + one.slug) for one, _field in self.asked()}
        return {
            code: answer.isoformat() if isinstance(answer, date) else answer
            for code, answer in given.items()
            if answer not in (None, "", [])
        }
