"""The registers of law and policy, each described once: list, form, sheet and JSON follow from it.

``title``, ``country``, ``state``, ``on`` and ``due`` mean the same in every register that has them;
whatever else a register asks is a fact of its own. Sources: strategy 1, actions 1 to 6 and 8.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SHARED: Final = ("country", "title", "state", "on", "due")
OTHER_INSTRUMENT: Final = "li.other"
YES, NO, UNKNOWN = "yes", "no", "unknown"
ANSWERS: Final = (YES, NO, UNKNOWN)
CHILDREN: Final = "children_adolescents"  # of the list of stakeholder groups


class Sort(StrEnum):
    """What a column takes."""

    TEXT = "text"
    LONG = "long"
    CHOICE = "choice"
    SEVERAL = "several"
    DAY = "day"
    FIGURE = "figure"


LONGEST: Final = {Sort.TEXT: 200, Sort.LONG: 4000, Sort.FIGURE: 20}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One thing that a register asks of an entry.

    ``options`` are the codes of a closed list of ours, ``vocabulary`` names one of the content.
    """

    name: str
    sort: Sort = Sort.TEXT
    is_needed: bool = False
    options: tuple[str, ...] = ()
    vocabulary: str = ""
    is_past: bool = False  # a day that must have come
    is_listed: bool = False  # shown in the list, not on the entry's page alone

    @property
    def is_closed(self) -> bool:
        """Whether it is answered from a list."""
        return self.sort in {Sort.CHOICE, Sort.SEVERAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register: its columns in their order.

    ``named_by`` are the columns that name an entry where it has no title; two entries that agree in
    ``same`` are one. ``opened`` are the states in which a due date counts. ``after`` are pairs of
    days of which the second cannot lie before the first. ``within`` is the register whose entries
    its own belong to.
    """

    slug: str
    columns: tuple[Column, ...]
    same: tuple[str, ...] = ("country", "title")
    named_by: tuple[str, ...] = ("title",)
    opened: frozenset[str] = frozenset()
    after: tuple[tuple[str, str], ...] = ()
    within: str = ""

    def column(self, name: str) -> Column | None:
        """Return the column of this name, if there is one."""
        return next((one for one in self.columns if one.name == name), None)

    @property
    def states(self) -> tuple[str, ...]:
        """Return the codes of its states, in their order."""
        state = self.column("state")
        return state.options if state else ()


def _choice(name: str, *options: str, is_needed: bool = False, is_listed: bool = False) -> Column:
    return Column(
        name=name, sort=Sort.CHOICE, options=options, is_needed=is_needed, is_listed=is_listed
    )


def _state(*options: str) -> Column:
    return _choice("state", *options, is_needed=True, is_listed=True)


def _day(name: str, *, is_past: bool = False, is_needed: bool = False) -> Column:
    is_listed = name in {"on", "due"}
    return Column(
        name=name, sort=Sort.DAY, is_past=is_past, is_needed=is_needed, is_listed=is_listed
    )


def _long(name: str, *, is_needed: bool = False) -> Column:
    return Column(name=name, sort=Sort.LONG, is_needed=is_needed)


def _text(name: str, *, is_needed: bool = False, is_listed: bool = False) -> Column:
    return Column(name=name, is_needed=is_needed, is_listed=is_listed)


def _from(
    vocabulary: str, name: str, sort: Sort = Sort.CHOICE, *, is_needed: bool = False
) -> Column:
    return Column(
        name=name, sort=sort, vocabulary=vocabulary, is_needed=is_needed, is_listed=is_needed
    )


COUNTRY = _text("country", is_needed=True, is_listed=True)
TITLE = _text("title", is_needed=True)
SOURCE = _text("source", is_needed=True)
OWNER = _text("owner", is_needed=True, is_listed=True)

_ALL: Final = (
    Register(
        slug="ratifications",  # REQ-038
        columns=(
            COUNTRY,
            _from("instrument", "instrument", is_needed=True),
            _text("title"),
            _state("unsigned", "signed", "ratified", "in_force"),
            _day("signed_on", is_past=True),
            _day("ratified_on", is_past=True),
            _day("on"),
            _long("reservations"),
            _long("campaign"),
            _text("next_step"),
            _day("due"),
            SOURCE,
        ),
        same=("country", "instrument", "title"),
        named_by=("instrument", "title"),
        opened=frozenset({"unsigned", "signed", "ratified"}),
        after=(("signed_on", "ratified_on"), ("ratified_on", "on")),
    ),
    Register(
        slug="provisions",  # REQ-021
        columns=(
            COUNTRY,
            TITLE,
            _from("instrument", "instruments", Sort.SEVERAL, is_needed=True),
            _long("text", is_needed=True),
            _state("draft", "in_force", "repealed"),
            _day("on"),
            SOURCE,
        ),
    ),
    Register(
        slug="plans",  # REQ-023
        columns=(
            COUNTRY,
            TITLE,
            _text("owner", is_listed=True),
            _choice("included", *ANSWERS, is_needed=True, is_listed=True),
            _day("on"),
            _day("ends_on"),
            Column(name="commitments", sort=Sort.LONG, is_listed=True),
            _state("prepared", "adopted", "carried_out", "ended"),
            _day("due"),
            SOURCE,
        ),
        opened=frozenset({"prepared", "adopted", "carried_out"}),
        after=(("on", "ends_on"),),
    ),
    Register(
        slug="gaps",  # REQ-043
        columns=(
            COUNTRY,
            TITLE,
            _text("provision", is_needed=True, is_listed=True),
            _long("problem", is_needed=True),
            _long("evidence"),
            _long("wording"),
            _state("noted", "consulting", "drafted", "handed_in", "taken_up", "set_aside"),
            _text("owner"),
            _day("due"),
            SOURCE,
        ),
        opened=frozenset({"noted", "consulting", "drafted", "handed_in"}),
    ),
    Register(
        slug="consultations",  # of a gap: REQ-043, children included
        columns=(
            _day("on", is_past=True, is_needed=True),
            _from("group", "groups", Sort.SEVERAL, is_needed=True),
            _from("age_band", "age_bands", Sort.SEVERAL),
            _long("said", is_needed=True),
        ),
        same=("on", "groups"),
        named_by=("groups",),
        within="gaps",
    ),
    Register(
        slug="enforcement",  # REQ-044
        columns=(
            COUNTRY,
            TITLE,
            _text("provision", is_needed=True),
            _long("problem", is_needed=True),
            _long("evidence", is_needed=True),
            OWNER,
            _long("correction", is_needed=True),
            _text("training", is_needed=True),
            _text("indicator", is_needed=True),
            Column(name="before", sort=Sort.FIGURE),
            _day("before_on", is_past=True),
            Column(name="later", sort=Sort.FIGURE),
            _day("later_on", is_past=True),
            _state("noted", "under_way", "corrected", "set_aside"),
            _day("due"),
            SOURCE,
        ),
        opened=frozenset({"noted", "under_way"}),
        after=(("before_on", "later_on"),),
    ),
    Register(
        slug="reports",  # REQ-039
        columns=(
            COUNTRY,
            _from("body", "body", is_needed=True),
            _choice("side", "national", "alternative", is_needed=True, is_listed=True),
            _day("from_on"),
            _day("to_on"),
            _day("due", is_needed=True),
            _state("not_begun", "gathering", "drafting", "sent", "examined"),
            _day("sent_on", is_past=True),
            _text("owner", is_listed=True),
            _long("note"),
        ),
        same=("country", "body", "side", "due"),
        named_by=("body", "side"),
        opened=frozenset({"not_begun", "gathering", "drafting"}),
        after=(("from_on", "to_on"),),
    ),
    Register(
        slug="reforms",  # strategy 1, action 6
        columns=(
            COUNTRY,
            TITLE,
            _state(
                "idea", "drafting", "tabled", "committee", "vote", "adopted", "in_force",
                "abandoned",
            ),
            _day("on"),
            _text("next_step"),
            _day("due"),
            _text("ministry", is_needed=True, is_listed=True),
            _long("asks", is_needed=True),
            _choice("instability", *ANSWERS, is_needed=True),
            _choice("briefed", *ANSWERS),
            _choice("consulted", *ANSWERS),
            SOURCE,
        ),
        opened=frozenset({"idea", "drafting", "tabled", "committee", "vote"}),
        after=(("on", "due"),),
    ),
    Register(
        slug="meetings",  # REQ-042
        columns=(
            COUNTRY,
            TITLE,
            _day("on", is_needed=True),
            _state("planned", "held"),
            _text("state_side", is_listed=True),
            _text("employers_side", is_listed=True),
            _text("workers_side", is_listed=True),
            _long("subjects"),
        ),
        same=("country", "title", "on"),
    ),
    Register(
        slug="decisions",  # of a meeting: REQ-042
        columns=(
            TITLE,
            OWNER,
            _day("due", is_needed=True),
            _state("open", "done", "dropped"),
        ),
        same=("title",),
        opened=frozenset({"open"}),
        within="meetings",
    ),
)  # fmt: skip
REGISTERS: Final = {one.slug: one for one in _ALL}
MAIN: Final = tuple(one for one in _ALL if not one.within)  # those with a tab of their own


def parts_of(register: Register) -> list[Register]:
    """Return the registers whose entries belong to one of this register."""
    return [one for one in REGISTERS.values() if one.within == register.slug]
