"""The problem tree in the outline, and the grid of stakeholders in its annex."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from rempart.programmes.documents import words
from rempart.programmes.documents.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Table,
    Tree,
    TreeNode,
)
from rempart.programmes.models.names import INFLUENCE_NAMES, INTEREST_NAMES
from rempart.programmes.rules.codes import Branch, Influence, Interest, Stand
from rempart.programmes.rules.plan import Plan, Stakeholder
from rempart.programmes.rules.results import numbers
from rempart.programmes.rules.tree import Node, State, tree_of

DEEPER = "\N{EM SPACE}"  # what stands before a line for each level it is set in


def problem_tree(plan: Plan) -> Iterator[Tree]:
    """Yield the tree, if there is one: a drawing, and lines that say the same."""
    sides = [tree_of(plan, branch) for branch in (Branch.EFFECT, Branch.CAUSE)]
    if not any(sides):
        return
    effects, causes = (_nodes(plan, side) for side in sides)
    core = words.core_problem(plan)
    lines = [*_lines(effects, _("Effect")), *_lines(causes, _("Cause"))]
    yield Tree(
        caption=_("Problem tree"),
        core=core,
        effects=effects,
        causes=causes,
        lines=lines,
        alternative=" ".join([f"{core}.", *(f"{line.strip()}." for line in lines)]),
    )


def as_list(tree: Tree) -> list[Block]:
    """Return the tree for a document that draws none: the core, and a list set in by depth."""
    return [Heading(text=tree.caption), Paragraph(text=tree.core), Bullets(items=tree.lines)]


def grid(plan: Plan) -> Iterator[Table]:
    """Yield the grid of stakeholders as a table: influence downwards, interest across."""
    placed = [one for one in plan.stakeholders if one.influence and one.interest]
    if placed:
        yield Table(
            caption=_("Stakeholders by influence and interest"),
            head=[_("Influence"), *(words.named(one, INTEREST_NAMES) for one in Interest)],
            rows=[
                [
                    words.named(influence, INFLUENCE_NAMES),
                    *(_cell(placed, influence, interest) for interest in Interest),
                ]
                for influence in reversed(Influence)
            ],
            widths=(2, 2, 2, 2, 2.2, 2.2),
        )


def _cell(placed: Sequence[Stakeholder], influence: str, interest: str) -> str:
    here = [one for one in placed if (one.influence, one.interest) == (influence, interest)]
    return "\n".join(_name(one) for one in here)


def _name(one: Stakeholder) -> str:
    group = words.of_list(one.group, "stakeholder_group")
    return group if Stand.OPPONENT in one.stands or not one.name else one.name


def _nodes(plan: Plan, nodes: Sequence[Node]) -> list[TreeNode]:
    numbered = dict(numbers(plan.objectives))
    return [
        TreeNode(
            text=words.of_cause(node.cause),
            word=words.of_state(node.cause.becomes, node.state, numbered),
            look="open" if node.state is State.OPEN else node.state.value,
            below=_nodes(plan, node.below),
        )
        for node in nodes
    ]


def _lines(nodes: Sequence[TreeNode], name: str, number: str = "", depth: int = 0) -> Iterator[str]:
    for place, node in enumerate(nodes, start=1):
        own = f"{number}{place}"
        said = _("%(name)s %(number)s: %(text)s") % {"name": name, "number": own, "text": node.text}
        yield DEEPER * 2 * depth + (f"{said} ({node.word})" if node.word else said)
        yield from _lines(node.below, name, f"{own}.", depth + 1)
