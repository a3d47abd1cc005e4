"""Treaty bodies as content: they hold, and what does not stops the start-up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rempart.communities import catalogue as held
from rempart.communities.catalogue import hold, treaty_bodies, words
from rempart.guide.catalogue import ContentError, say


@pytest.fixture
def overlay(tmp_path: Path, settings: pytest.FixtureRequest) -> Iterator[Path]:
    folder = tmp_path / "treaty_bodies"
    folder.mkdir()
    given = settings
    given.CONTENT_FOLDERS = [*given.CONTENT_FOLDERS, tmp_path]  # type: ignore[attr-defined]  # pytest-django's own
    held.treaty_bodies.cache_clear()
    yield folder
    held.treaty_bodies.cache_clear()


def test_every_body_says_when_it_reads_whom_it_hears_and_with_which_tables() -> None:
    found = list(treaty_bodies().values())

    assert [body.number for body in found] == list(range(1, 7))
    for body in found:
        assert body.rhythm, body.slug
        assert body.others, body.slug
        assert any(section.table for section in body.sections), body.slug
        assert any(section.register for section in body.sections), body.slug


def test_its_words_are_said_in_french() -> None:
    body = treaty_bodies()["crc"]
    (section,) = (one for one in body.sections if one.slug == "crc.enforcement")

    assert say(body, "title", "fr") == "Comité des droits de l’enfant"
    assert say(section.heads[0], "head", "fr") == "Année"
    told = dict(words())
    assert told["treaty_bodies/crc/enforcement/columns/1/head"] == "Year"


def test_a_body_that_does_not_hold_stops_the_start(overlay: Path) -> None:
    source = (Path("content") / "treaty_bodies" / "crc.yaml").read_text("utf-8")
    wrong = source.replace("li.opsc", "li.nothing").replace("register: plans", "register: fables")
    wrong = wrong.replace("    table: Proceedings by year\n", "")
    (overlay / "crc.yaml").write_text(wrong, "utf-8")

    with pytest.raises(ContentError) as stopped:
        hold()
    for fault in (
        "crc.yaml: there is no li.nothing",
        "crc.yaml: crc.plan: there is no register fables",
        "crc.yaml: crc.enforcement: a table has a title and heads",
    ):
        assert fault in str(stopped.value)
