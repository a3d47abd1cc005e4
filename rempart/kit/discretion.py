"""What a text should not hold: someone's contact, a person told by name, an address. A hint, never a refusal."""

import re
from collections.abc import Iterable

_CONTACT = re.compile(r"\S@\S+\.\w|(?<![\d,.])(?:\+|0)\d(?:[ .\-\u00a0\u202f]?\d){7,}(?!\d)")
_NAMED = re.compile(
    r"\b(?:named|whose name is|prénommée?s?|nommée?s?|s[’']appelle)\s+[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]"
)
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


def seem_to_name_someone(texts: Iterable[str]) -> bool:
    """Say whether a text looks as if it gave a phone number, an e-mail address or a person's name.

    What is planned and counted speaks of groups (domain, "what not to build"). The patterns miss much
    and are sometimes wrong, so the person who typed is told and decides.
    """
    return any(_CONTACT.search(text) or _NAMED.search(text) for text in texts)


def seems_too_precise(name: str) -> bool:
    """Say whether the name of a place looks like an address, an establishment or a person's home.

    A place is a coarse area: a village, a district, a region. The person who typed decides.
    """
    found = _ADDRESS.search(name) or _PERSON.search(name)
    return bool(found) or seem_to_name_someone([name])
