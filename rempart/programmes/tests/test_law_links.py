"""Entries of law and policy in a programme: linked, followed, printed, told elsewhere as texts, read by rules."""

import html
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from rempart.communities.actions.laws import withdraw_entry, write_entry
from rempart.communities.models import LawEntry
from rempart.programmes.actions import change_row
from rempart.programmes.actions.programmes import start_programme
from rempart.programmes.models import LawLink as LawRow
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.codes import Answer
from rempart.programmes.rules.law import joint_answer
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
LAND = "Marenne (fictional)"


def kept(register: str, whole: LawEntry | None = None, **facts: str) -> LawEntry:
    common = {} if whole else {"country": LAND, "source": "Journal"}
    entry = LawEntry(organisation=passerelle(), register=register, within=whole)
    return write_entry(entry, common | facts, by=amina(), on=localdate())


def meeting_with_decision() -> tuple[LawEntry, LawEntry]:
    meeting = kept(
        "meetings", title="Round table", on="2026-02-01", state="held", state_side="Ministry"
    )
    decision = kept("decisions", meeting, title="A joint letter", owner="Union", due="2030-05-01", state="open")  # fmt: skip
    return meeting, decision


def programme() -> Programme:
    return start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")


def address(one: Programme, *path: str) -> str:
    return "/".join(["/programmes", str(one.pk), *path, ""])


def linked(one: Programme, entry: LawEntry, purpose: str = "We ask for a reply") -> LawRow:
    typed = {"entry": str(entry.pk), "purpose": purpose}
    answer = browser_of(amina()).post(address(one, "rows", "law", "add"), typed, headers=ENGLISH)
    assert answer.status_code == 302, answer.content.decode()
    return LawRow.objects.filter(programme=one).latest("position")


def seen(where: str, language: str = "en") -> str:
    answer = browser_of(bento()).get(where, headers={"accept-language": language})
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_open_decisions_of_a_linked_meeting_appear_in_the_plan_until_they_are_done() -> None:
    one, (meeting, decision) = programme(), meeting_with_decision()
    linked(one, meeting)

    waits = "2030-05-01: A joint letter (Union)"
    for page in (address(one, "strategies"), address(one, "document") + "?section=strategies"):
        for words in (f"Round table – {LAND}", waits, "We ask for a reply", "Held"):
            assert words in seen(page), words
    told = json.loads(browser_of(bento()).get(address(one, "document", "json")).content)["plan"][
        "law"
    ]
    assert [(link["title"], link["waits"]) for link in told] == [("Round table", [waits])]
    done = {name: str(value) for name, value in decision.said().items()} | {"state": "done"}
    write_entry(decision, done, by=amina(), on=localdate(), version=1)
    assert waits not in seen(address(one, "strategies"))
    assert plan_of(one).law[0].waits == ()


def test_a_programme_says_which_entry_it_works_on_in_both_languages() -> None:
    one = programme()
    plan = kept("plans", title="Plan for children", included="no", state="adopted")
    row = linked(one, plan)
    ratified = kept("ratifications", instrument="li.opsc", state="signed")
    linked(one, ratified)

    assert "Adopted; deals with the subject: No" in seen(address(one, "strategies"))
    assert "Optional Protocol on the sale of children – Marenne" in seen(address(one, "strategies"))
    assert "Protocole facultatif sur la vente d’enfants – Marenne" in seen(address(one, "strategies"), "fr")  # fmt: skip
    asked = seen(address(one, "rows", "law", row.key))
    assert "Plan for children – Marenne (fictional)" in asked
    change_row(row, by=amina(), version=row.version, values={"purpose": "Another"})
    assert "Another" in seen(address(one, "strategies"))


