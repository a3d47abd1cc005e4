"""The census of places: rounded counts by type and coarse area, which lead to no establishment."""

import io
import re
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from rempart.communities.actions import keep_sheet
from rempart.communities.actions.census import (
    change_area_action,
    change_count,
    keep_counts,
    plan_area_action,
    remove_area_action,
    store_counts,
    withdraw_count,
    write_counts,
)
from rempart.communities.models import AreaAction, PendingSheet, Place, VenueCount
from rempart.communities.rules.census import (
    Counted,
    change_of,
    number_of,
    obstacles_to_count,
    read_count,
    step_of,
)
from rempart.communities.tests.region import place
from rempart.kit.refusals import RefusedError
from rempart.vault.models import Entry
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
ORIGIN = {"on": "2026-06-01", "zone": "", "method": "observation", "source": "Study of June (fictional)"}  # fmt: skip


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def read(address: str, person: Client | None = None) -> str:
    answer = (person or browser_of(bento())).get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return words(answer.content.decode())


def sent(address: str, typed: dict[str, str]) -> tuple[int, str]:
    answer = browser_of(amina()).post(address, typed, headers=ENGLISH, follow=True)
    return answer.status_code, words(answer.content.decode())


def counted(found: Place, step: int = 3, venue: str = "bar", on: str = "2026-06-01") -> VenueCount:
    told = Counted(place=str(found.pk), zone="", venue_type=venue, step=step, counted_on=on, method="observation", source="Study")  # fmt: skip
    write_counts(found, {venue: step}, told, by=amina())
    return VenueCount.objects.get(place=found, venue_type=venue, counted_on=on)


def test_what_is_kept_of_a_number_tells_no_one_establishment_apart() -> None:
    kept = [step_of(n) for n in (0, 1, 2, 4, 5, 7, 8, 12, 13, 100)]
    assert kept == [0, 1, 1, 1, 2, 2, 3, 3, 4, 21]
    assert [number_of(step) for step in kept] == [0, 0, 0, 0, 5, 5, 10, 10, 15, 100]
    typed = {"12": 3, "<5": 1, "< 5": 1, "1-4": 1, "0": 0, "x": "not_a_number", "1.5": "not_a_number", "-1": "negative", "1.500": "ambiguous_number", "999999": "too_large"}  # fmt: skip
    assert {text: read_count(text) for text in typed} == typed
    assert obstacles_to_count(999, "", 3) == ["area_too_small"]
    assert obstacles_to_count(None, "harbour", 1) == ["children_unsaid", "few_in_zone"]
    assert obstacles_to_count(1000, "harbour", 2) == []
    assert change_of((3, "services"), (3, "observation")) == "otherwise"
    assert [change_of((n, "x"), (3, "x")) for n in (2, 3, 4)] == ["fewer", "same", "more"]


def test_the_exact_number_is_never_kept_and_others_see_areas_only() -> None:
    quay = place("Quay")
    typed = ORIGIN | {"bar": "13", "hotel": "2", "massage": "0"}
    status, page = sent(f"/places/{quay.pk}/census/counts/", typed)

    assert (status, "3 counts are kept, rounded." in page) == (200, True)
    assert dict(VenueCount.objects.values_list("venue_type", "step")) == {"bar": 4, "hotel": 1, "massage": 0}  # fmt: skip
    names = {field.name for field in VenueCount._meta.get_fields()}
    assert names == {"id", "place", "zone", "venue_type", "step", "counted_on", "method", "source", "written_by", "written_at"}  # fmt: skip
    for line in ("Bar about 15 first count", "Hotel fewer than five", "Massage or spa none found"):
        assert line in page
    assert "1 Jun 2026, Seen from public space Study of June (fictional)" in page
    assert not [e for e in Entry.objects.filter(act__startswith="census") if "13" in str(e.details)]
    everywhere = read("/places/census/")
    assert "Quay" in everywhere
    assert "no action yet" in everywhere
    french = browser_of(bento()).get("/places/census/", headers={"accept-language": "fr"})
    assert "moins de cinq" in french.content.decode()


