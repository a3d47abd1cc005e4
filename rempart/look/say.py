"""Dates, numbers and money as the reader says them, and the spaces that French wants."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_time
from babel.numbers import format_currency, format_decimal, format_percent
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language

NO_BREAK, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
UNITS = r"%|‰|€|\$|£|[kMG]?o\b|[cm]?m\b|km\b|kg\b|h\b|min\b|ans?\b|mois\b|jours?\b|semaines?\b|°C"

OURS: dict[str | None, str] = {
    None: "en-GB",
    "en": "en-GB",
}  # the product says "programme", and the day before the month


@cache
def _locale(language: str | None) -> Locale:
    try:
        return Locale.parse(OURS.get(language) or language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en", "GB")


def locale() -> Locale:
    """Return Babel's locale of the language in use."""
    return _locale(get_language())


def day(when: date | None, form: str = "long") -> str:
    """Write a day: "4 January 2027"; ``form`` is short, medium, long, full or a pattern ("d MMM")."""
    here = _here(when) if isinstance(when, datetime) else when
    return _day(here, form, get_language()) if here else ""


@lru_cache(maxsize=5_000)
def _day(here: date, form: str, language: str | None) -> str:
    """Write a day; a document says the same few again and again."""
    own = _locale(language)
    said = format_date(here, form, own)
    if here.day == 1 and own.language == "fr":  # French counts the first day only
        return re.sub(r"\b1(?= [^\W\d])", "1er", said)
    return said


def moment(when: datetime | None, form: str = "medium") -> str:
    """Write a day and an hour, in the house's time zone."""
    return format_datetime(_here(when), form, locale=locale()) if when else ""


def clock(when: datetime | time | None) -> str:
    """Write an hour: "14:32", in French "14 h 32"."""
    if when is None:
        return ""
    here = _here(when) if isinstance(when, datetime) else when
    if locale().language == "fr":
        return f"{here:%-H}{NO_BREAK}h{NO_BREAK}{here:%M}"
    return format_time(here, "HH:mm", locale=locale())


def number(value: float | Decimal | None, decimals: int | None = None) -> str:
    """Write a number with the reader's separators; ``decimals`` fixes how many follow the point."""
    if value is None:
        return ""
    form = None if decimals is None else "#,##0" + "." * bool(decimals) + "0" * decimals
    is_exact = isinstance(value, Decimal) and decimals is None
    return _number(repr(value), value, form, get_language(), is_exact=is_exact)


@lru_cache(maxsize=5_000)
def _number(
    _told: str, value: float | Decimal, form: str | None, language: str | None, *, is_exact: bool
) -> str:
    """Write a number; 12.5 and 12.50 are equal, but told differently."""
    return format_decimal(value, form, _locale(language), decimal_quantization=not is_exact)


def percent(value: float | Decimal | None, *, exact: bool = False) -> str:
    """Write hundredths: 64 becomes "64%", in French "64 %"; ``exact`` keeps what follows the point."""
    if value is None:
        return ""
    part = Decimal(str(value)) / 100
    return format_percent(part, locale=locale(), decimal_quantization=not exact)


def money(amount: float | Decimal | None, currency: str = "EUR") -> str:
    """Write an amount in a currency of ISO 4217; without its hundredths where there are none."""
    if amount is None:
        return ""
    if amount != int(amount):
        return format_currency(amount, currency, locale=locale())
    whole = locale().currency_formats["standard"].pattern.replace("0.00", "0")
    return format_currency(amount, currency, whole, locale(), currency_digits=False)


def typeset(text: object) -> str:
    """Return a French text with the spaces that must not break; another language as it is.

    Before ``: ; ? ! »``, after ``«``, inside a number and between a number and its unit.
    """
    said = str(text)
    if locale().language != "fr":
        return said
    said = re.sub(rf"[ {NO_BREAK}]+(?=[;?!])", NARROW, said)
    said = re.sub(rf"[ {NARROW}]+(?=[:»])|(?<=«)[ {NARROW}]+", NO_BREAK, said)
    said = re.sub(r"(?<=\d) (?=\d{3}\b)", NARROW, said)
    return re.sub(rf"(?<=\d) (?={UNITS})", NO_BREAK, said)


def _here(when: datetime) -> datetime:
    return localtime(when) if is_aware(when) else when
