"""The ledger, read: what is claimed of each requirement, and which tests carry the claim.

``python -m tests.ledger`` (`make ledger`) prints a line per id, its state and its number of tests.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

import yaml

TESTS = Path(__file__).parent
LEDGER = TESTS / "requirements.yaml"
TABLES = TESTS / "rules"
STATES = ("absent", "partial", "done", "declined")


class Proof(TypedDict):
    """One sentence of an acceptance, and the tests that show it from outside."""

    says: str
    tests: list[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger. Its fields are the file's schema: no more, no less."""

    id: str
    state: str
    reading: str = ""
    reason: str = ""
    proofs: list[Proof] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)

    @property
    def table(self) -> str:
        """The name of the table of examples that carries a rule's scope; nothing for the others."""
        return self.id.replace("/", ".") if self.id.startswith("RULE-") else ""

    def carriers(self) -> list[str]:
        """Return the tests that carry the line, by node id; a rule's bear the name of its table."""
        shown = [test for proof in self.proofs for test in proof["tests"]]
        return list(dict.fromkeys(shown + self.tests))

    def count(self) -> int:
        """Return how many tests carry the line; of a rule, how many examples."""
        return len(self.carriers()) + sum(examples(self.table).values())


def examples(table: str) -> dict[str, int]:
    """Count the examples of a rule's table: those that violate it, and those that keep it."""
    file = TABLES / f"{table}.yaml"
    said = yaml.safe_load(file.read_text("utf-8")) if table and file.exists() else {}
    return {side: len(said.get(side) or ()) for side in ("violated", "kept")}


def ledger() -> list[Line]:
    """Read the ledger; a line with an unknown or missing key is an error that names it."""
    lines = []
    for name, said in yaml.safe_load(LEDGER.read_text("utf-8")).items():
        try:
            lines.append(Line(name, **said))
        except TypeError as error:
            message = f"{LEDGER.name}: {name}: {error}"
            raise ValueError(message) from error
    return lines


def main() -> None:
    """Print a line per id, then the counts."""
    lines = ledger()
    for line in lines:
        print(line.id, line.state, line.count())
    for kind in ("REQ", "PR", "RULE"):
        states = Counter(line.state for line in lines if line.id.startswith(f"{kind}-"))
        said = ", ".join(f"{states[state]} {state}" for state in STATES)
        print(f"{kind}: {said} of {states.total()}")


if __name__ == "__main__":
    main()
