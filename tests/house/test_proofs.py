"""No guard without its proof: each house test has a mistake that it notices (`make prove`)."""

import ast

from tests.house.rooms import HOUSE, functions
from tests.prove.mistakes import MISTAKES

ELSEWHERE = {
    "test_the_database_keeps_the_privacy_classes": "PostgreSQL alone keeps them",
    "test_the_ids_are_those_of_the_inventory": "reads ../shared",
    "test_every_sentence_of_an_acceptance_is_quoted": "reads ../shared",
    "test_every_guard_is_proven": "this one",
}


def test_every_guard_is_proven() -> None:
    proven = {mistake.guard[-1].removeprefix("tests/house/") for mistake in MISTAKES}
    for path in sorted((HOUSE / "tests" / "house").glob("test_*.py")):
        found = [f.name for f in functions(ast.parse(path.read_text("utf-8")))]
        guards = [name for name in found if name.startswith("test_")]
        for guard in set(guards) - ELSEWHERE.keys():
            alone = path.name in proven and guards == [guard]  # then the file's name is the guard's
            shown = alone or f"{path.name}::{guard}" in proven
            assert shown, f"{path.name}::{guard} has no mistake in tests/prove/mistakes.py"
