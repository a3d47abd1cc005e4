"""Figures as sheets and outlines as maps: every fault named before anything is written."""

import io
import json
import re
import time
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from rempart.communities.actions import drop_sheet, keep_sheet, store_sheet
from rempart.communities.catalogue import conditions
from rempart.communities.models import Outline, PendingSheet, Place, Value
from rempart.communities.rules.days import read_day
from rempart.communities.rules.outlines import LIGHT, MOST_CORNERS, read_map
from rempart.communities.rules.readings import Reading
from rempart.communities.tests.region import described, place
from rempart.guide.rules.words import bare
from rempart.kit.sheets import write_csv, write_xlsx
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
BOMB = 8  # seconds of the processor, measured by coverage too; the bench holds the goal of two
SHARED = {"on": "2026-05-31", "source": "Baseline study (fictional)", "grade": "good"}


def chosen(browser: Client, data: bytes, name: str = "x.csv", **typed: str) -> tuple[int, str]:
    file = SimpleUploadedFile(name, data)
    sent = SHARED | typed | {"file": file}
    started = time.process_time()
    answer = browser.post("/places/sheet/", sent, headers=ENGLISH, follow=True)
    assert time.process_time() - started < BOMB
    return answer.status_code, answer.content.decode()


def faults(page: str) -> list[str]:
    found = re.search(r'<section class="refusal".*?</section>', page, re.DOTALL)
    items = re.findall(r"<li>(.*?)</li>", found[0], re.DOTALL) if found else []
    return [" ".join(re.sub(r"<[^>]+>", " ", item).split()) for item in items]


def test_a_sheet_is_seen_before_it_is_written() -> None:
    quay, _gare = place("Quay"), place("Gare")
    browser = browser_of(amina())
    text = "Place;Adolescents out of school (%);tolerance;Naissances chez des filles\nQuay;31,5;46;\nGARE;;;12\n"
    status, page = chosen(browser, text.encode())

    assert status == 200
    assert "31.5%" in page
    assert not Value.objects.exists()
    pending = PendingSheet.objects.get()
    assert browser_of(chipo()).get(f"/places/sheet/{pending.pk}/").status_code == 404
    assert browser_of(chipo()).post(f"/places/sheet/{pending.pk}/storing/").status_code == 404
    browser.post(f"/places/sheet/{pending.pk}/storing/")
    kept = {(v.place.name, v.condition): v.value for v in Value.objects.select_related("place")}
    assert kept == {
        ("Quay", "out_of_school"): Decimal("31.5"),
        ("Quay", "tolerance"): Decimal(46),
        ("Gare", "early_births"): Decimal(12),
    }
    value = Value.objects.filter(place=quay).first()
    assert value
    assert (value.on, value.source, value.grade) == (date(2026, 5, 31), SHARED["source"], "good")
    assert not PendingSheet.objects.exists()
    assert browser.post(f"/places/sheet/{pending.pk}/storing/").status_code == 404


def test_every_fault_is_named_by_its_cell_at_once() -> None:
    place("Quay"), place("Gare"), place("Hill", children=None)
    text = (
        "Place,tolerance,school_distance,Wind,tolerance,Source,Date,Quality,Note\n"
        "Nowhere,1,2,,,,,,\n"
        "Quay,lots,1.500,,,,31/02/2026,superb,\n"
        "Quay,-3,99999999999,,,,31/12/2099,,\n"
        f"Gare,=1+1,3,,,{'x' * 301},,,\n"
        "\n"
        "Hill,,,,,,,,\n"
    )
    status, page = chosen(browser_of(amina()), text.encode())

    assert status == 422
    assert faults(page) == [
        "D1 No condition is called “Wind”.",
        "E1 The column “tolerance” stands twice.",
        "A2 You have no place called “Nowhere”: add it, or mend the name.",
        "B3 “lots” is no number.",
        "C3 “1.500” can be read in two ways: write 1500 or 1.50.",
        "G3 “31/02/2026” is no date. Write 2026-05-31, 31/05/2026 (the day first), 31 May 2026 or 2026.",
        "H3 “superb” is no grade of quality.",
        "A4 “Quay” has a row already.",
        "B4 “-3” is below zero.",
        "C4 “99999999999” is too large.",
        "G4 “31/12/2099” has not come yet.",
        "B5 A formula: paste its value instead.",
        f"F5 The text is too long: “{'x' * 60}…”.",
    ]
    assert not PendingSheet.objects.exists()
    assert not Value.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Wind,tolerance\nQuay,1\n", "No column is called “Place”"),
        (b"Place,Wind\nQuay,1\n", "No column bears the name of a condition"),
        (b"Place,tolerance\n", "No row holds a figure."),
        (b"", "The submitted file is empty."),
        (b"\n\n", "The file is empty."),
        (b"PK\x03\x04", "This is no CSV"),
        (b"Place,tolerance\n" + b"Quay,1\n" * 2000, "Too many rows"),
        (b"Place,tolerance\n" + b"Nowhere,1\n" * 400, "… and 200 more."),
        (b"x" * 2_100_000, "The file is too big"),
    ],
)
def test_a_file_that_will_not_do_is_refused(data: bytes, said: str) -> None:
    place("Quay")
    status, page = chosen(browser_of(amina()), data)

    assert status == 422
    assert said in page
    assert not PendingSheet.objects.exists()


