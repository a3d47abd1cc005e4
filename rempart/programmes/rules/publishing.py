"""What stands in the way of reviewing a material, and of marking it as ready to be published."""

from dataclasses import replace
from datetime import date

from rempart.programmes.rules.codes import Answer
from rempart.programmes.rules.communication import Material
from rempart.programmes.rules.findings import MILDEST, Finding, open_obstacles, review
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.review import Scope
from rempart.programmes.rules.thresholds import Thresholds

GRID = (
    "image",
    "story",
    "children_appear",
    "youth_made",
    "identity_checked",
)  # what box 7 asks of any material


def findings_of(
    plan: Plan, material: Material, today: date, thresholds: Thresholds = MILDEST
) -> tuple[Finding, ...]:
    """Return what the rules of communication say of one material of the plan."""
    alone = review(replace(plan, materials=(material,)), today, thresholds)
    return tuple(finding for finding in alone if finding.scope is Scope.COMMUNICATION)


def obstacles_to_reviewing(material: Material, *, by_its_author: bool) -> list[str]:
    """Return why this person cannot record a review of the material (REQ-037).

    ``by_someone_else``: she wrote it. ``reviewed_already``: nothing has changed since a review.
    """
    wrong = {"by_someone_else": by_its_author, "reviewed_already": bool(material.reviewed_on)}
    return [code for code, holds in wrong.items() if holds]


def obstacles_to_publishing(
    plan: Plan, material: Material, today: date, thresholds: Thresholds = MILDEST
) -> list[str]:
    """Return every reason why the material cannot be marked publishable (REQ-037).

    ``needs_`` and what the grid lacks; ``needs_authorisations``: some are missing, or nobody is said
    to hold them; ``needs_sexes_balanced`` and ``needs_single_sex_offered``: of what young people make;
    ``needs_review``: nobody but its author has seen it as it stands; ``violates_…``
    and ``cannot_tell_…`` as for a submission.
    """
    lacking = [f"needs_{name}" for name in GRID if not material.said(name)]
    if not _is_authorised(material):
        lacking.append("needs_authorisations")
    lacking += _unbalanced(material)
    if material.reviewed_on is None:
        lacking.append("needs_review")
    return lacking + open_obstacles(findings_of(plan, material, today, thresholds))


def _is_authorised(material: Material) -> bool:
    """Say whether every authorisation is recorded, with who holds it, where a real child is shown."""
    if not material.shows_children:
        return True
    needed, held = material.authorisations_needed, material.authorisations_held
    is_whole = needed is not None and held is not None and held >= needed > 0
    return is_whole and bool(material.authorisations_held_by)


def _unbalanced(material: Material) -> list[str]:
    """Return what is not said of girls and boys where young people make it themselves (REQ-078).

    As many girls as boys, or groups of one sex for whoever wants one: neither of them is not enough.
    """
    if material.youth_made != Answer.YES:
        return []
    told = {Answer.YES, Answer.NO}
    unsaid = [n for n in ("sexes_balanced", "single_sex_offered") if material.said(n) not in told]
    neither = material.sexes_balanced == material.single_sex_offered == Answer.NO
    return [f"needs_{name}" for name in (["sexes_balanced"] if neither else unsaid)]
