"""Law and policy: registers filled by hand, filtered, withdrawn, shown where they matter."""

import html
import io
import re
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils.timezone import localdate
from docx import Document

from rempart.communities.actions.laws import take_up_entry, withdraw_entry, write_entry
from rempart.communities.catalogue import treaty_bodies
from rempart.communities.models import LawEntry
from rempart.communities.rules.laws.checking import faults_of
from rempart.communities.rules.laws.registers import REGISTERS
from rempart.kit.refusals import RefusedError
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
LAND, SOURCE = "Marenne (fictional)", "Official journal (fictional)"
RATIFIED = {
    "country": LAND, "instrument": "li.opsc", "state": "in_force", "signed_on": "2001-02-03",
    "ratified_on": "2004-05-06", "on": "2004-06-06", "reservations": "On extradition (fictional)",
    "campaign": "Three meetings with members of parliament (fictional)", "source": SOURCE,
}  # fmt: skip
PLAN = {
    "country": LAND, "title": "Plan for children (fictional)", "included": "yes", "on": "2022-01-01",
    "commitments": "A shelter in each region", "state": "carried_out", "source": SOURCE,
}  # fmt: skip
GAP = {
    "country": LAND, "title": "Age in the penal code", "provision": "Penal code, art. 12 (fictional)",
    "problem": "Protects to fifteen only", "wording": "Any person under eighteen",
    "state": "handed_in", "source": SOURCE,
}  # fmt: skip
ENFORCED = {
    "country": LAND, "title": "Reports without a reply", "provision": "Procedure code (fictional)",
    "problem": "No deadline is kept", "evidence": "Count of 2025 (fictional)",
    "owner": "Public prosecutor’s office", "correction": "A deadline of ten days",
    "training": "Module 4 of the police school (fictional)", "indicator": "Replies within ten days, of 100",
    "before": "12.5", "before_on": "2025-01-31", "later": "40", "later_on": "2026-01-31",
    "state": "under_way", "source": SOURCE,
}  # fmt: skip
REFORM = {
    "country": LAND, "title": "Bill on demand (fictional)", "state": "committee",
    "ministry": "Ministry of justice", "asks": "That buying be an offence", "instability": "yes",
    "consulted": "yes", "source": SOURCE,
}  # fmt: skip
MEETING = {
    "country": LAND, "title": "Round table (fictional)", "on": "2026-02-01", "state": "held",
    "state_side": "Labour ministry", "employers_side": "Hotel federation",
}  # fmt: skip


def told(browser: Client, address: str, typed: Mapping[str, object]) -> tuple[int, str]:
    answer = browser.post(address, typed, headers=ENGLISH, follow=True)
    return answer.status_code, html.unescape(answer.content.decode())


def seen(browser: Client, address: str) -> str:
    answer = browser.get(address, headers=ENGLISH)
    assert answer.status_code == 200, address
    return html.unescape(answer.content.decode())


def added(register: str, typed: Mapping[str, object]) -> LawEntry:
    status, page = told(browser_of(amina()), f"/law/{register}/new/", typed)
    assert status == 200, page
    return LawEntry.objects.filter(register=register).latest("changed_at")


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_ratification_says_signed_ratified_dates_reservations_and_the_campaign() -> None:
    before = seen(browser_of(amina()), "/law/ratifications/")
    assert "Optional Protocol" in before[before.index("Nothing said yet") :]
    made = added("ratifications", RATIFIED)

    page = plain(seen(browser_of(bento()), made.get_absolute_url()))
    for words in (
        "Optional Protocol on the sale of children", LAND, "In force", "Signed on 3 Feb 2001",
        "Ratified on 6 May 2004", "On extradition (fictional)", "Three meetings",
    ):  # fmt: skip
        assert words in page
    after = seen(browser_of(amina()), "/law/ratifications/")
    assert "Optional Protocol" not in after[after.index("Nothing said yet") :]
    assert browser_of(chipo()).get(made.get_absolute_url()).status_code == 404


def test_a_national_provision_stands_on_the_page_of_its_instrument() -> None:
    typed = {
        "country": LAND, "title": "Act 7, art. 3 (fictional)", "instruments": ["li.c182"],
        "text": "Forbids offering a child", "state": "in_force", "source": SOURCE,
    }  # fmt: skip
    added("provisions", typed)

    guide = seen(browser_of(amina()), "/guide/entries/li.c182/")
    assert "anyone under eighteen is a child" in guide  # the articles in own words
    (address,) = re.findall(r'hx-get="(/law/instruments/[^"]+)"', guide)
    panel = seen(browser_of(bento()), address)
    assert "Act 7, art. 3 (fictional)" in panel
    assert "Forbids offering a child" in panel
    assert "Act 7" not in seen(browser_of(chipo()), address)
    assert "Act 7" not in seen(browser_of(amina()), "/law/instruments/li.crc/")
    assert browser_of(amina()).get("/law/instruments/act.01/").status_code == 404
    nobody = Client().get("/guide/entries/li.c182/").content.decode()
    assert "/law/instruments/" not in nobody


