"""How an action says that someone else was quicker: with both versions, so a person can choose."""

import json
from collections.abc import Mapping
from decimal import Decimal
from hashlib import blake2b

UNSEEN = -1  # the version of whoever has not chosen between two: no stored one is like it


class ConflictError(Exception):
    """Someone else saved in between. Nothing was written; ``version`` is the one now stored.

    ``mine`` is what the action was asked to write, ``theirs`` what is stored, under the same names.
    """

    def __init__(
        self, *, mine: Mapping[str, object], theirs: Mapping[str, object], version: int
    ) -> None:
        super().__init__(f"version {version} was saved in between")
        self.mine = dict(mine)
        self.theirs = dict(theirs)
        self.version = version

    def differing(self) -> list[str]:
        """Return the names of the facts that are not the same in both versions."""
        return [name for name, value in self.mine.items() if value != self.theirs[name]]

    def changed_by(self, name: str, marks: str) -> str:
        """Return who alone changed a fact since ``marks`` were taken: ``mine``, ``theirs``.

        The empty string if both did, or if nobody can tell: then only a person can choose.
        """
        was = _read(marks).get(name, "")
        if was == _mark(self.mine[name]):
            return "theirs"
        return "mine" if was == _mark(self.theirs[name]) else ""


def expect_version(
    *, mine: Mapping[str, object], theirs: Mapping[str, object], started_from: int, stored: int
) -> None:
    """Raise ``ConflictError`` if someone has saved other values since this person started."""
    if started_from != stored and dict(mine) != dict(theirs):
        raise ConflictError(mine=mine, theirs=theirs, version=stored)


def marks_of(facts: Mapping[str, object]) -> str:
    """Return a short mark of each fact, for a form to carry: later they tell which facts changed."""
    return " ".join(f"{name}:{_mark(value)}" for name, value in facts.items())


def is_as_marked(facts: Mapping[str, object], marks: str) -> bool:
    """Say whether none of these facts changed since the marks were taken."""
    was = _read(marks)
    return all(was.get(name) == _mark(value) for name, value in facts.items())


def _read(marks: str) -> dict[str, str]:
    return {name: mark for name, _colon, mark in (one.rpartition(":") for one in marks.split())}


def _mark(value: object) -> str:
    """Return a mark that is the same for the same fact, typed or stored: nothing said is one thing."""
    told = json.dumps("" if value is None else value, default=_plain, sort_keys=True)
    return blake2b(told.encode(), digest_size=4).hexdigest()


def _plain(value: object) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
