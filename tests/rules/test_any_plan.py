"""Whatever a plan holds, a review answers: no check raises, and every finding can be acted upon.

Plans are made at random, from seeds that do not change: rows with nothing said, codes that no list
knows, places that were deleted, dates that are no dates.
"""

import random
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from rempart.programmes.catalogue import kinds, questions, thresholds
from rempart.programmes.rules.checks import SCOPES
from rempart.programmes.rules.codes import (
    Answer,
    Criterion,
    Decision,
    Eligibility,
    Level,
    ObjectiveKind,
    Provision,
    Serves,
    Step,
)
from rempart.programmes.rules.communication import Image, Literacy, Story
from rempart.programmes.rules.findings import open_obstacles, review
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity
from rempart.programmes.rules.review import Severity, Verdict
from rempart.programmes.rules.steps import step_fields, step_rows
from tests.rules.terse import TODAY

LISTS = (
    Answer, Criterion, Decision, Eligibility, Image, Level, Literacy, ObjectiveKind, Provision,
    Serves, Story,
)  # fmt: skip
CODES = ["", "nonsense", "area.wr", "area.dem", "area.nat", "men", "law_justice", "quay"]
CODES += [value for one in LISTS for value in one]
NEEDS = ["report_response", "school_places", "legal_aid", "follow_up", "food", ""]


def anything(hint: Any, dice: random.Random, depth: int = 0) -> Any:  # noqa: ANN401 -- types as data
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return tuple(anything(inner, dice, depth + 1) for _ in range(dice.randrange(4)))
    if isinstance(hint, UnionType):
        return dice.choice([None, anything(get_args(hint)[0], dice, depth)])
    if is_dataclass(hint):
        return record(hint, dice, depth)
    made: dict[Any, Any] = {
        int: dice.randrange(40),
        bool: dice.random() < 0.5,
        date: date(2026 + dice.randrange(3), 1 + dice.randrange(12), 1),
        Decimal: Decimal(dice.randrange(100)),
        str: dice.choice(CODES),
    }
    return made[hint]


def record(shape: Any, dice: random.Random, depth: int = 0) -> Any:  # noqa: ANN401 -- types as data
    hints = get_type_hints(shape)
    said = {
        field.name: anything(hints[field.name], dice, depth)
        for field in fields(shape)
        if field.name != "details" and (field.name in {"key", "sex"} or dice.random() < 0.7)
    }
    required = {
        "title",
        "text",
        "name",
        "kind",
        "factor",
        "part",
        "group",
        "decision",
        "rule",
        "register",
        "segment",
        "campaign",
    }
    for name in required | {"action", "reason", "age_band", "number"} & hints.keys():
        if name in hints and name not in said:
            said[name] = 3 if name == "number" else ""
    said |= {"key": f"k{dice.randrange(9)}"} if "key" in hints else {}
    if shape is Activity:
        said |= {"kind": dice.choice(["", "other", "gone", *kinds()]), "details": details(dice)}
    elif "provision" in hints:
        said["kind"] = dice.choice(NEEDS)
    return shape(**said)


def details(dice: random.Random) -> dict[str, Any]:
    """Answers of every sort to questions of every kind, fitting or not."""
    answers: list[Any] = ["", "yes", "no", "unknown", "2027-02-30", "2027-03-01", 0, 14, -3, ()]
    options = [option.id for question in questions().values() for option in question.options]
    asked = dice.sample(sorted(questions()), 12)
    return {
        q: dice.choice([*answers, dice.choice(options), (dice.choice(options),)]) for q in asked
    }


@pytest.mark.parametrize("seed", range(150))
def test_a_review_answers_for_any_plan(seed: int) -> None:
    plan = record(Plan, random.Random(seed))  # noqa: S311 -- the same plans each time, no secret

    findings = review(plan, TODAY, thresholds())

    assert [finding.rule for finding in findings] == [r for rules in SCOPES.values() for r in rules]
    for finding in findings:
        needs_mending = finding.verdict in {Verdict.VIOLATED, Verdict.CANNOT_TELL}
        assert bool(finding.spots) == needs_mending, finding
        assert not (finding.severity is Severity.BLOCK and finding.can_be_set_aside)
        for spot in finding.spots:
            known = {*step_rows(spot.step), ""}
            assert spot.row in known, spot
            assert spot.row or spot.field in step_fields(Step(spot.step)), spot
    assert len(open_obstacles(findings)) == len(set(open_obstacles(findings)))


@pytest.mark.parametrize("seed", range(20))
def test_who_does_what_in_an_action_never_weighs_in_a_review(seed: int) -> None:
    """Figure 1's columns are inferred: neither they nor a reading of them makes a finding."""
    plan = record(Plan, random.Random(seed))  # noqa: S311 -- the same plans each time, no secret

    assert review(plan, TODAY) == review(replace(plan, parts=()), TODAY)


def test_an_empty_plan_is_never_praised() -> None:
    findings = review(Plan(title=""), TODAY)

    kept = [finding.rule for finding in findings if finding.verdict is Verdict.KEPT]
    assert kept == []
