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


_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")


def read_sheet_figure(text: str) -> Decimal | None:
    """Return the number that a cell says in words, whichever mark its writer uses; nothing if none.

    A per cent sign after it is let go. Where a mark may part thousands or a fraction ("1.500"),
    ``AmbiguousError``: nothing is guessed.
    """
    bare = _SPACES.sub("", text).rstrip("%")
    if found := _THOUSANDS.fullmatch(bare):
        if bare.count(found[1]) == 1:
            raise AmbiguousError(text)
        return Decimal(bare.replace(found[1], ""))
    mark = "," if bare.rfind(",") > bare.rfind(".") else "."
    return read_figure(bare, mark)


class AmbiguousError(ValueError):
    """A number that can be read in two ways."""
