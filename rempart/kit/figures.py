"""Numbers as people type them: spaces between thousands, a comma or a point before the fraction."""

import re
from decimal import Decimal

_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def read_figure(text: str, decimal_mark: str) -> Decimal | None:
    """Return the number that someone typed, or nothing if it is none.

    ``decimal_mark`` is the one of the reader's language, "," or "."; the other one is understood
    too, unless it parts thousands: with a decimal comma "1.500" is fifteen hundred, "1.5" is not.
    """
    bare = _SPACES.sub("", text)
    other = "." if decimal_mark == "," else ","
    if decimal_mark in bare or re.fullmatch(rf"[+-]?\d{{1,3}}({re.escape(other)}\d{{3}})+", bare):
        bare = bare.replace(other, "")
    bare = bare.replace(",", ".")
    return Decimal(bare) if _NUMBER.fullmatch(bare, re.NOFLAG) and bare.isascii() else None
