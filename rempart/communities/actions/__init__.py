"""What can be done to places and to what is known of them."""

from rempart.communities.actions.basic_services import check_service, remove_check
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
from rempart.communities.actions.studies import (
    add_study,
    change_study,
    move_study,
    write_ethics,
    write_summaries,
)
from rempart.communities.actions.study_findings import (
    add_finding,
    change_finding,
    restore_finding,
    withdraw_finding,
)
from rempart.communities.actions.study_grid import (
    add_question,
    count_interview,
    remove_interview,
    remove_question,
    write_cell,
)
from rempart.communities.actions.study_rounds import add_figure, remove_figure
from rempart.communities.actions.values import remove_value, write_values

__all__ = [
    "add_figure",
    "add_finding",
    "add_place",
    "add_question",
    "add_study",
    "agree_weights",
    "cast_ballot",
    "change_finding",
    "change_place",
    "change_study",
    "check_service",
    "count_interview",
    "describe_place",
    "drop_list",
    "drop_outlines",
    "drop_sheet",
    "end_weights",
    "keep_list",
    "keep_outlines",
    "keep_sheet",
    "move_study",
    "remove_check",
    "remove_figure",
    "remove_interview",
    "remove_place",
    "remove_question",
    "remove_value",
    "restore_finding",
    "set_condition",
    "store_list",
    "store_sheet",
    "take_back_ballot",
    "withdraw_finding",
    "write_cell",
    "write_ethics",
    "write_summaries",
    "write_values",
]
