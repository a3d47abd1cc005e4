"""The roles people hold. Pure: no database, no words for the screen."""

from enum import StrEnum


class Role(StrEnum):
    """What a person may do in her organisation; each later room says what it means there."""

    DESIGNER = "designer"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"
