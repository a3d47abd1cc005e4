"""What a page may not hold: the content-security policy would stop it, and a reader would not."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = sorted(settings.PACKAGE.glob("*/templates/**/*.html"))
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
INLINE = re.compile(
    r"<style\b|\sstyle\s*=|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=|javascript:|\shx-on|js:\s*\{",
    re.IGNORECASE,
)
RAW = re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off")
OUTSIDE = re.compile(r"(?:src|href|action)=[\"']?(?:https?:)?//", re.IGNORECASE)


def named(path: Path) -> str:
    return str(path.relative_to(settings.PACKAGE))


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_holds_no_inline_script_or_style(path: Path) -> None:
    found = INLINE.findall(TAG.sub("", path.read_text("utf-8")))
    assert not found, f"{named(path)} holds {found}"


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_lets_no_typed_word_be_code(path: Path) -> None:
    found = RAW.findall(path.read_text("utf-8"))
    assert not found, f"{named(path)} holds {found}"


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_asks_nothing_of_another_site(path: Path) -> None:
    found = OUTSIDE.findall(path.read_text("utf-8"))
    assert not found, f"{named(path)} leads to {found}"
