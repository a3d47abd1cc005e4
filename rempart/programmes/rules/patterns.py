"""Funder templates: which sections an outline has, in which order, under which headings. Data, not code."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rempart.programmes.rules.characters import holds_forbidden
from rempart.programmes.rules.exchange.faults import Fault
from rempart.programmes.rules.exchange.reading import parsed

FORMAT, VERSION = "rempart-outline-template", 1
LARGEST = 50_000  # bytes of a file
LONGEST = {"name": 120, "note": 500, "heading": 120}
KEYS = frozenset({"format", "version", "name", "language", "note", "sections"})
SECTION_KEYS = frozenset({"section", "heading"})
Data = object


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternSection:
    """A section that is in, by its slug; an empty heading is the house's own."""

    section: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A template: its name, its language, what the outline says of its headings, the sections in order."""

    name: str
    language: str
    sections: tuple[PatternSection, ...]
    note: str = ""


def write_pattern(pattern: Pattern) -> str:
    """Return the file that ``read_pattern`` reads back as the same template."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "name": pattern.name,
        "language": pattern.language,
        "note": pattern.note,
        "sections": [{"section": s.section, "heading": s.heading} for s in pattern.sections],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def read_pattern(
    file: bytes, sections: Collection[str], languages: Collection[str]
) -> tuple[Pattern | None, list[Fault]]:
    """Return the template that a file holds, or none and every fault of the file, with its path."""
    if len(file) > LARGEST:
        return None, [Fault(path="", code="too_big", values={"limit": LARGEST})]
    data, faults = parsed(file)
    if faults:
        return None, faults
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return None, [Fault(path="format", code="wrong_format", values={"expected": FORMAT})]
    faults = list(_faults(data, sections, languages))
    if faults:
        return None, faults
    return Pattern(
        name=data["name"].strip(),
        language=data["language"],
        note=data.get("note", ""),
        sections=tuple(
            PatternSection(section=one["section"], heading=one.get("heading", ""))
            for one in data["sections"]
        ),
    ), []


def faults_of_sections(sections: Collection[PatternSection]) -> list[str]:
    """Return why these sections make no template: ``needs_sections`` without any."""
    return [] if sections else ["needs_sections"]


def _faults(
    data: dict[str, Data], sections: Collection[str], languages: Collection[str]
) -> Iterator[Fault]:
    if data.get("version") is True or data.get("version") != VERSION:
        yield Fault(path="version", code="wrong_version", values={"expected": VERSION})
    for odd in sorted(set(data) - KEYS):
        yield Fault(path=odd[:80], code="unknown_field")
    yield from _text(data.get("name"), "name", is_needed=True)
    yield from _text(data.get("note", ""), "note")
    language = data.get("language")
    if not isinstance(language, str) or language not in languages:
        told = {"value": str(language)[:80], "list": "language"}
        yield Fault(path="language", code="unknown_code", values=told)
    listed = data.get("sections")
    if not isinstance(listed, list):
        yield Fault(path="sections", code="wrong_type", values={"expected": "list"})
    elif not listed:
        yield Fault(path="sections", code="missing_field")
    elif len(listed) > len(sections):
        yield Fault(path="sections", code="too_many", values={"limit": len(sections)})
    else:
        yield from _faults_of_list(listed, sections)


def _faults_of_list(listed: list[Data], sections: Collection[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, one in enumerate(listed):
        path = f"sections[{place}]"
        if not isinstance(one, dict):
            yield Fault(path=path, code="wrong_type", values={"expected": "mapping"})
            continue
        for odd in sorted(set(one) - SECTION_KEYS):
            yield Fault(path=f"{path}.{odd[:80]}", code="unknown_field")
        slug = one.get("section")
        if not isinstance(slug, str) or slug not in sections:
            told = {"value": str(slug)[:80], "list": "section"}
            yield Fault(path=f"{path}.section", code="unknown_code", values=told)
        elif slug in seen:
            yield Fault(path=f"{path}.section", code="said_twice", values={"value": slug})
        else:
            seen.add(slug)
        yield from _text(one.get("heading", ""), f"{path}.heading")


def _text(value: Data, path: str, *, is_needed: bool = False) -> Iterator[Fault]:
    limit = LONGEST[path.rsplit(".", maxsplit=1)[-1]]
    if value is None or (is_needed and isinstance(value, str) and not value.strip()):
        yield Fault(path=path, code="missing_field")
    elif not isinstance(value, str):
        yield Fault(path=path, code="wrong_type", values={"expected": "text"})
    elif holds_forbidden(value):
        yield Fault(path=path, code="forbidden_character")
    elif len(value) > limit:
        told = {"limit": limit, "length": len(value)}
        yield Fault(path=path, code="too_long", values=told)
