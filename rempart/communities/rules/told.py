"""What people say of places, as the forms give it and the acts want it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of a place."""

    name: str
    level: str = ""
    country: str = ""
    parent_id: UUID | None = None
    children: int | None = None
    children_year: int | None = None
    children_source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class From:
    """Where figures come from."""

    on: date
    source: str
    grade: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What an organisation says of a condition: used or not, and its own goalposts if it has some."""

    is_left_out: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    reason: str = ""
