"""Words made comparable: without case, accents or the mark of a plural, in English and French."""

import re
import unicodedata

WORD = re.compile(r"\w+")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
SHORT = 3  # "des", "les", "sex", "gas" stay whole


def plain(text: str) -> str:
    """Return a text without case or accents: « Élèves » and "eleves" become one."""
    if text.isascii():
        return text.casefold()
    parted = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def stem(word: str) -> str:
    """Return a plain word without the mark of a plural; "communities" and "community" meet."""
    if len(word) <= SHORT:
        return word
    if word.endswith("aux") and not word.endswith("eaux"):  # "nationaux", "locaux"
        return f"{word[:-3]}al"
    if word[-1] == "x" or (word[-1] == "s" and word[-2] not in "su"):  # "abus", "access" stay
        word = word[:-1]
    if word.endswith("ie"):
        return word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") else word


def stems(text: str) -> list[str]:
    """Return the stems of a text's words, in order."""
    return [stem(word) for word in WORD.findall(plain(text))]


def bare(text: str) -> str:
    """Return a text as its plain words, one space between them: two names that say the same meet."""
    return " ".join(WORD.findall(plain(text)))
