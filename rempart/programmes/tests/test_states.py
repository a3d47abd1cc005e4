"""The states of a programme: who takes it on, what may be written in each, and what two people see."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.timezone import localdate

from rempart.accounts.models import User
from rempart.programmes.actions import move_programme, store_plan
from rempart.programmes.models import Passage, Programme, SetAside
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.codes import Lifecycle
from rempart.programmes.rules.lifecycle import (
    MAY_STILL,
    WAYS,
    Move,
    Said,
    Standing,
    Writing,
    next_move,
    obstacles_to_moving,
    refused_writing,
    ways_from,
)
from rempart.programmes.tests.factories import full_plan, port_city
from tests.cast import amina, bento, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
TODAY = date(2027, 3, 1)
SPOKEN = Said(reason="The targets are too high", body="The ministry (fictional)", day=TODAY)
REASON = "The baseline is missing from two indicators."


def stored() -> Programme:
    bento(), dalia()
    return store_plan(port_city(), by=amina(), organisation=passerelle())


def goes(person: User, programme: Programme, move: str, **typed: str) -> int:
    return answer_to(person, programme, move, **typed)[0]


def answer_to(person: User, programme: Programme, move: str, **typed: str) -> tuple[int, str]:
    address = f"/programmes/{programme.pk}/passages/{move}/"
    answer = browser_of(person).post(address, typed, headers=ENGLISH)
    return answer.status_code, answer.content.decode()


def state(programme: Programme) -> str:
    programme.refresh_from_db()
    return programme.lifecycle


def approved() -> Programme:
    """Return a programme that three people took as far as its approval."""
    programme = stored()
    goes(amina(), programme, "ask_review")
    goes(bento(), programme, "pass")
    goes(amina(), programme, "submit")
    today = localdate().isoformat()
    goes(bento(), programme, "approve", body="The ministry (fictional)", day=today)
    return programme


# --- the table ---------------------------------------------------------------------------------


def standing(state: Lifecycle, **more: object) -> Standing:
    return Standing(state=state, **more)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("move", list(WAYS))
@pytest.mark.parametrize("state", list(Lifecycle))
def test_a_way_is_open_from_its_own_states_alone(state: Lifecycle, move: Move) -> None:
    codes = obstacles_to_moving(
        move, standing(state, has_passed=move is not Move.PASS), SPOKEN, TODAY
    )

    assert (codes == []) == (state in WAYS[move].source)


def test_the_way_through_leads_from_the_first_state_to_the_last() -> None:
    state, has_passed, seen = Lifecycle.DRAFT, False, []
    while move := next_move(standing(state, has_passed=has_passed)):
        assert (
            obstacles_to_moving(move, standing(state, has_passed=has_passed), SPOKEN, TODAY) == []
        )
        assert ways_from(standing(state, has_passed=has_passed))[0] is move
        seen.append(state := WAYS[move].target)
        has_passed = has_passed or move is Move.PASS

    assert list(dict.fromkeys([Lifecycle.DRAFT, *seen])) == list(Lifecycle)


@pytest.mark.parametrize(
    ("move", "one", "code"),
    [
        (Move.PASS, standing(Lifecycle.IN_REVIEW, is_by=True), "by_someone_else"),
        (Move.SEND_BACK, standing(Lifecycle.IN_REVIEW, is_by=True), "by_someone_else"),
        (Move.PASS, standing(Lifecycle.IN_REVIEW, has_passed=True), "passed_already"),
        (Move.SUBMIT, standing(Lifecycle.DRAFT), "needs_a_passed_review"),
        (Move.SUBMIT, standing(Lifecycle.IN_REVIEW), "needs_a_passed_review"),
        (Move.APPROVE, standing(Lifecycle.SUBMITTED, has_submitted=True), "by_someone_else"),
        (Move.CLOSE, standing(Lifecycle.RUNNING, has_open_change=True), "change_is_open"),
        (Move.SUBMIT, standing(Lifecycle.IN_REVIEW, is_a_copy=True, has_passed=True), "not_for_a_copy"),
        (Move.START, standing(Lifecycle.APPROVED, since=TODAY + timedelta(1)), "day_too_early"),
    ],
)  # fmt: skip
def test_whom_a_way_is_not_for(move: Move, one: Standing, code: str) -> None:
    assert obstacles_to_moving(move, one, SPOKEN, TODAY) == [code]


def test_what_was_not_said_is_told_all_at_once() -> None:
    nothing, later = Said(), Said(reason="No", day=TODAY + timedelta(1))
    submitted, running = standing(Lifecycle.SUBMITTED), standing(Lifecycle.RUNNING)

    assert obstacles_to_moving(Move.APPROVE, submitted, nothing, TODAY) == [
        "needs_body",
        "needs_day",
    ]
    assert obstacles_to_moving(Move.CLOSE, running, later, TODAY) == ["needs_reason", "day_to_come"]


def test_where_nobody_else_could_review_it_a_draft_is_submitted_at_once() -> None:
    alone = standing(Lifecycle.DRAFT, others_review=False)

    assert obstacles_to_moving(Move.SUBMIT, alone, Said(), TODAY) == []
    assert next_move(alone) is Move.SUBMIT


def test_a_copy_is_asked_about_and_never_submitted() -> None:
    copy = standing(Lifecycle.DRAFT, is_a_copy=True)

    assert ways_from(copy) == [Move.ASK_REVIEW]
    assert next_move(standing(Lifecycle.IN_REVIEW, is_a_copy=True)) is None


def test_each_state_says_what_may_still_be_written() -> None:
    told = {w: [s for s in Lifecycle if not refused_writing(s, w)] for w in Writing}

    assert told[Writing.PLAN] == ["draft"]
    assert told[Writing.SET_ASIDES] == ["draft", "in_review"]
    assert told[Writing.MARKS] == ["draft", "in_review", "submitted", "approved", "running"]
    assert MAY_STILL.keys() == set(Writing)


# --- what people do ----------------------------------------------------------------------------


def test_three_people_take_a_programme_from_draft_to_closed() -> None:
    programme = approved()
    today = localdate().isoformat()

    assert state(programme) == "approved"
    assert goes(amina(), programme, "start", day=today) == 302
    assert state(programme) == "running"
    note = "The school and the town go on (fictional)."
    assert goes(dalia(), programme, "close", reason=note, day=today) == 302
    assert state(programme) == "closed"
    shown = (
        browser_of(bento()).get(f"/programmes/{programme.pk}/", headers=ENGLISH).content.decode()
    )
    assert note in shown
    assert "The ministry (fictional)" in shown
    ways = list(Passage.objects.filter(programme=programme).values_list("move", "by__username"))
    assert ways == [
        ("ask_review", "amina"), ("pass", "bento"), ("submit", "amina"), ("approve", "bento"),
        ("start", "amina"), ("close", "dalia"),
    ]  # fmt: skip


def test_a_reviewer_sends_it_back_and_the_writers_read_why() -> None:
    programme = stored()
    goes(amina(), programme, "ask_review", reason="Please look at the targets first.")

    assert goes(bento(), programme, "send_back") == 422
    assert state(programme) == "in_review"
    assert goes(bento(), programme, "send_back", reason=REASON) == 302

    shown = (
        browser_of(amina()).get(f"/programmes/{programme.pk}/", headers=ENGLISH).content.decode()
    )
    assert state(programme) == "draft"
    assert "bento sent it back on" in shown
    assert REASON in shown


def test_in_review_its_text_stands_still_but_findings_are_set_aside() -> None:
    programme = stored()
    goes(amina(), programme, "ask_review")
    address = f"/programmes/{programme.pk}/"
    browser = browser_of(amina())

    refused = browser.post(f"{address}rows/partners/add/", {"name": "Late (fictional)"})
    offered = (
        browser_of(bento())
        .get(f"{address}review/")
        .content.decode()
        .split(f'action="{address}review/')[1:]
    )
    for part in offered[:1]:
        rule = part.split("/")[0]
        browser_of(bento()).post(f"{address}review/{rule}/", {"reason": REASON})
        assert SetAside.objects.filter(programme=programme, rule=rule, by="bento").exists()

    assert refused.status_code in {403, 422}
    assert "Late (fictional)" not in str(plan_of(programme))
    assert offered


def test_nobody_passes_what_she_wrote_and_nobody_approves_what_she_submitted() -> None:
    bento()
    programme = store_plan(port_city(), by=dalia(), organisation=passerelle())
    goes(dalia(), programme, "ask_review")

    assert goes(dalia(), programme, "pass") == 422
    assert goes(amina(), programme, "pass") == 403
    assert goes(dalia(), programme, "submit") == 422
    assert goes(bento(), programme, "pass") == 302
    assert goes(dalia(), programme, "submit") == 302
    today = localdate().isoformat()
    assert goes(dalia(), programme, "approve", body="A board (fictional)", day=today) == 422
    assert state(programme) == "submitted"


def test_who_asked_for_the_review_does_not_pass_it_even_if_she_changed_nothing() -> None:
    programme = stored()
    goes(dalia(), programme, "ask_review")

    assert goes(dalia(), programme, "pass") == 422
    assert goes(bento(), programme, "pass") == 302


def test_a_block_never_passes_the_submission_however_well_it_was_reviewed() -> None:
    bento()
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    goes(amina(), programme, "ask_review")
    goes(bento(), programme, "pass")

    status, shown = answer_to(amina(), programme, "submit")

    assert status == 422
    assert f"/programmes/{programme.pk}/" in shown
    assert state(programme) == "in_review"


def test_what_was_typed_stands_when_a_day_is_wrong() -> None:
    programme = stored()
    for who, way in ((amina(), "ask_review"), (bento(), "pass"), (amina(), "submit")):
        goes(who, programme, way)

    status, shown = answer_to(
        bento(), programme, "approve", body="A board (fictional)", day="2999-01-01"
    )

    assert status == 422
    assert "A board (fictional)" in shown
    assert "This day is still to come." in shown
    assert "2999-01-01" in shown


def test_the_second_of_two_people_sees_what_happened() -> None:
    programme = stored()
    goes(amina(), programme, "ask_review")
    first = goes(bento(), programme, "send_back", reason=REASON)
    second, shown = answer_to(dalia(), programme, "pass")

    assert (first, second) == (302, 409)
    assert "Sent back by the review, by bento" in shown
    assert REASON in shown
    assert state(programme) == "draft"
    assert Passage.objects.filter(programme=programme).count() == 2


def test_an_approval_is_taken_back_and_a_closed_programme_opened_again_with_a_reason() -> None:
    programme = approved()

    assert goes(bento(), programme, "unapprove") == 422
    assert goes(bento(), programme, "unapprove", reason=REASON) == 302
    assert state(programme) == "submitted"
    today = localdate().isoformat()
    goes(bento(), programme, "approve", body="The ministry (fictional)", day=today)
    goes(amina(), programme, "start", day=today)
    goes(amina(), programme, "close", reason=REASON, day=today)
    assert goes(amina(), programme, "resume", reason=REASON) == 403
    assert goes(bento(), programme, "resume", reason=REASON) == 302
    assert state(programme) == "running"


def test_a_stranger_learns_and_moves_nothing() -> None:
    programme = stored()

    for move in (*WAYS, "no_such_way"):
        address = f"/programmes/{programme.pk}/passages/{move}/"
        assert browser_of(chipo()).get(address).status_code == 404
        assert browser_of(chipo()).post(address).status_code == 404
    assert (
        browser_of(amina()).get(f"/programmes/{programme.pk}/passages/submit/").status_code == 200
    )
    assert (
        browser_of(amina()).get(f"/programmes/{programme.pk}/passages/no_such_way/").status_code
        == 404
    )
    assert state(programme) == "draft"


def test_taking_it_on_is_no_change_of_its_words() -> None:
    programme = stored()
    before = (programme.changed_at, programme.changed_by)
    move_programme(programme, by=dalia(), move=Move.ASK_REVIEW, on=TODAY)

    programme.refresh_from_db()
    assert (programme.changed_at, programme.changed_by) == before


# --- what was there before ----------------------------------------------------------------------

BEFORE, AFTER = "0011_stakeholder_grid", "0013_tell_who_submitted"


def old(models: Apps, **more: object) -> Any:  # noqa: ANN401 -- a model of the past
    people = {"created_by_id": amina().pk, "changed_by_id": amina().pk}
    return models.get_model("programmes", "Programme")._default_manager.create(
        organisation_id=passerelle().pk, **people, **more
    )


@pytest.mark.django_db(transaction=True)
def test_what_was_submitted_gets_its_history_and_a_draft_stays_one() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate([("programmes", BEFORE)])
    models = executor.loader.project_state([("programmes", BEFORE)]).apps
    person = amina()
    draft = old(models, title="Draft (fictional)")
    sent = old(
        models,
        title="Sent (fictional)",
        lifecycle="submitted",
        submitted_on=date(2026, 5, 4),
    )

    MigrationExecutor(connection).migrate([("programmes", AFTER)])
    then = MigrationExecutor(connection).loader.project_state([("programmes", AFTER)]).apps
    kept = then.get_model("programmes", "Programme").objects
    past = list(
        then.get_model("programmes", "Passage").objects.values_list("programme_id", "move", "by_id")
    )

    assert kept.get(pk=draft.pk).lifecycle == "draft"
    assert kept.get(pk=sent.pk).state_since == datetime(2026, 5, 4, 12, tzinfo=UTC)
    assert past == [(sent.pk, "submit", person.pk)]

    kept.filter(pk=sent.pk).update(lifecycle="running")
    kept.filter(pk=draft.pk).update(lifecycle="in_review")
    MigrationExecutor(connection).migrate([("programmes", BEFORE)])
    back = MigrationExecutor(connection).loader.project_state([("programmes", BEFORE)]).apps
    again = dict(
        back.get_model("programmes", "Programme").objects.values_list("title", "lifecycle")
    )
    assert again == {"Draft (fictional)": "draft", "Sent (fictional)": "submitted"}
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