def test_the_table_of_plans_says_whether_since_when_and_with_which_commitments() -> None:
    added("plans", PLAN)
    added("plans", PLAN | {"title": "Plan on poverty (fictional)", "included": "no", "on": ""})

    page = seen(browser_of(bento()), "/law/plans/")
    first, second = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page, re.DOTALL)
    assert "Plan for children (fictional)" in first
    for words in ("Yes", "1 Jan 2022", "A shelter in each region", "Being carried out"):
        assert words in plain(first)
    assert "No" in plain(second)
    assert "Plan for children" not in seen(browser_of(chipo()), "/law/plans/")


def test_a_gap_lists_provision_problem_consultations_and_the_state_of_its_wording() -> None:
    gap = added("gaps", GAP)
    consulted = {
        "on": "2026-03-04", "groups": ["government", "children_adolescents"],
        "age_bands": ["a12_14", "a15_17"], "said": "They ask to be heard apart",
    }  # fmt: skip
    browser = browser_of(amina())
    address = f"/law/consultations/new/?within={gap.pk}"
    status, page = told(browser, address, consulted | {"age_bands": []})
    assert status == 422  # children were heard: of which ages?
    assert "Ages of the children heard: Say this too." in plain(page)
    status, _page = told(browser, address, consulted)

    page = plain(seen(browser_of(bento()), gap.get_absolute_url()))
    for words in (
        "Penal code, art. 12", "Protects to fifteen only", "Any person under eighteen",
        "Wording handed in", "Government bodies, Children and adolescents", "4 Mar 2026",
    ):  # fmt: skip
        assert words in page
    part = LawEntry.objects.get(register="consultations")
    assert "12–14, 15–17" in seen(browser, part.get_absolute_url())
    assert part.country == LAND
    assert browser_of(chipo()).get(address).status_code == 404
    assert browser.get("/law/consultations/new/").status_code == 404
    assert browser.get("/law/consultations/new/?within=x").status_code == 404


def test_an_enforcement_gap_keeps_evidence_owner_action_training_and_two_measures() -> None:
    made = added("enforcement", ENFORCED)

    page = plain(seen(browser_of(bento()), made.get_absolute_url()))
    for words in (
        "Count of 2025 (fictional)", "Public prosecutor’s office", "A deadline of ten days",
        "Module 4 of the police school", "Replies within ten days, of 100", "Before 12.5",
        "After 40", "After: measured on 31 Jan 2026",
    ):  # fmt: skip
        assert words in page
    lacking = ENFORCED | {
        "title": "Another",
        "owner": "",
        "training": "",
        "evidence": "",
        "before": "",
    }
    status, page = told(browser_of(amina()), "/law/enforcement/new/", lacking)
    assert status == 422
    for label in ("Evidence", "Who answers for it", "Training that goes with it", "Before"):
        assert f">{label}: " in page
    assert "A deadline of ten days" in page  # what was typed is still there


def report(**more: str) -> dict[str, str]:
    return {
        "country": LAND, "body": "crc", "side": "alternative", "due": "2027-03-01",
        "from_on": "2022-01-01", "to_on": "2026-12-31", "state": "gathering",
    } | more  # fmt: skip


def test_the_outline_of_a_report_has_its_tables_and_dates_and_no_record() -> None:
    added("plans", PLAN)
    gap = added("gaps", GAP)
    said = {"on": "2026-03-04", "groups": ["media"], "said": "A private word"}
    told(browser_of(amina()), f"/law/consultations/new/?within={gap.pk}", said)
    made = added("reports", report())
    national = added("reports", report(side="national", body="ceacr", due="2027-09-01"))

    page = plain(seen(browser_of(bento()), made.get_absolute_url()))
    assert "Proceedings by year Year Reports received Investigations opened" in page
    assert "Children who received services, by sex and age band" in page
    assert "1 Mar 2027" in page
    assert "Plan for children (fictional)" in page
    assert "The gaps that remain in law" in page  # what an alternative report says instead
    assert "A private word" not in page
    assert "Inspections and sanctions by year" in plain(seen(browser_of(bento()), national.get_absolute_url()))  # fmt: skip

    file = browser_of(bento()).get(f"/law/reports/{made.pk}/outline/", headers=ENGLISH)
    word = Document(io.BytesIO(file.content))
    heads = [[cell.text for cell in table.rows[0].cells] for table in word.tables]
    assert ["Year", "Girls under 12", "Boys under 12", "Girls 12 to 17", "Boys 12 to 17"] in heads
    assert any("Due on: 1 Mar 2027" in one.text for one in word.paragraphs)
    assert "A private word" not in " ".join(one.text for one in word.paragraphs)
    assert browser_of(chipo()).get(f"/law/reports/{made.pk}/outline/").status_code == 404
    assert len(treaty_bodies()) == 6
    told(browser_of(amina()), f"{made.get_absolute_url()}withdrawal/", {})
    assert browser_of(amina()).get(f"/law/reports/{made.pk}/outline/").status_code == 404


