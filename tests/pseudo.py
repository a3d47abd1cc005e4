"""A pseudo-language: every marked word accented, in brackets, written from right to left.

It takes Arabic's place, whose own words Django carries: on its pages, a Latin word outside the
brackets is one that nobody marked for translation, or a text that came from content or was typed.
"""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings

QUICK: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, where it is there
CODE = "ar"
ACCENTS = str.maketrans("aceilnosuyACEILNOSUY", "áçéíłñóšúýÁÇÉÍŁÑÓŠÚÝ")
KEPT = re.compile(r"(%\(\w+\)[sdf]|%[sd%]|\{[^}]*\}|<[^>]+>|&#?\w+;)")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
JOINS = re.compile(r"[؀-ۿ]+| [–·:] ")  # Django's own Arabic, and what joins two texts
VALUE = re.compile(r"\{\w+\}")
PARTS = re.compile(r"[:,;] ")  # a page may say a title's parts elsewhere
WORD = re.compile(r"[A-Za-zÀ-ÿ]*[a-zà-ÿ][A-Za-zÀ-ÿ]+")
NAMES = {"rempart", "word", "pdf", "json", "csv", "xlsx"}  # of the product and of formats
SEVERAL = 4  # so many words in a row are found in content by chance no more
JOINED = {"a", "abbr", "b", "em", "i", "mark", "q", "small", "strong", "sub", "sup", "wbr"}
SILENT = {"script", "style", "textarea", "code", "kbd", "template"}
SPOKEN = ("alt", "aria-label", "data-label", "placeholder", "title")
EMPTY = {"br", "hr", "img", "input", "link", "meta", "use", "wbr"}


def pseudo(text: str) -> str:
    """Return the text accented and in brackets; what stands for a value stays as it is."""
    parts = KEPT.split(text)
    return "⟦" + "".join(p if KEPT.fullmatch(p) else p.translate(ACCENTS) for p in parts) + "⟧"


def write_language(folder: Path) -> None:
    """Write the pseudo-language's catalogue of every word that the rooms have marked."""
    catalogue = Catalog(locale=CODE)
    for path in settings.PACKAGE.glob("*/locale/fr/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            for word in read_po(file):
                said = pseudo(word.id if isinstance(word.id, str) else word.id[1])
                several = not isinstance(word.id, str)
                if word.id:
                    catalogue.add(word.id, [said] * catalogue.num_plurals if several else said)
    place = folder / CODE / "LC_MESSAGES" / "django.mo"
    place.parent.mkdir(parents=True)
    with place.open("wb") as file:
        write_mo(file, catalogue)


def bare(text: str) -> str:
    """Return the text on one line, in small letters, without figures and signs at its ends."""
    return " ".join(text.split()).lower().strip(" .,:;·–—-()[]«»“”\"'…/+*#?!0123456789")


def leaves(value: object) -> Iterator[str]:
    """Return every text in a tree of lists and dictionaries."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from leaves(part)


def content() -> Iterator[str]:
    """Return every text of the content."""
    for path in (settings.HOUSE / "content").rglob("*.yaml"):
        yield from leaves(yaml.load(path.read_text("utf-8"), QUICK))  # noqa: S506 -- a safe loader


def typed() -> Iterator[str]:
    """Return every text that the database holds: names, plans, whatever someone typed."""
    for model in apps.get_models():
        if model.__module__.startswith("rempart."):
            for row in model._default_manager.values_list():
                yield from leaves(row)


class Visible(HTMLParser):
    """Collects what a person reads or hears of a page, except what says its own language."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.line = ""
        self.feed(page)
        self.end_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        hushed = tag in SILENT or (
            tag != "html" and ("lang" in given or given.get("translate") == "no")
        )
        if tag not in JOINED:
            self.end_line()
        if tag not in EMPTY:
            self.open.append((tag, hushed))
        if not hushed and not self.is_silent():
            self.texts += [text for name in SPOKEN if (text := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        if tag not in JOINED:
            self.end_line()
        while self.open and any(name == tag for name, _ in self.open):
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self.is_silent():
            self.line += data

    def is_silent(self) -> bool:
        return any(hushed for _, hushed in self.open)

    def end_line(self) -> None:
        if self.line.strip():
            self.texts.append(self.line)
        self.line = ""


class Known:
    """What may stand on a page unmarked: texts of the content and of the database."""

    def __init__(self, texts: Iterable[str]) -> None:
        filled = [VALUE.sub("0", " ".join(text.split())) for text in texts]
        self.torn = sorted({text for text in filled if JOINS.search(text)}, key=len, reverse=True)
        self.whole = {bare(part) for text in filled for part in (text, *PARTS.split(text)[1:])}
        self.all = "\n".join(self.whole)

    def parts(self, text: str) -> list[str]:
        """Part a text where marked words end, once the texts that this would tear are out of it."""
        whole = " ".join(text.split())
        for torn in self.torn:
            whole = whole.replace(torn, " · ")
        while MARKED.search(whole):  # a marked word may stand inside another
            whole = MARKED.sub(" · ", whole)
        return JOINS.split(whole)

    def holds(self, text: str) -> bool:
        """Whether the text is one of them, or several words in a row of one."""
        said = bare(text)
        words = WORD.findall(said)
        if not words or all(word in NAMES for word in words):
            return True
        if said in self.whole or (len(words) >= SEVERAL and said in self.all):
            return True
        return "," in said and all(map(self.holds, said.split(",")))


def unmarked(page: str, known: Known) -> list[str]:
    """Return the words of a page in the pseudo-language that nobody marked for translation."""
    return [
        rest.strip()
        for text in Visible(page).texts
        for rest in known.parts(text)
        if not known.holds(rest) and not known.holds(text)
    ]
