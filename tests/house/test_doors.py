"""The doors table, executed: every address and method has a row, and opens to whom it may."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.cast import amina, bento, browser_of, chipo, dalia
from tests.house import doors

ROOMS = [
    importlib.import_module(f"tests.house.doors.{room.name}")
    for room in pkgutil.iter_modules(doors.__path__)
]
DOORS = {door: (room, answers) for room in ROOMS for door, answers in room.DOORS.items()}
CAST = amina, bento, dalia, chipo, lambda: None  # in the order of the tables' columns


def addresses(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    for p in patterns:
        if isinstance(p, URLResolver):
            yield from addresses(p.url_patterns, f"{before}{p.pattern}")
        else:
            yield f"{before}{p.pattern}"


def test_every_door_is_listed() -> None:
    living = set(addresses(get_resolver().url_patterns))
    assert {f"{method} {address}" for address in living for method in ("GET", "POST")} == set(DOORS)


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_a_door_opens_only_to_whom_it_may(door: str) -> None:
    room, expected = DOORS[door]
    method, address = door.split()
    people = [person() for person in CAST]
    for placeholder, value in room.fill().items() if "<" in address else ():
        address = address.replace(placeholder, value)
    answers = (browser_of(person).generic(method, address).status_code for person in people)
    assert tuple(answers) == expected
