"""What can be done to a programme. Each act asks who may, takes what it needs, leaves one audit line."""

from rempart.programmes.actions.choices import decide_on_action
from rempart.programmes.actions.drafts import drop_draft, keep_draft
from rempart.programmes.actions.findings import set_aside_finding, take_back_set_aside
from rempart.programmes.actions.lifecycle import (
    move_programme,
    reopen_programme,
    submit_programme,
)
from rempart.programmes.actions.materials import (
    mark_publishable,
    review_material,
    withdraw_publishable,
)
from rempart.programmes.actions.programmes import change_step, start_programme
from rempart.programmes.actions.rows import add_row, change_row, move_row, remove_row
from rempart.programmes.actions.whole import store_plan

__all__ = [
    "add_row",
    "change_row",
    "change_step",
    "decide_on_action",
    "drop_draft",
    "keep_draft",
    "mark_publishable",
    "move_programme",
    "move_row",
    "remove_row",
    "reopen_programme",
    "review_material",
    "set_aside_finding",
    "start_programme",
    "store_plan",
    "submit_programme",
    "take_back_set_aside",
    "withdraw_publishable",
]
