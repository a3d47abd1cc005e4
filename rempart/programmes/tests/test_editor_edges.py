"""What the editor's pages hardly reach: acts asked by a stranger, rows gone meanwhile, odd tables."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied

from rempart.kit.refusals import RefusedError
from rempart.programmes.actions import store_plan
from rempart.programmes.actions.branches import add_branches, copy_branch, shift_row
from rempart.programmes.actions.comments import (
    change_comment,
    read_mention,
    reopen_thread,
    resolve_thread,
    withdraw_comment,
    write_comment,
)
from rempart.programmes.actions.levels import name_levels
from rempart.programmes.models import Mention, Objective
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.rules.branches import Way, keys_of
from rempart.programmes.rules.naming import all_glossed
from rempart.programmes.rules.tables.columns import Column
from rempart.programmes.rules.tables.grid import read_html
from rempart.programmes.rules.tables.reading import Reader, key_words, read_table
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, bento, chipo, passerelle

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 1, 1, tzinfo=UTC)
LEVEL_TEXT = [Column.LEVEL, Column.TEXT]


def test_every_act_of_the_editor_refuses_a_stranger() -> None:
    bento()
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    row = row_of(programme, "objectives", "o0")
    assert row
    about = ("objectives", "o0")
    comment = write_comment(programme, by=amina(), at=NOW, about=about, text="@bento look")
    (mention,) = Mention.objects.all()
    refused: list[Callable[[], object]] = [
        lambda: shift_row(row, by=chipo(), way=Way.UP),
        lambda: copy_branch(row, by=chipo(), programme=programme, parent=None),
        lambda: add_branches(programme, by=chipo(), branches=[]),
        lambda: write_comment(programme, by=chipo(), at=NOW, about=about, text="x"),
        lambda: change_comment(comment, by=chipo(), at=NOW, text="x"),
        lambda: withdraw_comment(comment, by=chipo()),
        lambda: resolve_thread(comment.thread, by=chipo(), at=NOW),
        lambda: reopen_thread(comment.thread, by=chipo()),
        lambda: read_mention(mention, by=chipo(), at=NOW),
        lambda: name_levels(passerelle(), by=chipo(), language="en", names={}),
    ]
    for act in refused:
        with pytest.raises(PermissionDenied):
            act()
    assert plan_of(programme) == full_plan()


def test_a_row_that_went_meanwhile_is_neither_moved_nor_copied() -> None:
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    row = row_of(programme, "objectives", "o0")
    assert row
    assert len(keys_of(plan_of(programme).objectives[0])) == 6
    Objective.objects.all().delete()
    with pytest.raises(RefusedError, match="row_is_gone"):
        shift_row(row, by=amina(), way=Way.UP)
    with pytest.raises(RefusedError, match="row_is_gone"):
        copy_branch(row, by=amina(), programme=programme, parent=None)


CELLS = [
    (LEVEL_TEXT, [["Colour", "x"]], ["unknown_level"]),
    (LEVEL_TEXT, [["Output", "x"]], ["no_parent"]),
    (LEVEL_TEXT, [["Objective", ""]], ["no_text"]),
    ([*LEVEL_TEXT, Column.ASSUMPTION], [["Objective", "x", "a"], ["", "", "b"]], ["said_already"]),
    ([Column.TEXT, Column.INDICATOR, Column.TARGET], [["x", "i", "1e5"]], ["not_a_number"]),
    ([Column.TEXT, Column.INDICATOR, Column.TARGET], [["x", "i", "1" * 16]], ["too_large"]),
    ([Column.TEXT, Column.INDICATOR, Column.TARGET], [["x", "i", "0.12345"]], ["too_fine"]),
    ([Column.TEXT, Column.INDICATOR, Column.TARGET_ON], [["x", "i", "31/02/2027"], ["y", "i", "soon"]], ["not_a_date"] * 2),
    ([Column.TEXT, Column.INDICATOR, Column.TARGET_ON], [["x", "i", "March 1, 2027"]], []),
    ([Column.TEXT, Column.INDICATOR], [["x", "a\x07b"]], ["forbidden_character"]),
    ([Column.TEXT], [["a"], [" b"], ["  c"], ["   d"]], ["too_deep"]),
    ([Column.TEXT, Column.LEAD], [["a", ""], ["", "x"]], ["no_place_for_it"]),
    ([Column.TEXT, Column.LEAD], [["", "x"]], ["nothing_above"]),
    ([Column.TEXT, Column.LEAD], [[f"a{n}", "x"] for n in range(70)], ["and_others", *["no_place_for_it"] * 60]),
    ([Column.LEVEL, Column.TEXT, Column.KIND], [["Objective", "x", "none"]], ["unknown_word"]),
]  # fmt: skip


@pytest.mark.parametrize(("columns", "rows", "codes"), CELLS)
def test_odd_cells_are_told(columns: list[Column], rows: list[list[str]], codes: list[str]) -> None:
    found = read_table(rows, columns, None, Reader())
    assert sorted(fault.code for fault in found.faults) == sorted(codes)


def test_an_indicator_under_an_indicator_measures_the_same_row() -> None:
    rows = [["Objective", "x"], ["Indicator", "a"], ["Indicator", "b"]]
    (objective,) = read_table(rows, LEVEL_TEXT, None, Reader()).branches
    assert [one.text for one in objective.indicators] == ["a", "b"]  # type: ignore[union-attr]  # an objective


def test_words_and_cells_without_a_row_are_read() -> None:
    assert key_words({"x": "Été"}) == {"ete": "x"}
    assert read_html("<table><td>a<td>b</table>") == [["a", "b"]]
    ours, own = {"outputs": ("Output", "Outputs")}, {"outputs": ("Deliverable", "Deliverables")}
    assert all_glossed(["Outputs", "x"], ours, own) == ("Outputs (Deliverables)", "x")