def test_only_living_entries_of_ones_own_organisation_are_offered() -> None:
    one, (meeting, decision) = programme(), meeting_with_decision()
    foreign = LawEntry.objects.create(
        organisation=elsewhere(), register="gaps", title="Far gap", written_by=chipo()
    )
    gone = kept("plans", title="Old plan", included="no", state="ended")
    withdraw_entry(gone, by=amina(), on=localdate())
    browser, add = browser_of(amina()), address(one, "rows", "law", "add")
    form = html.unescape(browser.get(add, headers=ENGLISH).content.decode())

    assert f"Round table – {LAND}" in form
    for other in ("Far gap", "Old plan", "A joint letter"):
        assert other not in form
    for entry in (foreign, gone, decision):
        answer = browser.post(add, {"entry": str(entry.pk), "purpose": "x"}, headers=ENGLISH)
        assert answer.status_code == 422
    assert not LawRow.objects.exists()
    assert browser_of(chipo()).get(add).status_code == 404
    assert browser_of(bento()).post(add, {"entry": str(meeting.pk)}).status_code == 403


def test_what_is_withdrawn_stays_where_it_was_linked_and_can_be_kept() -> None:
    one = programme()
    plan = kept("plans", title="Plan for children", included="no", state="adopted")
    row = linked(one, plan)
    withdraw_entry(plan, by=amina(), on=localdate())

    typed = {"entry": str(plan.pk), "purpose": "Still", "version": str(row.version)}
    answer = browser_of(amina()).post(address(one, "rows", "law", row.key), typed, headers=ENGLISH)
    assert answer.status_code == 302
    assert plan_of(one).law[0].purpose == "Still"


def test_a_file_tells_another_organisation_what_it_was_as_texts() -> None:
    one, (meeting, _decision) = programme(), meeting_with_decision()
    linked(one, meeting)
    file = browser_of(amina()).get(address(one, "document", "json")).content
    browser = browser_of(chipo())
    sent = {"file": SimpleUploadedFile("plan.json", file)}
    assert browser.post("/programmes/import/", sent).status_code == 302

    theirs = Programme.objects.get(organisation=elsewhere())
    page = html.unescape(
        browser.get(address(theirs, "strategies"), headers=ENGLISH).content.decode()
    )
    assert f"Round table – {LAND}" in page
    assert "2030-05-01: A joint letter (Union)" in page
    row = LawRow.objects.get(programme=theirs)
    form = browser.get(address(theirs, "rows", "law", row.key), headers=ENGLISH).content.decode()
    assert "Round table" in form
    meeting.refresh_from_db()
    write_entry(
        meeting, meeting.said() | {"title": "Renamed"}, by=amina(), on=localdate(), version=1
    )
    assert plan_of(theirs).law[0].title == "Round table"  # it follows nobody else's register
    assert plan_of(one).law[0].title == "Renamed"


def test_a_link_whose_key_is_none_keeps_its_texts() -> None:
    told = b'{"format": "rempart-programme", "version": 1, "plan": {"title": "T", "law": [{"key": "a", "register": "gaps", "title": "Age"}]}}'  # fmt: skip
    file = SimpleUploadedFile("plan.json", told)
    assert browser_of(amina()).post("/programmes/import/", {"file": file}).status_code == 302
    one = Programme.objects.get()
    assert "Age" in seen(address(one, "strategies"))
    row = LawRow.objects.get()
    typed = {"entry": "a", "purpose": "Mend it", "version": str(row.version)}
    answer = browser_of(amina()).post(address(one, "rows", "law", row.key), typed, headers=ENGLISH)
    assert answer.status_code == 302
    assert (plan_of(one).law[0].title, plan_of(one).law[0].purpose) == ("Age", "Mend it")


def test_several_answers_come_to_one_only_where_they_agree() -> None:
    assert joint_answer([], any_of=Answer.YES) == ""
    assert joint_answer(["no", "yes"], any_of=Answer.YES) == "yes"
    assert joint_answer(["no", "no"], any_of=Answer.YES) == "no"
    assert joint_answer(["no", "unknown"], any_of=Answer.YES) == ""
    assert joint_answer(["yes", "yes"], any_of=Answer.NO) == "yes"
    assert joint_answer(["yes", "no"], any_of=Answer.NO) == "no"
