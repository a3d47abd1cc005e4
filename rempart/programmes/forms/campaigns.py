"""Campaigns: whom they address and who answers; segments; what was counted and measured."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms import fields as ask
from rempart.programmes.forms.base import RowForm
from rempart.programmes.models import Activity, Campaign, Material, PlannedPlace, Segment
from rempart.programmes.models.campaign_names import CHANNEL_NAMES, MOMENT_NAMES, SUBJECT_NAMES

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

WHOLE = 100  # percent
NEEDED = _("This is needed.")
GROUPS: "tuple[tuple[Words, Words, tuple[str, ...]], ...]" = (
    (_("The campaign"), "", (
        "title", "audiences", "message", "channels", "at_school", "on_demand", "starts_on", "ends_on", "places",
    )),
    (_("What it is made of"), _("Each material passes the checklist of box 7 before the campaign is cleared."), (
        "materials", "sessions",
    )),
    (_("Who answers"), _("Nothing that calls for an answer goes out without one; a number that works is never hidden."), (
        "response", "response_tried_on", "invites_reports",
    )),
    (_("How one will know"), _("People reached are counted; segments are asked before and after."), (
        "wanted_reach", "segments", "after_due_on",
    )),
)  # fmt: skip


class SegmentForm(RowForm):
    """A part of the audience."""

    listed_as = "segments"
    one = _("a segment of the audience")
    many = _("Segments of the audience")
    why = _("Who is asked what, before a campaign and after it: what they know, think and do.")
    columns = ("name", "audience", "knowledge", "attitude", "practice")

    name = ask.line(_("Which part of the audience"), needed=True)
    audience = ask.code("plan_target", _("Whom it belongs to"))
    knowledge = ask.text(_("What they are asked to know"), _("One question, answered right or not."), limit=1000)  # fmt: skip
    attitude = ask.text(_("What they are asked to think"), _("A sentence with which they agree or not."), limit=1000)  # fmt: skip
    practice = ask.text(_("What they are asked to do"), _("What people like them do or would do, never what one person did."), limit=1000)  # fmt: skip


class CampaignForm(RowForm):
    """One campaign of the plan."""

    listed_as = "campaigns"
    one = _("a campaign")
    many = _("Campaigns")
    why = _("A campaign groups materials and activities for an audience, with someone who answers.")
    columns = ("title", "audiences", "starts_on", "wanted_reach")
    groups = GROUPS

    title = ask.line(_("What it is called"), needed=True)
    audiences = ask.codes("plan_target", _("For whom it is"))
    message = ask.text(_("Its message"), _("What people are to know, think or do afterwards."), limit=1000)  # fmt: skip
    channels = ask.codes(CHANNEL_NAMES, _("By which channels"))
    at_school = ask.answer(_("Does it take place in schools?"))
    on_demand = ask.answer(_("Does it aim at demand?"), _("At those who pay or might pay. It then rests on a finding of a study."))  # fmt: skip
    starts_on = ask.day(_("It begins on"))
    ends_on = ask.day(_("It ends on"))
    places = ask.codes({}, _("Where"), _("None: everywhere in the programme."))
    materials = ask.codes({}, _("Its materials"))
    sessions = ask.codes({}, _("Its activities and sessions"))
    response = ask.line(_("Who answers whoever turns to it"), _("A service or a function, never a person’s name."))  # fmt: skip
    response_tried_on = ask.day(_("Last time it was tried and answered"))
    invites_reports = ask.answer(_("Does it invite people to report or to call?"), _("To name a helpline that works is no invitation yet."))  # fmt: skip
    wanted_reach = ask.count(_("How many people it wants to reach"))
    segments = ask.codes({}, _("Segments that are asked before and after"))
    after_due_on = ask.day(_("They are to be asked again by"), _("Not said: three months after the campaign ends."))  # fmt: skip

    def complete(self) -> None:
        """Offer the rows of the programme that it can group."""
        mine = {"programme": self.programme}
        places = PlannedPlace.objects.filter(**mine).select_related("place")
        self._give("places", [(one.key, one.name) for one in places])
        self._give("materials", Material.objects.filter(**mine).values_list("key", "title"))
        self._give("sessions", Activity.objects.filter(**mine).values_list("key", "text"))
        self._give("segments", Segment.objects.filter(**mine).values_list("key", "name"))

    def _give(self, name: str, offered: Any) -> None:  # noqa: ANN401 -- pairs of any kind
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 -- only closed lists offer
        field.choices = list(offered)

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("It cannot end before it begins."))
        return cleaned


class CountForm(RowForm):
    """What was counted or measured: every fact of it is needed, and its day has come."""

    needed: "tuple[str, ...]" = ()
    on: str

    def clean(self) -> dict[str, Any]:
        """Ask for every fact, and for a day that has come."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name in self.needed:
            if name not in self.errors and cleaned.get(name) in ("", None):
                self.add_error(name, NEEDED)
        day = cleaned.get(self.on)
        if isinstance(day, date) and day > localdate():
            self.add_error(self.on, _("This day has not come yet."))
        return cleaned


class MeasureForm(CountForm):
    """A share of a segment, on a day."""

    listed_as = "measures"
    one = _("a measurement")
    many = _("Measurements before and after")
    why = _("Ask a sample of each segment before a campaign begins, and again after it.")
    columns = ("segment", "moment", "subject", "measured_on", "sample", "share", "source")
    preset = ("segment", "moment", "subject")
    needed = ("segment", "moment", "subject", "measured_on", "sample", "share", "source")
    on = "measured_on"

    segment = ask.code({}, _("Which segment was asked"))
    moment = ask.one_of(MOMENT_NAMES, _("When"))
    subject = ask.one_of(SUBJECT_NAMES, _("What was asked"))
    measured_on = ask.day(_("Measured on"))
    sample = ask.count(_("How many were asked"), _("A number only: no answer of one person is kept."))  # fmt: skip
    share = ask.measure(_("Share in percent"), _("Of those asked: who knew, agreed, did."))
    source = ask.line(_("How it was measured"), _("A survey and who made it: an institution, never a person."))  # fmt: skip

    def complete(self) -> None:
        """Offer the segments of the programme."""
        found = Segment.objects.filter(programme=self.programme)
        self.offer("segment", dict(found.values_list("key", "name")))

    def clean(self) -> dict[str, Any]:
        """Refuse more than the whole, and a sample of nobody."""
        cleaned = super().clean()
        if (cleaned.get("share") or 0) > WHOLE:
            self.add_error("share", _("A share is at most 100 percent."))
        if cleaned.get("sample") == 0:
            self.add_error("sample", _("Nobody was asked: nothing was measured."))
        return cleaned


class ReachForm(CountForm):
    """People reached, counted by audience."""

    listed_as = "reached"
    one = _("a count of people reached")
    many = _("People reached")
    why = _("Counts by day and audience. Who came twice counts twice: say so in the source.")
    columns = ("campaign", "audience", "counted_on", "number", "source")
    preset = ("campaign", "audience")
    needed = ("campaign", "audience", "counted_on", "number", "source")
    on = "counted_on"

    campaign = ask.code({}, _("Which campaign"))
    audience = ask.code("plan_target", _("Whom it reached"))
    counted_on = ask.day(_("Counted on"))
    number = ask.count(_("How many people since the last count"))
    source = ask.line(_("How they were counted"), _("Lists of sessions, sheets of the theatre, audience figures."))  # fmt: skip

    def complete(self) -> None:
        """Offer the campaigns of the programme."""
        found = Campaign.objects.filter(programme=self.programme)
        self.offer("campaign", dict(found.values_list("key", "title")))
