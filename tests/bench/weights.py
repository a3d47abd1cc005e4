"""What a first visit and the heaviest page of each room weigh, compressed, as a server sends them."""

import gzip
import re
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from django.core.management import call_command
from django.test import Client, override_settings

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Programme
from rempart.programmes.rules.codes import Step
from tests.bench import Bench
from tests.bench.review import example
from tests.cast import amina, browser_of, passerelle
from tests.pages import OPEN, ROOMS, pages_of

KB = 1024
HASHED = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}


def weight(data: bytes) -> int:
    """Return how many bytes travel."""
    return len(gzip.compress(data, 9))


def first_visit(address: str) -> int:
    """Return what a page weighs with every style, script, font and picture that it asks for."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        stack.enter_context(override_settings(STORAGES=HASHED, STATIC_ROOT=folder))
        call_command("collectstatic", interactive=False, verbosity=0)
        page = Client().get(address).content.decode()
        asked = set(re.findall(r'(?:href|src)="/static/([^"#]+)', page))
        return weight(page.encode()) + sum(weight((folder / name).read_bytes()) for name in asked)


def heaviest(room: ModuleType) -> int:
    """Return the weight of a room's heaviest page."""
    return max((weight(text.encode()) for _, text in pages_of(room)), default=0)


def of_the_example(step: str) -> int:
    """Return what a step's page weighs for the example programme, with all its rows."""
    programme = Programme.objects.filter(title=example().title).first()
    found = programme or store_plan(example(), by=amina(), organisation=passerelle())
    answer = browser_of(amina()).get(f"/programmes/{found.pk}/{step}/")
    assert answer.status_code == OPEN, step
    return weight(answer.content)


def benches() -> Iterator[Bench]:
    """The goals of the look: 100 KB for a first visit, 30 KB for a page."""
    for address in ("/", "/guide/", "/account/sign-in/"):
        yield Bench(
            name=f"weight: a first visit to {address}",
            weigh=partial(first_visit, address),
            most=100 * KB,
        )
    for name, room in ROOMS.items():
        yield Bench(
            name=f"weight: the heaviest page of {name}",
            weigh=partial(heaviest, room),
            most=30 * KB,
        )
    for step in Step:
        yield Bench(
            name=f"weight: step {step.value} of the example",
            weigh=partial(of_the_example, step.value),
            most=30 * KB,
        )