def test_a_row_says_where_its_figures_come_from_or_the_form_does() -> None:
    first, second = place("Quay"), place("Gare")
    same = place("Gare (north)", of=(elsewhere(), chipo()))
    browser = browser_of(amina())
    bare_form = {"on": "", "source": "", "grade": ""}
    status, page = chosen(browser, b"Place,tolerance\nQuay,4\n", **bare_form)
    assert status == 422
    assert faults(page) == ["2 No date: give it in the row, or for the whole file.", "2 No source: name it in the row, or for the whole file."]  # fmt: skip
    rows: list[list[Any]] = [
        ["id", "place", "tolerance", "Date", "Source", "Qualité"],
        [str(first.pk), "whatever", Decimal(4), date(2026, 3, 1), "Row", "Counted or surveyed, recent"],
        [str(second.pk), None, Decimal(5), "31 mai 2025", "Row", "un avis, ou une estimation ancienne"],
    ]  # fmt: skip
    status, page = chosen(browser, write_xlsx("x", rows), **bare_form)
    assert status == 200
    kept = [Reading.of(r) for r in PendingSheet.objects.get().readings]
    assert [(r.place, r.on, r.grade) for r in kept] == [
        (str(first.pk), "2026-03-01", "good"),
        (str(second.pk), "2025-05-31", "weak"),
    ]
    rows[1][0] = str(same.pk)  # another organisation's place
    status, page = chosen(browser, write_csv(rows))
    assert faults(page)[0].startswith("A2 You have no place called")


def test_two_places_of_one_name_are_told_apart_by_their_id() -> None:
    place("Quay")
    Place.objects.create(organisation=passerelle(), name="quay", country="Other")
    page = chosen(browser_of(amina()), b"Place,tolerance\nQuay,4\n")[1]

    assert faults(page) == ["A2 Several of your places are called “Quay”: use the column “id” of the template."]  # fmt: skip


def test_what_is_exported_is_imported_again_and_never_runs() -> None:
    quay = described("=Quay()", 0.5)
    browser = browser_of(amina())
    for form in ("csv", "xlsx"):
        for language in ("en", "fr"):
            data = browser.get(
                f"/places/sheet/files/{form}/", headers={"accept-language": language}
            )
            status, page = chosen(browser, data.content)
            assert status == 200, page
            kept = {r.condition: Decimal(r.value) for r in map(Reading.of, PendingSheet.objects.get().readings)}  # fmt: skip
            assert kept == {v.condition: v.value for v in quay.values.all()}
    empty = browser.get("/places/sheet/files/xlsx/?empty=1").content
    cells = list(load_workbook(io.BytesIO(empty)).worksheets[0].values)
    assert len(cells[0]) == len(conditions()) + 6
    assert cells[1][:3] == (str(quay.pk), "'=Quay()", None)
    assert browser.get("/places/sheet/files/pdf/").status_code == 404
    assert b"Quay" not in browser_of(chipo()).get("/places/sheet/files/csv/").content


