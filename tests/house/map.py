"""Pages of the docs that are drawn: the map of the house, from the code, and the indicators' list.

``python -m tests.house.map`` (part of `make fix`) draws docs/map.md and docs/indicators.md anew.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import yaml

HOUSE = Path(__file__).parents[2]
HEAD = """# Map of the house

Drawn from the code by `make fix`; a test sees that it is current. Rooms stand in the order of the work: each may know those above it, never those below.
"""
INDICATORS = """# Indicators

Drawn from `content/indicators/` by `make fix`; a test sees that it is current. Their formulas, their splits and their French stand there: see [content](../content/README.md).
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


def listed() -> str:
    """Return the whole list of indicators."""
    lines = [INDICATORS, "| Code | Indicator | Domain | Level | Unit |", "|---|---|---|---|---|"]
    for path in sorted((HOUSE / "content" / "indicators").glob("*.yaml")):
        said = yaml.safe_load(path.read_text("utf-8"))
        about = f"**{said['title']}.** {said['definition']}"
        kept = said["domain"], said["level"], said["unit"]
        lines.append(f"| `{path.stem}` | {about} | {' | '.join(kept)} |")
    return "\n".join([*lines, ""])


DRAWN = {HOUSE / "docs" / "map.md": drawn, HOUSE / "docs" / "indicators.md": listed}

if __name__ == "__main__":
    for page, draw in DRAWN.items():
        page.write_text(draw(), "utf-8")
