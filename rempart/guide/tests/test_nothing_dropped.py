"""Everything in the guide's inventory is content, and nothing stands in it twice."""

from collections import Counter
from typing import Any

import pytest
import yaml

from rempart.guide.catalogue import catalogue
from rempart.guide.rules.entries import Area, Detection, Factor, Ladder
from rempart.guide.rules.kinds import Kind
from tests.shared import SHARED

# kind: section of the inventory, its entries, their lines
FIGURES = {
    Kind.SCOPE: ("scope", 9, 0),
    Kind.DEFINITION: ("definitions", 22, 0),
    Kind.FACTOR: ("vulnerability_factors", 22, 0),
    Kind.PRINCIPLE: ("principles", 17, 0),
    Kind.LAW: ("legal_instruments", 9, 11),
    Kind.LEVEL: ("strategy_levels", 3, 8),
    Kind.PHASE: ("assistance_phases", 2, 3),
    Kind.KEY_POINT: ("key_points", 12, 0),
    Kind.STAKEHOLDER_ADVICE: ("stakeholder_guidance", 5, 0),
    Kind.STAKEHOLDER_CATEGORY: ("stakeholder_categories", 4, 0),
    Kind.STAKEHOLDER: ("stakeholders", 13, 44),
    Kind.ACTION_THEME: ("action_themes", 7, 0),
    Kind.ACTION: ("actions", 39, 0),
    Kind.AREA: ("areas", 5, 0),
    Kind.PRIORITY: ("priority_actions", 12, 0),
    Kind.TODO: ("todos", 35, 0),
    Kind.NOT_TODO: ("not_todos", 25, 0),
    Kind.EXAMPLE: ("examples", 32, 154),
    Kind.BOX: ("boxes", 18, 106),
    Kind.DETECTION: ("detection", 21, 0),
}
ADVICE_BY_AREA = {
    "nat": (3, 7, 3),
    "risk": (3, 9, 4),
    "dem": (2, 7, 6),
    "wr": (3, 7, 9),
    "rei": (1, 5, 3),
}
VOCABULARIES = {
    "guide_area": ("areas", 5),
    "guide_level": ("levels", 4),
    "guide_audience": ("groups", 22),
    "guide_theme": ("themes", 44),
    "severity": ("severities", 4),
    "rule_scope": ("rule_scopes", 5),
}
INVENTORY = SHARED / "seed" / "inventory.yaml"


@pytest.fixture(scope="module")
def inventory() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(INVENTORY.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return loaded


@pytest.mark.parametrize("kind", FIGURES)
def test_a_kind_has_as_many_entries_and_lines_as_the_guide(kind: Kind) -> None:
    entries = catalogue().of_kind(kind)
    _, number, lines = FIGURES[kind]

    assert len(entries) == number
    assert sum(len(entry.lines) for entry in entries) == lines


def test_each_area_has_its_advice_boxes_and_examples() -> None:
    kinds = Kind.PRIORITY, Kind.TODO, Kind.NOT_TODO
    counted = Counter((e.place.area, e.kind) for e in catalogue().entries.values())

    assert {a: tuple(counted[a, k] for k in kinds) for a in ADVICE_BY_AREA} == ADVICE_BY_AREA
    assert [(len(a.boxes), len(a.examples)) for a in catalogue().of(Area)] == [
        (2, 6), (2, 9), (2, 8), (4, 6), (3, 3),
    ]  # fmt: skip


def test_factors_and_elements_of_detection_are_sorted_as_in_the_guide() -> None:
    factors = Counter(factor.family.value for factor in catalogue().of(Factor))
    elements = Counter(element.family.value for element in catalogue().of(Detection))

    assert factors == {"family": 8, "child": 6, "setting": 5, "observation": 3}
    assert elements == {
        "physical": 3, "psychosocial": 7, "vulnerable": 4, "staff": 3, "place": 2, "entry": 2,
    }  # fmt: skip


def test_both_figures_are_there() -> None:
    (legend,) = catalogue().of_kind(Kind.FIGURE)
    (ladder,) = catalogue().of(Ladder)

    assert [line.code for line in legend.lines] == ["B", "D", "P"]
    assert len(ladder.rungs) == 6


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_vocabulary_is_whole(name: str) -> None:
    assert len(catalogue().code_list(name).ids) == VOCABULARIES[name][1]


def test_every_indicator_is_there() -> None:
    assert len(catalogue().indicators) == 90


@pytest.mark.shared("seed/inventory.yaml")
@pytest.mark.parametrize("kind", FIGURES)
def test_the_inventory_counts_the_same(kind: Kind, inventory: dict[str, Any]) -> None:
    section, _, lines = FIGURES[kind]
    told = inventory[section]

    names = [entry["id"] for entry in told]
    if kind is Kind.STAKEHOLDER:  # the guide's groups have the ids of our list, mapped by order
        names = [f"st.{group}" for group in catalogue().code_list("stakeholder_group").ids]
    assert len(names) == len(told)
    assert [entry.slug for entry in catalogue().of_kind(kind)] == names
    assert sum(len(e.get("items", e.get("steps", []))) for e in told) == lines


@pytest.mark.shared("seed/inventory.yaml")
@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_inventory_has_the_same_vocabularies(name: str, inventory: dict[str, Any]) -> None:
    section, _ = VOCABULARIES[name]
    assert catalogue().code_list(name).ids == tuple(inventory["vocabularies"][section])


@pytest.mark.shared("seed/inventory.yaml")
def test_no_entry_keeps_a_line_number(inventory: dict[str, Any]) -> None:
    assert inventory["actions"][0]["source"]  # the inventory has them
    assert not {"source", "line", "lines_in_source"} & {
        key for entry in catalogue().entries.values() for key in entry.__slots__
    }
