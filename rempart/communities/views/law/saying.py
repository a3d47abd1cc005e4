"""Entries of law and policy in the reader's words: cells of a list, lines of a page, due dates."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rempart.communities.models import LawEntry
from rempart.communities.models.law_names import SIDES as SIDE_NAMES
from rempart.communities.models.law_names import label_of, word_of
from rempart.communities.queries.laws import answer, name_of
from rempart.communities.rules.laws.checking import SIDES, Fact, day_of, sides_present
from rempart.communities.rules.laws.registers import Column, Register, Sort
from rempart.look.say import day, number

SHORT = 120  # letters of a long text shown in a list


def in_words(column: Column, said: Mapping[str, Fact]) -> str:
    """Return what an entry says in a column, in words."""
    fact = said.get(column.name, "")
    if not fact:
        return ""
    if column.is_closed:
        return answer(column, fact)
    if column.sort is Sort.DAY:
        return day(day_of(said, column.name), "medium")
    if column.sort is Sort.FIGURE:
        return number(Decimal(str(fact)))
    return str(fact)


def lines_of(entry: LawEntry) -> Iterator[tuple[str, str]]:
    """Yield what an entry says, label and words, for its own page: what is not said is left out."""
    said = entry.said()
    for column in entry.described.columns:
        words = in_words(column, said)
        if words and column.name != "title":
            yield label_of(entry.register, column.name), words


def due_said(entry: LawEntry, today: date) -> str:
    """Return how long an entry is overdue, or when it is due; nothing where nothing is awaited."""
    if entry.due is None:
        return ""
    if not entry.is_late(today):
        return day(entry.due, "medium")
    days = (today - entry.due).days
    late = ngettext("%(n)s day late", "%(n)s days late", days) % {"n": number(days)}
    return f"{day(entry.due, 'medium')} – {late}"


def sides_said(entry: LawEntry) -> str:
    """Return which sides were missing from a meeting; nothing where all three were there."""
    if entry.register != "meetings" or entry.state != "held":
        return ""
    present = sides_present(entry.said())
    missing = [str(SIDE_NAMES[side]) for side in SIDES if side not in present]
    if not missing:
        return ""
    return _("Not tripartite: nobody was there for %(sides)s.") % {"sides": ", ".join(missing)}


def columns_shown(register: Register) -> list[Column]:
    """Return the columns of a list: the name comes first and is not among them."""
    named = set(register.named_by) if "title" in register.named_by else {"title"}
    return [one for one in register.columns if one.is_listed and one.name not in named]


def heads_of(register: Register) -> list[dict[str, object]]:
    """Return the heads of a list as ``look/table.html`` wants them."""
    shown = columns_shown(register)
    words = [_("Entry"), *(label_of(register.slug, column.name) for column in shown)]
    return [{"word": word} for word in words]


def row_of(entry: LawEntry, today: date) -> dict[str, object]:
    """Return an entry as a row of ``look/table.html``."""
    said = entry.said()
    cells = [_cell(entry, column, said, today) for column in columns_shown(entry.described)]
    return {"address": entry.get_absolute_url(), "cells": [name_of(entry), *cells]}


def _cell(entry: LawEntry, column: Column, said: Mapping[str, Fact], today: date) -> object:
    if column.name == "state":
        if entry.withdrawn_on:
            return {"text": _("Withdrawn"), "chip": "full", "icon": "x"}
        return {"text": word_of(entry.state), "chip": "action", "icon": "circle-dot"}
    if column.name == "due" and entry.is_late(today):
        return {"text": due_said(entry, today), "chip": "brick", "icon": "clock"}
    words = in_words(column, said)
    cut = words if len(words) <= SHORT else f"{words[:SHORT]}…"
    return {"text": cut or "–"}
