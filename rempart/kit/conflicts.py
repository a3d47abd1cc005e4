"""How an action says that someone else was quicker: with both versions, so a person can choose."""

from collections.abc import Mapping


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


def expect_version(
    *, mine: Mapping[str, object], theirs: Mapping[str, object], started_from: int, stored: int
) -> None:
    """Raise ``ConflictError`` if someone has saved other values since this person started."""
    if started_from != stored and dict(mine) != dict(theirs):
        raise ConflictError(mine=mine, theirs=theirs, version=stored)
