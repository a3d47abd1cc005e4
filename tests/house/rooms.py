"""What the house tests walk through: the rooms, their furniture, their code, every committed file."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

HOUSE = settings.HOUSE
ROOMS = sorted(p.parent for p in settings.PACKAGE.glob("*/__init__.py"))
FOREIGN = {"__pycache__"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def furniture(room: Path) -> Iterator[tuple[str, Path]]:
    """Yield each module with the piece it belongs to: a folder is the file it was."""
    for path in sorted(room.rglob("*.py")):
        yield path.relative_to(room).parts[0].removesuffix(".py"), path


def code(room: Path) -> Iterator[tuple[str, Path, ast.Module]]:
    """Yield each living module of a room, read."""
    for piece, path in furniture(room):
        if piece not in {"tests", "migrations"}:
            yield piece, path, ast.parse(path.read_text("utf-8"))


def functions(tree: ast.AST) -> Iterator[Function]:
    """Yield every function, also those inside others."""
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def called(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the last word of what is called."""
    for n in ast.walk(node):
        if isinstance(n, ast.Call):
            yield getattr(n.func, "attr", getattr(n.func, "id", "")), n


def calls(node: ast.AST) -> set[str]:
    """Return the last words of everything that is called."""
    return {name for name, _ in called(node)}


def acts(room: Path) -> Iterator[tuple[Path, ast.Module, Function]]:
    """Yield the public functions of a room's actions, be they a file or a folder."""
    for piece, path, tree in code(room):
        for node in tree.body if piece == "actions" else ():
            if isinstance(node, Function) and not node.name.startswith("_"):
                yield path, tree, node


def committed(*suffixes: str) -> Iterator[Path]:
    """Yield the house's own files: no hidden ones, nothing that a program made."""
    for path in sorted(HOUSE.rglob("*")):
        parts = path.relative_to(HOUSE).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts)
        ours = path.is_file() and not hidden and not FOREIGN & set(parts) and path.suffix != ".mo"
        if ours and (not suffixes or path.suffix in suffixes):
            yield path
