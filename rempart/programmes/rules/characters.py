"""Which characters a plan can hold, whether it is typed or read from a file."""

import re
from unicodedata import category

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)  # XML holds none
_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}


def holds_forbidden(text: str) -> bool:
    """Say whether a text holds a character that no document can carry."""
    return _FORBIDDEN.search(text) is not None


def is_unseen(text: str) -> bool:
    """Say whether nothing of a text can be seen: spaces, direction marks, characters without width."""
    return all(category(letter) in _UNSEEN for letter in text)


def seen(text: str) -> str:
    """Return a text with the sign for "unreadable" in place of what no document can carry."""
    return _FORBIDDEN.sub("\ufffd", text)
