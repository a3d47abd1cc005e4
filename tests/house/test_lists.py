"""A page asks the database as often for three things as for one.

The doors tables fill the house: a room's ``fill`` makes one of all that its addresses name, its
``more(filled)``, where it has one, one more of all that its pages list.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import amina, browser_of
from tests.house.test_doors import DOORS

PAGES = [
    door for door, (_, answers) in DOORS.items() if door.startswith("GET") and answers[0] == 200
]


def questions(address: str) -> list[str]:
    """Return what the page asks the database, once its caches are warm."""
    browser = browser_of(amina())
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return [query["sql"] for query in asked]


@pytest.mark.django_db
@pytest.mark.parametrize("door", PAGES)
def test_a_page_asks_no_more_for_three_than_for_one(door: str) -> None:
    room, _ = DOORS[door]
    filled, address = room.fill(), door.removeprefix("GET ")
    for placeholder, value in filled.items():
        address = address.replace(placeholder, value)
    for_one = questions(address)
    for _ in range(2):
        room.more(filled) if hasattr(room, "more") else room.fill()
    for_three = questions(address)
    assert len(for_three) == len(for_one), f"{door} asks {len(for_three)} times, not {len(for_one)}"
