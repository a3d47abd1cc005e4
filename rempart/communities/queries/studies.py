"""Finding studies and what they found, starting from what the reader may see."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from rempart.accounts.models import User
from rempart.communities.models import Study, StudyFinding
from rempart.communities.models.study_names import KIND_NAMES
from rempart.communities.rules.studies import StudyState
from rempart.guide.catalogue import catalogue, say
from rempart.guide.rules.words import stems

TOPICS = "study_topic"
WITHDRAWN = "withdrawn"  # asked for like a state


def studies_for(user: User) -> QuerySet[Study]:
    """Return the studies of the reader's own organisation, the newest first."""
    return Study.objects.filter(organisation=user.organisation_id)


def findings_for(user: User) -> QuerySet[StudyFinding]:
    """Return what the studies of the reader's organisation found, those withdrawn included."""
    mine = StudyFinding.objects.filter(study__organisation=user.organisation_id)
    return mine.select_related("study", "place")


def citable_findings(user: User) -> list[StudyFinding]:
    """Return the findings that a plan or a campaign may cite: of studies that are done, none withdrawn.

    Each comes with its study and the study's places.
    """
    holding = findings_for(user).filter(
        withdrawn_on=None, study__withdrawn_on=None, study__state=StudyState.DONE.value
    )
    return list(holding.prefetch_related("study__located__place"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the reader looks for in the register; empty means all of them."""

    words: str = ""
    kind: str = ""
    place: str = ""
    topic: str = ""
    state: str = ""


def studies_asked(user: User, asked: Asked) -> list[Study]:
    """Return the studies that fit every filter and all of the words, with places and findings."""
    holding = StudyFinding.objects.filter(withdrawn_on=None).select_related("place")
    mine = studies_for(user).prefetch_related(
        "located__place", Prefetch("findings", queryset=holding, to_attr="holding")
    )
    words = stems(asked.words)
    return [one for one in mine if _fits(one, asked) and _speaks(one, words)]


def _fits(study: Study, asked: Asked) -> bool:
    is_shown = study.is_withdrawn == (asked.state == WITHDRAWN)
    places = {str(one.place_id) for one in study.located.all()}
    return (
        is_shown
        and asked.kind in {"", study.kind}
        and asked.state in {"", WITHDRAWN, study.state}
        and (not asked.place or asked.place in places)
        and (not asked.topic or asked.topic in _topics(study))
    )


def _topics(study: Study) -> set[str]:
    found: list[StudyFinding] = study.holding  # type: ignore[attr-defined]  # fetched above
    return {*study.topics, *(one.topic for one in found if one.topic)}


def _speaks(study: Study, words: list[str]) -> bool:
    """Say whether every word that was typed begins a word of the study."""
    if not words:
        return True
    found = set(stems(" ".join(_texts(study))))
    return all(any(one.startswith(word) for one in found) for word in words)


def _texts(study: Study) -> Iterator[str]:
    yield from (study.title, study.tags, study.question, study.made_by, study.method)
    yield str(KIND_NAMES[study.kind])
    yield from (one.place.name for one in study.located.all())
    yield from (one.text for one in study.holding)  # type: ignore[attr-defined]  # fetched above
    for topic in _topics(study):
        yield from _said(topic)


def _said(topic: str) -> Iterator[str]:
    """Yield the words of a topic in every language: who searches in French finds what was tagged in English."""
    value = catalogue().code_list(TOPICS).value(topic)
    for language, _name in settings.LANGUAGES:
        yield say(value, "label", language)
