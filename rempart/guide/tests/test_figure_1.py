"""Figure 1: the printed letters are kept, the columns are inferred and say how surely."""

from collections import Counter
from typing import Any

import pytest
import yaml

from rempart.guide.catalogue import catalogue
from rempart.guide.rules.figure import Cell, Confidence, Figure1, Letter, Row
from rempart.guide.rules.kinds import Kind
from tests.shared import SHARED

MATRIX = SHARED / "seed" / "matrix.yaml"
FIGURE = catalogue().figure_1


def test_every_action_has_a_row_and_every_printed_cell_a_column() -> None:
    assert [row.slug for row in FIGURE.rows] == [e.slug for e in catalogue().of_kind(Kind.ACTION)]
    assert [row.number for row in FIGURE.rows] == list(range(1, 40))
    for row in FIGURE.rows:
        in_order = sorted(row.cells, key=lambda cell: FIGURE.columns.index(cell.group))
        assert tuple(cell.letters for cell in in_order) == row.letters, row.slug
    assert sum(len(row.letters) for row in FIGURE.rows) == 239


def test_who_does_what_and_what_a_group_does() -> None:
    health = FIGURE.roles_of(32)

    assert {group: "".join(cell.letters) for group, cell in health.items()} == {
        "children_adolescents": "B", "government": "P", "ngos": "P", "specialised_care": "D",
        "un_io": "P",
    }  # fmt: skip
    assert list(health) == [g for g in FIGURE.columns if g in health]
    assert FIGURE.actions_of("specialised_care")[32].letters == (Letter.DECIDES,)
    assert set(FIGURE.actions_of("men")) == {15}
    with pytest.raises(KeyError):
        FIGURE.roles_of(40)


@pytest.mark.parametrize(
    ("row_confidence", "cell", "expected"),
    [
        ("high", Cell(group="ngos", letters=(), probability=0.60), ("high", False)),
        ("high", Cell(group="ngos", letters=(), probability=0.59), ("medium", False)),
        ("low", Cell(group="ngos", letters=(), probability=0.35), ("medium", False)),
        ("high", Cell(group="ngos", letters=(), probability=0.34), ("low", True)),
        (
            "high",
            Cell(group="ngos", letters=(), probability=0.9, is_disputed=True),
            ("medium", True),
        ),
        ("very_low", Cell(group="ngos", letters=(), probability=0.99), ("very_low", True)),
    ],
)
def test_a_cell_says_how_sure_it_is(
    row_confidence: str, cell: Cell, expected: tuple[str, bool]
) -> None:
    row = Row(
        slug="act.01", number=1, letters=(), confidence=Confidence(row_confidence), cells=(cell,)
    )

    assert (row.confidence_of(cell), row.is_doubtful(cell)) == expected


def test_rows_cut_off_or_odd_only_suggest() -> None:
    unsure = [row for row in FIGURE.rows if row.confidence is Confidence.VERY_LOW]

    assert [row.number for row in unsure] == [4, 11, 15]
    assert all(row.note for row in unsure)
    assert all(row.is_doubtful(cell) for row in unsure for cell in row.cells)


@pytest.mark.shared("seed/matrix.yaml")
def test_the_figure_agrees_with_the_reconstruction() -> None:
    told: dict[str, Any] = yaml.load(MATRIX.read_text("utf-8"), Loader=yaml.CSafeLoader)
    columns = dict(zip((c["key"] for c in told["columns"]), FIGURE.columns, strict=True))

    for row, source in zip(FIGURE.rows, told["rows"], strict=True):
        assert [",".join(letters) for letters in row.letters] == source["source_cells"]
        assert row.confidence == source["confidence"]
        assert {(c.group, ",".join(c.letters), c.probability) for c in row.cells} == {
            (columns[key], letters, float(source["cell_posterior"][key]))
            for key, letters in source["assignment"].items()
        }


def test_a_figure_without_rows_knows_no_one() -> None:
    assert not Figure1(columns=("ngos",), rows=()).actions_of("ngos")
    assert Counter(FIGURE.columns) == Counter(catalogue().code_list("stakeholder_group").ids)
