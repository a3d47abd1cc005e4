"""A page asks the database as often for three things as for one.

The doors tables fill the house: a room's ``fill`` makes one of all that its addresses name, its
``more(filled)``, where it has one, one more of all that the pages of one of them list. Each page is
read by the first of the cast who may.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rempart.accounts.models import User
from tests.cast import browser_of
from tests.house.test_doors import CAST, DOORS

READERS = {  # page -> the first of the cast who may read it
    door: CAST[answers.index(200)]
    for door, (_, answers) in DOORS.items()
    if door.startswith("GET") and 200 in answers
}


def questions(address: str, reader: User | None) -> list[str]:
    """Return what the page asks the database, once its caches are warm."""
    browser = browser_of(reader)
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return [query["sql"] for query in asked]


@pytest.mark.django_db
@pytest.mark.parametrize("door", READERS)
def test_a_page_asks_no_more_for_three_than_for_one(door: str) -> None:
    (room, _), reader = DOORS[door], READERS[door]()
    filled, address = room.fill(), door.removeprefix("GET ")
    for placeholder, value in filled.items():
        address = address.replace(placeholder, value)
    for_one = questions(address, reader)
    for _ in range(2):
        room.fill()
        if hasattr(room, "more"):
            room.more(filled)
    for_three = questions(address, reader)
    assert len(for_three) == len(for_one), f"{door} asks {len(for_three)} times, not {len(for_one)}"
