"""The pages of the programmes room."""

from rempart.programmes.views.drafts import draft
from rempart.programmes.views.programmes import new, programme, programmes
from rempart.programmes.views.rows import addition, move, removal, row
from rempart.programmes.views.steps import step

__all__ = [
    "addition",
    "draft",
    "move",
    "new",
    "programme",
    "programmes",
    "removal",
    "row",
    "step",
]
