"""Faults inside the answers of an activity, and in what only a broken program would write."""

from typing import Any

import pytest

from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.tests.test_exchange import faults_of, file_of

WHERE = "objectives[0].outputs[0].activities[0].details"


def with_answers(kind: str, details: Any) -> bytes:  # noqa: ANN401 -- what a file may hold
    activity = {"key": "a", "text": "Do", "kind": kind, "details": details}
    output = {"key": "p", "text": "P", "activities": [activity]}
    return file_of(objectives=[{"key": "o", "text": "O", "outputs": [output]}])


@pytest.mark.parametrize(
    ("kind", "details", "path", "code"),
    [
        (
            "street_outreach",
            {"first_contact_on": "2027-02-30"},
            ".first_contact_on",
            "unknown_code",
        ),
        ("street_outreach", {"first_contact_on": 3}, ".first_contact_on", "unknown_code"),
        ("street_outreach", {"safety_protocol": "perhaps"}, ".safety_protocol", "unknown_code"),
        ("apprenticeship", {"youngest_age": "old"}, ".youngest_age", "unknown_code"),
        ("apprenticeship", {"youngest_age": 10**12}, ".youngest_age", "too_large"),
        ("police_operation", {"measure": "smile"}, ".measure", "unknown_code"),
        ("police_operation", {"aimed_at": ["moon"]}, ".aimed_at", "unknown_code"),
        ("police_operation", {"measure": 1.5}, ".measure", "wrong_type"),
        ("police_operation", ["round_up"], "", "wrong_type"),
    ],
)
def test_an_answer_that_does_not_fit_its_question_is_named(
    kind: str, details: object, path: str, code: str
) -> None:
    assert (f"{WHERE}{path}", code) in faults_of(with_answers(kind, details))


@pytest.mark.parametrize(
    ("kind", "details"),
    [
        ("street_outreach", {"first_contact_on": "2027-02-28", "safety_protocol": "yes"}),
        ("street_outreach", {"first_contact_on": "", "safety_protocol": ""}),
        ("police_operation", {"measure": "arrest", "aimed_at": ["exploiters"]}),
        ("apprenticeship", {"youngest_age": 15}),
    ],
)
def test_an_answer_that_fits_is_carried(kind: str, details: dict[str, object]) -> None:
    plan, faults = read_plan(with_answers(kind, details), known())

    assert faults == []
    assert plan is not None
    kept = {name: list(v) if isinstance(v, tuple) else v for name, v in _details(plan).items()}
    assert kept == details


def _details(plan: Any) -> dict[str, Any]:  # noqa: ANN401 -- answers of every sort
    return dict(next(plan.activities()).details)


def test_nothing_said_is_null_or_left_out() -> None:
    plan, faults = read_plan(file_of(starts_on=None, budget_total=None), known())

    assert faults == []
    assert plan is not None
    assert (plan.starts_on, plan.budget_total, plan.ends_on) == (None, None, None)


def test_a_field_beside_the_plan_is_named() -> None:
    file = file_of().replace(b'"version": 1', b'"version": 1, "mood": "good"')

    assert faults_of(file) == [("mood", "unknown_field")]
