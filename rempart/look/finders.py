"""One style sheet and one script for the whole product, joined from one small file per component.

Every room may keep ``static/<room>/css/**.css`` and ``static/<room>/js/*.js``: they are joined into
``look/rempart.css`` and ``look/rempart.js``, the look's own first. The order of the cascade is said
once, by layers. A script is wrapped in a block of its own: names in one are not seen by another.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder, BaseStorageFinder
from django.core.files.storage import FileSystemStorage, Storage

LAYERS = "@layer reset, tokens, base, components, pages, print;\n"
STYLE, SCRIPT = "look/rempart.css", "look/rempart.js"
KINDS = {STYLE: "css", SCRIPT: "js"}


def pieces(kind: str) -> list[Path]:
    """Return the files of a kind (css, js) that the product is joined from, in their order."""
    rooms = [app for app in apps.get_app_configs() if app.name.startswith("rempart.")]
    rooms.sort(key=lambda app: (app.label != "look", app.label))
    found = [
        path
        for app in rooms
        for path in sorted(Path(app.path, "static", app.label, kind).rglob(f"*.{kind}"))
    ]
    return sorted(found, key=lambda path: path.name != "layout.css")  # components may override it


def joined(name: str) -> str:
    """Return the text of a joined file."""
    texts = [path.read_text("utf-8").strip() for path in pieces(KINDS[name])]
    if name == STYLE:
        return LAYERS + "\n".join(texts) + "\n"
    return "".join(f"{{\n{text}\n}}\n" for text in texts)


class RoomsFinder(AppDirectoriesFinder):
    """The static files of every app, except the pieces that are served joined."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """List them for ``collectstatic``."""
        hidden = {path for kind in KINDS.values() for path in pieces(kind)}
        for name, storage in super().list(ignore_patterns):
            if Path(storage.path(name)) not in hidden:
                yield name, storage


class JoinedStorage(FileSystemStorage):
    """A folder that holds the two joined files, written anew when a piece has changed."""

    def exists(self, name: str) -> bool:
        """Whether it lies here; a joined file always does."""
        if name in KINDS:
            self._refresh(name)
        return super().exists(name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        """List what lies here."""
        for name in KINDS:
            self._refresh(name)
        return super().listdir(path)

    def _refresh(self, name: str) -> None:
        place, text = Path(self.path(name)), joined(name)
        if place.exists() and place.read_text("utf-8") == text:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(f"{self.location}.{os.getpid()}")
        draft.write_text(text, "utf-8")
        draft.replace(place)  # in one step: several servers may share the folder


class JoinedFinder(BaseStorageFinder):
    """Finds the two joined files."""

    def __init__(self, *_args: object, **_kwargs: object) -> None:
        super().__init__(JoinedStorage(location=settings.JOINED))
