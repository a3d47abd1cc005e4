"""The words of the closed lists of studies; topics are content."""

from django.utils.translation import gettext_lazy as _

from rempart.communities.rules.studies import (
    Confidence,
    Heard,
    Review,
    StudyKind,
    StudyMove,
    StudyState,
)
from rempart.communities.rules.study_grid import SourceKind, Standing, StopAdvice
from rempart.communities.rules.study_rounds import FigureUnit

KIND_NAMES = {
    StudyKind.BASELINE.value: _("Baseline study"),
    StudyKind.RAPID_ASSESSMENT.value: _("Rapid assessment"),
    StudyKind.DEMAND_STUDY.value: _("Study of demand"),
    StudyKind.CENSUS.value: _("Census of places"),
    StudyKind.TRACER.value: _("Tracer study"),
    StudyKind.OTHER.value: _("Other research or survey"),
}
STATE_NAMES = {
    StudyState.PLANNED.value: _("Planned"),
    StudyState.UNDER_WAY.value: _("Under way"),
    StudyState.DONE.value: _("Done"),
}
CONFIDENCE_NAMES = {
    Confidence.HIGH.value: _("High: several sources agree and the method is sound"),
    Confidence.MEDIUM.value: _("Medium: likely, with some doubt"),
    Confidence.LOW.value: _("Low: one source, or a weak method"),
}
CONFIDENCE_SHORT = {
    Confidence.HIGH.value: _("high confidence"),
    Confidence.MEDIUM.value: _("medium confidence"),
    Confidence.LOW.value: _("low confidence"),
}
HEARD_NAMES = {
    Heard.YES.value: _("Yes"),
    Heard.NO.value: _("No, only adults or documents"),
}
REVIEW_NAMES = {
    Review.PENDING.value: _("Asked for, not answered yet"),
    Review.APPROVED.value: _("Approved"),
    Review.CONDITIONS.value: _("Approved under conditions"),
    Review.REJECTED.value: _("Not approved"),
}
MOVE_NAMES = {
    StudyMove.BEGIN.value: _("Begin field work"),
    StudyMove.FINISH.value: _("Mark as done"),
    StudyMove.REOPEN.value: _("Take the study up again"),
    StudyMove.WITHDRAW.value: _("Withdraw"),
    StudyMove.RESTORE.value: _("Bring it back"),
}
UNIT_NAMES = {
    FigureUnit.COUNT.value: _("A count"),
    FigureUnit.PERCENT.value: _("A percentage"),
}
SOURCE_NAMES = {
    SourceKind.DESK_REVIEW.value: _("Documents"),
    SourceKind.KEY_INFORMANT.value: _("Key informants"),
    SourceKind.OBSERVATION.value: _("Observation"),
    SourceKind.GROUP_DISCUSSION.value: _("Group discussions"),
    SourceKind.SERVICE_COUNTS.value: _("Counts of services"),
    SourceKind.SURVEY.value: _("Survey"),
}
STANDING_NAMES = {
    Standing.EMPTY.value: _("nothing yet"),
    Standing.FEW.value: _("fewer than three kinds of sources"),
    Standing.AGREED.value: _("three kinds of sources agree"),
    Standing.CONTRADICTED.value: _("sources contradict each other"),
}
STOP_NAMES = {
    StopAdvice.TOO_FEW.value: _("Too few interviews to say"),
    StopAdvice.STILL_NEW.value: _("New themes still come: go on"),
    StopAdvice.FALLEN.value: _("New themes have fallen: you may stop"),
}
VENUES = (  # types of venues on the printed forms: never a venue
    _("Bar, club or restaurant"),
    _("Hotel or guest house"),
    _("Street or market"),
    _("Port, quay or beach"),
    _("Station, stop or truck park"),
    _("Work site or mine"),
    _("Surroundings of a school"),
    _("Service or office"),
    _("Other type"),
)