def test_a_kept_sheet_is_its_authors_alone_and_forgotten_when_she_says_so() -> None:
    quay = place("Quay")
    reading = Reading(place=str(quay.pk), condition="tolerance", value="4", on="2026-01-01", source="x")  # fmt: skip
    sheet = keep_sheet(passerelle(), [reading], by=amina(), name="x.csv")
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            keep_sheet(passerelle(), [reading], by=person, name="x.csv")
        with pytest.raises(PermissionDenied):
            store_sheet(sheet, by=person)
        with pytest.raises(PermissionDenied):
            drop_sheet(sheet, by=person)
    quay.delete()
    browser = browser_of(amina())
    answer = browser.post(f"/places/sheet/{sheet.pk}/storing/", headers=ENGLISH)
    assert (answer.status_code, "removed meanwhile" in answer.content.decode()) == (422, True)
    assert "waits for your yes" in browser.get("/places/sheet/", headers=ENGLISH).content.decode()
    browser.post(f"/places/sheet/{sheet.pk}/dropping/")
    assert not PendingSheet.objects.exists()


def test_a_thousand_places_are_read_and_written_at_once() -> None:
    Place.objects.bulk_create(
        Place(organisation=passerelle(), name=f"District {n:04}") for n in range(1000)
    )
    heads = ["Place", *conditions()]
    rows: list[list[Any]] = [list(heads), *([f"District {n:04}", *(Decimal(n % 50) for _ in heads[1:])] for n in range(1000))]  # fmt: skip
    browser = browser_of(amina())
    assert faults(chosen(browser, write_xlsx("x", rows))[1]) == [
        "Too many figures: 15,000 at most. Split the file."
    ]
    rows = [row[:16] for row in rows]
    assert chosen(browser, write_xlsx("x", rows))[0] == 200
    browser.post(f"/places/sheet/{PendingSheet.objects.get().pk}/storing/")
    assert Value.objects.count() == 15_000


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-31", date(2026, 5, 31)),
        ("2026-05-31 00:00:00", date(2026, 5, 31)),
        ("31/05/2026", date(2026, 5, 31)),
        ("1.5.2026", date(2026, 5, 1)),
        ("1er mai 2026", date(2026, 5, 1)),
        ("31 Août 2025", date(2025, 8, 31)),
        ("May 3, 2026", date(2026, 5, 3)),
        ("february 2024", date(2024, 2, 29)),
        ("2025", date(2025, 12, 31)),
        ("2026", date(2026, 6, 1)),
        ("juin 2026", date(2026, 6, 1)),
        ("2027", date(2027, 12, 31)),
        ("05/31/2026", None),
        ("31 brumaire 2026", None),
        ("brumaire 2026", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_as_it_is_written_the_day_first(text: str, day: date | None) -> None:
    assert read_day(text, date(2026, 6, 1)) == day


# --- maps ---

SQUARE = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]


def feature(name: object, geometry: object, **more: object) -> dict[str, object]:
    return {"type": "Feature", "properties": {"name": name}, "geometry": geometry} | more


def polygon(*rings: object) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


def collection(*features: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def mapped(browser: Client, data: bytes) -> tuple[int, str]:
    file = SimpleUploadedFile("x.geojson", data)
    answer = browser.post("/places/map/", {"file": file}, headers=ENGLISH, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_map_is_taken_by_name_or_id_and_made_coarse() -> None:
    quay, gare = described("Quay", 0.9), described("Gare", 0.2)
    east = [[[2, 0], [4, 0], [4, 2], [2, 2], [2, 0]]]
    islands = {"type": "MultiPolygon", "coordinates": [east, [[[3, 1], [3.0001, 1], [3, 1.0001], [3, 1]]]]}  # fmt: skip
    data = collection(
        feature("QUAY ", polygon(SQUARE)),
        feature("x", islands, id=str(gare.pk)),
        feature("Foreign", polygon(SQUARE)),
        feature(None, polygon(SQUARE), properties=None),
    )
    status, page = mapped(browser_of(amina()), data)

    assert status == 200
    assert "2 places are on the map." in page
    assert "Foreign, 4" in page
    rings = {o.place_id: o.rings for o in Outline.objects.all()}
    assert rings[quay.pk] == [[[0, 500], [500, 500], [500, 0], [0, 0]]]
    assert rings[gare.pk][0][0] == [500, 500]
    assert 'role="img"' in page


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "no text in UTF-8"),
        (b"{", "not whole JSON"),
        (b'{"type": NaN}', "not whole JSON"),
        (b"[" * 200_000, "too deep"),
        (b"[1]", "no GeoJSON"),
        (b'{"type": "Topology"}', "no GeoJSON"),
        (collection(), "holds no area"),
        (collection(*[feature("x", None)] * 2001), "Too many areas"),
        (collection(feature("Quay", None)), "Area 1 The area “Quay” has no outline."),
        (collection(1), "Area 1 The area “1” has no outline."),
        (collection(feature("Quay", {"type": "Point", "coordinates": [1, 2]})), "not “Point”"),
        (collection(feature("Quay", polygon([[0, 0], [1, 1]]))), "closed rings of numbers"),
        (collection(feature("Quay", polygon([["a", 0]] * 4))), "closed rings of numbers"),
        (collection(feature("Quay", polygon([[True, 0]] * 4))), "closed rings of numbers"),
        (collection(feature("Quay", {"type": "MultiPolygon", "coordinates": {}})), "closed rings"),
        (collection(feature("Quay", polygon([[600000, 0]] * 4))), "leaves the earth"),
        (collection(feature("Elsewhere", polygon(SQUARE))), "No area bears the name"),
        (collection(*[feature("Quay", polygon(SQUARE))] * 2), "Area 2 Two areas are “Quay”."),
        (b" " * 3_000_001, "too big"),
    ],
)
def test_a_map_that_will_not_do_is_refused_and_the_old_one_stays(data: bytes, said: str) -> None:
    quay = described("Quay", 0.9)
    mapped(browser_of(amina()), collection(feature("Quay", polygon(SQUARE))))
    status, page = mapped(browser_of(amina()), data)

    assert status == 422
    assert said in " ".join(faults(page))
    assert Outline.objects.get().place == quay


