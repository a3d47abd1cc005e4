"""What a first visit and each page weigh, compressed, as a deployment serves them."""

import gzip
import re
from pathlib import Path
from types import ModuleType

import pytest
from django.core.management import call_command
from django.test import Client, override_settings

from rempart.look.finders import STYLE, JoinedFinder, joined
from tests.pages import ROOMS, pages_of

KB = 1024
HASHED = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 9))


@pytest.mark.django_db
def test_a_first_visit_weighs_little(tmp_path: Path) -> None:
    with override_settings(STORAGES=HASHED, STATIC_ROOT=tmp_path):
        call_command("collectstatic", interactive=False, verbosity=0)
        page = Client().get("/look/gallery/").content.decode()
    asked = set(re.findall(r'(?:href|src)="/static/([^"#]+)', page))
    kinds = sorted(Path(name).suffix for name in asked)
    assert kinds == [".css", ".js", ".js", ".svg", ".svg"]  # ours and htmx; the icons, the sign
    for name in asked:
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", name), f"{name} is not named by its content"
        assert (tmp_path / f"{name}.gz").exists() or name.endswith(".svg")
        assert (tmp_path / f"{name}.br").exists() or name.endswith(".svg")
    whole = weight(page.encode()) + sum(weight((tmp_path / name).read_bytes()) for name in asked)
    assert whole <= 100 * KB, f"{whole / KB:.1f} KB"


@pytest.mark.django_db
def test_the_pieces_are_not_served_beside_the_whole(tmp_path: Path) -> None:
    with override_settings(STORAGES=HASHED, STATIC_ROOT=tmp_path):
        call_command("collectstatic", interactive=False, verbosity=0)
    assert not list(tmp_path.rglob("button*.css"))
    assert len(list(tmp_path.rglob("*.css"))) == 2  # under its own name and under its hash


def test_a_changed_piece_is_joined_anew(tmp_path: Path) -> None:
    with override_settings(JOINED=tmp_path):
        finder = JoinedFinder()
    first = Path(finder.find(STYLE) or "")
    first.write_text("old")
    assert Path(finder.find(STYLE) or "").read_text() == joined(STYLE)
    assert not finder.find("look/button.css")


@pytest.mark.django_db
@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_a_page_weighs_little(room: ModuleType) -> None:
    heavy = {place.address: weight(text.encode()) for place, text in pages_of(room)}
    assert {a: f"{size / KB:.1f} KB" for a, size in heavy.items() if size > 30 * KB} == {}
