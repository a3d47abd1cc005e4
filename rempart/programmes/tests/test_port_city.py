"""The fictional programme of the port city: whole, and made of what the guide and the lists know."""

import json
from datetime import date
from typing import Any

import pytest
from django.conf import settings

from rempart.guide.catalogue import catalogue
from rempart.programmes.catalogue import questions_of, thresholds
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan, write_plan
from rempart.programmes.rules.findings import open_obstacles, review
from rempart.programmes.rules.plan import Plan

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


def test_every_code_is_one_of_its_list(plan: dict[str, Any]) -> None:
    guide = catalogue()
    activities = rows(plan, "objectives", "outputs", "activities")
    levels = (("objectives",), ("objectives", "outputs"), ("objectives", "outputs", "activities"))
    indicators = [one for path in levels for one in rows(plan, *path, "indicators")]
    said = {
        "plan_need": {row["kind"] for row in rows(plan, "needs")},
        "plan_cause": {row["code"] for row in rows(plan, "causes") if "code" in row},
        "plan_target": {
            code for row in activities for code in (*row["targets"], *row.get("audiences", []))
        },
        "stakeholder_group": {code for row in activities for code in row.get("messengers", [])},
        "plan_unit": {row["unit"] for row in indicators},
        "plan_split": {code for row in indicators for code in row.get("split", [])},
        "working_children": set(plan["working_children"]),
        "risk_sector": set(plan["risk_sectors"]),
    }
    for name, codes in said.items():
        assert codes <= set(guide.code_list(name).ids), name
    assert {row["library"] for row in indicators if "library" in row} <= set(guide.indicators)


def test_every_activity_answers_what_its_kind_asks(plan: dict[str, Any]) -> None:
    for activity in rows(plan, "objectives", "outputs", "activities"):
        details = activity.get("details", {})
        asked = {question.slug: question for question in questions_of(activity["kind"])}
        assert details.keys() <= asked.keys(), activity["key"]
        for code, answer in details.items():
            known = {option.id for option in asked[code].options}
            told = answer if isinstance(answer, list) else [answer]
            assert not known or set(told) <= known, (activity["key"], code)


def whole() -> Plan:
    plan, faults = read_plan(FILE.read_bytes(), known())
    assert faults == []
    assert plan
    return plan


def test_it_is_read_without_a_fault_and_written_as_it_was_read() -> None:
    assert read_plan(write_plan(whole()).encode(), known()) == (whole(), [])


def test_its_review_shows_every_state_and_nothing_stands_in_the_way_of_a_submission() -> None:
    findings = review(whole(), date(2026, 11, 24), thresholds())

    open_ones = [(f.rule, f.severity, f.verdict) for f in findings if f.spots and not f.set_aside]
    assert open_ones == [
        ("RULE-024", "warning", "violated"),
        ("RULE-045", "warning", "cannot_tell"),
        ("RULE-127", "advice", "violated"),
    ]
    assert [(f.rule, f.severity) for f in findings if f.set_aside] == [("RULE-015", "error")]
    assert open_obstacles(findings) == []
