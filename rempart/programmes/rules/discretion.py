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
