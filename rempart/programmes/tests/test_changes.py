"""Change requests: an approved plan changes on a copy, by two people, and its baselines stay."""

import re
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from rempart.accounts.models import User
from rempart.programmes.actions import change_step, store_plan
from rempart.programmes.actions.changes import open_change
from rempart.programmes.actions.versions import keep_version
from rempart.programmes.models import ChangeRequest, Passage, Programme, Version
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.versions import plan_kept
from rempart.programmes.rules.changes import (
    Outcome,
    Request,
    obstacles_to_deciding,
    obstacles_to_opening,
)
from rempart.programmes.rules.codes import Lifecycle, Step
from rempart.programmes.tests.factories import port_city
from tests.cast import amina, bento, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
TITLE = "A second school (fictional)"
REASON = "The town opens a second school in the new quarter (fictional)."


def running() -> Programme:
    bento(), dalia()
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())
    Programme.objects.filter(pk=programme.pk).update(lifecycle="running")
    programme.refresh_from_db()
    return programme


def asked(programme: Programme, agency: str = "Another agency (fictional)") -> ChangeRequest:
    """Return a change request whose decision is asked for."""
    change = open_change(programme, by=amina(), title=TITLE, reason=REASON)
    copy = change.working_copy
    assert copy
    change_step(copy, by=amina(), step=Step.FRAME, version=0, values={"agency": agency})
    browser_of(amina()).post(f"/programmes/{copy.pk}/passages/ask_review/")
    return change


def decides(person: User, change: ChangeRequest, decision: str, note: str = "") -> tuple[int, str]:
    address = f"/programmes/{change.programme_id}/changes/{change.number}/decision/"
    answer = browser_of(person).post(address, {"decision": decision, "note": note}, headers=ENGLISH)
    return answer.status_code, answer.content.decode()


def page(person: User, address: str) -> str:
    answer = browser_of(person).get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return answer.content.decode()


# --- the rules ------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", list(Lifecycle))
def test_a_change_is_asked_for_of_an_approved_plan_alone(state: Lifecycle) -> None:
    codes = obstacles_to_opening(state, has_open=False, is_a_copy=False)

    assert (codes == []) == (state in {"approved", "running"})
    assert all(code.startswith("no_change_") for code in codes)


def test_why_no_second_request_and_none_of_a_copy() -> None:
    assert obstacles_to_opening(Lifecycle.RUNNING, has_open=True, is_a_copy=False) == [
        "change_is_open"
    ]
    assert obstacles_to_opening(Lifecycle.DRAFT, has_open=False, is_a_copy=True) == [
        "not_for_a_copy"
    ]


def test_every_reason_against_a_decision_at_once() -> None:
    request = Request(
        outcome=Outcome.OPEN, programme=Lifecycle.CLOSED, copy=Lifecycle.DRAFT, is_by=True, differs=False
    )  # fmt: skip
    decided = replace(request, outcome=Outcome.REFUSED)

    assert obstacles_to_deciding(request, approves=True, note="") == [
        "change_not_asked", "by_someone_else", "no_change_programme_is_closed", "changes_nothing",
    ]  # fmt: skip
    assert obstacles_to_deciding(request, approves=False, note="no")[-1] == "needs_reason"
    assert obstacles_to_deciding(decided, approves=True, note="") == ["change_is_decided"]


# --- what people do ---------------------------------------------------------------------------------


def test_a_change_is_written_on_a_copy_and_the_approved_plan_stays_until_someone_approves() -> None:
    programme = running()
    change = asked(programme)
    address = f"/programmes/{programme.pk}/"

    during = browser_of(amina()).get(f"{address}document/json/").content.decode()
    shown = page(bento(), f"{address}changes/1/")
    status, _ = decides(bento(), change, "approve", "Agreed with the town (fictional).")

    programme.refresh_from_db()
    assert port_city().agency in during
    assert "Another agency (fictional)" not in during
    assert "Another agency (fictional)" in shown
    assert port_city().agency in shown
    assert status == 302
    assert (programme.agency, programme.lifecycle) == ("Another agency (fictional)", "running")
    assert programme.changed_by == amina()
    baseline = Version.objects.get(programme=programme, baseline=1)
    assert plan_kept(baseline) == port_city()
    assert (
        browser_of(amina()).get(f"{address}versions/{baseline.number}/document/pdf/").status_code
        == 200
    )
    assert Programme.objects.count() == 1
    assert Passage.objects.get(programme=programme).move == "change"
    after = page(amina(), f"{address}changes/1/")
    assert "Agreed with the town (fictional)." in after
    assert "baseline 1" in after


