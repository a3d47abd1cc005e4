"""Places: described, put into one another, kept where they are used."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from rempart.communities.actions import add_place, change_place, describe_place, remove_place
from rempart.communities.models import Place
from rempart.communities.queries import places_for, tree_of
from rempart.communities.rules.places import way_up
from rempart.communities.rules.told import Told
from rempart.communities.tests.region import described, place
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}


def test_a_designer_adds_a_place_once_and_a_stranger_does_not_see_it() -> None:
    first, again = (
        add_place(passerelle(), by=amina(), name="Havre-Neuf", level="community") for _ in range(2)
    )

    assert first == again
    assert list(places_for(bento())) == [first]
    assert not places_for(chipo()).exists()


def test_neither_a_reviewer_nor_a_stranger_writes_about_places() -> None:
    found, told = place("Havre-Neuf"), Told(name="Other")
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            add_place(passerelle(), by=person, name="Havre-Neuf")
        with pytest.raises(PermissionDenied):
            describe_place(passerelle(), told, by=person)
        with pytest.raises(PermissionDenied):
            change_place(found, told, by=person)
        with pytest.raises(PermissionDenied):
            remove_place(found, by=person)
    assert Place.objects.get().name == "Havre-Neuf"


def form(name: str, **more: object) -> dict[str, object]:
    return {"name": name, "level": "community", "country": "", "parent": "", **more}


def told(browser: Client, address: str, typed: dict[str, object]) -> tuple[int, str]:
    answer = browser.post(address, typed, headers=ENGLISH, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_place_is_described_under_another_and_shown_in_the_tree() -> None:
    browser = browser_of(amina())
    port = place("Port (fictional)")
    typed = form("Quay district", parent=str(port.pk), children="4 200", children_source="Census")
    status, page = told(browser, "/places/new/", typed)

    quay = Place.objects.get(name="Quay district")
    assert (status, quay.parent, quay.children) == (200, port, 4200)
    assert "4,200 children live here" in page
    tree = browser.get("/places/").content.decode()
    assert tree.index("Port (fictional)") < tree.index("Quay district")
    assert "Quay district" not in browser_of(chipo()).get("/places/").content.decode()
    assert browser_of(chipo()).get(f"/places/{quay.pk}/").status_code == 404
    assert browser_of(bento()).get(f"/places/{quay.pk}/").status_code == 200


def test_bad_words_come_back_with_every_reason() -> None:
    typed = form("", children="many", children_year="3000")
    status, page = told(browser_of(amina()), "/places/new/", typed)

    assert status == 422
    assert "3 fields need your attention" in page
    assert "Give a year that has begun" in page
    assert 'value="many"' in page
    status, page = told(browser_of(amina()), "/places/new/", form("Quay", children="5"))
    assert (status, "Say where this number comes from." in page) == (422, True)
    assert not Place.objects.exists()


def test_a_place_never_lies_in_itself() -> None:
    browser = browser_of(amina())
    port = place("Port")
    quay = place("Quay", parent=port)
    end = place("End", parent=quay)
    status, page = told(browser, f"/places/{port.pk}/change/", form("Port", parent=str(end.pk)))

    assert status == 422
    assert "A place cannot lie in itself" in page
    port.refresh_from_db()
    assert port.parent is None
    assert list(way_up(end.pk, {end.pk: quay.pk, quay.pk: port.pk, port.pk: end.pk})) == [quay.pk, port.pk]  # fmt: skip
    moved, _page = told(browser, f"/places/{end.pk}/change/", form("End", parent=str(port.pk)))
    end.refresh_from_db()
    assert (moved, end.parent) == (200, port)


def test_two_places_do_not_bear_one_name_and_no_foreign_one_is_a_parent() -> None:
    browser = browser_of(amina())
    place("Quay")
    status, page = told(browser, "/places/new/", form("Quay", country="Fictional"))
    assert (status, "already bears this name" in page) == (422, True)
    other = place("Elsewhere", of=(elsewhere(), chipo()))
    status, _page = told(browser, "/places/new/", form("Gare", parent=str(other.pk)))
    assert status == 422
    with pytest.raises(PermissionDenied):
        describe_place(passerelle(), Told(name="Gare", parent_id=other.pk), by=amina())


def test_a_name_that_looks_like_an_address_is_kept_with_a_warning() -> None:
    status, page = told(browser_of(amina()), "/places/new/", form("12 rue des Lilas"))

    assert status == 200
    assert "looks like an address" in page


def test_a_place_with_parts_stays_and_an_empty_one_goes_with_its_figures() -> None:
    browser = browser_of(amina())
    port = place("Port")
    quay = described("Quay", 0.5, parent=port)
    status, page = told(browser, f"/places/{port.pk}/removal/", {})
    assert (status, "Other places lie in it" in page) == (422, True)
    asked = browser.get(f"/places/{quay.pk}/removal/", headers=ENGLISH).content.decode()
    assert "24 figures go with it." in asked
    status, _page = told(browser, f"/places/{quay.pk}/removal/", {})
    assert status == 200
    assert list(Place.objects.values_list("name", flat=True)) == ["Port"]


def test_a_thousand_places_stay_folded_and_light() -> None:
    browser = browser_of(amina())
    region = place("Region")
    towns = [place(f"Town {n:02}", parent=region, children=None) for n in range(20)]
    Place.objects.bulk_create(
        Place(organisation=passerelle(), name=f"District {t:02}-{n:02}", parent=town)
        for t, town in enumerate(towns)
        for n in range(60)
    )
    folded = browser.get("/places/", headers=ENGLISH).content.decode()
    assert "1,221 places" in folded
    assert "District" not in folded
    address = f"/places/?at={towns[3].pk}"
    opened = browser.get(address, headers=ENGLISH).content.decode()
    assert re.findall(r"District (\d\d)-(\d\d)", opened)[::49] == [("03", "00"), ("03", "49")]
    following = browser.get(f"{address}&from=50", headers=ENGLISH).content.decode()
    assert len(re.findall(r">District 03-5\d<", following)) == 10
    for odd in ("?at=x", "?at=00000000-0000-0000-0000-000000000000", "?from=99999999", "?q=%00"):
        assert browser.get(f"/places/{odd}").status_code == 200
    found = browser.get("/places/?q=DISTRICT 07-59", headers=ENGLISH).content.decode()
    assert "1 place found" in found


def test_a_branch_far_down_a_long_list_is_shown_where_it_is() -> None:
    Place.objects.bulk_create(
        Place(organisation=passerelle(), name=f"Town {n:03}") for n in range(120)
    )
    last = Place.objects.get(name="Town 110")
    part = place("Quay", parent=last)
    tree = tree_of(places_for(amina()), last.pk)

    assert (tree.first, tree.following, len(tree.parts)) == (100, 0, 20)
    assert [n.parts[0].place for n in tree.parts if n.parts] == [part]
