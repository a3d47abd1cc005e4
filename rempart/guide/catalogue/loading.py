"""Loading the whole content: one file, one record, checked together, kept in memory."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import yaml
from django.conf import settings

from rempart.guide.catalogue.building import ShapeError, build
from rempart.guide.rules.checking import faults
from rempart.guide.rules.entries import SHAPES, Entry
from rempart.guide.rules.figure import Figure1
from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.lists import CodeList, IndicatorDefinition
from rempart.guide.rules.shelf import Catalogue

T = TypeVar("T")
FOLDERS = ("catalogue", "terms", "lists", "indicators")
ENTRIES = ("catalogue/", "terms/")


class ContentError(ValueError):
    """A content file is wrong; the message names it. It stops the start-up."""


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of this deployment, loaded at the first call and then kept."""
    return load(settings.CONTENT_FOLDERS)


def load(folders: Sequence[Path]) -> Catalogue:
    """Return the catalogue of these folders; a file of a later one replaces its namesake."""
    files = _files(folders)
    entries = [_entry(path) for name, path in files.items() if name.startswith(ENTRIES)]
    areas = {e.place.area: e.number for e in entries if e.kind is Kind.AREA}
    entries.sort(key=lambda entry: _order(entry, areas))
    result = Catalogue(
        entries={entry.slug: entry for entry in entries},
        lists=_by_slug(files, "lists", CodeList),
        indicators=_by_slug(files, "indicators", IndicatorDefinition),
        figure_1=_record(files["figure-1"], Figure1),
        version=_version(files),
    )
    if found := [f"{files[place]}: {fault}" for place, fault in faults(result)]:
        raise ContentError("\n".join(found))
    return result


def records(name: str, shape: type[T]) -> dict[str, T]:
    """Return the records of one more folder of content, by slug, for the room that needs them."""
    paths = {
        path.stem: path for f in settings.CONTENT_FOLDERS for path in (f / name).glob("*.yaml")
    }
    return {slug: _record(path, shape, slug=slug) for slug, path in sorted(paths.items())}


def _files(folders: Sequence[Path]) -> dict[str, Path]:
    """Return every file by its name inside the content, the last folder having the last word."""
    files: dict[str, Path] = {}
    for folder in folders:
        own: dict[str, Path] = {}
        for path in _yaml(folder):
            name = _name(path.relative_to(folder))
            if name in own:
                message = f"{path}: {own[name]} has the same name"
                raise ContentError(message)
            own[name] = path
        files |= own
    return dict(sorted(files.items()))


def _yaml(folder: Path) -> Iterator[Path]:
    for name in FOLDERS:
        yield from folder.joinpath(name).rglob("*.yaml")
    yield from folder.glob("figure-1.yaml")


def _name(path: Path) -> str:
    """Return ``catalogue/act.01``, ``lists/sex``, ``figure-1``: an entry may change its kind."""
    return "/".join((*path.parts[:-1][:1], path.stem))


def _order(entry: Entry, areas: Mapping[str, int]) -> tuple[int, int, int]:
    is_advice = entry.kind in {Kind.PRIORITY, Kind.TODO, Kind.NOT_TODO}
    area = areas.get(entry.place.area, 0) if is_advice else 0
    return list(Kind).index(entry.kind), area, entry.number


def _entry(path: Path) -> Entry:
    folder = path.parent.name
    try:
        kind = Kind.TERM if folder == "terms" else Kind(folder)
    except ValueError as error:
        message = f"{path}: {folder} is no kind of entry"
        raise ContentError(message) from error
    return _record(path, SHAPES.get(kind, Entry), slug=path.stem, kind=kind)


def _by_slug(files: Mapping[str, Path], folder: str, shape: type[T]) -> dict[str, T]:
    return {
        path.stem: _record(path, shape, slug=path.stem)
        for name, path in files.items()
        if name.startswith(f"{folder}/")
    }


def _record(path: Path, shape: type[T], **given: object) -> T:
    try:
        return build(shape, _read(path), **given)
    except (ShapeError, yaml.YAMLError, UnicodeDecodeError) as error:
        message = f"{path}: {error}"
        raise ContentError(message) from error


def _read(path: Path) -> object:
    # the safe loader, in C: thirty times as fast
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


def _version(files: Mapping[str, Path]) -> str:
    """Return twelve figures that change whenever a word of the content does."""
    told = b"\0".join(part for n, p in files.items() for part in (n.encode(), p.read_bytes()))
    return sha256(told).hexdigest()[:12]