def test_a_reform_says_its_stage_what_is_asked_and_whether_the_time_is_stable() -> None:
    made = added("reforms", REFORM | {"next_step": "Hearing", "due": "2030-01-01"})

    page = plain(seen(browser_of(bento()), made.get_absolute_url()))
    for words in ("In committee", "Ministry of justice", "That buying be an offence", "Hearing"):
        assert words in page
    assert "Is the time politically unstable? Yes" in page


def test_a_meeting_says_who_was_there_what_was_decided_and_what_is_late() -> None:
    made = added("meetings", MEETING)
    browser = browser_of(amina())
    late = localdate() - timedelta(days=3)
    decision = {
        "title": "A joint letter",
        "owner": "Hotel federation",
        "due": late,
        "state": "open",
    }
    told(browser, f"/law/decisions/new/?within={made.pk}", decision)

    page = plain(seen(browser_of(bento()), made.get_absolute_url()))
    for words in (
        "Labour ministry",
        "Hotel federation",
        "A joint letter",
        "3 days late",
        "Still open",
    ):
        assert words in page
    assert "Not tripartite: nobody was there for workers." in page
    told(browser, f"{made.get_absolute_url()}change/", MEETING | {"workers_side": "Dockers’ union", "version": 1})  # fmt: skip
    page = plain(seen(browser, made.get_absolute_url()))
    assert "Not tripartite" not in page
    for words in ("State Labour ministry", "employers Hotel federation", "workers Dockers’ union"):
        assert words in page
    home = plain(seen(browser_of(bento()), "/law/"))
    assert "1 overdue" in home
    assert "A joint letter" in home
    assert "A joint letter" not in seen(browser_of(chipo()), "/law/")


def test_everything_wrong_is_said_at_once_and_nothing_is_written() -> None:
    wrong = RATIFIED | {
        "country": "", "state": "unsigned", "signed_on": "2999-01-01", "on": "1800-01-01",
        "instrument": "li.nothing", "source": "x" * 300,
    }  # fmt: skip
    status, page = told(browser_of(amina()), "/law/ratifications/new/", wrong)

    assert status == 422
    for label in ("Country", "Instrument", "Signed on", "Ratified on", "In force since", "Source"):
        assert f">{label}: " in page, label
    assert "On extradition (fictional)" in page
    assert not LawEntry.objects.exists()


def test_one_country_or_one_state_is_shown_where_it_is_asked_for() -> None:
    added("plans", PLAN)
    added(
        "plans",
        PLAN | {"country": "Otherland (fictional)", "title": "Far plan", "state": "adopted"},
    )
    added("plans", PLAN | {"title": "Late plan", "due": "2020-01-01"})
    browser = browser_of(bento())

    def shown(query: str) -> set[str]:
        page = seen(browser, f"/law/plans/?{query}")
        return {n for n in ("Plan for children", "Far plan", "Late plan") if f">{n}" in page}

    assert shown("") == {"Plan for children", "Far plan", "Late plan"}
    assert shown("country=Otherland+(fictional)") == {"Far plan"}
    assert shown("state=adopted") == {"Far plan"}
    assert shown("state=late") == {"Late plan"}
    assert shown("state=withdrawn") == set()
    assert "Take a filter away" in seen(browser, "/law/plans/?state=prepared")
    assert "Late plan" in seen(browser, "/law/plans/?page=7")
    assert browser.get("/law/nothing/").status_code == 404
    assert browser.get("/law/decisions/").status_code == 404


def test_what_is_withdrawn_counts_no_more_until_it_is_taken_up_again() -> None:
    made = added("meetings", MEETING)
    browser = browser_of(amina())
    decision = {"title": "A letter", "owner": "Union", "due": "2020-01-01", "state": "open"}
    told(browser, f"/law/decisions/new/?within={made.pk}", decision)
    part = LawEntry.objects.get(register="decisions")

    told(browser, f"{made.get_absolute_url()}withdrawal/", {})
    assert "0 overdue" in seen(browser, "/law/")
    assert "Round table" in seen(browser, "/law/meetings/?state=withdrawn")
    assert browser.get(f"/law/decisions/new/?within={made.pk}").status_code == 404
    status, page = told(browser, f"{part.get_absolute_url()}withdrawal/", {"again": "yes"})
    assert (status, "take that up first" in page) == (422, True)
    told(browser, f"{made.get_absolute_url()}withdrawal/", {"again": "yes"})
    assert "1 overdue" in seen(browser, "/law/")


