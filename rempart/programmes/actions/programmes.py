"""A programme started, and the facts of its steps."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import Organisation, User
from rempart.kit.conflicts import expect_version
from rempart.programmes.access import may_start_programme, may_write
from rempart.programmes.models import Programme
from rempart.programmes.models.facts import set_facts, storable
from rempart.programmes.queries import locked
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.steps import step_fields
from rempart.vault.audit import record


@transaction.atomic
def start_programme(organisation: Organisation, *, by: User, **frame: object) -> Programme:
    """Return a new programme of the organisation; ``frame`` holds its title and what else is known."""
    if not may_start_programme(by, organisation):
        raise PermissionDenied
    programme = Programme(organisation=organisation, created_by=by, changed_by=by)
    set_facts(programme, {n: frame[n] for n in step_fields(Step.FRAME) if n in frame})
    programme.save()
    record(by, "programme.started", programme)
    return programme


@transaction.atomic
def change_step(
    programme: Programme, *, by: User, step: Step, version: int, values: Mapping[str, object]
) -> Programme:
    """Write a step's own fields, and return the programme as it now is.

    ``version`` is the one the person started from (``programme.step_versions``, 0 before the first
    saving); ``ConflictError`` if another was saved since, and nothing is written. Fields of
    ``values`` that are not the step's are refused with ``ValueError``.
    """
    if not may_write(by, programme):
        raise PermissionDenied
    if odd := values.keys() - set(step_fields(step)):
        message = f"not of step {step}: {', '.join(sorted(odd))}"
        raise ValueError(message)
    found = locked(programme)
    now = found.step_versions.get(step.value, 0)
    mine = {name: storable(value) for name, value in values.items()}
    theirs = {name: getattr(found, name) for name in values}
    expect_version(mine=mine, theirs=theirs, started_from=version, stored=now)
    set_facts(found, mine)
    found.step_versions = found.step_versions | {step.value: now + 1}
    found.changed_by = by
    found.save()
    record(by, "programme.step_changed", found, step=step.value)
    return found
