"""What an organisation's own entry says, as the form gives it and the act wants it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A title and a text in one language."""

    title: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an entry says: its kind, its area (a guide slug or empty), its words by language."""

    kind: str
    area: str
    words: Mapping[str, Said]