def test_a_second_change_makes_a_second_baseline() -> None:
    programme = running()
    decides(bento(), asked(programme, "Second (fictional)"), "approve")
    decides(bento(), asked(programme, "Third (fictional)"), "approve")

    said = {v.baseline: plan_kept(v).agency for v in Version.objects.exclude(baseline=None)}
    assert said == {1: port_city().agency, 2: "Second (fictional)"}


def test_a_refusal_needs_a_reason_and_leaves_the_plan_and_what_was_proposed() -> None:
    programme = running()
    change = asked(programme)

    without, shown = decides(bento(), change, "refuse")
    with_reason, _ = decides(bento(), change, "refuse", "The funder has not agreed to it yet.")

    programme.refresh_from_db()
    assert (without, with_reason) == (422, 302)
    assert "Say why, in a sentence." in shown
    assert programme.agency == port_city().agency
    assert "Another agency (fictional)" in page(amina(), f"/programmes/{programme.pk}/changes/1/")
    assert not Version.objects.exclude(baseline=None).exists()
    assert open_change(programme, by=amina(), title=TITLE, reason=REASON).number == 2


def test_nobody_decides_on_her_own_change_and_nobody_before_it_is_asked() -> None:
    programme = running()
    change = open_change(programme, by=dalia(), title=TITLE, reason=REASON)
    copy = change.working_copy
    assert copy
    too_early, _ = decides(bento(), change, "approve")
    change_step(copy, by=dalia(), step=Step.FRAME, version=0, values={"agency": "Mine (fictional)"})
    browser_of(dalia()).post(f"/programmes/{copy.pk}/passages/ask_review/")

    assert too_early == 422
    assert decides(dalia(), change, "approve")[0] == 422
    assert decides(amina(), change, "approve")[0] == 403
    assert decides(bento(), change, "approve")[0] == 302


def test_a_reviewer_sends_the_copy_back_and_it_is_never_submitted_by_itself() -> None:
    programme = running()
    change = asked(programme)
    copy = change.working_copy
    assert copy

    sent = browser_of(bento()).post(
        f"/programmes/{copy.pk}/passages/send_back/", {"reason": REASON}
    )
    tried = browser_of(amina()).post(f"/programmes/{copy.pk}/passages/submit/")

    copy.refresh_from_db()
    assert (sent.status_code, tried.status_code, copy.lifecycle) == (302, 422, "draft")


def test_a_change_that_breaks_a_block_is_not_approved() -> None:
    programme = running()
    change = open_change(programme, by=amina(), title=TITLE, reason=REASON)
    copy = change.working_copy
    assert copy
    browser_of(amina()).post(
        f"/programmes/{copy.pk}/frame/",
        {"title": "No dates (fictional)", "agency": "", "version": "0"},
    )
    browser_of(amina()).post(f"/programmes/{copy.pk}/passages/ask_review/")

    status, shown = decides(bento(), change, "approve")

    programme.refresh_from_db()
    assert status == 422
    assert f"/programmes/{copy.pk}/" in shown
    assert programme.title == port_city().title


