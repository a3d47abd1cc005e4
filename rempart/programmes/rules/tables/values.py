"""What a cell says: a day in four ways of writing, a figure with its decimal comma, a word of a list."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from rempart.kit.figures import read_figure
from rempart.programmes.rules.tables.columns import folded
from rempart.programmes.rules.tables.grid import bare

MOST = Decimal(10) ** 14  # what a column of the database holds, with four decimals
FINEST = 4
CENTS = 2  # decimals of an amount of money
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_NAMED = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+) (\d{4})")
_NAMED_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})")
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "janvier january janv jan", "fevrier february fevr fev feb", "mars march mar", "avril april avr apr",
            "mai may", "juin june jun", "juillet july juil jul", "aout august aou aug", "septembre september sept sep",
            "octobre october oct", "novembre november nov", "decembre december dec",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip


def read_day(cell: str) -> date | None:
    """Return the day that a cell says: 2027-03-01, 01/03/2027, 1.3.2027 or 1 March 2027; the day first.

    What cannot be such a day is none: nothing is guessed from a month that stands before its day.
    """
    words, plain = bare(cell), folded(cell)
    if found := _ISO.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(words):
        day, month, year = map(int, found.groups())
    elif found := _NAMED.fullmatch(plain):
        day, month, year = int(found[1]), _MONTHS.get(found[2], 0), int(found[3])
    elif found := _NAMED_FIRST.fullmatch(plain):
        day, month, year = int(found[2]), _MONTHS.get(found[1], 0), int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_amount(cell: str, mark: str, *, finest: int = FINEST) -> tuple[Decimal | None, str]:
    """Return the figure of a cell, or none with why: not_a_number, negative, too_large, too_fine."""
    said = bare(cell).removesuffix("%").strip()
    figure = read_figure(said, mark)
    if figure is None:
        return None, "not_a_number"
    if figure < 0:
        return None, "negative"
    if figure >= MOST:
        return None, "too_large"
    exponent = figure.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > finest:
        return None, "too_fine"
    return figure, ""


def is_percent(cell: str) -> bool:
    """Say whether a figure is a share of a hundred."""
    return bare(cell).endswith("%")


def read_word(cell: str, words: Mapping[str, str]) -> str | None:
    """Return the code that a word of a list stands for; none if it stands for none."""
    return words.get(folded(cell))
