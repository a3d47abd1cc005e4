"""Registers of law and policy as files: what goes out comes in again; every fault before anything is written."""

import csv
import html
import io
import json
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localdate
from openpyxl import load_workbook

from rempart.communities.actions.laws import (
    drop_law_sheet,
    keep_law_sheet,
    store_law_sheet,
    withdraw_entry,
)
from rempart.communities.models import LawEntry, PendingLaw
from rempart.communities.rules.laws.reading import Row
from rempart.communities.rules.laws.registers import REGISTERS
from rempart.communities.tests.test_law import ENFORCED, GAP, MEETING, PLAN, RATIFIED, added
from rempart.kit.refusals import RefusedError
from rempart.kit.sheets import write_csv
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}


def chosen(browser: Client, register: str, data: bytes) -> tuple[int, str]:
    sent = {"file": SimpleUploadedFile("x.csv", data)}
    answer = browser.post(f"/law/{register}/sheet/", sent, headers=ENGLISH, follow=True)
    return answer.status_code, html.unescape(answer.content.decode())


def faults(page: str) -> list[str]:
    found = re.search(r'<section class="refusal".*?</section>', page, re.DOTALL)
    items = re.findall(r"<li>(.*?)</li>", found[0], re.DOTALL) if found else []
    return [" ".join(re.sub(r"<[^>]+>", " ", item).split()) for item in items]


def stored(browser: Client) -> int:
    pending = PendingLaw.objects.get()
    return browser.post(f"/law/sheets/{pending.pk}/storing/").status_code


def as_csv(browser: Client, register: str, query: str = "") -> list[list[str]]:
    answer = browser.get(f"/law/{register}/files/csv/{query}", headers=ENGLISH)
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_a_register_goes_out_and_its_changes_come_back() -> None:
    added("enforcement", ENFORCED)
    browser = browser_of(amina())
    heads, row = as_csv(browser, "enforcement")
    row[heads.index("State")] = "Corrigé"  # a colleague answers in French
    row[heads.index("After")] = "55,5"
    fresh = ["" if head == "id" else "A second gap" if head == "Name" else cell for head, cell in zip(heads, row, strict=True)]  # fmt: skip
    status, page = chosen(browser, "enforcement", write_csv([heads, row, fresh]))

    assert status == 200, faults(page)
    assert "New: 1; changed: 1" in page
    assert LawEntry.objects.get().state == "under_way"  # nothing is written yet
    assert stored(browser) == 302
    known, new = LawEntry.objects.order_by("-version")
    assert (known.state, known.facts["later"], known.version) == ("corrected", "55.5", 2)
    assert (new.title, new.facts["owner"]) == ("A second gap", ENFORCED["owner"])
    assert not PendingLaw.objects.exists()


@pytest.mark.parametrize("register", REGISTERS)
def test_every_register_takes_its_own_export_again(register: str) -> None:
    added("ratifications", RATIFIED)
    added("plans", PLAN)
    gap, meeting = added("gaps", GAP), added("meetings", MEETING)
    browser = browser_of(amina())
    consulted = {"on": "2026-03-04", "groups": ["media", "children_adolescents"], "age_bands": ["a12_14", "a15_17"], "said": "x"}  # fmt: skip
    browser.post(f"/law/consultations/new/?within={gap.pk}", consulted)
    decided = {"title": "A letter", "owner": "Union", "due": "2030-01-01", "state": "open"}
    browser.post(f"/law/decisions/new/?within={meeting.pk}", decided)
    before = {str(one.pk): one.said() for one in LawEntry.objects.all()}
    file = browser.get(f"/law/{register}/files/xlsx/", headers=ENGLISH)
    sheet = load_workbook(io.BytesIO(file.content)).active
    assert sheet is not None
    status, page = chosen(browser, register, file.content)

    if LawEntry.objects.filter(register=register).exists():
        assert status == 200, faults(page)
        assert stored(browser) == 302
        assert {str(one.pk): one.said() for one in LawEntry.objects.all()} == before
    else:
        assert (status, faults(page)) == (422, ["No row says anything."])


