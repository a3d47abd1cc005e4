"""The tables of examples: what each rule says of small fictional plans, and where to mend them.

One file for each rule and scope, ``RULE-001.programme.yaml``: under each verdict a list of examples
with the ``case`` in words, the ``plan`` as it differs from a sober one, and ``at``, the places that
the finding must name. ``severity`` and ``set_aside`` are told where they differ.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from rempart.programmes.catalogue import thresholds
from rempart.programmes.rules.checks import SCOPES
from rempart.programmes.rules.findings import Finding, review
from rempart.programmes.rules.review import Severity, Verdict
from tests.rules.terse import TODAY, paths_of, plan_from

TABLES = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(Path(__file__).parent.glob("*.yaml"))
}
CHECKS = {
    f"{rule}.{scope.value}": checked
    for scope, rules in SCOPES.items()
    for rule, checked in rules.items()
}
Example = dict[str, Any]
ENOUGH = 2


def examples() -> Iterator[Any]:
    for name, table in TABLES.items():
        for verdict, cases in table.items():
            for case in cases:
                told = f"{name}-{verdict}-{case['case']}".replace(" ", "_")
                yield pytest.param(name, verdict, case, id=told)


def found(name: str, example: Example) -> Finding:
    """Return what the rule and scope of a table say of an example."""
    findings = review(plan_from(example.get("plan") or {}), TODAY, thresholds())
    return next(one for one in findings if f"{one.rule}.{one.scope.value}" == name)


@pytest.mark.parametrize(("name", "verdict", "example"), [*examples()])
def test_a_rule_says_of_an_example(name: str, verdict: str, example: Example) -> None:
    finding = found(name, example)

    assert (finding.verdict, example["case"]) == (verdict, example["case"]), finding
    assert set(example.get("at", ())) <= set(paths_of(finding.spots))
    assert finding.severity == example.get("severity", CHECKS[name][1])
    assert bool(finding.set_aside) == example.get("set_aside", False)


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_has_its_table(name: str) -> None:
    table = TABLES[name]

    assert len(table["violated"]) >= ENOUGH
    assert len(table["kept"]) >= ENOUGH
    assert set(table) <= set(Verdict)
    assert all(example.get("at") for example in table["violated"]), "it names where to mend"


@pytest.mark.parametrize("name", [name for name in CHECKS if name.endswith(".communication")])
def test_a_check_of_material_is_told_in_every_verdict(name: str) -> None:
    assert set(TABLES[name]) == set(Verdict)


def test_every_table_has_its_check() -> None:
    assert set(TABLES) <= set(CHECKS)


@pytest.mark.parametrize("name", [name for name in TABLES if CHECKS[name][1] is Severity.BLOCK])
def test_a_block_that_cannot_tell_stops_a_submission(name: str) -> None:
    for example in TABLES[name].get("cannot_tell", ()):
        if "severity" not in example:
            finding = found(name, example)
            assert finding.obstacle == f"cannot_tell_{finding.id}"


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_says_its_source_and_its_reading(name: str) -> None:
    said = CHECKS[name][0].__doc__ or ""

    assert said.startswith(name.partition(".")[0])
    assert "Source: " in said
    assert "Reading: " in said


def test_the_fifteen_checks_of_the_donts_are_covered() -> None:
    said = " ".join(check.__doc__ or "" for check, _severity in CHECKS.values())

    assert {int(number) for number in re.findall(r"\bH(\d+)\b", said)} - {16, 17} == set(
        range(1, 16)
    )  # H16 and H17 are our own: REQ-060, the safeguarding gate