def test_each_area_links_to_actions_of_the_guide_with_their_dates() -> None:
    quay = place("Quay")
    counted(quay)
    counted(place("Gare"))
    address = f"/places/{quay.pk}/census/actions/"
    status, page = sent(address, {"action": "act.21", "due_on": "2026-01-31"})
    assert (status, "By 31 Jan 2026 – late" in page) == (200, True)
    assert 'href="/guide/' in browser_of(bento()).get(f"/places/{quay.pk}/census/").content.decode()
    status, page = sent(address, {"action": "act.21", "due_on": "2026-01-31"})
    assert (status, "planned for that day already" in page) == (422, True)
    status, page = sent(address, {"action": "act.99", "due_on": "soon"})
    assert (status, "2 fields need your attention" in page) == (422, True)
    planned = AreaAction.objects.get()
    status, page = sent(f"{address}{planned.pk}/", {"due_on": "2026-02-28", "done_on": "2099-01-01"})  # fmt: skip
    assert (status, "This day has not come yet." in page) == (422, True)
    status, page = sent(f"{address}{planned.pk}/", {"due_on": "2026-02-28", "done_on": "2026-02-20"})  # fmt: skip
    assert (status, "Done on 20 Feb 2026" in page) == (200, True)
    listed = read("/places/census/")
    assert listed.index("Gare") < listed.index("Quay")  # what nothing answers comes first
    second = plan_area_action(quay, "act.21", by=amina(), due_on=date(2026, 3, 1))
    with pytest.raises(RefusedError, match="same_action"):
        change_area_action(second, by=amina(), due_on=date(2026, 2, 28), done_on=None)
    status, page = sent(f"{address}{planned.pk}/removal/", {})
    assert (status, AreaAction.objects.count()) == (200, 1)


def test_small_areas_and_few_in_a_zone_are_counted_upwards() -> None:
    port = place("Port", children=None)
    village, unsaid = place("Village", parent=port, children=640), place("Hill", children=None)
    typed = ORIGIN | {"bar": "2"}
    for area, why in ((village, "Fewer than 1,000 children live in this area"), (unsaid, "It is not said how many children"), (port, "Fewer than 1,000")):  # fmt: skip
        status, page = sent(f"/places/{area.pk}/census/counts/", typed)
        assert (status, why in page) == (422, True)
    place("Quay", parent=port, children=4000)
    status, page = sent(f"/places/{port.pk}/census/counts/", typed | {"zone": "harbour"})
    assert (status, "Fewer than five in a mere zone" in page) == (422, True)
    assert not VenueCount.objects.exists()
    status, _page = sent(f"/places/{port.pk}/census/counts/", typed | {"zone": "harbour", "bar": "9"})  # fmt: skip
    assert (status, VenueCount.objects.get().zone) == (200, "harbour")


def test_bad_words_come_back_with_every_reason() -> None:
    quay = place("Quay")
    address = f"/places/{quay.pk}/census/counts/"
    typed = {"on": "2099-01-01", "zone": "Bar Lumière", "method": "", "source": "Hotel Azur", "bar": "many", "hotel": "-2", "event": "1.500", "other": "999999"}  # fmt: skip
    answer = browser_of(amina()).post(address, typed, headers=ENGLISH)
    page = answer.content.decode()
    assert (answer.status_code, "8 fields need your attention" in page) == (422, True)
    assert 'value="many"' in page
    assert "This looks like an address, a venue or a person." in page
    status, page = sent(address, ORIGIN)
    assert (status, "Give one number at least." in page) == (422, True)
    counted(quay)
    status, page = sent(address, ORIGIN | {"bar": "20"})
    assert (status, "has a count of this type and day already" in page) == (422, True)


def test_a_count_is_compared_changed_and_withdrawn() -> None:
    quay = place("Quay")
    counted(quay, 3, on="2025-06-01")
    newest, hotel = counted(quay, 5), counted(quay, 2, "hotel")
    address = f"/places/{quay.pk}/census/"
    assert "Bar about 20 more than before" in read(address)
    assert "1 earlier count" in read(address)
    shown = browser_of(amina()).get(f"{address}counts/{newest.pk}/").content.decode()
    assert 'value="20"' in shown
    typed = ORIGIN | {"venue_type": "bar", "count": "<5"}
    status, page = sent(f"{address}counts/{newest.pk}/", typed | {"method": "services"})
    assert (status, "fewer than five counted in another way: not compared" in page) == (200, True)
    status, page = sent(f"{address}counts/{hotel.pk}/", typed)
    assert (status, "has a count of this type and day already" in page) == (422, True)
    hotel.refresh_from_db()
    assert hotel.venue_type == "hotel"
    status, page = sent(f"{address}counts/{newest.pk}/removal/", {})
    assert (status, "Bar about 10 first count" in page) == (200, True)