def test_a_single_feature_is_a_map_and_a_speck_stays_in_sight() -> None:
    names = {bare("Quay"): ["q"], bare("Isle"): ["i"]}
    keys = frozenset({"q", "i"})
    one = read_map(json.dumps(feature("Quay", polygon(SQUARE))).encode(), names, keys)
    assert (list(one.rings), one.faults) == (["q"], [])
    speck = [[9, 9], [9.00001, 9], [9.00001, 9.00001], [9, 9]]
    both = collection(feature("Quay", polygon(SQUARE)), feature("Isle", polygon(speck)))
    assert len(read_map(both, names, keys).rings["i"][0]) == 4


def test_a_detailed_map_is_made_light_and_a_monstrous_one_refused() -> None:
    def wavy(corners: int) -> list[list[float]]:
        up = [[n / corners * 20, (n * 7919 % 97) / 97] for n in range(corners)]
        return [*up, [20, -20], [0, -20], up[0]]

    names, keys = {"quay": ["q"]}, frozenset({"q"})
    light = read_map(collection(feature("Quay", polygon(wavy(20_000)))), names, keys)
    assert 100 < sum(map(len, light.rings["q"])) <= LIGHT
    # however coarse, it leaps to and fro
    wild = [[n * 7919 % 97 / 5, n * 104_729 % 89 / 5] for n in range(20_000)]
    tamed = read_map(collection(feature("Quay", polygon(wild))), names, keys)
    assert [f.code for f in tamed.faults] == ["too_many_corners"]
    data = json.dumps({"type": "FeatureCollection", "features": [feature("Quay", polygon([[0, 0]] * (MOST_CORNERS + 1)))]}, separators=(",", ":"))  # fmt: skip
    assert [f.code for f in read_map(data.encode(), names, keys).faults] == ["too_many_corners"]


def test_what_is_too_big_or_too_fine_is_told_by_the_rules_themselves() -> None:
    assert [f.code for f in read_map(b" " * 3_000_001, {}, frozenset()).faults] == ["too_big"]
    place("Quay")
    rows: list[list[Any]] = [["Place", None, "tolerance", "visitors"], ["Quay", None, date(2026, 1, 1), True]]  # fmt: skip
    page = chosen(browser_of(amina()), write_xlsx("x", rows))[1]
    assert faults(page) == ["C2 “2026-01-01” is no number.", "D2 “True” is no number."]


def test_a_reviewer_and_a_stranger_choose_no_file() -> None:
    described("Quay", 0.5)
    for address in ("/places/sheet/", "/places/map/"):
        assert browser_of(bento()).get(address).status_code == 403
        assert browser_of(amina()).get(address).status_code == 200
    mapped(browser_of(chipo()), collection(feature("Quay", polygon(SQUARE))))
    assert not Outline.objects.exists()
