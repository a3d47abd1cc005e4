"""What a plan should not hold: someone's contact, a person told by name, one child's story. A hint, never a refusal."""

import re
from collections.abc import Iterable

_SIGNS = {
    "contact": re.compile(
        r"\S@\S+\.\w|(?<![\d,.])(?:\+|0)\d(?:[ .\-\u00a0\u202f]?\d){7,}(?!\d)",
    ),
    "name": re.compile(
        r"\b(?:named|whose name is|prénommée?s?|nommée?s?|s[’']appelle)\s+[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]"
    ),
    "address": re.compile(
        r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|quai|place|chemin|impasse|allée|route)\s+\w"
        r"|\b\d{1,5}\s+(?:[A-Z]\w+\s+){1,3}(?:Street|Road|Avenue|Lane|Quay|Square|Drive)\b"
    ),
    "school": re.compile(
        r"\b(?:[ÉEée]cole|[Cc]ollège|[Ll]ycée|[Ee]scola)\s+(?:d[eu]\s+|d[’'])?[A-ZÀ-ÖØ-Þ][\w’'-]+"
        r"|\b[A-Z][\w’'-]+\s+(?:(?:Primary|Secondary|High)\s+)?School\b"
    ),
    "story": re.compile(
        r"\b[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+,\s+(?:âgée?\s+de\s+|aged?\s+)?\d{1,2}(?:\s+ans\b|\s+years\s+old\b)"
        r"|\b(?i:(?:une?\s+(?:fille|fillette|garçon|enfant|adolescente?|jeune)|(?:a|one)\s+(?:girl|boy|child|teenager)))"
        r"\s+(?:âgée?\s+)?(?:de|of|aged)\s+\d{1,2}\b"
        r"|\b(?i:an?)\s+\d{1,2}-year-old\b"
    ),
}
OF_A_PLAN = ("contact", "name", "address", "story")  # a school is often a partner


def signs_of_a_person(text: str, *, but: str = "") -> tuple[str, ...]:
    """Return what a text looks as if it gave: contact, name, address, school, story.

    The patterns miss much and are sometimes wrong, so the person who typed is told and decides.
    ``but`` are services and numbers that may stand in it.
    """
    public = {_digits(found[0]) for found in _SIGNS["contact"].finditer(but)}
    return tuple(
        sign
        for sign, pattern in _SIGNS.items()
        if any(
            sign != "contact" or _digits(found[0]) not in public for found in pattern.finditer(text)
        )
    )


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text) or text


def seem_to_name_someone(texts: Iterable[str], *, but: str = "") -> bool:
    """Say whether a text of a plan looks as if it told of a person, by contact, name, address or story.

    A plan speaks of groups (domain, "what not to build"). ``but`` as in ``signs_of_a_person``.
    """
    return any(set(OF_A_PLAN).intersection(signs_of_a_person(text, but=but)) for text in texts)
