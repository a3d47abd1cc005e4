"""The document says who approved the plan and which changes it took in; a baseline is never a draft."""

import io

import mammoth
import pytest
from django.utils.timezone import localdate

from rempart.accounts.models import User
from rempart.programmes.actions import change_step, store_plan
from rempart.programmes.actions.changes import open_change
from rempart.programmes.models import Programme, Version
from rempart.programmes.rules.codes import Step
from rempart.programmes.tests.factories import port_city
from tests.cast import amina, bento, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
BODY = "Council of the port (fictional)"
TITLE = "A second school (fictional)"


def moved(person: User, programme: Programme, move: str, **said: str) -> None:
    answer = browser_of(person).post(f"/programmes/{programme.pk}/passages/{move}/", said)
    assert answer.status_code == 302, move


def approved() -> Programme:
    bento(), dalia()
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())
    moved(amina(), programme, "ask_review")
    moved(bento(), programme, "pass")
    moved(amina(), programme, "submit")
    moved(bento(), programme, "approve", body=BODY, day=localdate().isoformat())
    return programme


def decided(programme: Programme, decision: str) -> None:
    change = open_change(
        programme, by=amina(), title=TITLE, reason="The town opened it (fictional)."
    )
    copy = change.working_copy
    assert copy
    change_step(copy, by=amina(), step=Step.FRAME, version=0, values={"agency": decision})
    moved(amina(), copy, "ask_review")
    address = f"/programmes/{programme.pk}/changes/{change.number}/decision/"
    note = "Said with the decision (fictional)."
    assert (
        browser_of(bento()).post(address, {"decision": decision, "note": note}).status_code == 302
    )


def printed(programme: Programme, version: Version | None = None) -> str:
    kept = f"versions/{version.number}/" if version else ""
    address = f"/programmes/{programme.pk}/{kept}document/docx/"
    answer = browser_of(bento()).get(address, {"language": "en"}, headers={"accept-language": "en"})
    assert browser_of(chipo()).get(address).status_code == 404
    return str(mammoth.extract_raw_text(io.BytesIO(answer.content)).value)


def test_nothing_is_said_of_an_approval_that_was_not_given() -> None:
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())

    assert "Approved by" not in printed(programme)


def test_a_plan_says_who_approved_it_and_every_change_that_it_took_in() -> None:
    programme = approved()
    first = printed(programme)
    decided(programme, "refuse")
    decided(programme, "approve")
    now, baseline = printed(programme), Version.objects.get(baseline=1)
    then = printed(programme, baseline)

    assert BODY in first
    assert "Change request" not in first
    for said in ("Change request 2", TITLE, BODY):
        assert said in now
    assert "Change request 1" not in now, "what was refused is no part of the plan"
    assert BODY in then
    assert "Change request" not in then


def test_a_baseline_that_was_kept_before_its_approval_is_no_draft() -> None:
    programme = approved()
    decided(programme, "approve")
    baseline = Version.objects.get(baseline=1)
    address = f"/programmes/{programme.pk}/versions/{baseline.number}/"
    page = browser_of(bento()).get(address, headers={"accept-language": "en"}).content.decode()

    assert baseline.lifecycle == "approved"
    assert "approved" in page.lower()
    assert "draft" not in printed(programme, baseline).lower()
