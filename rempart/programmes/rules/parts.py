"""Who leads, joins and benefits in each chosen action: Figure 1's suggestion, or the team's reading."""

from collections.abc import Iterator
from dataclasses import dataclass

from rempart.guide.rules.figure import Letter
from rempart.guide.rules.shelf import Catalogue
from rempart.programmes.rules.codes import Decision, Part, Stand
from rempart.programmes.rules.plan import Plan

LETTERS = {
    Letter.DECIDES: Part.LEADS,
    Letter.PARTNERS: Part.JOINS,
    Letter.BENEFITS: Part.BENEFITS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPart:
    """What one group does in an action, and whose reading that is."""

    group: str  # of list ``stakeholder_group``
    parts: tuple[str, ...]  # of ``Part``
    is_own: bool = False  # the team's own reading, in place of Figure 1's
    is_doubtful: bool = False  # inferred from a doubtful cell


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionParts:
    """The groups of one chosen action; ``action`` is a guide slug or the key of an invented one."""

    action: str
    groups: tuple[GroupPart, ...]

    def doing(self, part: str) -> tuple[GroupPart, ...]:
        """Return the groups that have this part."""
        return tuple(group for group in self.groups if part in group.parts)

    def unassigned(self, plan: Plan) -> bool:
        """Say whether no group on the programme's own map leads or joins the action (REQ-005)."""
        return not self.carried_by(plan)

    def carried_by(self, plan: Plan) -> tuple[GroupPart, ...]:
        """Return the groups on the programme's own map, opponents aside, that lead or join the action."""
        mapped = {one.group for one in plan.stakeholders if set(one.stands) != {Stand.OPPONENT}}
        mapped |= {partner.group for partner in plan.partners}
        acting = {Part.LEADS, Part.JOINS}
        return tuple(
            one for one in self.groups if one.group in mapped and acting.intersection(one.parts)
        )


def parts_of(plan: Plan, guide: Catalogue) -> tuple[ActionParts, ...]:
    """Return the parts in every chosen action, the guide's first, then the invented ones."""
    chosen = [choice for choice in plan.choices if choice.decision == Decision.CHOSEN]
    slugs = sorted(choice.action for choice in chosen if choice.action)
    slugs += [choice.key for choice in chosen if not choice.action]
    return tuple(
        ActionParts(action=slug, groups=tuple(_groups(plan, slug, guide))) for slug in slugs
    )


def _groups(plan: Plan, slug: str, guide: Catalogue) -> Iterator[GroupPart]:
    own = {one.group: one.parts for one in plan.parts if one.action == slug}
    row = next((row for row in guide.figure_1.rows if row.slug == slug), None)
    cells = {cell.group: cell for cell in row.cells} if row else {}
    for group in guide.figure_1.columns:
        if group in own:
            yield GroupPart(group=group, parts=own[group], is_own=True)
        elif row and group in cells:
            parts = tuple(LETTERS[letter].value for letter in cells[group].letters)
            doubtful = row.is_doubtful(cells[group])
            yield GroupPart(group=group, parts=parts, is_doubtful=doubtful)
