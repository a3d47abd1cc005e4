"""The words of the closed lists of ``rules.handover`` and ``rules.participation``."""

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.handover import Course, Progress
from rempart.programmes.rules.participation import Fate

PROGRESS_NAMES = {
    Progress.PLANNED.value: _("Not begun"),
    Progress.STARTED.value: _("Begun"),
    Progress.REACHED.value: _("Reached"),
    Progress.DROPPED.value: _("Given up"),
}
COURSE_NAMES = {
    Course.ON_COURSE.value: _("On course"),
    Course.LATE.value: _("Late, and can be made up"),
    Course.IN_DOUBT.value: _("In doubt"),
}
FATE_NAMES = {
    Fate.KEPT.value: _("Kept in full"),
    Fate.IN_PART.value: _("Kept in part"),
    Fate.NOT_KEPT.value: _("Not kept"),
}
