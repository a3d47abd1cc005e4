"""An organisation's own names of the levels: what is wrong with them, and how a text of ours says them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

Names = Mapping[str, tuple[str, str]]  # level -> the name of one row, and of several
LONGEST = 60


def faults_of(typed: Names, ours: Names) -> list[tuple[str, str]]:
    """Return what is wrong with each level's names, as (level, code).

    half_a_name (one of the two is missing), name_too_long, name_taken (another level bears it). A level
    without names keeps ours.
    """
    meant = {level: names if any(names) else ours[level] for level, names in typed.items()}
    return [
        (level, code)
        for level, (one, many) in typed.items()
        for code, is_wrong in (
            ("half_a_name", bool(one) != bool(many)),
            ("name_too_long", max(len(one), len(many)) > LONGEST),
            ("name_taken", any((one, many)) and not _is_free(level, meant)),
        )
        if is_wrong
    ]


def glossed(text: str, ours: Names, own: Names) -> str:
    """Return a text of ours with the organisation's name after the first word for each renamed level.

    The word stays, so that its sentence stays right in every language; the guide says it so too.
    """
    for level, names in own.items():
        words = "|".join(sorted(map(re.escape, ours[level]), key=len, reverse=True))
        found = re.search(rf"\b({words})\b", text, re.IGNORECASE)
        if found:
            is_many = found[0].casefold() == ours[level][1].casefold()
            said = f"{found[0]} ({names[is_many]})"
            text = text[: found.start()] + said + text[found.end() :]
    return text


def all_glossed(texts: Iterable[str], ours: Names, own: Names) -> Sequence[str]:
    """Return several texts of ours, each with the organisation's names."""
    return tuple(glossed(text, ours, own) for text in texts)


def _is_free(level: str, meant: Names) -> bool:
    own = set(_folded(meant[level]))
    others = {word for other, names in meant.items() if other != level for word in _folded(names)}
    return not own & others


def _folded(names: Iterable[str]) -> Iterator[str]:
    yield from (name.casefold() for name in names)
