"""The study register: studies added, described, taken through their states, withdrawn and brought back."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.communities.access import may_add_place, may_write_places
from rempart.communities.models import Place, Study, StudyEthics, StudyPlace
from rempart.communities.rules.studies import (
    EthicsTold,
    StudyMove,
    StudyState,
    StudyTold,
    moves_from,
    obstacles_to_earlier,
    obstacles_to_field_work,
    obstacles_to_finishing,
)
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record


@transaction.atomic
def add_study(organisation: Organisation, told: StudyTold, *, by: User, on: date) -> Study:
    """Return a new study of the organisation: planned, or done where someone else published it.

    A published one is refused with everything that it must say to be cited.
    """
    if not may_add_place(by, organisation):
        raise PermissionDenied
    study = Study(organisation=organisation, added_by=by, is_published=told.is_published)
    if told.is_published:
        study.state = StudyState.DONE.value
    _write(study, told, on)
    StudyEthics.objects.create(study=study)
    record(by, "study.added", study, kind=told.kind)
    return study


@transaction.atomic
def change_study(study: Study, told: StudyTold, *, by: User, on: date, started_from: int) -> Study:
    """Write what is said of a study; refused as ``changed_meanwhile``, ``withdrawn``, ``own_round``.

    A study that is under way or done stays one: refused with whatever it would then lack.
    """
    if not may_write_places(by, study.organisation_id):
        raise PermissionDenied
    stored = _locked(study)
    if stored.version != started_from:
        raise RefusedError(["changed_meanwhile"])
    _write(study, told, on)
    record(by, "study.changed", study)
    return study


@transaction.atomic
def write_ethics(study: Study, told: EthicsTold, *, by: User, on: date) -> None:
    """Write what stands ready before field work; refused where a study under way would lack it then."""
    if not may_write_places(by, study.organisation_id):
        raise PermissionDenied
    stored = _locked(study)
    if stored.state == StudyState.UNDER_WAY.value:
        _refuse(obstacles_to_field_work(told, stored.hears_children, on))
    given = {name: getattr(told, name) for name in EthicsTold.__dataclass_fields__}
    StudyEthics.objects.update_or_create(study=study, defaults=given)
    record(by, "study.ethics_written", study)


@transaction.atomic
def write_summaries(study: Study, *, by: User, public: str, officials: str) -> None:
    """Write the two short texts of a study: for everybody, and for those who decide (REQ-084)."""
    if not may_write_places(by, study.organisation_id):
        raise PermissionDenied
    _locked(study)
    study.summary_public, study.summary_officials = public, officials
    study.save(update_fields=["summary_public", "summary_officials"])
    record(by, "study.summaries_written", study)


@transaction.atomic
def move_study(study: Study, move: StudyMove, *, by: User, on: date, why: str = "") -> Study:
    """Take a study one way further, or back; refused with every obstacle at once.

    Field work does not begin before the ethics gate stands; nothing is done before it says how,
    of how many and with which limits; whoever withdraws says why.
    """
    if not may_write_places(by, study.organisation_id):
        raise PermissionDenied
    study.refresh_from_db(from_queryset=Study.objects.select_for_update())
    if move not in moves_from(study.state, is_withdrawn=study.is_withdrawn):
        raise RefusedError(["stands_elsewhere"])
    _refuse(_obstacles(study, move, on, why))
    if move is StudyMove.WITHDRAW:
        study.withdrawn_on, study.withdrawn_why = on, why
    elif move is StudyMove.RESTORE:
        study.withdrawn_on, study.withdrawn_why = None, ""
    else:
        study.state = TARGETS[move].value
    study.version += 1
    study.save()
    record(by, "study.moved", study, move=move.value)
    return study


TARGETS = {
    StudyMove.BEGIN: StudyState.UNDER_WAY,
    StudyMove.FINISH: StudyState.DONE,
    StudyMove.REOPEN: StudyState.UNDER_WAY,
}


def _obstacles(study: Study, move: StudyMove, on: date, why: str) -> list[str]:
    if move is StudyMove.WITHDRAW:
        return [] if why.strip() else ["no_why"]
    if move is StudyMove.FINISH:
        return obstacles_to_finishing(study.told(), on)
    if move in {StudyMove.BEGIN, StudyMove.REOPEN}:
        return obstacles_to_field_work(study.ethics.told(), study.hears_children, on)
    return []


def _locked(study: Study) -> Study:
    """Return a study as it is stored, held until the act is whole; refused once it is withdrawn."""
    stored = Study.objects.select_for_update().get(pk=study.pk)
    if stored.is_withdrawn:
        raise RefusedError(["withdrawn"])
    return stored


def _refuse(reasons: Sequence[str]) -> None:
    if reasons:
        raise RefusedError(reasons)


PLAIN = set(StudyTold.__dataclass_fields__) - {"is_published", "places", "topics"}


def _write(study: Study, told: StudyTold, on: date) -> None:
    organisation = study.organisation_id
    own = Study.objects.filter(organisation=organisation).values_list("pk", "earlier_id")
    rounds = dict(own)
    places = set(told.places)
    is_foreign = told.earlier_id is not None and told.earlier_id not in rounds
    if is_foreign or Place.objects.filter(organisation=organisation, pk__in=places).count() != len(places):  # fmt: skip
        raise PermissionDenied
    reasons = obstacles_to_earlier(study.pk, told.earlier_id, rounds)
    if study.state == StudyState.DONE.value:
        reasons += obstacles_to_finishing(told, on)
    if study.state == StudyState.UNDER_WAY.value:
        reasons += obstacles_to_field_work(study.ethics.told(), told.hears_children, on)
    _refuse(reasons)
    for name in PLAIN:
        setattr(study, name, getattr(told, name))
    study.topics = list(told.topics)
    study.version += 1
    study.save()
    _put(study, places)


def _put(study: Study, places: set[UUID]) -> None:
    study.located.exclude(place__in=places).delete()
    kept = set(study.located.values_list("place_id", flat=True))
    StudyPlace.objects.bulk_create(StudyPlace(study=study, place_id=pk) for pk in places - kept)
