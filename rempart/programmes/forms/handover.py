"""The hand-over: a milestone, a capacity, a report of progress at a review."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rempart.look.say import day
from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm
from rempart.programmes.models import Capacity, Milestone
from rempart.programmes.models.record_names import COURSE_NAMES, PROGRESS_NAMES
from rempart.programmes.rules.handover import CapacityLevel, MilestoneState, Progress

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

STATE, REACHED, LEVEL = "state-", "reached-", "level-"  # before the key of what a field is about
NEEDED = {
    "reported_on": _("Say on which day this was told."),
    "review": _("Say at which review this was told."),
    "course": _("Say how the hand-over goes."),
}
MAIN = ("reported_on", "review", "reported_by", "course", "text")


class MilestoneForm(RowForm):
    """A step of the hand-over."""

    listed_as = "milestones"
    one = _("a milestone")
    many = _("Milestones of the hand-over")
    why = _("Say step by step what passes to the institution, until when, and who sees to it.")
    columns = ("text", "due_on", "responsible")

    text = ask.line(
        _("What will have happened"),
        _("One thing that one can see: a budget line voted, a team appointed."),
        limit=300,
        needed=True,
    )
    due_on = ask.day(_("Due on"))
    responsible = ask.line(
        _("Who sees to it"), _("An institution or a function, never a person’s name.")
    )


class CapacityForm(RowForm):
    """What the institution must be able to do."""

    listed_as = "capacities"
    one = _("a capacity")
    many = _("What the institution must be able to do")
    why = _("Say what it must be able to do by itself, where it starts, and how one will know.")
    columns = ("text", "starting_level", "wanted_level", "source")

    text = ask.line(_("What it must be able to do by itself"), limit=300, needed=True)
    starting_level = ask.line(_("Level at the start"), limit=300)
    wanted_level = ask.line(_("Level to be reached"), limit=300)
    source = ask.line(_("How one knows"), limit=300)


class ReportForm(RowForm):
    """Progress of the hand-over as told at a review, milestone by milestone."""

    listed_as = "handover_reports"
    one = _("a report of progress")
    many = _("Reports of progress")
    why = _("At each review, say how the hand-over goes. Reports are kept as they are.")
    columns = ("review", "reported_on", "course")
    is_listed = False

    reported_on = ask.day(_("Day of the review"))
    review = ask.line(_("At which review"), _("Half-year review, steering committee, visit."))
    reported_by = ask.line(_("Who reports"), _("A function, never a person’s name."))
    course = ask.one_of(COURSE_NAMES, _("How the hand-over goes"))
    text = ask.text(
        _("What was done, what holds it up, what comes next"),
        _("Institutions and groups only: nothing that leads to a person."),
        limit=4000,
    )
    states = ask.text(_("State of the milestones"))  # told, and made of the fields below
    levels = ask.text(_("Level of the capacities"))

    def complete(self) -> None:
        """Ask for the state of each milestone and the level of each capacity."""
        self.milestones = list(Milestone.objects.filter(programme=self.programme))
        self.capacities = list(Capacity.objects.filter(programme=self.programme))
        asked: list[str] = []
        for one in self.milestones:
            label = _("Reached on: %(what)s") % {"what": one.text}
            self.fields[STATE + one.key] = ask.one_of(PROGRESS_NAMES, one.text)
            self.fields[REACHED + one.key] = ask.day(label)
            asked += [STATE + one.key, REACHED + one.key]
        for capacity in self.capacities:
            help_text = _("At the start: %(level)s") % {"level": capacity.starting_level or "–"}
            self.fields[LEVEL + capacity.key] = ask.line(capacity.text, help_text, limit=300)
        levels = [LEVEL + one.key for one in self.capacities]
        groups: list[tuple[Words, Words, Sequence[str]]] = [(_("The review"), "", MAIN)]
        if asked:
            groups.append((_("Milestones"), _("Leave open what it did not look at."), asked))
        if levels:
            groups.append((_("Capacities"), _("Leave open what it did not look at."), levels))
        self.groups = groups  # type: ignore[misc]  # its own, by what this programme plans

    def facts(self) -> list[str]:
        """Return the names of what a report keeps."""
        return [*MAIN, "states", "levels"]

    def clean(self) -> dict[str, Any]:
        """Ask for the day, the review and the course; a day that is reached lies in the past."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, words in NEEDED.items():
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, words)
        told = cleaned.get("reported_on")
        if told and told > localdate():
            self.add_error("reported_on", _("This day is still to come."))
        for one in self.milestones:
            self._check(one.key, cleaned.get(STATE + one.key), cleaned.get(REACHED + one.key))
        return cleaned

    def _check(self, key: str, state: str | None, on: date | None) -> None:
        """Note what does not fit in the state of a milestone and its day."""
        if state == Progress.REACHED and not on:
            if REACHED + key not in self.errors:
                self.add_error(REACHED + key, _("Say on which day it was reached."))
        elif on and state != Progress.REACHED:
            self.add_error(STATE + key, _("It has a day on which it was reached."))
        elif on and on > localdate():
            self.add_error(REACHED + key, _("This day is still to come."))

    def values(self) -> dict[str, object]:
        """Return what is to be written: what was said of milestones and capacities in two lists."""
        said = self.cleaned_data
        states = [
            MilestoneState(
                milestone=one.key,
                text=one.text,
                state=said[STATE + one.key],
                reached_on=said[REACHED + one.key],
            )
            for one in self.milestones
            if said[STATE + one.key]
        ]
        levels = [
            CapacityLevel(capacity=one.key, text=one.text, level=said[LEVEL + one.key])
            for one in self.capacities
            if said[LEVEL + one.key]
        ]
        return super().values() | {"states": states, "levels": levels}

    def shown(self, name: str, value: Any) -> "Words":  # noqa: ANN401 -- a fact of any type
        """Return a fact as a reader reads it: a line for each milestone and capacity."""
        if name == "states":
            return "\n".join(_state_lines(value or ()))
        if name == "levels":
            told = gettext("%(what)s: %(level)s")
            return "\n".join(
                told % {"what": one["text"], "level": one["level"]} for one in value or ()
            )
        return super().shown(name, value)


def _state_lines(states: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    for one in states:
        told = {"what": one["text"], "state": PROGRESS_NAMES.get(one["state"], "")}
        if one["reached_on"]:
            told["on"] = day(date.fromisoformat(str(one["reached_on"])), "medium")
            yield gettext("%(what)s: %(state)s, %(on)s") % told
        else:
            yield gettext("%(what)s: %(state)s") % told
