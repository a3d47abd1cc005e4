"""What studies found: added, changed, withdrawn with a reason and brought back."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.communities.access import may_write_places
from rempart.communities.models import Place, Study, StudyFinding
from rempart.communities.rules.study_findings import FindingTold
from rempart.kit.refusals import RefusedError
from rempart.vault.audit import record


@transaction.atomic
def add_finding(study: Study, told: FindingTold, *, by: User) -> StudyFinding:
    """Return a new finding of a study; refused as ``withdrawn``."""
    if not may_write_places(by, study.organisation_id):
        raise PermissionDenied
    if study.is_withdrawn:
        raise RefusedError(["withdrawn"])
    finding = StudyFinding(study=study)
    _write(finding, told)
    record(by, "study_finding.added", finding)
    return finding


@transaction.atomic
def change_finding(
    finding: StudyFinding, told: FindingTold, *, by: User, started_from: int
) -> StudyFinding:
    """Write what a finding says; refused as ``changed_meanwhile`` or ``withdrawn``."""
    if not may_write_places(by, finding.study.organisation_id):
        raise PermissionDenied
    stored = StudyFinding.objects.select_for_update().get(pk=finding.pk)
    if stored.version != started_from:
        raise RefusedError(["changed_meanwhile"])
    if finding.is_withdrawn:
        raise RefusedError(["withdrawn"])
    finding.version += 1
    _write(finding, told)
    record(by, "study_finding.changed", finding)
    return finding


@transaction.atomic
def withdraw_finding(finding: StudyFinding, *, by: User, on: date, why: str) -> None:
    """Say that a finding no longer holds, and why; whoever cites it is told. Refused as ``no_why``."""
    if not may_write_places(by, finding.study.organisation_id):
        raise PermissionDenied
    if not why.strip():
        raise RefusedError(["no_why"])
    finding.withdrawn_on, finding.withdrawn_why = on, why.strip()
    finding.save()
    record(by, "study_finding.withdrawn", finding)


@transaction.atomic
def restore_finding(finding: StudyFinding, *, by: User) -> None:
    """Let a finding hold again."""
    if not may_write_places(by, finding.study.organisation_id):
        raise PermissionDenied
    finding.withdrawn_on, finding.withdrawn_why = None, ""
    finding.save()
    record(by, "study_finding.restored", finding)


def _write(finding: StudyFinding, told: FindingTold) -> None:
    own = Place.objects.filter(organisation=finding.study.organisation_id)
    if told.place_id is not None and not own.filter(pk=told.place_id).exists():
        raise PermissionDenied
    for name in FindingTold.__dataclass_fields__:
        setattr(finding, name, getattr(told, name))
    finding.save()
