"""Whom a comment calls: names after an @, as one signs in with them."""

import re
from collections.abc import Iterable

_CALLED = re.compile(r"(?<![\w.@+-])@([\w.@+-]+)")
_END = ".-+@"  # what may end a sentence, and stand in a name


def names_called(text: str, known: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the known names that a text calls, and those called that nobody has, each once.

    A name is compared without regard to case; a point after it ends the sentence, unless it is its own.
    """
    by_name = {name.casefold(): name for name in known}
    called: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for said in _CALLED.findall(text):
        found = by_name.get(said.casefold()) or by_name.get(said.rstrip(_END).casefold())
        (called if found else unknown)[found or said.rstrip(_END)] = None
    return list(called), [name for name in unknown if name]
