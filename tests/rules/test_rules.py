"""The tables of examples: what each rule says of small fictional plans, and where to mend them.

One file for each rule, ``RULE-001.programme.yaml``: under each verdict a list of examples with the
``case`` in words, the ``plan`` as it differs from a sober one, and ``at``, the places that the
finding must name. ``severity`` and ``set_aside`` are told where they differ.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from rempart.programmes.rules.checks import CHECKS, SEVERITY
from rempart.programmes.rules.findings import Finding, review
from rempart.programmes.rules.review import Severity, Verdict
from tests.rules.terse import TODAY, paths_of, plan_from

TABLES = {
    path.name.removesuffix(".programme.yaml"): yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(Path(__file__).parent.glob("*.programme.yaml"))
}
Example = dict[str, Any]
ENOUGH = 2


def examples() -> Iterator[Any]:
    for rule, table in TABLES.items():
        for verdict, cases in table.items():
            for case in cases:
                name = f"{rule}.programme-{verdict}-{case['case']}".replace(" ", "_")
                yield pytest.param(rule, verdict, case, id=name)


def found(rule: str, example: Example) -> Finding:
    findings = review(plan_from(example.get("plan") or {}), TODAY)
    return next(finding for finding in findings if finding.rule == rule)


@pytest.mark.parametrize(("rule", "verdict", "example"), [*examples()])
def test_a_rule_says_of_an_example(rule: str, verdict: str, example: Example) -> None:
    finding = found(rule, example)

    assert (finding.verdict, example["case"]) == (verdict, example["case"]), finding
    assert set(example.get("at", ())) <= set(paths_of(finding.spots))
    assert finding.severity == example.get("severity", SEVERITY[rule])
    assert bool(finding.set_aside) == example.get("set_aside", False)


@pytest.mark.parametrize("rule", CHECKS)
def test_every_check_has_its_table(rule: str) -> None:
    table = TABLES[rule]

    assert len(table["violated"]) >= ENOUGH
    assert len(table["kept"]) >= ENOUGH
    assert set(table) <= set(Verdict)
    assert all(example.get("at") for example in table["violated"]), "it names where to mend"


def test_every_table_has_its_check() -> None:
    assert set(TABLES) <= set(CHECKS)


@pytest.mark.parametrize("rule", [rule for rule in TABLES if SEVERITY[rule] is Severity.BLOCK])
def test_a_block_that_cannot_tell_stops_a_submission(rule: str) -> None:
    for example in TABLES[rule].get("cannot_tell", ()):
        if "severity" not in example:
            assert found(rule, example).obstacle == f"cannot_tell_{rule}"


@pytest.mark.parametrize("rule", CHECKS)
def test_every_check_says_its_source_and_its_reading(rule: str) -> None:
    said = CHECKS[rule].__doc__ or ""

    assert said.startswith(rule)
    assert "Source: " in said
    assert "Reading: " in said


def test_the_fifteen_checks_of_the_donts_are_covered() -> None:
    said = " ".join(check.__doc__ or "" for check in CHECKS.values())

    assert {int(number) for number in re.findall(r"\bH(\d+)\b", said)} - {16} == set(
        range(1, 16)
    )  # H16 is our own, for REQ-060
