"""A deployment's own folder of content: it replaces, adds and translates."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.test import override_settings

from rempart.guide.catalogue import catalogue, linting, say, saying, search, searching
from rempart.guide.catalogue.translating import by_domain, refresh

THEIRS = """\
number: 4
title: Laws that hold (fictional)
text: A text of this deployment.
place: {part: action, number: 4}
theme: theme.policy
areas: [nat]
"""
CACHES = (catalogue, searching.index, saying._words, linting.term_lint)  # noqa: SLF001 -- emptied below


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "catalogue" / "action" / "act.04.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(THEIRS, "utf-8")
    with override_settings(CONTENT_FOLDERS=[*settings.CONTENT_FOLDERS, tmp_path]):
        for cached in CACHES:
            cached.cache_clear()
        yield tmp_path
    for cached in CACHES:
        cached.cache_clear()


def test_its_entries_are_read_said_and_found(deployment: Path) -> None:
    assert deployment.exists()
    assert catalogue().action(4).title == "Laws that hold (fictional)"
    assert say("act.04", language="fr") == "Laws that hold (fictional)"  # until it is translated
    assert say("act.05", language="fr") == "Discussions tripartites"
    assert "act.04" in {hit.slug for hit in search("fictional", "en")}


def test_its_translations_have_the_first_word(deployment: Path) -> None:
    file = deployment / "locale" / "fr" / "LC_MESSAGES" / "catalogue.po"
    words = by_domain(catalogue().action(4).words())["catalogue"]
    refresh(file, words, "fr")
    with file.open("rb") as opened:
        said = read_po(opened, locale="fr")
    for message in said:
        if message.id:
            message.string = f"Dit ici : {message.id}"
    with file.with_suffix(".mo").open("wb") as out:
        write_mo(out, said)

    assert say("act.04", language="fr").startswith("Dit ici")
    assert say("act.04", "text", "fr").startswith("Dit ici")
    assert say("act.06", language="fr") == "Plaidoyer pour changer la loi"
