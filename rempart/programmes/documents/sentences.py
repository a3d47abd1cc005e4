"""The results chain read aloud: if …, then …, provided that …, in the reader's language.

A row's own words run on inside the sentence where they are of its language and of its form; else
they stand between quotes, and the sentence stays one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rempart.programmes.rules.chain import Gap, Link
from rempart.programmes.rules.phrases import Phrase, action, clause
from rempart.programmes.rules.smart import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A link in words: its parts for a page, or all of it in one."""

    link: Link
    opening: str  # "If we manage"
    causes: Sequence[tuple[str, str]]  # the number of each, and its words
    then: str
    provided: str  # empty where no assumption is written

    @property
    def whole(self) -> str:
        """Return the sentence in one piece."""
        causes = " ".join(words for _number, words in self.causes).rstrip(",")
        parts = [f"{self.opening} {causes}".strip(), self.then, self.provided]
        return ", ".join(part for part in parts if part) + "."


def sentence(link: Link, lexicon: Lexicon) -> Sentence:
    """Return a link as a sentence in the active language."""
    language = (get_language() or "en").partition("-")[0]
    actions = link.level == "outputs"
    phrase = action if actions else clause
    found = [phrase(one.text, language, lexicon) for one in link.causes]
    runs_on = bool(found) and all(one.fits for one in found)
    said = _listed(_running(found, actions=actions) if runs_on else _quoted(found))
    numbers = [one.number for one in link.causes]
    return Sentence(
        link=link,
        opening=_opening(found, runs_on=runs_on, actions=actions),
        causes=list(zip(numbers, said, strict=True)),
        then=_then(link, language, lexicon),
        provided=_provided(link, language, lexicon),
    )


def _opening(found: Sequence[Phrase], *, runs_on: bool, actions: bool) -> str:
    if not found:
        return _("If nothing is done for it") if actions else _("If nothing is delivered for it")
    if not runs_on:
        return _("If this is done:") if actions else _("If this is there:")
    return _("If we manage") if actions else ""


def _running(found: Sequence[Phrase], *, actions: bool) -> list[str]:
    if actions:
        first, further, last = _("to %(words)s"), _("to %(words)s"), _("and to %(words)s")
    else:
        first, further, last = _("If %(words)s"), _("if %(words)s"), _("and if %(words)s")
    forms = [first, *[further] * (len(found) - 2), *([last] if len(found) > 1 else [])]
    return [_elided(_put(form, one)) for form, one in zip(forms, found, strict=True)]


def _put(form: str, phrase: Phrase) -> str:
    """Put words into a sentence; a date that opens them stands between commas."""
    said = form % {"words": phrase.text}
    return said.replace(f" {phrase.text}", f", {phrase.text}") if phrase.is_dated else said


def _listed(words: Sequence[str]) -> list[str]:
    """Return the parts of a list with what parts them."""
    parted, last = _("%(words)s;"), _("%(words)s,")
    forms = [*[parted] * (len(words) - 1), last]
    return [form % {"words": one} for form, one in zip(forms, words, strict=False)]


def _elided(words: str) -> str:
    """Return French as it is spoken: « s’il », « s’ils »."""
    for si in ("Si", "si"):
        words = words.replace(f"{si} il ", f"{si[0]}’il ").replace(f"{si} ils ", f"{si[0]}’ils ")
    return words


def _quoted(found: Sequence[Phrase]) -> list[str]:
    return [_("“%(words)s”") % {"words": one.text} for one in found]


def _then(link: Link, language: str, lexicon: Lexicon) -> str:
    if not link.text:
        return _("then the development objective, still to be written, comes nearer")
    told = clause(link.text, language, lexicon)
    if link.level == "goal":
        return _("then we come nearer to this: “%(words)s”") % {"words": told.text}
    if told.fits:
        return _put(_("then %(words)s"), told)
    return _("then this is there: “%(words)s”") % {"words": told.text}


def _provided(link: Link, language: str, lexicon: Lexicon) -> str:
    if not link.assumption:
        return ""
    told = clause(link.assumption, language, lexicon)
    form = _("provided that %(words)s") if told.fits else _("provided that this holds: “%(words)s”")
    return form % {"words": told.text}


def gap_words(gap: Gap) -> str:
    """Say what is missing in the chain."""
    return {
        Gap.NO_GOAL: _("No development objective is written yet."),
        Gap.NO_OUTPUT: _("No output leads to this objective."),
        Gap.NO_INDICATOR: _("No indicator says whether this objective is reached."),
        Gap.NO_ACTIVITY: _("No activity leads to this output."),
        Gap.NO_ASSUMPTION: _("The assumption of this link is not written."),
    }[gap]
