"""Naming the levels of the results frameworks."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation

from rempart.accounts.access import may_administer
from rempart.accounts.models import Organisation, User
from rempart.kit.refusals import RefusedError
from rempart.programmes.models.levels import LevelName
from rempart.programmes.queries.levels import our_levels
from rempart.programmes.rules.naming import faults_of
from rempart.vault.audit import record


@transaction.atomic
def name_levels(
    organisation: Organisation, *, by: User, language: str, names: Mapping[str, tuple[str, str]]
) -> None:
    """Give levels the organisation's own names in a language; a level left empty takes ours back.

    Refused with every reason, as ``level.code`` of ``faults_of``, and nothing is changed.
    """
    if not may_administer(by, organisation.pk):
        raise PermissionDenied
    with translation.override(language):
        ours = our_levels()
    typed = {level: names.get(level, ("", "")) for level in ours}
    if faults := faults_of(typed, ours):
        raise RefusedError([f"{level}.{code}" for level, code in faults])
    LevelName.objects.filter(organisation=organisation, language=language).delete()
    LevelName.objects.bulk_create(
        LevelName(organisation=organisation, language=language, level=level, one=one, many=many)
        for level, (one, many) in typed.items()
        if one
    )
    record(by, "programmes.levels_named", organisation, language=language)
