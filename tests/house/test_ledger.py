"""The ledger is whole, and claims nothing that it cannot show."""

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest
import yaml

from tests.claims import judge
from tests.ledger import LEDGER, STATES, Line, examples, ledger
from tests.shared import SHARED

HOUSE = LEDGER.parents[1]
LINES = ledger()
BY_ID = {line.id: line for line in LINES}
COUNTS = {"REQ": 125, "PR": 105, "RULE": 159}
INVENTORY, PRACTICE = "seed/inventory.yaml", "domain/domain.md"
FROM_OUTSIDE = {"visit", "browser_of", "client", "Client", "call_command", "subprocess"}
DONE = [line for line in LINES if line.state == "done"]


def names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.arg):
            yield node.name if isinstance(node, ast.FunctionDef) else node.arg
        elif isinstance(node, ast.Name):
            yield node.id


def test_every_id_is_there_once() -> None:
    assert Counter(line.id.partition("-")[0] for line in LINES) == COUNTS
    ids = re.findall(r"^(\S+):", LEDGER.read_text("utf-8"), re.MULTILINE)
    assert ids == list(BY_ID)


@pytest.mark.shared(INVENTORY)
def test_the_ids_are_those_of_the_inventory() -> None:
    inventory = yaml.load((SHARED / INVENTORY).read_text("utf-8"), yaml.CSafeLoader)
    needed = [r["id"] for r in inventory["system_requirements"]]
    rules = [f"{r['id']}/{scope}" for r in inventory["rules"] for scope in r["applies"]]
    practice = re.findall(r"^\| (PR-\d+) \|", (SHARED / PRACTICE).read_text("utf-8"), re.MULTILINE)
    assert list(BY_ID) == [*needed, *practice, *rules]


@pytest.mark.shared(INVENTORY)
def test_every_sentence_of_an_acceptance_is_quoted() -> None:
    inventory = yaml.load((SHARED / INVENTORY).read_text("utf-8"), yaml.CSafeLoader)
    for needed in inventory["system_requirements"]:
        quoted = " ".join(proof["says"] for proof in BY_ID[needed["id"]].proofs)
        assert quoted.split() == needed["acceptance"].split(), needed["id"]


def test_every_line_has_a_state_and_what_it_owes() -> None:
    for line in LINES:
        assert line.state in STATES, line.id
        assert line.reason or line.state in {"absent", "done"}, f"{line.id} gives no reason"
        assert line.state in {"partial", "done"} or not line.carriers(), f"{line.id} has tests"


def test_a_claim_names_tests_that_exist() -> None:
    for line in DONE:
        assert line.carriers() or line.table, f"{line.id} is claimed without a test"
        for test in line.carriers():
            file, _, function = test.partition("[")[0].partition("::")
            assert (HOUSE / file).is_file(), f"{line.id}: {test} does not exist"
            tree = ast.parse((HOUSE / file).read_text("utf-8"))
            assert function in set(names(tree)), f"{line.id}: {test} does not exist"


def test_a_requirement_is_shown_from_outside() -> None:
    for line in DONE:
        for proof in line.proofs:
            assert proof["tests"], f"{line.id}: no test shows {proof['says']!r}"
            for test in proof["tests"]:
                used = set(names(ast.parse((HOUSE / test.partition("::")[0]).read_text("utf-8"))))
                assert FROM_OUTSIDE & used, f"{test} does not drive the product from outside"


def test_a_rule_is_carried_by_its_table_of_examples() -> None:
    for line in DONE:
        if line.table:
            counts = examples(line.table)
            assert min(counts.values()) >= 2, f"{line.id}: two violated and two kept, not {counts}"


def test_a_claim_needs_a_test_that_passed() -> None:
    claim = Line("PR-999", "done", tests=["test_it"])
    for came_to in ({"passed"}, {"passed", "skipped"}):
        assert not judge(claim, {"test_it": came_to}, whole=True)
    for broken in ({"failed", "passed"}, {"skipped"}, set()):
        assert judge(claim, {"test_it": broken}, whole=True), f"{broken} carries a claim"
