"""What cannot be in an entry, whoever says it: a form, a sheet or an act."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from rempart.communities.rules.laws.registers import (
    CHILDREN,
    LONGEST,
    OTHER_INSTRUMENT,
    Column,
    Register,
    Sort,
)

Fact = str | tuple[str, ...]  # a day is kept as 2026-05-31, a figure with its point
Facts = Mapping[str, Fact]
SIDES = ("state_side", "employers_side", "workers_side")
FIRST_YEAR, LAST_YEAR = 1900, 2100


def day_of(facts: Facts, name: str) -> date | None:
    """Return a day that the facts say; nothing where they say none."""
    said = facts.get(name)
    try:
        return date.fromisoformat(said) if isinstance(said, str) and said else None
    except ValueError:
        return None


def faults_of(register: Register, facts: Facts, today: date) -> list[tuple[str, str]]:
    """Return everything that cannot be, as column and code, in the order of the columns.

    Codes: needed, in_the_future, not_a_date, not_in_list, too_long, not_a_number, before_the_other,
    no_side, no_children, state_says_otherwise.
    """
    found = [fault for column in register.columns for fault in _of_one(column, facts, today)]
    found += [fault for fault in _between(register, facts) if fault not in found]
    order = [column.name for column in register.columns]
    return sorted(found, key=lambda fault: order.index(fault[0]))


def _of_one(column: Column, facts: Facts, today: date) -> Iterator[tuple[str, str]]:
    said = facts.get(column.name, "")
    if not said:
        if column.is_needed:
            yield column.name, "needed"
        return
    if code := _fault(column, said, facts, today):
        yield column.name, code


def _fault(column: Column, said: Fact, facts: Facts, today: date) -> str:
    if column.sort is Sort.DAY:
        return _fault_of_day(column, day_of(facts, column.name), today)
    if isinstance(said, str) and len(said) > LONGEST.get(column.sort, LONGEST[Sort.TEXT]):
        return "too_long"
    if column.sort is Sort.FIGURE:
        return "" if _is_figure(said) else "not_a_number"
    given = (said,) if isinstance(said, str) else said
    is_known = not column.options or set(given) <= set(column.options)
    return "" if is_known else "not_in_list"


def _fault_of_day(column: Column, day: date | None, today: date) -> str:
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        return "not_a_date"
    return "in_the_future" if column.is_past and day > today else ""


def _is_figure(said: Fact) -> bool:
    try:
        return Decimal(str(said)).is_finite() and Decimal(str(said)) >= 0
    except InvalidOperation:
        return False


def _between(register: Register, facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield what two columns say against each other."""
    for first, second in register.after:
        earlier, later = day_of(facts, first), day_of(facts, second)
        if earlier and later and later < earlier:
            yield second, "before_the_other"
    own = _CLASHES.get(register.slug)
    if own:
        yield from own(facts)


def _of_ratification(facts: Facts) -> Iterator[tuple[str, str]]:
    if facts.get("instrument") == OTHER_INSTRUMENT and not facts.get("title"):
        yield "title", "needed"
    state = facts.get("state")
    if state == "unsigned" and facts.get("signed_on"):
        yield "signed_on", "state_says_otherwise"
    if state in {"unsigned", "signed"} and facts.get("ratified_on"):
        yield "ratified_on", "state_says_otherwise"


def _of_consultation(facts: Facts) -> Iterator[tuple[str, str]]:
    were_heard = CHILDREN in facts.get("groups", ())
    if facts.get("age_bands") and not were_heard:
        yield "age_bands", "no_children"
    if were_heard and not facts.get("age_bands"):
        yield "age_bands", "needed"


def _of_enforcement(facts: Facts) -> Iterator[tuple[str, str]]:
    for value, day in (("before", "before_on"), ("later", "later_on")):
        if facts.get(value) and not facts.get(day):
            yield day, "needed"
        if facts.get(day) and not facts.get(value):
            yield value, "needed"
    if facts.get("later") and not facts.get("before"):
        yield "before", "needed"


def _of_report(facts: Facts) -> Iterator[tuple[str, str]]:
    if facts.get("sent_on") and facts.get("state") not in {"sent", "examined"}:
        yield "sent_on", "state_says_otherwise"


def _of_meeting(facts: Facts) -> Iterator[tuple[str, str]]:
    if facts.get("state") == "held" and not any(facts.get(side) for side in SIDES):
        yield "state_side", "no_side"


_CLASHES = {
    "ratifications": _of_ratification,
    "consultations": _of_consultation,
    "enforcement": _of_enforcement,
    "reports": _of_report,
    "meetings": _of_meeting,
}


def is_overdue(register: Register, state: str, due: date | None, today: date) -> bool:
    """Whether an entry waits for something whose day has passed."""
    return due is not None and due < today and state in register.opened


def sides_present(facts: Facts) -> list[str]:
    """Return the sides that took part in a meeting: all three make it tripartite."""
    return [side for side in SIDES if facts.get(side)]
