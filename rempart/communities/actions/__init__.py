"""What can be done to places and to what is known of them."""

from rempart.communities.actions.lists import drop_list, keep_list, store_list
from rempart.communities.actions.outlines import drop_outlines, keep_outlines
from rempart.communities.actions.places import (
    add_place,
    change_place,
    describe_place,
    remove_place,
)
from rempart.communities.actions.reading import (
    agree_weights,
    cast_ballot,
    end_weights,
    set_condition,
    take_back_ballot,
)
from rempart.communities.actions.sheets import drop_sheet, keep_sheet, store_sheet
from rempart.communities.actions.values import remove_value, write_values

__all__ = [
    "add_place",
    "agree_weights",
    "cast_ballot",
    "change_place",
    "describe_place",
    "drop_list",
    "drop_outlines",
    "drop_sheet",
    "end_weights",
    "keep_list",
    "keep_outlines",
    "keep_sheet",
    "remove_place",
    "remove_value",
    "set_condition",
    "store_list",
    "store_sheet",
    "take_back_ballot",
    "write_values",
]
