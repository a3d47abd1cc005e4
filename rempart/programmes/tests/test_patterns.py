"""Templates for funders: kept by an administrator, taken in from files, chosen when printing."""

import json
from io import BytesIO
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from rempart.accounts.models import User
from rempart.accounts.rules import Role
from rempart.programmes.actions import store_plan
from rempart.programmes.actions.patterns import keep_pattern
from rempart.programmes.documents.outline import SECTIONS
from rempart.programmes.documents.word import default_template
from rempart.programmes.models import OutlinePattern, Programme
from rempart.programmes.queries.patterns import shipped
from rempart.programmes.rules.patterns import (
    LARGEST,
    Pattern,
    PatternSection,
    read_pattern,
    write_pattern,
)
from rempart.programmes.tests.factories import port_city
from tests.cast import amina, browser_of, chipo, dalia, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
LANGUAGES = dict(settings.LANGUAGES)
PATTERN = Pattern(
    name="Fonds des deux rives (fictif)",
    language="fr",
    note="Rubriques du fonds (fictif).",
    sections=(
        PatternSection(section="activities", heading="Ce que nous ferons"),
        PatternSection(section="background", heading="Pourquoi"),
    ),
)


def kept() -> OutlinePattern:
    return keep_pattern(passerelle(), by=dalia(), pattern=PATTERN)


def typed(**more: str) -> dict[str, str]:
    return {
        "name": "Two banks (fictional)", "language": "en", "note": "",
        "in-outputs": "on", "place-outputs": "2", "heading-outputs": "Deliverables",
        "in-risks": "on", "place-risks": "1", "heading-risks": "",
    } | more  # fmt: skip


def codes(file: bytes) -> list[tuple[str, str]]:
    pattern, faults = read_pattern(file, SECTIONS, LANGUAGES)
    assert (pattern is None) == bool(faults)
    return [(fault.path, fault.code) for fault in faults]


# --- files ----------------------------------------------------------------------------------------


def test_a_template_reads_back_as_it_was_written() -> None:
    assert read_pattern(write_pattern(PATTERN).encode(), SECTIONS, LANGUAGES) == (PATTERN, [])


def test_three_outlines_are_shipped_in_each_language_and_say_what_they_are() -> None:
    found = shipped()

    assert len(found) == 3 * len(LANGUAGES)
    assert {one.language for one in found.values()} == set(LANGUAGES)
    assert all("reconstru" in one.note for one in found.values())