def test_every_fault_of_a_sheet_is_named_by_its_cell_at_once() -> None:
    made = added("plans", PLAN)
    rows = [
        ["id", "Country", "Name", "Deals with the subject", "Includes it since", "State", "Source", "Wind", "Country"],
        ["", "Marenne (fictional)", "Plan A", "maybe", "31/02/2026", "Adopted", "x" * 201, "", ""],
        ["nothing", "", "Plan B", "Yes", "2024", "adopted", "Journal", "", ""],
        [str(made.pk), "M", "Plan C", "No", "", "Adopté", "Journal", "", ""],
        [str(made.pk), "M", "Plan D", "No", "", "Adopted", "Journal", "", ""],
        ["", "M", "plan c", "No", "", "Adopted", "Journal", "", ""],
        ["", "Marenne (fictional)", "PLAN for children (fictional)", "No", "", "Adopted", "Journal", "", ""],
    ]  # fmt: skip
    status, page = chosen(browser_of(amina()), "plans", write_csv(rows))

    assert status == 422
    assert faults(page) == [
        "H1 No column of this register is called “Wind”. Take the template.",
        "I1 The column “Country” stands twice.",
        "D2 “maybe” is no answer to this. Take the words of the form; part several with a semicolon.",
        "E2 “31/02/2026” is no date. Write 2026-05-31, 31/05/2026 (the day first), 31 May 2026 or 2026.",
        "G2 This text is too long.",
        "A3 No entry of this register has the id “nothing”: leave the cell empty for a new one.",
        "B3 Say this too.",
        "A5 The id “" + str(made.pk) + "” stands in two rows.",
        "B6 Another row says the same entry.",
        "B7 The register has this entry already: give its id to change it.",
    ]
    assert LawEntry.objects.count() == 1
    assert not PendingLaw.objects.exists()


def test_a_sheet_without_its_columns_or_its_wholes_is_refused() -> None:
    browser = browser_of(amina())
    _status, page = chosen(browser, "decisions", b"Decision\nA letter\n")
    assert faults(page) == [
        "1 The column “Meeting” is missing. Take the template.",
        "1 The column “Who answers for it” is missing. Take the template.",
        "1 The column “To be done by” is missing. Take the template.",
        "1 The column “State” is missing. Take the template.",
    ]
    for on in ("2026-02-01", "2026-03-01"):
        added("meetings", MEETING | {"on": on})
    heads = ["Meeting", "Decision", "Who answers for it", "To be done by", "State"]
    rows = [[name, "A letter", "Union", "2030-01-01", "Still open"] for name in ("Nowhere", "Round table (fictional)", None)]  # fmt: skip
    _status, page = chosen(browser, "decisions", write_csv([heads, *rows]))
    assert faults(page) == [
        "A2 You have no entry called “Nowhere” for this to belong to.",
        "A3 Several entries are called “Round table (fictional)”: give the id of the one that is meant.",
        "A4 Say this too.",
    ]
    whole = LawEntry.objects.filter(register="meetings").first()
    assert whole
    _status, page = chosen(browser, "decisions", write_csv([heads, [str(whole.pk), *rows[0][1:]]]))
    assert stored(browser) == 302
    assert LawEntry.objects.get(register="decisions").within == whole


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b" ", "The file is empty."),
        (b"\n;;\n", "The file is empty."),
        (b"x" * 2_000_001, "The file is too big, or grows too big when it is opened: 2 MB at most."),
        (b"\xd0\xcf\x11\xe0 old", "This is a workbook of the old kind (.xls), or one with a password: save it as .xlsx without one."),
    ],
)  # fmt: skip
def test_what_is_no_sheet_is_refused(data: bytes, said: str) -> None:
    status, page = chosen(browser_of(amina()), "plans", data)
    assert (status, faults(page)) == (422, [said])