def test_an_entry_is_there_once_and_comes_back_only_where_its_place_is_free() -> None:
    made = added("plans", PLAN)
    browser = browser_of(amina())
    status, page = told(
        browser, "/law/plans/new/", PLAN | {"title": "plan for CHILDREN (fictional)"}
    )
    assert (status, "has this entry already" in page) == (422, True)

    told(browser, f"{made.get_absolute_url()}withdrawal/", {})
    added("plans", PLAN)
    status, page = told(browser, f"{made.get_absolute_url()}withdrawal/", {"again": "yes"})
    assert (status, "has this entry already" in page) == (422, True)


def test_two_people_do_not_write_over_each_other() -> None:
    made = added("plans", PLAN)
    address = f"{made.get_absolute_url()}change/"
    first = told(browser_of(amina()), address, PLAN | {"version": 1, "commitments": "Two shelters"})
    status, page = told(browser_of(amina()), address, PLAN | {"version": 1, "commitments": "None"})

    assert first[0] == 200
    assert (status, "changed this entry while you wrote" in page) == (422, True)
    assert "None" in page
    made.refresh_from_db()
    assert made.facts["commitments"] == "Two shelters"


def test_a_text_that_seems_to_lead_to_a_person_is_kept_with_a_warning() -> None:
    status, page = told(
        browser_of(amina()), "/law/gaps/new/", GAP | {"problem": "Write to jo@x.org"}
    )

    assert status == 200
    assert "looks as if it led to a person" in page


def test_neither_a_reviewer_nor_a_stranger_writes() -> None:
    made = added("plans", PLAN)
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            write_entry(made, PLAN, by=person, on=localdate(), version=1)
        with pytest.raises(PermissionDenied):
            withdraw_entry(made, by=person, on=localdate())
        with pytest.raises(PermissionDenied):
            take_up_entry(made, by=person)


def test_a_part_belongs_to_an_entry_of_its_own_organisation_and_register() -> None:
    meeting, plan = added("meetings", MEETING), added("plans", PLAN)
    said = {"title": "A letter", "owner": "Union", "due": "2030-01-01", "state": "open"}
    foreign = LawEntry.objects.create(
        organisation=elsewhere(), register="meetings", written_by=chipo()
    )
    for whole in (None, plan, foreign):
        entry = LawEntry(organisation=passerelle(), register="decisions", within=whole)
        with pytest.raises(PermissionDenied):
            write_entry(entry, said, by=amina(), on=localdate())
    entry = LawEntry(organisation=passerelle(), register="decisions", within=meeting)
    with pytest.raises(RefusedError) as refused:
        write_entry(entry, said | {"owner": "", "due": "tomorrow"}, by=amina(), on=localdate())
    assert refused.value.reasons == ["needed", "not_a_date"]


@pytest.mark.parametrize(
    ("register", "facts", "expected"),
    [
        ("ratifications", {"instrument": "li.other"}, ("title", "needed")),
        ("ratifications", {"state": "signed", "ratified_on": "2004-05-06"}, ("ratified_on", "state_says_otherwise")),
        ("ratifications", {"signed_on": "2004-05-06", "ratified_on": "2001-05-06"}, ("ratified_on", "before_the_other")),
        ("consultations", {"groups": ("media",), "age_bands": ("a0_5",)}, ("age_bands", "no_children")),
        ("enforcement", {"before": "12", "before_on": ""}, ("before_on", "needed")),
        ("enforcement", {"before": "much"}, ("before", "not_a_number")),
        ("enforcement", {"later": "-1"}, ("later", "not_a_number")),
        ("reports", {"sent_on": "2020-01-01", "state": "drafting"}, ("sent_on", "state_says_otherwise")),
        ("meetings", {"state": "held"}, ("state_side", "no_side")),
        ("plans", {"included": "perhaps"}, ("included", "not_in_list")),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(
    register: str, facts: dict[str, str], expected: tuple[str, str]
) -> None:
    assert expected in faults_of(REGISTERS[register], facts, date(2026, 6, 1))


def test_it_speaks_french_and_stands_in_the_navigation() -> None:
    added("plans", PLAN)
    page = html.unescape(browser_of(bento()).get("/law/plans/", headers={"accept-language": "fr"}).content.decode())  # fmt: skip
    assert 'href="/law/"' in page
    for words in (
        "Droit et politiques",
        "Plans nationaux",
        "L’inclut depuis",
        "En cours d’exécution",
    ):
        assert words in page
