"""Days as people write them in sheets: the day before the month, the month in figures or in words."""

import re
from datetime import date

from rempart.guide.rules.words import bare

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january janvier jan janv",
            "february fevrier feb fev fevr",
            "march mars mar",
            "april avril apr avr",
            "may mai",
            "june juin jun",
            "july juillet jul juil",
            "august aout aug",
            "september septembre sep sept",
            "october octobre oct",
            "november novembre nov",
            "december decembre dec",
        ),
        start=1,
    )
    for word in words.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)?\s+)?([a-z]+)\.?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_YEAR = re.compile(r"(\d{4})")


def read_day(text: str, today: date) -> date | None:
    """Return the day that a text says: 2026-05-31, 31/05/2026, 31.05.2026, 31 mai 2026, May 31, 2026.

    A month or a year alone counts as its last day, or today if it is not over.
    """
    said = _plain(text)
    if found := _ISO.fullmatch(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(said):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(said):
        return _day(int(found[3]), MONTHS.get(found[1], 0), int(found[2]))
    if found := _WORDS.fullmatch(said):
        year, month = int(found[3]), MONTHS.get(found[2], 0)
        return _day(year, month, int(found[1])) if found[1] else _last(year, month, today)
    if found := _YEAR.fullmatch(said):
        return _last(int(found[1]), 12, today)
    return None


def _plain(text: str) -> str:
    return bare(text) if re.search(r"[^\W\d_]{3}", text) else " ".join(text.split())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last(year: int, month: int, today: date) -> date | None:
    """Return the last day of a month that has begun."""
    days = (found for day in range(31, 27, -1) if (found := _day(year, month, day)))
    last = next(days, None)
    if last is None:
        return None
    first = last.replace(day=1 if month != 12 else last.day)  # noqa: PLR2004 -- December stands for its year
    begun = first <= today or (month == 12 and year == today.year)  # noqa: PLR2004 -- the same
    return min(last, today) if begun else last
