"""Places come from a list: every fault named by its cell, seen before they are added, and given out again."""

import io
import re
import time

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from rempart.communities.actions import drop_list, keep_list, store_list
from rempart.communities.models import PendingPlaces, Place
from rempart.communities.rules.listing import Listed, PlaceList
from rempart.communities.tests.region import place
from tests.cast import amina, bento, browser_of, chipo, dalia, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
HEADS = "Place;How wide is it?;Lies in;Country;Children living there;Counted in (year);Counted by\n"


def chosen(browser: Client, data: str | bytes, **typed: str) -> tuple[int, str]:
    file = SimpleUploadedFile("x.csv", data if isinstance(data, bytes) else data.encode())
    answer = browser.post("/places/list/", typed | {"file": file}, headers=ENGLISH, follow=True)
    return answer.status_code, answer.content.decode()


def faults(page: str) -> list[str]:
    found = re.search(r'<section class="refusal".*?</section>', page, re.DOTALL)
    items = re.findall(r"<li>(.*?)</li>", found[0], re.DOTALL) if found else []
    return [" ".join(re.sub(r"<[^>]+>", " ", item).split()) for item in items]


def stored(browser: Client) -> int:
    return browser.post(f"/places/list/{PendingPlaces.objects.get().pk}/storing/").status_code


def test_a_list_is_seen_before_it_is_added_with_what_lies_in_what() -> None:
    region = place("Region (fictional)")
    browser = browser_of(amina())
    text = HEADS + (
        "Quay;community;PORT;Fictional;4 200;2024;Census (fictional)\n"
        "Port;une ville, un quartier, un village;region (fictional);;;;\n"
        "12 rue des Lilas;;Port;;900;;\n"
    )
    status, page = chosen(browser, text, source="Register (fictional)", year="2025")

    assert (status, faults(page)) == (200, [])
    assert "new places without fault: 3" in page
    assert "4,200" in page
    assert "look like an address" in page
    assert Place.objects.count() == 1
    pending = PendingPlaces.objects.get()
    for path in ("", "storing/", "dropping/"):
        ask = browser_of(chipo()).post if path else browser_of(chipo()).get
        assert ask(f"/places/list/{pending.pk}/{path}").status_code == 404
    assert stored(browser) == 302
    found = {one.name: one for one in Place.objects.select_related("parent")}
    assert found["Port"].parent == region
    assert found["Quay"].parent == found["Port"]
    quay, house = found["Quay"], found["12 rue des Lilas"]
    assert (quay.children, quay.children_year, quay.children_source) == (
        4200,
        2024,
        "Census (fictional)",
    )
    assert (house.children_year, house.children_source) == (2025, "Register (fictional)")
    assert (found["Port"].level, found["Port"].children, found["Port"].children_source) == (
        "community",
        None,
        "",
    )
    assert {one.organisation for one in found.values()} == {passerelle()}
    assert not PendingPlaces.objects.exists()


def test_a_column_without_a_head_is_passed_over() -> None:
    text = f";{HEADS};Quay;community;;Fictional;4 200;2024;Census (fictional)\n"

    status, page = chosen(browser_of(amina()), text)

    assert (status, faults(page)) == (200, [])
    assert "new places without fault: 1" in page


def test_every_fault_is_named_by_its_cell_at_once() -> None:
    place("Twin", parent=place("West"))
    place("Other", of=(elsewhere(), chipo()))
    Place.objects.create(organisation=passerelle(), name="Twin", level="national")
    rows = [
        "Place,Lies in,Children living there,year,source,Wind,Place,level,country",
        ",West,5,2020,x",
        "A,Nowhere,many,2020,x",
        "B,Twin,1.5,1800,x",
        "C,Other,5",
        "D,D,-5,2020,x",
        "E,F,,,,,,planet",
        "F,E",
        "G,West,999999999,3000,x",
        "G2,=1+1",
        f"{'n' * 201},,,,",
        "H",
        "H",
    ]
    status, page = chosen(browser_of(amina()), "\n".join(rows))

    assert status == 422
    assert faults(page) == [
        "F1 No column of a list of places is called “Wind”.",
        "G1 The column “Place” stands twice.",
        "2 The row names no place.",
        "C3 “many” is no number.",
        "C4 “1.5” is no whole number.",
        "D4 “1800” is no year that has begun.",
        "5 A number of children without who counted them: name it in the row, or for the whole file.",
        "C6 “-5” is below zero.",
        "H7 “planet” does not say how wide the place is: use the words of the template.",
        "C9 “999999999” is too large.",
        "D9 “3000” is no year that has begun.",
        "B10 A formula: paste its value instead.",
        f"A11 The text is too long: “{'n' * 60}…”.",
        "A13 “H” stands twice in the list, as wide and in the same country.",
    ]
    assert not PendingPlaces.objects.exists()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("A;A", "B2 A place cannot lie in itself"),
        ("A;B\nB;C\nC;A", "B4 A place cannot lie in itself"),
        ("A;Twin", "B2 Several places are called “Twin”"),
        ("A;Other", "B2 Neither this list nor your places hold “Other”"),
        ("", "No row names a place."),
        ("West;", "Every place of this file is there already."),
    ],
)
def test_where_a_place_lies_must_be_one_place_that_is_not_itself(rows: str, said: str) -> None:
    Place.objects.create(organisation=passerelle(), name="West")
    Place.objects.create(organisation=elsewhere(), name="Other")
    for level in ("community", "national"):
        Place.objects.create(organisation=passerelle(), name="Twin", level=level)

    status, page = chosen(browser_of(amina()), f"Place;Lies in\n{rows}\n")

    assert status == 422
    assert any(one.startswith(said) for one in faults(page)), faults(page)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The submitted file is empty."),
        (b"\n\n", "The file is empty."),
        (b"Lies in\nWest\n", "No column is called “Place”."),
        (b"PK\x03\x04", "This is no CSV"),
        (b"Place\n" + b"West\n" * 2000, "Too many rows"),
        (b"x" * 2_100_000, "The file is too big"),
    ],
)
def test_a_file_that_will_not_do_is_refused(data: bytes, said: str) -> None:
    status, page = chosen(browser_of(amina()), data, year="2025")

    assert (status, said in page) == (422, True)
    assert not PendingPlaces.objects.exists()