def test_neither_a_reviewer_nor_a_stranger_writes_and_a_stranger_finds_nothing() -> None:
    quay = place("Quay")
    count = counted(quay)
    planned = plan_area_action(quay, "act.21", by=amina(), due_on=date(2026, 1, 1))
    told = Counted(place=str(quay.pk), zone="", venue_type="bar", step=1, counted_on="2026-01-01", method="services", source="x")  # fmt: skip
    sheet = keep_counts(passerelle(), [told], by=amina(), name="x.csv")
    for person in (bento(), chipo()):
        for act in (
            lambda by: write_counts(quay, {"bar": 1}, told, by=by),
            lambda by: change_count(count, told, by=by),
            lambda by: withdraw_count(count, by=by),
            lambda by: keep_counts(passerelle(), [told], by=by, name="x"),
            lambda by: store_counts(sheet, by=by),
            lambda by: plan_area_action(quay, "act.21", by=by, due_on=date(2026, 5, 1)),
            lambda by: change_area_action(planned, by=by, due_on=date(2026, 5, 1), done_on=None),
            lambda by: remove_area_action(planned, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(person)
    assert "Quay" not in read("/places/census/", browser_of(chipo()))
    assert b"Quay" not in browser_of(chipo()).get("/places/census/files/csv/").content
    for page in ("census/", "census/counts/", f"census/counts/{count.pk}/", "census/actions/"):
        assert browser_of(chipo()).get(f"/places/{quay.pk}/{page}").status_code == 404
    assert "Write counts" not in read(f"/places/{quay.pk}/census/")
    nobody = amina()
    nobody.organisation = None
    nobody.save()
    assert browser_of(nobody).get("/places/census/").status_code == 403


def chosen(data: bytes, name: str = "counts.csv") -> tuple[int, str, str]:
    answer = browser_of(amina()).post(
        "/places/census/sheet/",
        {"file": SimpleUploadedFile(name, data)},
        headers=ENGLISH,
        follow=True,
    )
    page = answer.content.decode()
    found = re.search(r'<section class="refusal".*?</section>', page, re.DOTALL)
    return answer.status_code, words(page), words(found[0]) if found else ""


def test_a_sheet_is_seen_rounded_before_it_is_written() -> None:
    quay, gare = place("Quay"), place("Gare")
    rows = "Lieu;;Zone;Type de lieu fréquenté;Combien;Date;Compté comment;Source\nQuay;;Autour du port;Bar;12;1/6/2026;Registres ou licences;Étude\n"  # fmt: skip
    rows += f"GARE;;;hotel;<5;2026-06-01;observation;Étude\n{gare.pk};;;;;;\n"
    status, page, _faults = chosen(rows.encode())
    assert (status, "counts without fault: 2" in page) == (200, True)
    assert "Quay Around the harbour Bar about 10" in page
    pending = PendingSheet.objects.get()
    assert "12" not in [str(cell) for kept in pending.readings for cell in kept]
    for where in ("", "storing/", "dropping/"):
        ask = browser_of(chipo()).post if where else browser_of(chipo()).get
        assert ask(f"/places/census/sheet/{pending.pk}/{where}").status_code == 404
    assert browser_of(amina()).get(f"/places/sheet/{pending.pk}/").status_code == 404
    assert "waits for your yes" in read("/places/census/sheet/", browser_of(amina()))
    status, page = sent(f"/places/census/sheet/{pending.pk}/storing/", {})
    assert (status, "2 counts are kept, rounded." in page) == (200, True)
    kept = set(VenueCount.objects.values_list("place__name", "zone", "venue_type", "step", "method"))  # fmt: skip
    assert kept == {("Quay", "harbour", "bar", 3, "registers"), ("Gare", "", "hotel", 1, "observation")}  # fmt: skip
    status, _page, faults = chosen(rows.encode())
    assert (status, faults.count("has a count of this type and day already")) == (422, 2)
    assert quay.pk


def test_every_fault_of_a_sheet_is_named_by_its_cell_at_once() -> None:
    place("Quay"), place("Village", children=640), place("Hill", children=None)
    text = (
        "Place,Zone,Type of venue,How many,Date,Counted how,Source,Wind,Zone\n"
        "Nowhere,,Bar,3,2026-06-01,observation,Study,,\n"
        "Quay,Bar Lumière,castle,lots,31/02/2026,by spying,Hotel Azur,,\n"
        "Quay,harbour,Bar,2,2026-06-01,observation,Study,,\n"
        "Village,,Bar,9,2099-06-01,observation,,,\n"
        f"Hill,,,,,,,,\nHill,,Hotel,,,observation,{'x' * 301},,\n"
        "Quay,,Bar,9,2026-06-01,observation,Study,,\n"
        "Quay,,Bar,12,2026-06-01,observation,Study,,\n"
    )
    status, _page, faults = chosen(text.encode())
    assert status == 422
    for said in (
        "H1 No column of the census is called “Wind”.",
        "I1 The column “Zone” stands twice.",
        "A2 You have no place called “Nowhere”",
        "B3 There is no zone “Bar Lumière”: choose a kind of zone from the list, never a name.",
        "C3 There is no type of venue “castle”.",
        "D3 “lots” is no number.",
        "E3 “31/02/2026” is no date.",
        "F3 There is no way of counting “by spying”.",
        "G3 “Hotel Azur” looks like an address, a venue or a person.",
        "A4 “Quay”: fewer than five in a mere zone.",
        "A5 “Village”: fewer than 1,000 children live there.",
        "E5 “2099-06-01” has not come yet.",
        "5 No source",
        "A7 “Hill”: it is not said how many children live there.",
        "7 It is not said how many.",
        "7 No date",
        "G7 The text is too long",
        "9 This area has a count of this type and day already",
    ):
        assert said in faults, said
    assert not PendingSheet.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Type of venue,How many\nBar,1\n", "No column is called “Place”"),
        (b"Place,How many\nQuay,1\n", "No column is called “Type of venue”"),
        (b"Place,Type of venue,How many\nQuay,,\n", "No row holds a count."),
        (b"\n\n", "The file is empty."),
        (b"PK\x03\x04", "This is no CSV"),
        (b"x" * 2_100_000, "The file is too big"),
    ],
)
def test_a_file_that_is_none_is_told(data: bytes, said: str) -> None:
    place("Quay")
    status, _page, faults = chosen(data)
    assert (status, said in faults) == (422, True)


