"""What a text should not hold: a contact, a person's name, an address, one child's story. A hint, never a refusal."""

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
OF_SOMEONE = ("contact", "name", "address", "story")  # a school is often a partner
_WAY = r"street|st\.|road|rd\.|avenue|av\.|lane|boulevard|bd|rue|allée|impasse|chemin|route"
_ADDRESS = re.compile(
    rf"^\W*\d+\s*(?:bis|ter|[a-d])?\s*,?\s+\S|\b(?:{_WAY})\b.*\d|\d.*\b(?:{_WAY})\b"
    r"|\b(?:house|maison|home of|chez|apartment|appartement|flat|room|chambre|hotel|hôtel|bar)\s+\S"
    r"|-?\d{1,2}\.\d{3,}",  # a point of the map is an address too
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|m\.|mme|mlle|monsieur|madame|family|famille)\.?\s+[A-ZÀ-ÖØ-Þ]",
    re.IGNORECASE,
)


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
    """Say whether a text looks as if it told of a person, by contact, name, address or story.

    What is planned and counted speaks of groups (domain, "what not to build"). ``but`` as in ``signs_of_a_person``.
    """
    return any(set(OF_SOMEONE).intersection(signs_of_a_person(text, but=but)) for text in texts)


def seems_too_precise(name: str) -> bool:
    """Say whether the name of a place looks like an address, an establishment or a person's home.

    A place is a coarse area: a village, a district, a region. The person who typed decides.
    """
    found = _ADDRESS.search(name) or _PERSON.search(name)
    return bool(found) or seem_to_name_someone([name])
