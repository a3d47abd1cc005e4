"""Keeping the translations beside their source: what is stale, missing or unsure, and a fresh file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.module_loading import import_string

Words = Iterable[tuple[str, str]]  # context and source text, as records yield them


def all_words(own: Words) -> Iterator[tuple[str, str]]:
    """Yield the guide's own words, then those of the rooms that keep content of their own."""
    yield from own
    for name in settings.CONTENT_WORDS:
        yield from import_string(name)()


def by_domain(words: Words) -> dict[str, dict[str, str]]:
    """Return the words by the file that holds their translations: the context's first part."""
    domains: dict[str, dict[str, str]] = {}
    for context, text in words:
        domains.setdefault(context.partition("/")[0], {})[context] = text
    return domains


def translation_faults(file: Path, words: Mapping[str, str]) -> Iterator[str]:
    """Yield every text that a file of translations says wrongly, not surely or not at all."""
    said = _read(file)
    for context, text in words.items():
        message = said.pop(context, None)
        if message is None or not message.string:
            yield f"{context}: not translated"
        elif message.id != text:
            yield f"{context}: the source has changed since"
        elif message.fuzzy:
            yield f"{context}: to be confirmed (fuzzy)"
    for context in said:
        yield f"{context}: its source is gone"


def refresh(file: Path, words: Mapping[str, str], language: str) -> None:
    """Write a file of translations anew in the order of the source.

    A translation whose source has changed is kept and marked fuzzy; a new text stands empty.
    """
    said = _read(file)
    fresh = Catalog(locale=language, fuzzy=False, header_comment=f"# Words of content/{file.stem}.")
    for context, text in words.items():
        old = said.get(context)
        message = fresh.add(text, old.string if old else "", context=context)
        if old and old.string and (old.id != text or old.fuzzy):
            message.flags.add("fuzzy")
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        write_po(out, fresh, width=100)
    _drop_dates(file)


def _read(file: Path) -> dict[str, Message]:
    if not file.exists():
        return {}
    with file.open("rb") as opened:
        return {str(m.context): m for m in read_po(opened) if m.id}


def _drop_dates(file: Path) -> None:
    """Leave only the header lines that mean something: dates make every change a conflict."""
    kept = ("Language:", "Plural-Forms:", "MIME-", "Content-")
    head, blank, rest = file.read_text("utf-8").partition("\n\n")
    lines = [
        line
        for line in head.splitlines()
        if not line.startswith('"') or line.strip('"').startswith(kept)
    ]
    file.write_text("\n".join(lines) + blank + rest, "utf-8")