def test_every_fault_of_a_file_is_named_with_its_path() -> None:
    data = json.loads(write_pattern(PATTERN)) | {
        "version": 2, "name": " ", "note": "x" * 501, "language": "xx", "odd": 1,
        "sections": [{"section": "nowhere", "heading": 3}, "risks", {"section": "risks", "more": 1},
                     {"section": "risks", "heading": "\x00"}, {"heading": "None"}],
    }  # fmt: skip

    assert codes(json.dumps(data).encode()) == [
        ("version", "wrong_version"), ("odd", "unknown_field"), ("name", "missing_field"),
        ("note", "too_long"), ("language", "unknown_code"),
        ("sections[0].section", "unknown_code"), ("sections[0].heading", "wrong_type"),
        ("sections[1]", "wrong_type"), ("sections[2].more", "unknown_field"),
        ("sections[3].section", "said_twice"), ("sections[3].heading", "forbidden_character"),
        ("sections[4].section", "unknown_code"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (b"", "not_json"), (b"\xff\xfe", "not_utf8"), (b"[]", "wrong_format"), (b"{}", "wrong_format"),
        (b"[" * 400 + b"]" * 400, "too_deep"), (b'{"a": NaN}', "not_a_number"),
        (b'{"format": "a", "format": "b"}', "duplicate_field"), (b" " * (LARGEST + 1), "too_big"),
        (b"PK\x03\x04 a zip", "not_json"), (b"!!python/object/apply:os.system [ls]", "not_json"),
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused(file: bytes, code: str) -> None:
    assert [found for _, found in codes(file)] == [code]


@pytest.mark.parametrize(("sections", "code"), [("all", "wrong_type"), ([], "missing_field"), ([{}] * 99, "too_many")])  # fmt: skip
def test_odd_lists_of_sections_are_refused(sections: object, code: str) -> None:
    data = json.loads(write_pattern(PATTERN)) | {"sections": sections}

    assert codes(json.dumps(data).encode()) == [("sections", code)]


def test_a_file_is_taken_in_and_given_out_without_loss() -> None:
    browser = browser_of(dalia())
    file = SimpleUploadedFile("fonds.json", write_pattern(PATTERN).encode())

    taken = browser.post("/programmes/templates/", {"file": file})
    stored = OutlinePattern.objects.get()
    given = browser.get(f"/programmes/templates/{stored.pk}/file/")

    assert taken.status_code == 302
    assert read_pattern(given.content, SECTIONS, LANGUAGES)[0] == PATTERN


def test_a_faulty_or_double_file_is_refused_in_words_and_nothing_is_written() -> None:
    kept()
    browser = browser_of(dalia())
    for content in (
        b'{"format": "rempart-outline-template"}',
        write_pattern(PATTERN).encode(),
        b"",
    ):
        answer = browser.post(
            "/programmes/templates/",
            {"file": SimpleUploadedFile("f.json", content)},
            headers=ENGLISH,
        )
        assert answer.status_code == 422
        assert "Nothing was taken in" in answer.content.decode()
    assert OutlinePattern.objects.count() == 1


# --- typed ----------------------------------------------------------------------------------------


def test_a_template_is_typed_section_by_section_in_its_own_order() -> None:
    browser = browser_of(dalia())

    begun = browser.get("/programmes/templates/new/?begin=short-proposal.en", headers=ENGLISH)
    made = browser.post("/programmes/templates/new/", typed())

    assert 'value="Key outputs"' in begun.content.decode()
    stored = OutlinePattern.objects.get()
    assert made.status_code == 302
    assert stored.sections == [
        {"section": "risks", "heading": ""}, {"section": "outputs", "heading": "Deliverables"},
    ]  # fmt: skip
    changed = browser.post(f"/programmes/templates/{stored.pk}/", typed(**{"place-risks": "5"}))
    stored.refresh_from_db()
    assert changed.status_code == 302
    assert [one["section"] for one in stored.sections] == ["outputs", "risks"]


@pytest.mark.parametrize(
    "more",
    [{"name": ""}, {"name": "x" * 121}, {"language": "xx"}, {"place-risks": "first"}, {"heading-risks": "x" * 121}, {"in-risks": "", "in-outputs": ""}, {"name": PATTERN.name, "language": "fr"}],
)  # fmt: skip
def test_what_is_wrong_is_refused_and_what_was_typed_stands(more: dict[str, str]) -> None:
    kept()
    given = {
        name: value
        for name, value in typed(**more).items()
        if not (name.startswith("in-") and not value)
    }

    answer = browser_of(dalia()).post("/programmes/templates/new/", given, headers=ENGLISH)

    assert answer.status_code == 422
    assert 'value="Deliverables"' in answer.content.decode()
    assert OutlinePattern.objects.count() == 1


# --- printed ----------------------------------------------------------------------------------------


def programme() -> Programme:
    return store_plan(port_city(), by=amina(), organisation=passerelle())


def words_of_word(file: bytes) -> str:
    return "\n".join(one.text for one in Document(BytesIO(file)).paragraphs)


def test_a_programme_is_printed_with_the_template_that_is_chosen() -> None:
    stored, printed = kept(), programme()
    address = f"/programmes/{printed.pk}/document/"
    browser = browser_of(amina())

    shown = browser.get(f"{address}?template={stored.pk}", headers=ENGLISH).content.decode()
    word = words_of_word(browser.get(f"{address}docx/?template={stored.pk}").content)
    pdf = browser.get(f"{address}pdf/?template=short-proposal.en")

    assert PATTERN.name in shown
    assert "short-proposal.en" in shown
    assert word.index("Ce que nous ferons") < word.index("Pourquoi")
    assert "Rubriques du fonds (fictif)." in word
    assert "Annexes" not in word
    assert pdf.content.startswith(b"%PDF")
    assert browser.get(f"{address}?template=nowhere").status_code == 404
    assert browser.get(f"{address}?template={uuid4()}").status_code == 404


def test_a_template_has_a_word_template_of_its_own_and_a_hostile_one_is_refused() -> None:
    stored = kept()
    browser, address = browser_of(dalia()), f"/programmes/templates/{stored.pk}/word/"

    hostile = browser.post(
        address, {"file": SimpleUploadedFile("x.docx", b"MZ no document")}, headers=ENGLISH
    )
    good = browser.post(
        address, {"file": SimpleUploadedFile("own.docx", default_template().read_bytes())}
    )

    stored.refresh_from_db()
    assert hostile.status_code == 422
    assert "This is no Word document" in hostile.content.decode()
    assert (good.status_code, stored.file_name) == (302, "own.docx")
    answer = browser_of(amina()).get(
        f"/programmes/{programme().pk}/document/docx/?template={stored.pk}"
    )
    assert "Ce que nous ferons" in words_of_word(answer.content)
    browser.post(address, {"word": "none"})
    stored.refresh_from_db()
    assert (stored.file, stored.file_name) == (None, "")


def test_a_template_is_dropped() -> None:
    stored = kept()

    assert (
        browser_of(dalia()).post(f"/programmes/templates/{stored.pk}/removal/").status_code == 302
    )
    assert not OutlinePattern.objects.exists()


def test_a_stranger_neither_sees_nor_changes_nor_prints_with_it() -> None:
    stored = kept()
    theirs = store_plan(port_city(), by=chipo(), organisation=elsewhere())
    enzo = User.objects.create_user(
        "enzo", password="x", organisation=elsewhere(), role=Role.ADMINISTRATOR.value
    )
    address = f"/programmes/templates/{stored.pk}/"

    for rest in ("", "file/"):
        assert browser_of(enzo).get(address + rest).status_code == 404
        assert browser_of(chipo()).get(address + rest).status_code == 403
        assert browser_of(dalia()).get(address + rest).status_code == 200
    for rest in ("", "word/", "removal/"):
        assert browser_of(enzo).post(address + rest, typed()).status_code == 404
    assert PATTERN.name not in browser_of(enzo).get("/programmes/templates/").content.decode()
    assert (
        browser_of(chipo())
        .get(f"/programmes/{theirs.pk}/document/?template={stored.pk}")
        .status_code
        == 404
    )
    assert OutlinePattern.objects.get().name == PATTERN.name
