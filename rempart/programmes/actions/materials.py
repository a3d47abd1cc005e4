"""Communication material: reviewed by someone other than its author, then marked publishable."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_judge_material
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import Material
from rempart.programmes.queries import locked, plan_of
from rempart.programmes.queries.materials import material_in
from rempart.programmes.rules.lifecycle import Writing
from rempart.programmes.rules.publishing import obstacles_to_publishing, obstacles_to_reviewing
from rempart.vault.audit import record


@transaction.atomic
def review_material(material: Material, *, by: User, on: date, version: int) -> Material:
    """Record that this person read the material as it stands in this version (REQ-037).

    ``RefusedError`` by its author, where nothing has changed since a review, and where it was
    changed since she read it.
    """
    if not may_judge_material(by, material.programme):
        raise PermissionDenied
    programme = locked(material.programme, writing=Writing.MARKS)
    found = Material.objects.get(pk=material.pk)
    facts = material_in(plan_of(programme), found.key)
    reasons = obstacles_to_reviewing(facts, by_its_author=found.is_by(by))
    if found.version != version:
        reasons.append("changed_since")
    if reasons:
        raise RefusedError(reasons)
    found.reviewed_by = by.get_full_name() or by.get_username()
    found.reviewed_on = on
    found.save()
    record(by, "programme.material_reviewed", programme, row=found.key)
    return found


@transaction.atomic
def mark_publishable(material: Material, *, by: User, on: date) -> Material:
    """Mark a material as ready to be published; refused with everything that is missing (REQ-037)."""
    if not may_judge_material(by, material.programme):
        raise PermissionDenied
    programme = locked(material.programme, writing=Writing.MARKS)
    found = Material.objects.get(pk=material.pk)
    plan = plan_of(programme)
    if reasons := obstacles_to_publishing(plan, material_in(plan, found.key), on, thresholds()):
        raise RefusedError(reasons)
    found.publishable_on = on
    found.save()
    record(by, "programme.material_publishable", programme, row=found.key)
    return found


@transaction.atomic
def withdraw_publishable(material: Material, *, by: User) -> Material:
    """Take the mark away: the material is not to be published any more."""
    if not may_judge_material(by, material.programme):
        raise PermissionDenied
    programme = locked(material.programme, writing=Writing.MARKS)
    found = Material.objects.get(pk=material.pk)
    found.publishable_on = None
    found.save()
    record(by, "programme.material_withdrawn", programme, row=found.key)
    return found