def test_what_was_typed_beside_the_file_is_checked_and_kept() -> None:
    status, page = chosen(browser_of(amina()), "Place\nA\n", year="3000", source="Census")

    assert status == 422
    assert "Give a year that has begun" in page
    assert 'value="3000"' in page
    assert 'value="Census"' in page


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_given_out_comes_in_again_elsewhere(form: str, language: str) -> None:
    region = place("Port", children=1_234_567)
    place("=Quay", parent=region)
    Place.objects.create(organisation=passerelle(), name="Port", level="national")
    headers = {"accept-language": language}
    answer = browser_of(bento()).get(f"/places/list/files/{form}/", headers=headers)
    data = answer.content
    if form == "xlsx":
        sheet = load_workbook(io.BytesIO(data)).worksheets[0]
        assert [row[0] for row in sheet.iter_rows(values_only=True)][1:] == [
            "'=Quay",
            "Port",
            "Port",
        ]
    status, _page = chosen(browser_of(amina()), data)
    assert status == 422  # all of it is there
    Place.objects.filter(name="=Quay").delete()

    status, page = chosen(browser_of(amina()), data)

    assert status == 200
    assert "There already, and left as they are: 2" in page
    assert stored(browser_of(amina())) == 302
    again = Place.objects.get(name="=Quay")
    assert (again.parent, again.children, again.level) == (region, 4000, "community")
    empty = browser_of(amina()).get(f"/places/list/files/{form}/?empty=1", headers=headers)
    assert empty.status_code == 200
    assert browser_of(amina()).get("/places/list/files/ods/").status_code == 404


def test_what_changed_between_the_look_and_the_yes_is_told_and_nothing_is_half_added() -> None:
    west = place("West")
    browser = browser_of(amina())
    chosen(browser, "Place;Lies in\nA;West\nB;\n")
    west.delete()
    Place.objects.create(organisation=passerelle(), name="B")

    answer = browser.post(
        f"/places/list/{PendingPlaces.objects.get().pk}/storing/", headers=ENGLISH
    )

    assert answer.status_code == 422
    assert len(faults(answer.content.decode())) == 2
    assert [one.name for one in Place.objects.all()] == ["B"]
    assert "waits for your yes" in browser.get("/places/list/", headers=ENGLISH).content.decode()
    browser.post(f"/places/list/{PendingPlaces.objects.get().pk}/dropping/")
    assert not PendingPlaces.objects.exists()


def test_only_who_writes_of_places_and_chose_the_list_adds_it() -> None:
    listed = PlaceList(places=[Listed(row=2, name="A")])
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            keep_list(passerelle(), listed, by=person, name="x.csv")
    kept = keep_list(passerelle(), listed, by=amina(), name="x.csv")
    for person in (bento(), dalia(), chipo()):
        with pytest.raises(PermissionDenied):
            store_list(kept, by=person)
        with pytest.raises(PermissionDenied):
            drop_list(kept, by=person)
    assert browser_of(bento()).get("/places/list/").status_code == 403
    assert "/places/list/" not in browser_of(bento()).get("/places/").content.decode()
    assert not Place.objects.exists()


def test_a_list_as_long_as_may_be_is_read_and_added_in_a_moment() -> None:
    rows = ["Region (fictional);"] + [
        f"District {n} (fictional);region (fictional)" for n in range(1400)
    ]
    started = time.process_time()

    status, _page = chosen(browser_of(amina()), "Place;Lies in\n" + "\n".join(rows))

    assert status == 200
    assert stored(browser_of(amina())) == 302
    assert time.process_time() - started < 8
    assert Place.objects.filter(parent__name="Region (fictional)").count() == 1400
