"""The study register: found by topic, kept from field work without its gate, withdrawn and brought back."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from rempart.communities.actions import (
    add_finding,
    add_study,
    change_finding,
    change_study,
    move_study,
    restore_finding,
    withdraw_finding,
    write_ethics,
    write_summaries,
)
from rempart.communities.models import Study, StudyFinding
from rempart.communities.queries import citable_findings, findings_for, studies_for
from rempart.communities.rules.studies import (
    EthicsTold,
    StudyMove,
    StudyTold,
    obstacles_to_earlier,
    obstacles_to_field_work,
)
from rempart.communities.rules.study_findings import FindingTold
from rempart.communities.tests.invented_studies import GATE, TODAY, WHOLE, done, port, registered
from rempart.communities.tests.region import place
from rempart.kit.refusals import RefusedError
from rempart.vault.models import Entry
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"accept-language": "en"}, {"accept-language": "fr"}
FOUND = FindingTold(
    text="Half of the men asked think that paying makes it no crime (fictional).",
    confidence="medium",
    topic="masculinity",
    condition="tolerance",
    sources="Twelve group discussions",
)


def told(browser: Client, address: str, typed: Mapping[str, object]) -> tuple[int, str]:
    answer = browser.post(address, typed, headers=ENGLISH, follow=True)
    return answer.status_code, answer.content.decode()


def seen(browser: Client, address: str, words: dict[str, str] = ENGLISH) -> str:
    answer = browser.get(address, headers=words)
    assert answer.status_code == 200
    return answer.content.decode()


def form(title: str, **more: object) -> dict[str, object]:
    said = {**WHOLE, "title": title, "kind": "demand_study", "places": [str(port().pk)], **more}
    return {name: value for name, value in said.items() if value is not None}


def test_a_study_of_masculinity_is_found_in_both_languages_with_method_place_and_findings() -> None:
    browser = browser_of(amina())
    status, page = told(
        browser, "/places/studies/new/", form("Men and money", topics=["masculinity"])
    )
    study = Study.objects.get()
    assert (status, "Household survey" in page, "Nights were left out" in page) == (200, True, True)
    add_finding(study, FOUND, by=amina())
    registered("Schools and roads", topics=("school",))

    for words in ("masculinity", "MASCULINITÉ", "masculin", "Masculinity port"):
        page = seen(browser, f"/places/studies/?q={words}")
        assert "1 study" in page, words
        assert "Men and money" in page
        assert "Household survey" in page
        assert ">Port<" in page
        assert "paying makes it no crime" in page
        assert "Schools and roads" not in page
    assert "Men and money" in seen(browser, "/places/studies/?q=masculinity", FRENCH)
    assert "No study fits" in seen(browser, "/places/studies/?q=tourism")
    assert "Men and money" in seen(browser_of(bento()), "/places/studies/?topic=masculinity")
    assert "Men and money" not in seen(browser_of(chipo()), "/places/studies/?q=masculinity")


def test_the_register_is_filtered_by_kind_place_topic_and_state() -> None:
    browser = browser_of(amina())
    other = place("Station")
    registered("Baseline of the port")
    registered("At the station", kind="census", places=(other.pk,), topics=("tourism",))
    gone = done("Old one")
    move_study(gone, StudyMove.WITHDRAW, by=amina(), on=TODAY, why="A wrong sample")
    for asked, shown in {
        "kind=census": {"At the station"},
        f"place={other.pk}": {"At the station"},
        "topic=tourism": {"At the station"},
        "state=planned": {"At the station", "Baseline of the port"},
        "state=withdrawn": {"Old one"},
        "state=done": set(),
        "kind=nothing&place=x&topic=y&state=z&page=99&q=%00": {
            "At the station",
            "Baseline of the port",
        },
    }.items():
        page = seen(browser, f"/places/studies/?{asked}")
        titles = {"At the station", "Baseline of the port", "Old one"}
        assert {title for title in titles if f">{title}</a>" in page} == shown, asked


def test_a_long_register_is_shown_in_parts() -> None:
    for number in range(27):
        registered(f"Study {number:02}")
    page = seen(browser_of(amina()), "/places/studies/?kind=baseline")
    assert "1 to 25 of 27" in page
    assert "?page=2&amp;kind=baseline" in page


def test_few_places_are_boxes_and_many_a_list() -> None:
    browser = browser_of(amina())
    quay = place("Quay")
    assert f'<input type="checkbox" name="places" value="{quay.pk}"' in seen(
        browser, "/places/studies/new/"
    )
    for number in range(12):
        place(f"Place {number}")
    page = seen(browser, "/places/studies/new/")
    assert "hold Ctrl" in page
    typed = form("Both", places=[str(quay.pk), str(port().pk)])
    assert told(browser, "/places/studies/new/", typed)[0] == 200
    assert Study.objects.get().located.count() == 2


def test_an_empty_register_teaches() -> None:
    assert "Register the baseline" in seen(browser_of(amina()), "/places/studies/")
    assert "A designer or an administrator" in seen(browser_of(bento()), "/places/studies/")
    assert "/places/studies/" in seen(browser_of(amina()), "/places/desk/")


def test_bad_words_come_back_with_every_reason_and_nothing_is_written() -> None:
    typed = form("", kind="", sample_size="many", link="no link", ends_on="2025-01-01")
    status, page = told(browser_of(amina()), "/places/studies/new/", typed)
    assert status == 422
    assert "5 fields need your attention" in page
    assert "It cannot end before it begins" in page
    assert 'value="many"' in page
    assert not Study.objects.exists()


def test_what_others_published_is_registered_as_done_once_it_can_be_cited() -> None:
    browser = browser_of(amina())
    typed = form("By others", is_published="on", method="", places=[], ends_on=None)
    status, page = told(browser, "/places/studies/new/", typed)
    assert status == 422
    for reason in ("of which places", "by which method", "who made it", "which day it ended"):
        assert reason in page
    assert 'href="#id_method"' in page
    assert 'value="By others"' in page
    assert not Study.objects.exists()

    typed = form("By others", is_published="on", made_by="An institute (fictional)", sample="")
    status, _page = told(browser, "/places/studies/new/", typed)
    study = Study.objects.get()
    assert (status, study.state, study.is_published) == (200, "done", True)
    assert "Others made this study" in seen(browser, f"/places/studies/{study.pk}/ethics/")
    changed = form("By others again", made_by="", version=study.version)
    status, page = told(browser, f"/places/studies/{study.pk}/change/", changed)
    assert (status, "Say who made it" in page) == (422, True)


def test_no_field_work_begins_before_the_ethics_gate_stands() -> None:
    browser = browser_of(amina())
    study = registered("Hearing", hears_children="yes")
    address = f"/places/studies/{study.pk}"
    assert "9 things are still missing" in seen(browser, f"{address}/")
    status, page = told(browser, f"{address}/passage/begin/", {})

    assert status == 422
    for field in ("review", "reviewed_by", "reviewed_on", "distress", "referral", "consent", "urgent", "assent", "trained"):  # fmt: skip
        assert f'href="{address}/ethics/#id_{field}"' in page, field
    assert Study.objects.get().state == "planned"

    typed = {**GATE, "review": "approved_with_conditions"}
    status, page = told(browser, f"{address}/ethics/", typed)
    assert status == 200
    assert "say which, and how they are kept" in page
    assert "say how the team was trained" in page
    more = {"conditions": "No night work", "assent": "In their words", "trained": "Five days"}
    status, page = told(browser, f"{address}/ethics/", {**typed, **more})
    assert "The gate stands" in page
    status, page = told(browser, f"{address}/passage/begin/", {})
    assert (status, Study.objects.get().state) == (200, "under_way")


def test_the_gate_cannot_be_emptied_while_the_team_is_out() -> None:
    browser = browser_of(amina())
    study = registered("Out")
    write_ethics(study, EthicsTold(**GATE), by=amina(), on=TODAY)
    study = move_study(study, StudyMove.BEGIN, by=amina(), on=TODAY)
    address = f"/places/studies/{study.pk}"
    status, page = told(browser, f"{address}/ethics/", {**GATE, "distress": "", "review": "rejected"})  # fmt: skip
    assert status == 422
    assert "The distress protocol is missing" in page
    assert "The ethics review refused it" in page
    assert 'href="#id_distress"' in page
    assert "Two services, tried in January" in page
    study.refresh_from_db()
    assert study.ethics.distress
    typed = form("Out", hears_children="yes", version=study.version)
    status, page = told(browser, f"{address}/change/", typed)
    assert (status, "how they agree" in page) == (422, True)


def test_a_day_of_review_that_has_not_come_opens_no_gate() -> None:
    study = registered("Early")
    late = EthicsTold(**{**GATE, "reviewed_on": TODAY.replace(year=2027)})
    assert obstacles_to_field_work(late, "no", TODAY) == ["review_day_to_come"]
    assert obstacles_to_field_work(EthicsTold(**GATE), "", TODAY) == ["children_not_said"]
    typed = {**GATE, "reviewed_on": "2999-01-01"}
    status, page = told(browser_of(amina()), f"/places/studies/{study.pk}/ethics/", typed)
    assert (status, "This day has not come yet" in page) == (422, True)


def test_a_study_is_done_when_it_says_how_of_how_many_and_with_which_limits() -> None:
    browser = browser_of(amina())
    bare: dict[str, Any] = {
        "method": "",
        "sample": "",
        "limits": "",
        "confidence": "",
        "ends_on": None,
    }
    study = registered("Bare", **bare, places=())
    write_ethics(study, EthicsTold(**GATE), by=amina(), on=TODAY)
    move_study(study, StudyMove.BEGIN, by=amina(), on=TODAY)
    address = f"/places/studies/{study.pk}"
    status, page = told(browser, f"{address}/passage/finish/", {})
    assert status == 422
    for field in ("places", "method", "sample", "limits", "confidence", "ends_on"):
        assert f'href="{address}/change/#id_{field}"' in page, field

    study.refresh_from_db()
    future = form("Bare", ends_on="2999-01-01", version=study.version)
    told(browser, f"{address}/change/", future)
    status, page = told(browser, f"{address}/passage/finish/", {})
    assert (status, "a day that has not come yet" in page) == (422, True)
    study.refresh_from_db()
    told(browser, f"{address}/change/", form("Bare", version=study.version))
    status, page = told(browser, f"{address}/passage/finish/", {})
    assert (status, Study.objects.get().state) == (200, "done")
    status, page = told(browser, f"{address}/passage/finish/", {})
    assert (status, "It stands elsewhere by now" in page) == (422, True)
    status, _page = told(browser, f"{address}/passage/reopen/", {})
    assert (status, Study.objects.get().state) == (200, "under_way")
    assert browser.get(f"{address}/passage/nowhere/").status_code == 404


def test_a_study_is_withdrawn_with_its_reason_and_brought_back() -> None:
    browser = browser_of(amina())
    study = done("Doubtful")
    add_finding(study, FOUND, by=amina())
    address = f"/places/studies/{study.pk}"
    status, page = told(browser, f"{address}/passage/withdraw/", {"why": ""})
    assert (status, "One field needs your attention" in page) == (422, True)
    with pytest.raises(RefusedError, match="no_why"):
        move_study(study, StudyMove.WITHDRAW, by=amina(), on=TODAY, why=" ")
    told(browser, f"{address}/passage/withdraw/", {"why": "The sample was wrong."})
    page = seen(browser, f"{address}/")
    assert "The sample was wrong." in page
    assert not citable_findings(amina())
    study = Study.objects.get()
    for act in (
        lambda: add_finding(study, FOUND, by=amina()),
        lambda: write_summaries(study, by=amina(), public="x", officials="y"),
        lambda: write_ethics(study, EthicsTold(**GATE), by=amina(), on=TODAY),
        lambda: change_finding(study.findings.get(), FOUND, by=amina(), started_from=1),
    ):
        with pytest.raises(RefusedError, match="withdrawn"):
            act()
    status, _page = told(browser, f"{address}/passage/restore/", {})
    assert (status, len(citable_findings(amina()))) == (200, 1)


def test_the_second_of_two_writers_is_told_and_keeps_her_words() -> None:
    browser = browser_of(amina())
    study = registered("Both")
    address = f"/places/studies/{study.pk}/change/"
    first = form("First", version=study.version)
    assert told(browser, address, first)[0] == 200
    status, page = told(browser, address, form("Second", version=study.version))
    assert (status, "Someone else changed it meanwhile" in page) == (422, True)
    assert 'value="Second"' in page
    study.refresh_from_db()
    assert study.title == "First"
    assert f'name="version" value="{study.version}"' in page
    assert told(browser, address, form("Second", version="x"))[0] == 422
    finding = add_finding(study, FOUND, by=amina())
    typed = {"text": "Again", "version": 9}
    status, page = told(browser, f"/places/studies/{study.pk}/findings/{finding.pk}/", typed)
    assert (status, "Someone else changed it meanwhile" in page) == (422, True)


def test_a_study_is_no_later_round_of_itself() -> None:
    browser = browser_of(amina())
    first = registered("First")
    second = registered("Second", earlier_id=first.pk)
    typed = form("First", earlier=str(second.pk), version=first.version)
    status, page = told(browser, f"/places/studies/{first.pk}/change/", typed)
    assert (status, "cannot be a later round of itself" in page) == (422, True)
    assert obstacles_to_earlier(first.pk, None, {}) == []
    assert "A later round of" in seen(browser, f"/places/studies/{second.pk}/")
    assert "Later rounds" in seen(browser, f"/places/studies/{first.pk}/")


def test_words_that_lead_to_someone_are_kept_with_a_warning() -> None:
    browser = browser_of(amina())
    typed = form("Study", sample="A girl of 14, named Rosa, 12 rue des Lilas")
    status, page = told(browser, "/places/studies/new/", typed)
    assert status == 200
    assert "one child’s story: Sample." in page
    study = Study.objects.get()
    address = f"/places/studies/{study.pk}"
    for page_of, texts in (
        ("findings/new/", {"text": "une fille de 13 ans"}),
        ("summaries/", {"public": "Call +33 612345678", "officials": ""}),
        ("ethics/", {"referral": "Mme named Rosa"}),
    ):
        status, page = told(browser, f"{address}/{page_of}", texts)
        assert (status, "leads to a person, a household" in page) == (200, True), page_of


def test_a_finding_is_changed_withdrawn_and_brought_back_and_only_what_holds_is_cited() -> None:
    browser = browser_of(amina())
    study = done("Men and money")
    address = f"/places/studies/{study.pk}/findings"
    status, page = told(browser, f"{address}/new/", {"text": ""})
    assert (status, "One field needs your attention" in page) == (422, True)
    typed = {"text": "Many look away.", "place": str(port().pk), "condition": "tolerance"}
    status, page = told(browser, f"{address}/new/", typed)
    assert (status, "Many look away." in page) == (200, True)
    finding = StudyFinding.objects.get()
    changed = {**typed, "text": "Most look away.", "version": finding.version}
    told(browser, f"{address}/{finding.pk}/", changed)
    assert [str(one) for one in citable_findings(amina())] == ["Most look away."]
    assert not citable_findings(chipo())

    status, _page = told(browser, f"{address}/{finding.pk}/withdrawal/", {"why": ""})
    assert status == 422
    told(browser, f"{address}/{finding.pk}/withdrawal/", {"why": "Asked wrongly."})
    assert not citable_findings(amina())
    assert "Asked wrongly." in seen(browser_of(bento()), f"/places/studies/{study.pk}/")
    told(browser, f"{address}/{finding.pk}/return/", {})
    assert len(citable_findings(amina())) == 1
    with pytest.raises(RefusedError, match="no_why"):
        withdraw_finding(StudyFinding.objects.get(), by=amina(), on=TODAY, why="")


def test_the_summaries_for_the_public_and_for_officials_are_written_and_printed() -> None:
    browser = browser_of(amina())
    study = done("Men and money")
    address = f"/places/studies/{study.pk}"
    assert "Not written yet." in seen(browser, f"{address}/summary/")
    typed = {"public": "Paying is a crime.", "officials": "Enforce the law in the port."}
    status, page = told(browser, f"{address}/summaries/", typed)
    assert status == 200
    for words in ("For everybody", "Paying is a crime.", "For those who decide", "Enforce the law", "Nights were left out"):  # fmt: skip
        assert words in page
    assert "Pour tout le monde" in seen(browser_of(bento()), f"{address}/summary/", FRENCH)
    assert told(browser, f"{address}/summaries/", {"public": "x" * 3001, "officials": ""})[0] == 422


def test_neither_a_reviewer_nor_a_stranger_writes_about_studies() -> None:
    study = done("Ours")
    finding = add_finding(study, FOUND, by=amina())
    told_, ethics = StudyTold(title="x", kind="census"), EthicsTold()
    for person in (bento(), chipo()):
        for act in (
            lambda by: add_study(passerelle(), told_, by=by, on=TODAY),
            lambda by: change_study(study, told_, by=by, on=TODAY, started_from=1),
            lambda by: write_ethics(study, ethics, by=by, on=TODAY),
            lambda by: write_summaries(study, by=by, public="", officials=""),
            lambda by: move_study(study, StudyMove.WITHDRAW, by=by, on=TODAY, why="x"),
            lambda by: add_finding(study, FOUND, by=by),
            lambda by: change_finding(finding, FOUND, by=by, started_from=1),
            lambda by: withdraw_finding(finding, by=by, on=TODAY, why="x"),
            lambda by: restore_finding(finding, by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(person)
    assert browser_of(chipo()).get(f"/places/studies/{study.pk}/").status_code == 404
    assert not studies_for(chipo()).exists()
    assert not findings_for(chipo()).exists()
    page = seen(browser_of(bento()), f"/places/studies/{study.pk}/")
    assert "Withdraw" not in page
    assert "Stop and stay (fictional)" in seen(browser_of(bento()), f"/places/studies/{study.pk}/ethics/")  # fmt: skip


def test_nothing_of_another_organisation_is_tied_to_a_study() -> None:
    foreign_place = place("Elsewhere", of=(elsewhere(), chipo()))
    foreign = registered("Theirs", of=(elsewhere(), chipo()))
    study = done("Ours")
    for said in ({"places": (foreign_place.pk,)}, {"earlier_id": foreign.pk}):
        with pytest.raises(PermissionDenied):
            registered("Mixed", **said)
    with pytest.raises(PermissionDenied):
        add_finding(study, FindingTold(text="x", place_id=foreign_place.pk), by=amina())
    typed = form("Mixed", places=[str(foreign_place.pk)], earlier=str(foreign.pk))
    status, page = told(browser_of(amina()), "/places/studies/new/", typed)
    assert (status, "2 fields need your attention" in page) == (422, True)


def test_a_place_that_a_study_or_a_finding_names_stays() -> None:
    study = done("Kept")
    add_finding(study, FindingTold(text="Here", place_id=port().pk), by=amina())
    page = seen(browser_of(amina()), f"/places/{port().pk}/removal/")
    assert "the study “Kept”" in page
    assert "a finding of the study “Kept”" in page


def test_the_audit_log_holds_codes_and_no_words() -> None:
    study = done("Secret title")
    add_finding(study, FOUND, by=amina())
    lines = " ".join(str(one.__dict__) for one in Entry.objects.all())
    assert "study.added" in lines
    assert "Secret title" not in lines
    assert "paying makes it" not in lines
