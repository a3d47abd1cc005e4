"""The pages of the programmes room."""

from rempart.programmes.views.drafts import draft
from rempart.programmes.views.programmes import new, programme, programmes
from rempart.programmes.views.results import measure, proposal, questions, result
from rempart.programmes.views.rows import addition, move, removal, row
from rempart.programmes.views.steps import step
from rempart.programmes.views.strategies import action

__all__ = [
    "action",
    "addition",
    "draft",
    "measure",
    "move",
    "new",
    "programme",
    "programmes",
    "proposal",
    "questions",
    "removal",
    "result",
    "row",
    "step",
]
