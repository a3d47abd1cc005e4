"""Changing how an organisation's documents look."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.access import may_administer
from rempart.accounts.models import Organisation, User
from rempart.kit.refusals import RefusedError
from rempart.programmes.documents.outline import SECTIONS
from rempart.programmes.documents.safety import faults_of_template, faults_of_trial, trial
from rempart.programmes.documents.word import to_word
from rempart.programmes.models.documents import OutlineHeading, OutlineTemplate
from rempart.vault.audit import record


@transaction.atomic
def change_headings(
    organisation: Organisation, *, by: User, language: str, headings: Mapping[str, str]
) -> None:
    """Give sections of the outline the organisation's own headings; an empty one takes ours back."""
    if not may_administer(by, organisation.pk):
        raise PermissionDenied
    OutlineHeading.objects.filter(organisation=organisation, language=language).delete()
    OutlineHeading.objects.bulk_create(
        OutlineHeading(
            organisation=organisation, language=language, section=section, heading=heading
        )
        for section, heading in headings.items()
        if heading and section in SECTIONS
    )
    record(by, "programmes.headings_changed", organisation, language=language)


@transaction.atomic
def keep_template(
    organisation: Organisation, *, by: User, on: date, name: str, file: bytes
) -> None:
    """Keep the organisation's own Word template, once it was filled for trial.

    Refused with every reason: template_too_big, template_not_word, template_has_macros,
    template_points_outside; then template_fails (a tag is wrong), template_forbidden,
    template_endless; then template_lacks_ and what the trial should have printed.
    """
    if not may_administer(by, organisation.pk):
        raise PermissionDenied
    if faults := faults_of_template(file):
        raise RefusedError(faults)
    if faults := faults_of_trial(to_word(trial(), file)):
        raise RefusedError(faults)
    OutlineTemplate.objects.update_or_create(
        organisation=organisation, defaults={"name": name[:200], "file": file, "kept_on": on}
    )
    record(by, "programmes.template_kept", organisation)


@transaction.atomic
def drop_template(organisation: Organisation, *, by: User) -> None:
    """Take the house's Word template again."""
    if not may_administer(by, organisation.pk):
        raise PermissionDenied
    OutlineTemplate.objects.filter(organisation=organisation).delete()
    record(by, "programmes.template_dropped", organisation)
