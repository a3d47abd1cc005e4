"""`make run` and what it calls: an empty machine, then a living product that keeps what was done."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from os import environ
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from rempart.accounts.models import User
from rempart.programmes.models import Programme, SetAside
from rempart.project.management.commands.demo import PASSWORD
from tests.cast import browser_of

ADDRESS = re.compile(r"http://localhost:\d+/")
SECONDS = re.compile(r"ready in (\d+) s")
A_FIRST_START = 60  # of seconds; a second one takes a few, also where machines are busy
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
SHEET = re.compile(r'href="(/static/look/rempart\.[0-9a-f]+\.css)"')
OURS = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY"}  # a newcomer has none of them


@contextmanager
def opened(state: Path) -> Iterator[tuple[str, str]]:
    """Open Rempart as `make run` does, on a state of its own; give its address and what it said."""
    given = {name: value for name, value in environ.items() if name not in OURS}
    with subprocess.Popen(
        [sys.executable, "manage.py", "open_here", "--port", "8765"],
        cwd=settings.HOUSE,
        env=given | {"REMPART_LAPTOP": "1", "REMPART_STATE": str(state)},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            lines = [line for _, line in zip(range(7), server.stdout or (), strict=False)]
            said = "".join(lines)
            yield ADDRESS.findall(said)[0], said
        finally:
            server.terminate()


def page(address: str) -> str:
    """Return a page, as soon as the server answers."""
    for _ in range(200):
        try:
            with urlopen(address) as answer:  # noqa: S310 -- the address that we were told
                return str(answer.read().decode())
        except URLError:
            time.sleep(0.05)
    pytest.fail(f"nobody answers at {address}")


class Visitor:
    """Somebody with a browser of her own: what it sends, it sends with her cookies and the token."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.browser = build_opener(HTTPCookieProcessor())

    def asks(self, page: str) -> str:
        with self.browser.open(f"{self.address}{page}") as answer:
            return str(answer.read().decode())

    def sends(self, page: str, **words: str) -> str:
        words["csrfmiddlewaretoken"] = TOKEN.findall(self.asks(page))[0]
        with self.browser.open(f"{self.address}{page}", urlencode(words).encode()) as answer:
            return str(answer.read().decode())


def test_an_empty_machine_becomes_a_living_product_and_stays_so(tmp_path: Path) -> None:
    with opened(tmp_path) as (address, said):
        assert "amina" in said
        assert PASSWORD in said
        sheet = SHEET.findall(page(f"{address}guide/"))
        assert "--" in page(f"{address}{sheet[0].removeprefix('/')}")
        visitor = Visitor(address)
        visitor.sends("account/sign-in/", login="amina", password=PASSWORD)
        visitor.sends("programmes/new/", title="Three bridges (fictional)")
    key = (tmp_path / "secret-key").read_bytes()
    with opened(tmp_path) as (address, said):
        visitor.address = address
        assert int(SECONDS.findall(said)[0]) < A_FIRST_START
        assert "Rempart" in page(address)
        assert "Three bridges (fictional)" in visitor.asks("programmes/"), (
            "the session lives on too"
        )
    assert (tmp_path / "secret-key").read_bytes() == key
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_the_demo_fills_an_empty_database_once() -> None:
    for _ in range(2):
        call_command("demo")
    assert User.objects.count() == 5
    assert User.objects.get(username="dalia").check_password(PASSWORD)
    address = f"/programmes/{Programme.objects.get(title__startswith='Port-Amarin').pk}/"
    assert browser_of(User.objects.get(username="amina")).get(address).status_code == 200
    assert browser_of(User.objects.get(username="chipo")).get(address).status_code == 404
    assert {(one.rule, one.by) for one in SetAside.objects.all()} == {("RULE-015", "bento")}


@pytest.mark.django_db
def test_the_demo_is_for_a_laptop_only(settings: Settings) -> None:
    settings.LAPTOP = False
    with pytest.raises(CommandError):
        call_command("demo")
    assert not User.objects.exists()
