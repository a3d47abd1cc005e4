"""One remark on one row: which check, where to mend it, and the words or figures that drew it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Figure = Decimal | int | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a check says of a row; ``check`` is the name of its file in ``content/smart``."""

    check: str
    level: str  # the list in ``Plan`` that the row stands in
    key: str
    where: str = "text"  # of the row, where it is mended
    words: tuple[str, ...] = ()  # as they are written
    figures: Mapping[str, Figure] = field(default_factory=dict)  # baseline, target, capacity, …