def test_the_census_goes_out_and_comes_back_and_a_place_may_go_meanwhile() -> None:
    quay = place("Quay")
    counted(quay, 4), counted(quay, 1, "hotel")
    data = browser_of(bento()).get("/places/census/files/xlsx/", headers=ENGLISH).content
    page = load_workbook(io.BytesIO(data)).active
    assert page
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert [row[3:5] for row in rows[1:]] == [["Bar", "15"], ["Hotel", "<5"]]
    before = set(VenueCount.objects.values_list("venue_type", "step"))
    VenueCount.objects.all().delete()
    status, _page, _faults = chosen(data, "counts.xlsx")
    assert status == 200
    pending = PendingSheet.objects.get()
    assert browser_of(amina()).post(f"/places/census/sheet/{pending.pk}/storing/").status_code == 302  # fmt: skip
    assert set(VenueCount.objects.values_list("venue_type", "step")) == before
    template = browser_of(bento()).get("/places/census/files/csv/?empty=1", headers=ENGLISH).content.decode()  # fmt: skip
    assert f"{quay.pk},Quay" in template
    assert browser_of(bento()).get("/places/census/files/pdf/").status_code == 404
    VenueCount.objects.all().delete()
    chosen(data, "counts.xlsx")
    quay.delete()
    pending = PendingSheet.objects.get()
    status, said = sent(f"/places/census/sheet/{pending.pk}/storing/", {})
    assert (status, "has been removed meanwhile" in said) == (422, True)
    browser_of(amina()).post(f"/places/census/sheet/{pending.pk}/dropping/")
    assert not PendingSheet.objects.exists()


def test_figures_and_counts_that_wait_are_not_taken_for_one_another() -> None:
    quay = place("Quay")
    told = Counted(place=str(quay.pk), zone="", venue_type="bar", step=3, counted_on="2026-06-01", method="services", source="x")  # fmt: skip
    kept = keep_counts(passerelle(), [told], by=amina(), name="counts.csv")
    assert "counts.csv" not in read("/places/sheet/", browser_of(amina()))
    keep_sheet(passerelle(), [], by=amina(), name="figures.csv")
    assert browser_of(amina()).get(f"/places/census/sheet/{kept.pk}/").status_code == 404
    other = place("Elsewhere", of=(elsewhere(), chipo()), children=int(Decimal(4000)))
    assert browser_of(amina()).get(f"/places/{other.pk}/census/").status_code == 404
