"""Findings of the review: set aside with a reason that is printed, or taken up again."""

from collections.abc import Collection
from datetime import date
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rempart.accounts.models import User
from rempart.kit.refusals import RefusedError
from rempart.programmes.access import may_set_aside
from rempart.programmes.catalogue import thresholds
from rempart.programmes.models import Programme, SetAside
from rempart.programmes.queries import locked, plan_of
from rempart.programmes.rules.findings import materials_named, review
from rempart.programmes.rules.lifecycle import Writing
from rempart.programmes.rules.submission import obstacles_to_setting_aside
from rempart.vault.audit import record


@transaction.atomic
def set_aside_finding(
    programme: Programme,
    *,
    by: User,
    on: date,
    rule: str,
    reason: str,
    materials: Collection[str] | None = None,
) -> list[SetAside]:
    """Set a rule's finding aside for this plan, under the person's name; once only for each rule.

    Where it names materials it is set aside for each of them (of ``materials``, if told) and for no
    other: one that comes later is found. Else it holds for whatever the rule finds.

    ``RefusedError`` of a block, of what the review does not find, of an error by the plan's author,
    and of a submitted programme.
    """
    if not may_set_aside(by, programme):
        raise PermissionDenied
    found = locked(programme, writing=Writing.SET_ASIDES)
    plan = plan_of(found)
    obstacles = obstacles_to_setting_aside(
        plan, on, rule, thresholds(), by_its_author=found.is_by(by)
    )
    named = materials_named(review(plan, on, thresholds()), rule)
    chosen = [one for one in named if materials is None or one in materials]
    if not obstacles and named and not chosen:
        obstacles = ["no_material_chosen"]
    if obstacles:
        raise RefusedError(obstacles)
    name = by.get_full_name() or by.get_username()
    said: dict[str, object] = {"reason": reason, "by": name, "on": on}
    rows = [_kept(found, rule, material, said) for material in chosen or [""]]
    for row in rows:
        record(by, "programme.finding_set_aside", found, rule=rule, row=row.material)
    return rows


@transaction.atomic
def take_back_set_aside(set_aside: SetAside, *, by: User) -> None:
    """Take a finding up again; ``RefusedError`` of a submitted programme."""
    if not may_set_aside(by, set_aside.programme):
        raise PermissionDenied
    found = locked(set_aside.programme, writing=Writing.SET_ASIDES)
    record(by, "programme.finding_taken_up", found, rule=set_aside.rule, row=set_aside.material)
    set_aside.delete()


def _kept(programme: Programme, rule: str, material: str, said: dict[str, object]) -> SetAside:
    position = SetAside.objects.filter(programme=programme).count()
    row, _ = SetAside.objects.update_or_create(
        programme=programme,
        rule=rule,
        material=material,
        defaults=said,
        create_defaults=said | {"key": str(uuid4()), "position": position},
    )
    return row
