"""What a comment should not hold: someone, an address, one child's story. Hints, never a refusal."""

import re

from rempart.kit.discretion import seem_to_name_someone

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
