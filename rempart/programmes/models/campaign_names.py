"""The words of the closed lists of ``rules.campaigns``."""

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.campaigns import Channel, Moment, State, Subject

CHANNEL_NAMES = {
    Channel.SCHOOL.value: _("Sessions in schools"),
    Channel.MEETING.value: _("Meetings and exchanges"),
    Channel.STREET.value: _("Street events and theatre"),
    Channel.WORKPLACE.value: _("Workplaces"),
    Channel.DOOR.value: _("From door to door"),
    Channel.BROADCAST.value: _("Radio and television"),
    Channel.ONLINE.value: _("Web and messages"),
    Channel.PRINT.value: _("Posters and leaflets"),
}
MOMENT_NAMES = {
    Moment.BEFORE.value: _("Before the campaign"),
    Moment.AFTER.value: _("After the campaign"),
}
SUBJECT_NAMES = {
    Subject.KNOWLEDGE.value: _("Knowledge"),
    Subject.ATTITUDE.value: _("Attitude"),
    Subject.PRACTICE.value: _("Practice"),
}
STATE_NAMES = {
    State.PLANNED.value: _("Planned"),
    State.CLEARED.value: _("Cleared"),
    State.UNDER_WAY.value: _("Under way"),
    State.CLOSED.value: _("Closed"),
}
