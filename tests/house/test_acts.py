"""Acts: only they write, and each is whole, signed, allowed and recorded."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.rooms import ROOMS, Function, acts, called, calls, code

WRITES = {
    "save", "delete", "create", "bulk_create", "update", "bulk_update", "get_or_create",
    "update_or_create", "create_user", "create_superuser", "asave", "adelete", "acreate",
    "aupdate", "abulk_create", "abulk_update", "aget_or_create", "aupdate_or_create",
    "cursor", "execute", "executemany", "raw", "_raw_delete",
}  # fmt: skip
MAY_WRITE = {"actions", "audit"}  # audit: the one line that every act leaves
SAVES_FILES = {  # documents and sheets are "saved" too: these files know no Django, so they reach no row
    "kit/papers.py",
    "kit/sheets.py",
    "programmes/documents/filling.py",
    "programmes/documents/sheet.py",
    "programmes/documents/template.py",
}
CODE = re.compile(r"[a-z_]+\.[a-z_]+")
each_room = pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.name)


def with_helpers(tree: ast.Module, act: Function) -> list[Function]:
    """Return an act with the private functions of its file that it calls, and those they call."""
    private = {f.name: f for f in tree.body if isinstance(f, Function)}
    found = [act]
    for function in found:
        nexts = calls(function) & {name for name in private if name.startswith("_")}
        found += [private[name] for name in sorted(nexts) if private[name] not in found]
    return found


def records(tree: ast.Module, act: Function) -> Iterator[ast.Call]:
    """Yield the lines that an act leaves in the audit log."""
    for function in with_helpers(tree, act):
        yield from (call for name, call in called(function) if name == "record")


@each_room
def test_only_actions_write(room: Path) -> None:
    for piece, path, tree in code(room):
        if str(path.relative_to(room.parent)) in SAVES_FILES:
            assert "django" not in path.read_text("utf-8").replace("no Django", "")
            continue
        writing = calls(tree) & WRITES if piece not in MAY_WRITE else set()
        assert not writing, f"{path.relative_to(room.parent)} writes: {writing}"


@each_room
def test_every_act_is_atomic(room: Path) -> None:
    for _, _, act in acts(room):
        assert "transaction.atomic" in map(ast.unparse, act.decorator_list), (
            f"{act.name} is not in one transaction"
        )


@each_room
def test_every_act_says_by_whom(room: Path) -> None:
    for _, _, act in acts(room):
        assert "by" in {a.arg for a in act.args.kwonlyargs}, f"{act.name} does not take *, by"


@each_room
def test_every_act_asks_who_may(room: Path) -> None:
    for _, tree, act in acts(room):
        asks = any("PermissionDenied" in ast.unparse(f) for f in with_helpers(tree, act))
        assert asks, f"{act.name} refuses nobody"


@each_room
def test_every_act_is_recorded(room: Path) -> None:
    for _, tree, act in acts(room):
        lines = list(records(tree, act))
        assert lines, f"{act.name} leaves no audit line"
        for line in lines:
            by, what, *_ = map(ast.unparse, line.args)
            assert by == "by", f"{act.name} records {by}, not who did it"
            assert CODE.fullmatch(what.strip("'")), f"{act.name} records {what}, not room.past"
