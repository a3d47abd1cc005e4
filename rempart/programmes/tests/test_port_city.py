"""The fictional programme of the port city: whole, and made of what the guide and the lists know."""

import json
from typing import Any

import pytest
from django.conf import settings

from rempart.guide.catalogue import catalogue

FILE = settings.HOUSE / "content" / "programmes" / "port-city.json"


@pytest.fixture(scope="module")
def plan() -> dict[str, Any]:
    told = json.loads(FILE.read_text("utf-8"))
    assert told["format"] == "rempart-programme"
    return dict(told["plan"])


def rows(plan: dict[str, Any], *path: str) -> list[dict[str, Any]]:
    found = [plan]
    for name in path:
        found = [row for one in found for row in one.get(name, [])]
    return found


def test_it_is_large_enough_to_show_every_part_of_a_programme(plan: dict[str, Any]) -> None:
    results = ("objectives", "outputs", "activities")
    levels = [results[:n] for n in (1, 2, 3)]
    assert [len(rows(plan, *path)) for path in levels] == [3, 8, 40]
    assert sum(len(rows(plan, *path, "indicators")) for path in levels) >= 15
    assert len(rows(plan, "gender")) == 8
    assert {row["serves"] for row in rows(plan, "partners")} == {
        "children_families",
        "intermediaries",
    }


def test_every_action_chosen_has_an_activity_and_every_activity_a_chosen_action(
    plan: dict[str, Any],
) -> None:
    carried = {
        n
        for row in rows(plan, "objectives", "outputs", "activities")
        for n in row.get("actions", [])
    }
    chosen = {
        row["action"]
        for row in rows(plan, "choices")
        if row["decision"] == "chosen"
        if "action" in row
    }
    assert {f"act.{number:02}" for number in carried} == chosen


def test_it_points_only_at_what_the_guide_has(plan: dict[str, Any]) -> None:
    guide = catalogue()
    groups = set(guide.code_list("stakeholder_group").ids)
    for name in ("partners", "stakeholders", "parts"):
        assert {row["group"] for row in rows(plan, name)} <= groups
    slugs = {row["factor"] for row in rows(plan, "factors")} | set(plan["areas"])
    assert slugs | {c["action"] for c in rows(plan, "choices") if "action" in c} <= set(
        guide.entries
    )


def test_opponents_are_groups_without_a_name(plan: dict[str, Any]) -> None:
    opponents = [row for row in rows(plan, "stakeholders") if "opponent" in row["stands"]]
    assert opponents
    assert not any("name" in row for row in opponents)
