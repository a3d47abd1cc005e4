"""Addresses never die: every one that was ever published still answers, or says where it went."""

from pathlib import Path

import pytest
from django.test import Client

from rempart.guide.catalogue import catalogue
from rempart.guide.rules.shelves import SHELVES

PUBLISHED = Path(__file__).with_name("addresses.txt").read_text("utf-8").split()


def test_every_living_address_is_published() -> None:
    living = {f"/guide/entries/{slug}/" for slug in catalogue().entries}
    living |= {f"/guide/shelves/{shelf.slug}/" for shelf in SHELVES}

    assert living <= set(PUBLISHED), "add the new addresses to addresses.txt; take none away"


@pytest.mark.django_db
def test_no_published_address_is_dead() -> None:
    browser = Client()

    dead = [a for a in PUBLISHED if browser.get(a, follow=True).status_code != 200]

    assert dead == []
