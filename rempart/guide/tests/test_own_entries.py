"""An organisation's own entries, told from the outside: Chipo works elsewhere and sees nothing."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from rempart.guide.actions import add_own_entry, change_own_entry, withdraw_own_entry
from rempart.guide.models import OwnEntry
from rempart.guide.rules.own import Said, Written
from rempart.kit.refusals import RefusedError
from rempart.vault.models import Entry
from tests.cast import amina, bento, browser_of, chipo

pytestmark = pytest.mark.django_db
TYPED = {"kind": "example", "area": "area.risk", "title_fr": "Un exemple d’ici (fictif)"}
WRITTEN = Written(
    kind="todo", area="area.wr", words={"en": Said(title="Our own advice (fictional)")}
)


def test_a_designer_adds_an_entry_in_one_language_and_it_stands_beside_the_guides() -> None:
    answer = browser_of(amina()).post("/guide/own/new/", TYPED)

    entry = OwnEntry.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/guide/own/{entry.pk}/")
    for address in ("/guide/entries/area.risk/", "/guide/shelves/examples/", "/guide/own/"):
        assert "Un exemple d’ici" in browser_of(bento()).get(address).content.decode()
    assert [e.act for e in Entry.objects.all()] == ["guide.entry_added"]


@pytest.mark.parametrize("address", ["/guide/entries/area.wr/", "/guide/shelves/advice/"])
def test_a_stranger_and_nobody_see_nothing_of_it(address: str) -> None:
    add_own_entry(WRITTEN, by=amina(), on=localdate())

    pages = [browser_of(p).get(address).content.decode() for p in (amina(), chipo(), None)]

    assert ["Our own advice" in page for page in pages] == [True, False, False]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Give a title in one language at least."),
        ({"title_en": "", "text_en": "A text"}, "Give this text a title."),
        ({"title_en": "x" * 201}, "at most 200"),
        ({"title_en": "A", "kind": "law"}, "law is not one of the available choices"),
    ],
)
def test_a_faulty_entry_is_refused_and_nothing_typed_is_lost(
    typed: dict[str, str], said: str
) -> None:
    answer = browser_of(amina()).post(
        "/guide/own/new/", {"kind": "box", **typed}, headers={"accept-language": "en"}
    )

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert said in shown
    assert all(value in shown for value in typed.values() if value != "law")
    assert not OwnEntry.objects.exists()


def test_a_filter_hides_own_entries_that_do_not_carry_it() -> None:
    browser_of(amina()).post("/guide/own/new/", TYPED)

    pages = [
        browser_of(amina()).get(f"/guide/shelves/examples/?{asked}").content.decode()
        for asked in ("", "area=risk", "area=dem", "theme=csr")
    ]

    assert ["Un exemple d’ici" in page for page in pages] == [True, True, False, False]


def test_an_entry_is_changed_and_withdrawn_by_its_organisation() -> None:
    entry = add_own_entry(WRITTEN, by=amina(), on=localdate())
    browser = browser_of(amina())

    opened = browser.get(f"/guide/own/{entry.pk}/change/").content.decode()
    browser.post(f"/guide/own/{entry.pk}/change/", TYPED)
    changed = browser.get(f"/guide/own/{entry.pk}/").content.decode()
    browser.post(f"/guide/own/{entry.pk}/withdrawal/")

    assert "Our own advice" in opened
    assert "Un exemple d’ici" in changed
    assert "Our own advice" not in changed
    assert browser.get(f"/guide/own/{entry.pk}/").status_code == 404


def test_the_acts_themselves_refuse_strangers_readers_and_silence() -> None:
    entry = add_own_entry(WRITTEN, by=amina(), on=localdate())
    empty = Written(kind="box", area="", words={})

    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            change_own_entry(entry, WRITTEN, by=person)
        with pytest.raises(PermissionDenied):
            withdraw_own_entry(entry, by=person, on=localdate())
    with pytest.raises(PermissionDenied):
        add_own_entry(WRITTEN, by=bento(), on=localdate())
    with pytest.raises(RefusedError, match="no-words"):
        change_own_entry(entry, empty, by=amina())
    with pytest.raises(RefusedError, match="no-words"):
        add_own_entry(empty, by=amina(), on=localdate())


def test_the_reader_gets_her_language_first() -> None:
    words = {"en": Said(title="In English"), "fr": Said(title="En français")}
    entry = add_own_entry(Written(kind="box", area="", words=words), by=amina(), on=localdate())
    browser = browser_of(amina())

    said = [
        browser.get(f"/guide/own/{entry.pk}/", headers={"accept-language": language})
        for language in ("en", "fr")
    ]

    assert ['<h1 lang="en">In English' in said[0].content.decode()] == [True]
    assert ['<h1 lang="fr">En français' in said[1].content.decode()] == [True]