def test_figures_and_texts_that_cannot_be_read_are_named_and_the_rest_is_counted() -> None:
    heads = ["Country", "Before", "After", "Name"]
    many = [["M", "1.500", "lots", "TRUE"] for _ in range(150)]
    _status, page = chosen(browser_of(amina()), "enforcement", write_csv([heads, *many]))
    missing = [one for one in faults(page) if "is missing" in one]
    assert len(missing) == len(faults(page)) == 9

    needed = ["Provision", "Problem", "Evidence", "Who answers for it", "Corrective action", "Training that goes with it", "Indicator", "State", "Source"]  # fmt: skip
    full = [[*row, *["x"] * 7, "Noted", "x"] for row in many]
    _status, page = chosen(browser_of(amina()), "enforcement", write_csv([heads + needed, *full]))
    found = faults(page)
    assert found[:2] == ["B2 “1.500” is no number.", "C2 “lots” is no number."]
    assert len(found) == 201
    assert re.fullmatch(r"… and \d+ more\.", found[-1])


def test_json_tells_codes_and_a_filter_holds_for_files_too() -> None:
    added("plans", PLAN)
    added("plans", PLAN | {"country": "Otherland (fictional)"})
    browser = browser_of(bento())
    answer = browser.get("/law/plans/files/json/?country=Otherland+(fictional)")
    (entry,) = json.loads(answer.content)["entries"]

    assert (entry["included"], entry["on"], entry["country"]) == ("yes", "2022-01-01", "Otherland (fictional)")  # fmt: skip
    assert "written_by" not in entry
    assert len(as_csv(browser, "plans")) == 3
    assert len(as_csv(browser, "plans", "?empty=1")) == 1
    assert len(as_csv(browser_of(chipo()), "plans")) == 1
    assert browser.get("/law/plans/files/pdf/").status_code == 404
    french = browser.get("/law/plans/files/csv/", headers={"accept-language": "fr"})
    assert french.content.decode("utf-8-sig").startswith("id;Pays;Nom;Institution;")


def kept(rows: list[Row], register: str = "plans") -> PendingLaw:
    return keep_law_sheet(passerelle(), register, rows, by=amina(), name="x.csv")


def test_an_empty_head_is_no_column() -> None:
    rows = [["Country", None, "Name", "Deals with the subject", "State", "Source"]]
    rows.append([PLAN["country"], None, "Plan A", "Yes", "Adopted", "Journal"])
    status, page = chosen(browser_of(amina()), "plans", write_csv(rows))
    assert status == 200, faults(page)
    assert "Plan A" in page


def test_a_sheet_that_no_longer_fits_is_refused_whole() -> None:
    row = Row(facts={**{c.name: "" for c in REGISTERS["plans"].columns}, **PLAN})
    sheet = kept([Row(facts={**row.facts, "title": "Another"}), row])
    made = added("plans", PLAN)
    browser = browser_of(amina())
    answer = browser.post(f"/law/sheets/{sheet.pk}/storing/", headers=ENGLISH)
    assert answer.status_code == 422
    assert "no longer fits" in answer.content.decode()
    assert LawEntry.objects.count() == 1

    for gone in (
        Row(key=str(sheet.pk), facts=row.facts),
        Row(within=str(sheet.pk), facts=row.facts),
    ):
        with pytest.raises(RefusedError):
            store_law_sheet(kept([gone]), by=amina(), on=localdate())
    withdraw_entry(made, by=amina(), on=localdate())
    assert store_law_sheet(kept([row]), by=amina(), on=localdate()) == 1


def test_only_its_reader_keeps_stores_or_drops_a_sheet() -> None:
    sheet = kept([Row(facts=PLAN)])
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            keep_law_sheet(passerelle(), "plans", [], by=person, name="x")
        with pytest.raises(PermissionDenied):
            store_law_sheet(sheet, by=person, on=localdate())
        with pytest.raises(PermissionDenied):
            drop_law_sheet(sheet, by=person)
    browser = browser_of(amina())
    assert "x.csv waits for your yes" in browser.get("/law/gaps/sheet/", headers=ENGLISH).content.decode()  # fmt: skip
    assert browser.post(f"/law/sheets/{sheet.pk}/dropping/").status_code == 302
    assert not PendingLaw.objects.exists()
    assert browser.post(f"/law/sheets/{sheet.pk}/storing/").status_code == 404
