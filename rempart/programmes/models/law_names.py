"""An entry of law and policy that a programme works on, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rempart.communities.models.law_names import LABELS, REGISTER_NAMES, word_of
from rempart.communities.queries.laws import codes_in_words, name_in_words
from rempart.programmes.models.law import LawLink
from rempart.programmes.models.names import ANSWER_NAMES
from rempart.programmes.rules import law

Link = LawLink | law.LawLink
FACT_LABELS: dict[str, str | Promise] = {  # facts that the register says, which no form asks
    "register": gettext_lazy("Register"),
    "names": gettext_lazy("Instrument or body"),
    "title": LABELS["title"],
    "country": LABELS["country"],
    "state": gettext_lazy("How it stands"),
    "included": LABELS["included"],
    "instability": LABELS["instability"],
    "briefed": LABELS["briefed"],
    "consulted": LABELS["consulted"],
    "waits": gettext_lazy("Open decisions"),
}


def fact_in_words(name: str, value: object) -> str:
    """Return a fact of a link as a comparison says it."""
    if name == "register":
        return str(REGISTER_NAMES[str(value)][0])
    if isinstance(value, list):
        coded = {
            code: words
            for slug in ("ratifications", "reports")
            for code, words in codes_in_words(slug)
        }
        return "\n".join(coded.get(str(one), str(one)) for one in value)
    return str(value) if name in {"title", "country"} else word_of(str(value))


def link_in_words(link: Link) -> str:
    """Return what a linked entry is called, with its country."""
    name = name_in_words(link.register, link.names, link.title)
    return f"{name} – {link.country}" if link.country else name


def register_in_words(link: Link) -> str:
    """Return the register that a linked entry stands in."""
    return str(REGISTER_NAMES[link.register][0])


def state_in_words(link: Link) -> str:
    """Return how a linked entry stands: its state, and whether a plan deals with the subject."""
    said = word_of(link.state) if link.state else ""
    if link.register == "plans" and link.included:
        deals = _("deals with the subject: %(answer)s") % {"answer": ANSWER_NAMES[link.included]}
        return f"{said}; {deals}"
    return said
