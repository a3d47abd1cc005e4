"""The rooms: each says what it is for, stands in the order, and holds known and short furniture."""

import importlib
import tomllib
from pathlib import Path

import pytest

from tests.house.rooms import HOUSE, ROOMS, code, functions, furniture

FURNITURE = {
    "__init__", "rules", "models", "access", "queries", "actions", "forms", "views", "urls",
    "apps", "admin", "tasks", "migrations", "templatetags", "management", "tests",
}  # fmt: skip
EXTRA = {  # a room's own pieces; adding one is a decision someone reads in review
    "accounts": {"adapter", "http", "passwords", "sessions"},
    "communities": {"catalogue"},
    "guide": {"catalogue"},
    "kit": {"conflicts", "discretion", "figures", "papers", "refusals", "sheets"},
    "look": {"conflicts", "fields", "finders", "gallery", "htmx", "reader", "say"},
    "programmes": {"documents", "catalogue"},
    "project": {"settings", "wsgi"},
    "vault": {"audit"},
}
JUNK = {"utils", "util", "helpers", "common", "misc", "services", "managers", "signals"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
OUTSIDE_THE_STORY = {"kit", "vault", "look", "api", "offline", "project"}
CONTRACTS = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
each_room = pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.name)


@each_room
def test_a_room_says_what_it_is_for(room: Path) -> None:
    said = importlib.import_module(f"rempart.{room.name}").__doc__
    assert said, f"{room.name} does not say what it is for"


@each_room
def test_a_room_holds_only_known_furniture(room: Path) -> None:
    strange = {piece for piece, _ in furniture(room)} - FURNITURE - EXTRA.get(room.name, set())
    assert not strange, f"{room.name} holds {strange}"


@each_room
def test_no_file_is_a_junk_drawer(room: Path) -> None:
    for _, path in furniture(room):
        assert not JUNK & set(path.relative_to(room).with_suffix("").parts), f"{path} is a drawer"


@each_room
def test_files_and_functions_stay_short(room: Path) -> None:
    for _, path, tree in code(room):
        length = len(path.read_text("utf-8").splitlines())
        assert length <= LONGEST_FILE, f"{path.name} has {length} lines"
        for f in functions(tree):
            length = (f.end_lineno or 0) - f.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{path.name}:{f.name} has {length} lines"


@each_room
def test_a_rooms_furniture_stands_in_the_order(room: Path) -> None:
    contract = next(c for c in CONTRACTS["contracts"] if c["id"] == "furniture")
    ordered = room.name in OUTSIDE_THE_STORY or f"rempart.{room.name}" in contract["containers"]
    assert ordered, f"no contract orders the furniture of {room.name}"
