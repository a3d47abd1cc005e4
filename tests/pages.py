"""Every page of the product, read from the doors tables: what opens by GET and is a whole page.

A room's pages are covered here as soon as its doors are listed.
"""

import pkgutil
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from rempart.accounts.models import User
from tests.cast import amina, browser_of
from tests.house import doors

OPEN = 200
ROOMS = {
    room.name: import_module(f"tests.house.doors.{room.name}")
    for room in pkgutil.iter_modules(doors.__path__)
}


class Place(NamedTuple):
    """An address, and who stands before it: Amina, or nobody where signing in closes the page."""

    address: str
    person: User | None


def places_of(room: ModuleType) -> list[Place]:
    """Return what opens by GET in this room's doors table, its placeholders filled."""
    person, filled = amina(), room.fill()
    found = []
    for door, answers in room.DOORS.items():
        method, address = door.split()
        for placeholder, value in filled.items():
            address = address.replace(placeholder, value)
        if method == "GET" and OPEN in {answers[0], answers[-1]}:
            found.append(Place(address, person if answers[0] == OPEN else None))
    return found


def pages_of(room: ModuleType, **headers: str) -> list[tuple[Place, str]]:
    """Return the whole pages of this room with their text; downloads and fragments are left out."""
    found = []
    browsers = {person: browser_of(person) for person in (amina(), None)}
    for place in places_of(room):
        answer = browsers[place.person].get(place.address, headers=headers)
        if not answer.streaming and answer.headers["Content-Type"].startswith("text/html"):
            text = answer.content.decode()
            if "<html" in text:
                found.append((place, text))
    return found
