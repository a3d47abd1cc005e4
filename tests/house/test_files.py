"""What is committed: no excuse without its reason, no trace of a machine, catalogues that can be read."""

import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.house.rooms import HOUSE, committed

TEXT = {
    ".py", ".md", ".txt", ".toml", ".yaml", ".yml", ".json", ".html", ".css", ".js", ".po", ".svg",
    ".typ", ".sh", "",
}  # fmt: skip
EXCUSE = re.compile(r"#\s*(noqa|type:\s*ignore|pragma)\b(.*)")
REASONED = re.compile(r"(: [A-Z0-9, ]+|: no cover) -- \S|\[[\w, -]+\]  # \S")
PATHS = re.compile(r"(?<![\w.:/-])/(home|root|work|farm|Users)/")
REGISTRIES = re.compile(r"(pypi\.org|pythonhosted\.org|npmjs\.(org|com))")
CATALOGUES = sorted(committed(".po"))


def named(path: Path) -> str:
    """Return a file's name as the house says it."""
    return path.relative_to(HOUSE).as_posix()


def comments(path: Path) -> Iterator[str]:
    """Yield the comments of a module."""
    with path.open("rb") as file:
        yield from (
            t.string for t in tokenize.tokenize(file.readline) if t.type == tokenize.COMMENT
        )


def test_every_excuse_gives_its_reason() -> None:
    for path in committed(".py"):
        for kind, rest in EXCUSE.findall("\n".join(comments(path))):
            assert REASONED.match(rest), f"{named(path)}: a {kind} without its reason"


def test_no_file_knows_a_machine_or_a_registry() -> None:
    for path in committed(*TEXT):
        words = path.read_text("utf-8")
        assert not (found := PATHS.search(words)), f"{named(path)} holds the path {found}"
        assert not (found := REGISTRIES.search(words)), f"{named(path)} holds the address {found}"


@pytest.mark.parametrize("path", CATALOGUES, ids=named)
def test_a_catalogue_of_words_is_whole(path: Path) -> None:
    with path.open("rb") as file:
        words = read_po(file, abort_invalid=True)
    assert not words.obsolete, f"{named(path)} keeps dead words"
    for message in words:
        where = f"{named(path)}: {str(message.id)[:60]}"
        assert not message.locations, f"{where} names a line, which changes with every edit"
        faults = list(message.check(words)) if message.id else []
        assert not faults, f"{where}: {faults}"
