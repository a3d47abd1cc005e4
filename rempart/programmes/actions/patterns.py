"""Funder templates of an organisation: kept, changed, given a Word template, dropped."""

from dataclasses import asdict

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.access import may_administer
from rempart.accounts.models import Organisation, User
from rempart.kit.refusals import RefusedError
from rempart.programmes.documents.safety import faults_of_template, faults_of_trial, trial
from rempart.programmes.documents.word import to_word
from rempart.programmes.models.documents import OutlinePattern
from rempart.programmes.rules.patterns import Pattern, faults_of_sections
from rempart.vault.audit import record


@transaction.atomic
def keep_pattern(
    organisation: Organisation, *, by: User, pattern: Pattern, stored: OutlinePattern | None = None
) -> OutlinePattern:
    """Keep a template, or what changed of the ``stored`` one, and return it.

    ``RefusedError``: ``needs_sections``, and ``pattern_of_that_name`` of another in this language.
    """
    if not may_administer(by, organisation.pk):
        raise PermissionDenied
    if stored is not None and stored.organisation_id != organisation.pk:
        raise PermissionDenied
    found = stored or OutlinePattern(organisation=organisation)
    same = OutlinePattern.objects.select_for_update().filter(
        organisation=organisation, name=pattern.name, language=pattern.language
    )
    reasons = faults_of_sections(pattern.sections)
    if same.exclude(pk=found.pk).exists():
        reasons.append("pattern_of_that_name")
    if reasons:
        raise RefusedError(reasons)
    found.name, found.language, found.note = pattern.name, pattern.language, pattern.note
    found.sections = [asdict(one) for one in pattern.sections]
    found.save()
    record(by, "programmes.pattern_kept", found)
    return found


@transaction.atomic
def give_file(stored: OutlinePattern, *, by: User, name: str, file: bytes) -> OutlinePattern:
    """Give a template a Word template of its own, once it was filled for trial; no bytes take it away.

    Refused with every reason of ``keep_template``.
    """
    if not may_administer(by, stored.organisation_id):
        raise PermissionDenied
    if file and (faults := faults_of_template(file) or faults_of_trial(to_word(trial(), file))):
        raise RefusedError(faults)
    stored.file, stored.file_name = file or None, name[:200] if file else ""
    stored.save()
    record(by, "programmes.pattern_file_given", stored)
    return stored


@transaction.atomic
def drop_pattern(stored: OutlinePattern, *, by: User) -> None:
    """Drop a template; nothing that was printed with it changes."""
    if not may_administer(by, stored.organisation_id):
        raise PermissionDenied
    record(by, "programmes.pattern_dropped", stored)
    stored.delete()
