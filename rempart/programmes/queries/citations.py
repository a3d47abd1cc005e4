"""The study register as a plan sees it: what may be cited, and what became of what was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rempart.communities.models import StudyFinding
from rempart.communities.rules.studies import StudyState
from rempart.guide.catalogue import catalogue, say
from rempart.look.say import day
from rempart.programmes.models import Campaign, Cause, Citation, FactorMark, Indicator, Programme
from rempart.programmes.rules.citations import Citation as CitationRecord
from rempart.programmes.rules.citations import Freshness, freshness_of

SHORT = 90  # letters of what is offered in a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding of the register as a plan quotes it."""

    quoted: str
    study: str
    method: str
    where: str
    on: date | None
    is_offered: bool
    why: str = ""  # it was withdrawn, in the words of whoever did

    @property
    def words(self) -> str:
        """Return it as a list offers it: what was found, by which study, how, where and when."""
        known = [
            self.study,
            _cut(self.method),
            self.where,
            day(self.on, "medium") if self.on else "",
        ]
        return f"{_cut(self.quoted)} ({'; '.join(part for part in known if part)})"


def _cut(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


def register_of(programme: Programme) -> dict[str, Told]:
    """Return every finding of the organisation's register, by its key; only some may still be cited."""
    mine = StudyFinding.objects.filter(study__organisation=programme.organisation_id)
    found = mine.select_related("study", "place").prefetch_related("study__located__place")
    return {str(one.pk): _told(one) for one in found}


def _told(finding: StudyFinding) -> Told:
    study = finding.study
    places = [finding.place] if finding.place else [one.place for one in study.located.all()]
    return Told(
        quoted=finding.text,
        study=study.title,
        method=study.method,
        where=", ".join(place.name for place in places)[:500],
        on=study.ends_on,
        why=finding.withdrawn_why or study.withdrawn_why,
        is_offered=not finding.is_withdrawn and study.state == StudyState.DONE.value,
    )


def rows_to_cite_for(programme: Programme) -> dict[str, str]:
    """Return the rows that may rest on a finding, by list and key: factors, causes, baselines."""
    found: dict[str, str] = {}
    for mark in FactorMark.objects.filter(programme=programme):
        words = say(mark.factor) if mark.factor in catalogue().entries else mark.factor
        found[f"factors.{mark.key}"] = _("Factor: %(words)s") % {"words": _cut(words)}
    causes = catalogue().code_list("plan_cause")
    for cause in Cause.objects.filter(programme=programme):
        known = {one.id: one for one in causes.values}
        words = cause.title or (say(known[cause.code], "label") if cause.code in known else "")
        found[f"causes.{cause.key}"] = _("Cause or effect: %(words)s") % {"words": _cut(words)}
    here = {"programme": programme}  # keys and words alone: a large plan has hundreds of them
    for key, text in Indicator.objects.filter(**here).values_list("key", "text"):
        found[f"indicators.{key}"] = _("Baseline of: %(words)s") % {"words": _cut(text)}
    for key, title in Campaign.objects.filter(**here).values_list("key", "title"):
        found[f"campaigns.{key}"] = _("Campaign: %(title)s") % {"title": _cut(title)}
    return found


def freshness(row: Citation, register: Mapping[str, Told]) -> Freshness:
    """Return whether a citation still says what the register says."""
    now = register.get(row.finding)
    record = CitationRecord(key=row.key, finding=row.finding, quoted=row.quoted)
    return freshness_of(record, now.quoted if now else None, is_offered=bool(now and now.is_offered))  # fmt: skip
