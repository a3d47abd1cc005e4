"""What can be done to places and to what is known of them."""

from rempart.communities.actions.basic_services import check_service, remove_check
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
    "check_service",
    "describe_place",
    "drop_outlines",
    "drop_sheet",
    "end_weights",
    "keep_outlines",
    "keep_sheet",
    "remove_check",
    "remove_place",
    "remove_value",
    "set_condition",
    "store_sheet",
    "take_back_ballot",
    "write_values",
]
