"""The translations of the content follow their source, and French is set as French is."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from rempart.guide.catalogue import catalogue
from rempart.guide.catalogue.translating import all_words, by_domain, refresh, translation_faults

LOCALE = settings.CONTENT_FOLDERS[0] / "locale"
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != "en"]
WORDS = by_domain(all_words(catalogue().words()))
MARKUP = re.compile(r"<[^>]*>|&\w+;|%\(\w+\)\w")  # of a page, not of the language
BREAKABLE = re.compile(
    r"« |«[^\u00a0\u202f]|[^\u00a0\u202f][»;!?]|[^\u00a0\u202f\d/]:(?!//)|'|\.\.\."
    r"|\d (?:(?:ans?|mois|jours?|heures?|h|semaines?)\b|%)"
)


def po(language: str, domain: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


@pytest.mark.parametrize("domain", sorted(WORDS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_follow_the_source(language: str, domain: str) -> None:
    assert not list(translation_faults(po(language, domain), WORDS[domain]))


FRENCH = [*LOCALE.glob("fr/*/*.po"), *settings.PACKAGE.rglob("fr/LC_MESSAGES/*.po")]


@pytest.mark.parametrize("file", FRENCH, ids=lambda f: f"{f.parents[3].name}-{f.stem}")
def test_french_is_set_with_no_break_spaces_and_its_own_quotes(file: Path) -> None:
    with file.open("rb") as opened:
        told = [message.string for message in read_po(opened) if message.id]
    said = [
        MARKUP.sub(" ", words)
        for text in told
        for words in ([text] if isinstance(text, str) else text or ())
    ]
    assert said
    assert not [text for text in said if BREAKABLE.search(text)]


def test_every_kind_of_fault_is_seen_and_a_refresh_keeps_what_was_said(tmp_path: Path) -> None:
    file = tmp_path / "box.po"
    refresh(file, {"box/1": "Kept", "box/2": "Old words", "box/3": "Gone"}, "fr")
    said = file.read_text("utf-8")
    for source in ("Kept", "Old words", "Gone"):
        said = said.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{source}…"')
    file.write_text(said, "utf-8")
    living = {"box/1": "Kept", "box/2": "New words", "box/4": "Added"}

    assert list(translation_faults(file, living)) == [
        "box/2: the source has changed since",
        "box/4: not translated",
        "box/3: its source is gone",
    ]
    refresh(file, living, "fr")
    assert list(translation_faults(file, living)) == [
        "box/2: to be confirmed (fuzzy)",
        "box/4: not translated",
    ]
    assert 'msgstr "Kept…"' in file.read_text("utf-8")


def test_the_command_leaves_finished_translations_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(LOCALE.parent, tmp_path / "content")

    with override_settings(CONTENT_FOLDERS=[folder]):
        call_command("content_messages")

    assert not capsys.readouterr().out
    for domain in WORDS:
        copy = folder / po("fr", domain).relative_to(LOCALE.parent)
        assert not list(translation_faults(copy, WORDS[domain]))
