"""The map of the house, drawn from the code: rooms in their order, their sentence, files and acts.

``python -m tests.house.map`` (part of `make fix`) draws docs/map.md anew.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[2]
MAP = HOUSE / "docs" / "map.md"
HEAD = """# Map of the house

Drawn from the code by `make fix`; a test sees that it is current. Rooms stand in the order of the work: each may know those above it, never those below.
"""


def sentence(node: ast.Module | ast.FunctionDef) -> str:
    """Return the first sentence of a docstring."""
    return " ".join((ast.get_docstring(node) or "").partition("\n\n")[0].split())


def rooms() -> list[Path]:
    """Return the rooms in the order of the import contract."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["id"] == "rooms")
    return [HOUSE / "rempart" / room for row in reversed(layers) for room in row.split(" | ")]


def files(room: Path) -> Iterator[tuple[str, ast.Module]]:
    """Yield a room's modules, by their path in it; tests, migrations and empty ones left out."""
    for path in sorted(room.rglob("*.py")):
        inside = path.relative_to(room)
        tree = ast.parse(path.read_text("utf-8"))
        if not {"tests", "migrations"} & set(inside.parts) and path.parent / "__init__.py" != path:
            yield inside.as_posix(), tree


def acts(room: Path) -> Iterator[tuple[str, str]]:
    """Yield a room's acts with what they do."""
    for name, tree in files(room):
        for node in tree.body if name.startswith("actions") else ():
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield node.name, sentence(node)


def drawn() -> str:
    """Return the whole map."""
    lines = [HEAD]
    for room in rooms():
        lines += [
            f"## {room.name}\n",
            sentence(ast.parse((room / "__init__.py").read_text("utf-8"))),
            "",
        ]
        if told := [f"| `{name}` | {sentence(tree)} |" for name, tree in files(room)]:
            lines += ["| File | Holds |", "|---|---|", *told, ""]
        if told := [f"| `{name}` | {said} |" for name, said in sorted(acts(room))]:
            lines += ["| Act | Does |", "|---|---|", *told, ""]
    return "\n".join(lines)


if __name__ == "__main__":
    MAP.write_text(drawn(), "utf-8")
