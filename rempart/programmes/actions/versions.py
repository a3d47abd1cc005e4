"""Versions of a plan: kept when it goes on or when someone wants it, restored while it is written."""

from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_keep_version, may_write
from rempart.programmes.actions.whole import replace_plan
from rempart.programmes.models import Programme, Version
from rempart.programmes.queries import locked, plan_of
from rempart.programmes.queries.changes import open_change_of
from rempart.programmes.queries.versions import packed, read_version
from rempart.programmes.rules.lifecycle import Writing
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.records import keeping_records
from rempart.programmes.rules.versions import Why
from rempart.vault.audit import record


@transaction.atomic
def keep_version(
    programme: Programme,
    *,
    by: User,
    why: str = Why.ASKED,
    name: str = "",
    plan: Plan | None = None,
) -> Version:
    """Keep what a programme says now (or ``plan``, which a change request proposed), and return it.

    What the version before says already is not kept twice: it takes the name, or is refused with
    ``version_is_kept_already`` if it has one.
    """
    if not may_keep_version(by, programme):
        raise PermissionDenied
    found = locked(programme, to_write=False)
    said = plan_of(found) if plan is None else plan
    content = packed(said)
    digest = sha256(content).hexdigest()
    last = Version.objects.filter(programme=found).defer("packed").first()
    own = Version.objects.filter(programme=found).exclude(why=Why.PROPOSED.value)
    same = own.defer("packed").first()
    if same and same.digest == digest and plan is None:
        return _named(found, same, by, why, name)
    kept = Version.objects.create(
        programme=found,
        number=last.number + 1 if last else 1,
        name=name.strip(),
        why=str(why),
        lifecycle=found.lifecycle,
        kept_by=by,
        digest=digest,
        packed=content,
    )
    record(by, "programme.version_kept", found, number=kept.number, why=str(why))
    return kept


def _named(programme: Programme, same: Version, by: User, why: str, name: str) -> Version:
    """Give the version that says the same the name that someone wants."""
    if why == Why.ASKED and (same.name or not name.strip()):
        raise RefusedError(["version_is_kept_already"])
    if name.strip() and not same.name:
        same.name = name.strip()
        same.save(update_fields=["name"])
        record(by, "programme.version_named", programme, number=same.number)
    return same


@transaction.atomic
def restore_version(version: Version, *, by: User) -> Programme:
    """Let a draft say what it said then, and return it; what it says now is kept as a version.

    Of an approved plan the working copy of the open change request takes it. ``RefusedError``
    ``programme_is_…`` where neither is being written, ``version_not_whole`` where this Rempart no
    longer knows all that it says, ``same_as_now``.
    """
    if not may_write(by, version.programme):
        raise PermissionDenied
    found = locked(version.programme, to_write=False)
    change = open_change_of(found)
    target = change.working_copy if change and change.working_copy else found
    locked(target, writing=Writing.PLAN)
    plan, is_whole = read_version(version)
    wrong = {
        "version_not_whole": not is_whole,
        "same_as_now": keeping_records(plan, plan_of(target)) == plan_of(target),
    }
    if reasons := [code for code, holds in wrong.items() if holds]:
        raise RefusedError(reasons)
    if target == found:
        keep_version(found, by=by, why=Why.BEFORE)
    restored = replace_plan(target, plan, by=by)
    if target == found:
        keep_version(restored, by=by, why=Why.RESTORED)
    record(by, "programme.version_restored", found, number=version.number)
    return restored