def test_a_second_request_is_refused_and_says_who_has_the_first() -> None:
    programme = running()
    open_change(programme, by=amina(), title=TITLE, reason=REASON)

    answer = browser_of(dalia()).post(
        f"/programmes/{programme.pk}/changes/new/",
        {"title": "Mine", "reason": "Now"},
        headers=ENGLISH,
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        ChangeRequest.objects.create(
            programme=programme, number=2, title="x", reason="x", opened_by=dalia()
        )

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "by amina" in shown
    assert TITLE in shown
    assert 'value="Mine"' in shown
    assert f'href="/programmes/{programme.pk}/changes/1/"' in shown
    (copy,) = Programme.objects.exclude(pk=programme.pk)
    comment = f"/programmes/{copy.pk}/comments/step/frame/"
    assert f'href="{comment}"' in shown
    assert browser_of(dalia()).get(comment).status_code == 200
    assert Programme.objects.count() == 2


def test_whoever_would_open_a_second_request_reads_first_who_has_one_since_when_and_why() -> None:
    programme = running()
    open_change(programme, by=amina(), title=TITLE, reason=REASON)
    address = f"/programmes/{programme.pk}/changes/"

    for page in (address, f"{address}new/"):
        shown = browser_of(dalia()).get(page, headers=ENGLISH).content.decode()
        assert re.search(r"Open since [^<]+ \d{4}, by amina\.", shown)
        assert REASON in shown
        assert "Comment on it" in shown
    assert 'name="title"' not in browser_of(dalia()).get(f"{address}new/").content.decode()
    assert "Comment on it" not in browser_of(bento()).get(address, headers=ENGLISH).content.decode()
    assert browser_of(chipo()).get(address).status_code == 404


def test_the_second_of_two_decisions_sees_the_first() -> None:
    programme = running()
    change = asked(programme)
    decides(bento(), change, "approve", "Yes (fictional).")

    status, shown = decides(dalia(), change, "refuse", "I would rather wait for the funder.")

    assert status == 422
    assert "Someone has decided on this change request already." in shown
    assert "Yes (fictional)." in shown


def test_a_change_is_withdrawn_and_what_it_proposed_is_kept() -> None:
    programme = running()
    asked(programme)
    address = f"/programmes/{programme.pk}/changes/1/withdrawal/"

    assert browser_of(bento()).post(address).status_code == 403
    assert browser_of(amina()).post(address).status_code == 302
    assert browser_of(amina()).post(address).status_code == 422
    assert ChangeRequest.objects.get().outcome == "withdrawn"
    assert Programme.objects.get() == programme
    assert "Another agency (fictional)" in str(plan_kept(Version.objects.get(why="proposed")))


def test_an_open_change_keeps_the_programme_from_being_closed_and_its_copy_off_the_list() -> None:
    programme = running()
    change = open_change(programme, by=amina(), title=TITLE, reason=REASON)

    typed = {"reason": REASON, "day": "2026-11-01"}
    answer = browser_of(amina()).post(
        f"/programmes/{programme.pk}/passages/close/", typed, headers=ENGLISH
    )

    assert answer.status_code == 422
    assert "A change request is open" in answer.content.decode()
    assert page(amina(), "/programmes/").count(port_city().title) == 1
    assert TITLE in page(amina(), f"/programmes/{change.working_copy_id}/")


def test_an_earlier_version_is_taken_into_the_open_change() -> None:
    programme = running()
    old = keep_version(programme, by=amina(), name="First (fictional)")
    change = open_change(programme, by=amina(), title=TITLE, reason=REASON)
    copy = change.working_copy
    assert copy
    change_step(
        copy, by=amina(), step=Step.FRAME, version=0, values={"agency": "Wrong (fictional)"}
    )

    answer = browser_of(amina()).post(
        f"/programmes/{programme.pk}/versions/{old.number}/restoration/"
    )

    copy.refresh_from_db()
    assert answer.status_code == 302
    assert plan_of(copy) == port_city()


def test_a_draft_and_a_submitted_programme_take_no_change_request() -> None:
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())

    for state in ("draft", "in_review", "submitted", "closed"):
        Programme.objects.update(lifecycle=state)
        typed = {"title": TITLE, "reason": REASON}
        address = f"/programmes/{programme.pk}/changes/new/"
        assert browser_of(amina()).post(address, typed).status_code == 422
    assert not ChangeRequest.objects.exists()


def test_a_stranger_sees_decides_and_withdraws_nothing() -> None:
    programme = running()
    change = asked(programme)
    address = f"/programmes/{programme.pk}/changes/"

    for rest in ("", "1/", "new/"):
        assert browser_of(chipo()).get(address + rest).status_code == 404
        assert browser_of(amina()).get(address + rest).status_code == 200
    assert decides(chipo(), change, "approve")[0] == 404
    assert browser_of(chipo()).post(f"{address}1/withdrawal/").status_code == 404
    assert browser_of(chipo()).get(f"/programmes/{change.working_copy_id}/").status_code == 404
    assert browser_of(amina()).get(f"{address}9/").status_code == 404
    assert ChangeRequest.objects.get().is_open
