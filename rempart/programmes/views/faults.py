"""The faults of a file in the reader's words."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from rempart.programmes.rules.exchange import Fault

FAULTS = {
    "not_utf8": _("The file is not a text in UTF-8 (first odd byte: %(byte)s)."),
    "not_json": _("The file is not whole JSON: it stops making sense at line %(line)s, column %(column)s."),
    "too_big": _("The file is too big: %(limit)s bytes at most."),
    "too_deep": _("Lists within lists go too deep: %(limit)s levels at most."),
    "wrong_format": _("This is no programme of Rempart: “format” must be “%(expected)s”."),
    "wrong_version": _("This version of the format is not known here: %(expected)s is."),
    "unknown_field": _("Nothing of this name is known here."),
    "missing_field": _("This must be there."),
    "duplicate_field": _("This stands twice."),
    "wrong_type": _("This is of another sort than expected (%(expected)s)."),
    "not_a_date": _("This is no date (year-month-day)."),
    "not_a_number": _("This is no number."),
    "negative": _("A number below zero."),
    "too_large": _("The number is too large: below %(limit)s."),
    "too_fine": _("Too many decimals: %(limit)s at most."),
    "too_long": _("The text is too long: %(limit)s characters at most, here %(length)s."),
    "too_many": _("Too many rows: %(limit)s at most."),
    "forbidden_character": _("The text holds a character that no text may hold."),
    "unknown_code": _("“%(value)s” is none of the values of the list “%(list)s”."),
    "unknown_key": _("“%(value)s” points at nothing in this file."),
    "not_a_key": _("A key is made of letters without accents, digits, “-”, “_” and “.”."),
    "said_twice": _("“%(value)s” already stands in another row of this list."),
    "duplicate_key": _("The key “%(value)s” is already another row's."),
    "end_before_start": _("It ends (%(last)s) before it starts (%(first)s)."),
    "ages_upside_down": _("The highest age (%(last)s) is below the lowest (%(first)s)."),
    "in_a_circle": _("It hangs under itself, by way of “%(value)s”."),
    "other_branch": _("A cause hangs under causes and an effect under effects: “%(value)s” is of the other side."),
    "and_others": _("… and %(number)s more."),
}  # fmt: skip


def said(faults: Iterable[Fault]) -> list[dict[str, str]]:
    """Return each fault as ``look/refusal.html`` shows it: where, and what is wrong there."""
    return [
        {"what": fault.path, "why": words} if fault.path else {"what": words, "why": ""}
        for fault in faults
        for words in [str(FAULTS[fault.code]) % fault.values]
    ]
