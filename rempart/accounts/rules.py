"""The roles people hold, and what forbids taking one away. Pure: no database, no words."""

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize


class Role(StrEnum):
    """What a person may do in her organisation; each later room says what it means there."""

    DESIGNER = "designer"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


def sign_in_name(typed: str) -> str:
    """Return a name as it is kept: neither capitals nor two ways of writing one letter tell people apart."""
    return normalize("NFKC", typed).strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a person is in her organisation, and on how many others its people can count."""

    is_active: bool
    role: Role
    other_administrators: int


def obstacles_to_leaving_administration(standing: Standing) -> list[str]:
    """Return why a person cannot stop administering: an organisation keeps one who can sign in."""
    counts = standing.is_active and standing.role is Role.ADMINISTRATOR
    return ["last-administrator"] if counts and not standing.other_administrators else []
