"""The docs stay true: links lead somewhere, both READMEs say the same, the style stays short."""

import re
from pathlib import Path

import pytest

from tests.house.rooms import HOUSE, committed
from tests.pictures.camera import LANGUAGES, MOST, SIZES
from tests.pictures.pages import PAGES as PICTURED

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PAGES = list(committed(".md"))
MAKE = re.compile(r"^    make (\w+)", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOUSE).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / link).exists(), f"{page.name} points at {link}"


def test_both_readmes_say_the_same() -> None:
    ours, theirs = (HOUSE / name for name in ("README.md", "README.fr.md"))
    ours_said, theirs_said = ours.read_text("utf-8"), theirs.read_text("utf-8")
    assert MAKE.findall(ours_said) == MAKE.findall(theirs_said) == ["run", "test"]
    here = set(LINK.findall(ours_said)) - {theirs.name}
    there = set(LINK.findall(theirs_said)) - {ours.name}
    assert here == there, f"only one README points at {here ^ there}"


def test_the_style_can_be_read_in_five_minutes() -> None:
    lines = (HOUSE / "docs" / "style.md").read_text("utf-8").splitlines()
    assert len(lines) <= 200, f"docs/style.md has {len(lines)} lines"


def test_every_target_of_make_says_what_it_does() -> None:
    makefile = (HOUSE / "Makefile").read_text("utf-8")
    for target in re.findall(r"^\.PHONY: (.*)", makefile, re.MULTILINE)[0].split():
        assert re.search(rf"^{target}:.*## \S", makefile, re.MULTILINE), (
            f"make {target} says nothing"
        )


def test_every_main_page_is_pictured_and_every_picture_is_light() -> None:
    taken = {one.name: one.stat().st_size for one in (HOUSE / "docs" / "pictures").iterdir()}
    heavy = {name: size for name, size in taken.items() if size > MOST}
    assert not heavy, f"heavier than {MOST} bytes: {heavy}"
    wanted = {f"{p}-{w}-{lang}.webp" for p in PICTURED for w in SIZES for lang in LANGUAGES}
    assert taken.keys() == wanted, f"missing or left over: {sorted(taken.keys() ^ wanted)}"
