"""The style sheets: one language of names, both directions of writing, every browser of the last years."""

import re
from pathlib import Path

import pytest

from rempart.look.finders import pieces

SHEETS = pieces("css")
TOKENS = next(path for path in SHEETS if path.name == "tokens.css")
LAYERS = {"reset", "tokens", "base", "components", "pages", "print"}
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab|color)\(|:\s*(?:white|black)\b", re.IGNORECASE
)
SIDED = re.compile(
    r"(?:^|[;{\s])((?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right|top|bottom)(?:-[a-z]+)?"
    r"|(?:min-|max-)?(?:width|height)|float)\s*:|:\s*(?:left|right)\b"
)
NAMED = re.compile(r"var\((--[\w-]+)")
# Widely available: at Baseline for thirty months, or harmless where a browser does not know it
AT_RULES = {"layer", "media", "keyframes", "page", "supports"}
PSEUDO = {
    "root", "before", "after", "hover", "active", "focus", "focus-visible", "focus-within", "checked", "disabled",
    "not", "is", "where", "has", "first-child", "last-child", "only-child", "nth-child", "empty",
    "placeholder", "selection", "marker", "backdrop", "file-selector-button", "target",
    "-webkit-details-marker", "-webkit-progress-bar", "-webkit-progress-value", "-moz-progress-bar",
    "details-content",  # on paper only: where it is not known, closed details stay closed
}  # fmt: skip
TOO_NEW = re.compile(
    r"@(?:container|scope|starting-style|property|import|view-transition|position-try)\b"
    r"|\b(?:anchor|animation-timeline|corner-shape|field-sizing|interpolate-size|reading-flow|text-box"
    r"|view-transition-name|position-area|if|sibling-index|light-dark|contrast-color)\s*[:(]"
)


def rules_of(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)


def declarations(text: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+|color-scheme):\s*([^;]+);", text))


def blocks(text: str) -> list[tuple[tuple[str, ...], str]]:
    """Return each block that declares something: the preludes around it, and its declarations."""
    found, way, said = [], [], ""
    for char in text:
        if char == "{":
            body, _, prelude = said.rpartition(";")
            way.append(prelude.strip())
            said = body
        elif char == "}":
            found.append((tuple(way), said.strip()))
            way.pop()
            said = ""
        else:
            said += char
    return found


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.name)
def test_a_sheet_stands_in_its_layer(path: Path) -> None:
    outer = {way[0] for way, _ in blocks(rules_of(path))}
    assert outer <= {f"@layer {name}" for name in LAYERS}, outer


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.name)
def test_a_sheet_keeps_to_what_every_browser_knows(path: Path) -> None:
    text = rules_of(path)
    assert "!important" not in text
    assert not TOO_NEW.findall(text)
    assert set(re.findall(r"@([\w-]+)", text)) <= AT_RULES
    preludes = " ".join(way[-1] for way, _ in blocks(text) if not way[-1].startswith("@"))
    assert set(re.findall(r"::?(-?[a-z][\w-]*)", re.sub(r'"[^"]*"', "", preludes))) <= PSEUDO


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.name)
def test_a_sheet_nests_nothing(path: Path) -> None:
    for way, _ in blocks(rules_of(path)):
        assert all(step.startswith("@") for step in way[:-1]), way


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.name)
def test_a_sheet_can_be_mirrored(path: Path) -> None:
    sided = [
        m.group(0)
        for way, said in blocks(rules_of(path))
        for m in SIDED.finditer(said)
        if "svg" not in way[-1]
    ]
    assert sided == []


@pytest.mark.parametrize("path", [p for p in SHEETS if p != TOKENS], ids=lambda p: p.name)
def test_only_the_tokens_hold_colours(path: Path) -> None:
    assert COLOUR.findall(rules_of(path)) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.name)
def test_a_sheet_uses_only_tokens_that_exist(path: Path) -> None:
    assert set(NAMED.findall(rules_of(path))) <= set(declarations(rules_of(TOKENS)))


def test_the_dark_of_the_device_and_of_the_reader_are_one() -> None:
    said = {
        way[-1]: declarations(text)
        for way, text in blocks(rules_of(TOKENS))
        if "print" not in str(way)
    }
    assert said[':root:not([data-theme="light"])'] == said[':root[data-theme="dark"]']
    assert len(said[':root[data-theme="dark"]']) > 30
