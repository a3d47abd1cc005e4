"""What a plan should not hold: someone's contact, or a person told by name. A hint, never a refusal."""

import re
from collections.abc import Iterable

_CONTACT = re.compile(r"\S@\S+\.\w|(?<![\d,.])(?:\+|0)\d(?:[ .\-\u00a0\u202f]?\d){7,}(?!\d)")
_NAMED = re.compile(
    r"\b(?:named|whose name is|prénommée?s?|nommée?s?|s[’']appelle)\s+[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]"
)


def seem_to_name_someone(texts: Iterable[str]) -> bool:
    """Say whether a text looks as if it gave a phone number, an e-mail address or a person's name.

    A plan speaks of groups (domain, "what not to build"). The patterns miss much and are sometimes wrong, so the
    person who typed is told and decides.
    """
    return any(_CONTACT.search(text) or _NAMED.search(text) for text in texts)


_PLACED = re.compile(
    r"\b\d{1,4}(?:bis|ter|[a-d])?,? (?:rue|avenue|av\.|boulevard|bd|impasse|allée|quai|chemin|place|ruelle)\b"
    r"|\b\d{1,4} (?:[A-ZÀ-Þ][\w’'-]+ ){1,3}(?:street|st\.|road|rd\.|avenue|lane|alley|square)\b"
    r"|\b(?:house|maison|appartement|apartment|flat|room|chambre) (?:no\.?|n°|number|numéro) ?\d",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:une fille|un garçon|une adolescente|un adolescent|une enfant|un enfant|une mineure|un mineur|la petite|le petit)"
    r"[^.;]{0,40}\b(?:de|âgée? de) \d{1,2} ans\b"
    r"|\b(?:a|one|the|this) (?:girl|boy|child|teenager|adolescent)[^.;]{0,40}\b(?:of|aged) \d{1,2}\b"
    r"|\b(?:a|an|the|this) \d{1,2}[- ]year[- ]old (?:girl|boy|child)\b",
    re.IGNORECASE,
)


def hints_of_someone(text: str) -> list[str]:
    """Return what a text looks as if it held: someone, an address, one child's story. Hints, no more."""
    hints = ["someone"] if seem_to_name_someone([text]) else []
    hints += ["address"] if _PLACED.search(text) else []
    return hints + (["story"] if _TOLD.search(text) else [])
