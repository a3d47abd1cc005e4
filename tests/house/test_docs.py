"""The docs stay true: links lead somewhere, both READMEs say the same, the style stays short."""

import re
from pathlib import Path

import pytest

from tests.house.map import DRAWN
from tests.house.rooms import HOUSE, committed
from tests.pictures.camera import LANGUAGES, MOST, SIZES
from tests.pictures.pages import PAGES as PICTURED

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PAGES = list(committed(".md"))
PICTURE = re.compile(r"!\[[^\]]+\]\((\S+)\)")
RECIPE = re.compile(r"^## Add .*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ROLES = {"designer", "reviewer", "administrator"}
MAKE = re.compile(r"^    make (\w+)", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(HOUSE).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / link).exists(), f"{page.name} points at {link}"


@pytest.mark.parametrize("page", DRAWN, ids=lambda page: page.name)
def test_what_is_drawn_is_current(page: Path) -> None:
    draw = DRAWN[page]
    assert page.read_text("utf-8") == draw(), f"{page.name} is not current: make fix"


def test_every_role_has_its_page_with_pictures_in_both_languages() -> None:
    pages = {page.name for page in (HOUSE / "docs" / "handbook").glob("*.md")}
    assert pages == {f"{role}.{language}.md" for role in ROLES for language in ("en", "fr")}
    for name in pages:
        _role, language, _ = name.split(".")
        shown = PICTURE.findall((HOUSE / "docs" / "handbook" / name).read_text("utf-8"))
        assert shown, f"{name} shows no picture"
        assert all(picture.endswith(f"-{language}.webp") for picture in shown), f"{name}: {shown}"


def test_a_recipe_has_at_most_five_steps() -> None:
    recipes = RECIPE.findall((HOUSE / "CONTRIBUTING.md").read_text("utf-8"))
    assert len(recipes) >= 4
    for recipe in recipes:
        steps = re.findall(r"^\d+\. ", recipe, re.MULTILINE)
        assert len(steps) <= 5, f"{recipe.splitlines()[0]} takes {len(steps)} steps"


def test_a_decision_says_its_context_what_was_decided_and_what_follows() -> None:
    for page in sorted((HOUSE / "docs" / "decisions").glob("[0-9]*.md")):
        text = page.read_text("utf-8")
        for part in ("Context", "Decision", "Consequences"):
            assert f"**{part}.**" in text, f"{page.name} lacks its {part.lower()}"


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
