"""The services of a place, from its grid to the programme that works there."""

import re
from datetime import date

import pytest

from rempart.communities.actions import check_service
from rempart.communities.rules.basic_services import Check
from rempart.communities.tests.region import place
from rempart.programmes.models import Programme
from tests.cast import amina, bento, browser_of, chipo

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}


def test_the_situation_of_a_programme_says_what_is_missing_where_it_works() -> None:
    quay, gare = place("Quay"), place("Gare")
    missing = Check(existence="no", checked_on=date(2026, 6, 1), source="Visit (fictional)")
    check_service(quay, "legal_aid", missing, by=amina())
    check_service(gare, "health", missing, by=amina())
    browser = browser_of(amina())
    browser.post("/programmes/new/", {"title": "Quay children (fictional)"})
    address = f"/programmes/{Programme.objects.get().pk}/"
    before = browser.get(f"{address}situation/", headers=ENGLISH).content.decode()
    assert "Basic services where this programme works" not in before
    browser.post(f"{address}rows/places/add/", {"known": str(quay.pk)})

    for person in (amina(), bento()):
        page = browser_of(person).get(f"{address}situation/", headers=ENGLISH).content.decode()
        told = " ".join(re.sub(r"<[^>]+>", " ", page).split())
        assert "Basic services where this programme works" in told
        assert "Quay 0 of 14 services are there" in told
        assert "Missing Legal aid and protection" in told
        assert "Gare 0 of 14" not in told
    assert browser_of(chipo()).get(f"{address}situation/").status_code == 404
