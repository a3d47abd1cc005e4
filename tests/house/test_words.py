"""Every word on the screen is said in every language, and no catalogue keeps a dead one."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

LAZY = {f"{mark}_lazy": places for mark, places in DEFAULT_KEYWORDS.items()}


ROOMS = sorted(p.parent for p in settings.PACKAGE.glob("*/__init__.py"))
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != "en"]


def marked(room: Path) -> Iterator[str | tuple[str, ...]]:
    for path in (*room.rglob("*.py"), *room.rglob("*.html")):
        source = path.read_text()
        if path.suffix == ".html":  # Django blots out what is not marked; the indentation goes too
            source = "\n".join(map(str.strip, templatize(source).splitlines()))
        found = extract("python", BytesIO(source.encode()), DEFAULT_KEYWORDS | LAZY)
        yield from (message for _, message, _, _ in found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.name)
def test_every_word_is_said(room: Path, language: str) -> None:
    catalogue = room / "locale" / language / "LC_MESSAGES" / "django.po"
    said = set()
    if catalogue.exists():
        with catalogue.open("rb") as file:
            said = {m.id for m in read_po(file) if m.id and m.string and not m.fuzzy}
    assert said == set(marked(room))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_words_are_said_alike_in_every_room(language: str) -> None:
    """Django knows one translation of a message, whichever room it comes from: another is lost in silence."""
    said: dict[object, dict[str, object]] = {}
    for room in ROOMS:
        catalogue = room / "locale" / language / "LC_MESSAGES" / "django.po"
        for message in read_po(BytesIO(catalogue.read_bytes())) if catalogue.exists() else ():
            if message.id:
                said.setdefault((message.context, message.id), {})[room.name] = message.string
    assert not {m: by for m, by in said.items() if len(set(map(str, by.values()))) > 1}
