"""The hand-over told from outside: planned, reported at each review, late in words, printed, carried."""

import json
from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from rempart.kit.refusals import RefusedError
from rempart.programmes.actions import (
    add_row,
    move_row,
    remove_row,
    store_plan,
)
from rempart.programmes.actions.copying import copy_programme
from rempart.programmes.actions.versions import keep_version, restore_version
from rempart.programmes.models import HandoverReport, Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.handover import Capacity, Milestone, MilestoneState
from rempart.programmes.rules.handover import HandoverReport as Report
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.progress import capacities_now, gaps, in_order, milestones_now
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"Accept-Language": "en"}, {"Accept-Language": "fr"}
YESTERDAY = localdate() - timedelta(days=1)


def started() -> Programme:
    plan = Plan(
        title="Havre-Neuf (fictional)",
        handover_institution="The town (fictional)",
        handover_model="A night school",
        milestones=(
            Milestone(key="budget", text="A budget line is voted", due_on=localdate() - timedelta(days=12), responsible="Town council"),
            Milestone(key="team", text="A team is appointed", due_on=date(2099, 1, 1), responsible="Town council"),
        ),
        capacities=(Capacity(key="runs", text="Runs the school alone", starting_level="With help", wanted_level="Alone", source="Visit"),),
    )  # fmt: skip
    return store_plan(plan, by=amina(), organisation=passerelle())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def page(programme: Programme, *path: str, headers: dict[str, str] = ENGLISH) -> str:
    answer = browser_of(amina()).get(address(programme, *(path or ("handover",))), headers=headers)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def section(programme: Programme, slug: str) -> str:
    found = browser_of(amina()).get(
        address(programme, "document"), {"section": slug}, headers=ENGLISH
    )
    return found.content.decode()


def report(programme: Programme, **typed: str) -> tuple[int, str]:
    said = {"reported_on": str(YESTERDAY), "review": "Half-year review", "course": "late"}
    new = address(programme, "rows", "handover_reports", "add")
    answer = browser_of(amina()).post(new, said | typed, headers=ENGLISH)
    return answer.status_code, answer.content.decode()


def run(programme: Programme, state: str = "running") -> None:
    Programme.objects.filter(pk=programme.pk).update(lifecycle=state)
    programme.refresh_from_db()


def test_the_plan_names_an_institution_milestones_and_capacities_and_says_what_is_late() -> None:
    programme = started()
    for kind, typed in (
        ("milestones", {"text": "Keys are handed over", "due_on": "2030-02-01", "responsible": "Town"}),
        ("capacities", {"text": "Pays three teachers", "starting_level": "None", "wanted_level": "Three", "source": "Budget"}),
    ):  # fmt: skip
        new = address(programme, "rows", kind, "add")
        assert browser_of(amina()).post(new, typed).status_code == 302

    told = page(programme)

    assert "The town (fictional) takes over." in told
    assert "12 days late" in told
    assert "Keys are handed over" in told
    assert "Pays three teachers" in told
    assert "A milestone is late." in told
    assert "Keys are handed over" in page(programme, "frame")
    assert "1 is late" in page(programme, "frame")
    assert "12 jours de retard" in page(programme, headers=FRENCH)


def test_progress_is_reported_at_each_review_while_the_programme_runs_and_nothing_is_overwritten() -> (
    None
):
    programme = started()
    run(programme)

    first = report(programme, **{"state-budget": "started", "level-runs": "Half of the week"})
    second = report(programme, review="Second review", course="on_course", text="Voted at last",
                    **{"state-budget": "reached", "reached-budget": str(YESTERDAY)})  # fmt: skip

    assert (first[0], second[0]) == (302, 302)
    told = page(programme)
    assert "Reached" in told
    assert "days late" not in told
    assert "Half of the week" in told
    assert told.index("Second review") < told.index("Half-year review")
    assert "A budget line is voted: Begun" in told
    assert HandoverReport.objects.filter(programme=programme).count() == 2
    programme.refresh_from_db()
    assert programme.changed_by == amina()


def test_a_report_stays_as_it_was_told() -> None:
    programme = started()
    report(programme)
    row = HandoverReport.objects.get()
    one = address(programme, "rows", "handover_reports", row.key)

    read = browser_of(amina()).get(one, headers=ENGLISH)
    changed = browser_of(amina()).post(
        one,
        {"reported_on": str(YESTERDAY), "review": "Other", "course": "on_course"},
        headers=ENGLISH,
    )
    removed = browser_of(amina()).post(one + "removal/", follow=True, headers=ENGLISH)

    assert read.status_code == 200
    assert "<form" not in read.content.decode().split("<main")[1].split("</main")[0]
    assert changed.status_code == 422
    assert "A report is kept as it was told" in changed.content.decode()
    assert "A report is kept as it was told" in removed.content.decode()
    row.refresh_from_db()
    assert row.review == "Half-year review"
    for act in (move_row, remove_row):
        with pytest.raises(RefusedError):
            act(row, by=amina())


@pytest.mark.parametrize(("typed", "says"), [
    ({"reported_on": ""}, "Say on which day this was told."),
    ({"reported_on": "2099-01-01"}, "This day is still to come."),
    ({"review": ""}, "Say at which review this was told."),
    ({"course": ""}, "Say how the hand-over goes."),
    ({"state-budget": "reached"}, "Say on which day it was reached."),
    ({"state-budget": "reached", "reached-budget": "2099-01-01"}, "This day is still to come."),
    ({"state-budget": "started", "reached-budget": "2026-01-01"}, "It has a day on which it was reached."),
    ({"state-budget": "reached", "reached-budget": "no day"}, "date"),
])  # fmt: skip
def test_a_report_that_cannot_be_is_refused_with_its_reason_and_keeps_what_was_typed(
    typed: dict[str, str], says: str
) -> None:
    programme = started()

    code, answer = report(programme, text="What I typed stays", **typed)

    assert code == 422
    assert says in answer
    assert "What I typed stays" in answer
    assert not HandoverReport.objects.exists()


def test_every_reason_is_told_at_once() -> None:
    _code, answer = report(started(), reported_on="", review="", course="")

    for says in ("on which day this was told", "at which review", "how the hand-over goes"):
        assert f"Say {says}" in answer


@pytest.mark.parametrize(("state", "code"), [
    ("draft", 302), ("in_review", 422), ("submitted", 422), ("approved", 302), ("running", 302), ("closed", 422),
])  # fmt: skip
def test_reports_are_made_while_it_is_written_and_while_it_runs(state: str, code: int) -> None:
    programme = started()
    run(programme, state)

    assert report(programme)[0] == code
    assert ("Report progress" in page(programme)) == (code == 302)
    text = {"text": "Late wish"}
    plan = browser_of(amina()).post(address(programme, "rows", "milestones", "add"), text)
    assert plan.status_code == (302 if state == "draft" else 422)


def test_a_reviewer_reads_and_a_stranger_learns_nothing() -> None:
    programme = started()
    report(programme)
    new = address(programme, "rows", "handover_reports", "add")

    assert browser_of(bento()).get(address(programme, "handover")).status_code == 200
    assert browser_of(bento()).post(new).status_code == 403
    assert browser_of(chipo()).get(address(programme, "handover")).status_code == 404
    assert browser_of(chipo()).post(new).status_code == 404
    own = store_plan(Plan(title="Elsewhere (fictional)"), by=chipo(), organisation=elsewhere())  # fmt: skip
    assert browser_of(chipo()).get(address(own, "handover")).status_code == 200


def test_a_plan_without_a_hand_over_says_what_is_missing() -> None:
    programme = store_plan(Plan(title="Bare (fictional)"), by=amina(), organisation=passerelle())

    told = page(programme)

    for says in ("No institution is named", "is not described", "There is no milestone yet", "Nothing says what the institution", "Nothing was reported yet"):  # fmt: skip
        assert says in told
    assert report(programme)[0] == 302


def test_it_is_printed_carried_compared_and_a_copy_forgets_its_progress() -> None:
    programme = started()
    before = keep_version(programme, by=amina())
    report(programme, text="The council asks for a cost", **{"state-team": "reached", "reached-team": str(YESTERDAY), "level-runs": "Half"})  # fmt: skip

    outline = section(programme, "sustainability")
    carried = browser_of(amina()).get(address(programme, "document", "json")).content.decode()
    copy = copy_programme(programme, by=amina(), title="Copy (fictional)", shift=timedelta(days=7))

    for says in ("Milestones of the hand-over", "A budget line is voted", "Town council", "The last report of progress", "The council asks for a cost", "Half ("):  # fmt: skip
        assert says in outline
    assert json.loads(carried)["plan"]["handover_reports"][0]["states"][0]["state"] == "reached"
    copied = plan_of(copy)
    assert copied.handover_reports == ()
    assert copied.milestones[1].due_on == date(2099, 1, 8)
    assert "capacities/runs/starting_level" in copy.to_check
    add_row(programme, by=amina(), kind="milestones", values={"text": "One too many"})
    restored = plan_of(restore_version(before, by=amina()))
    assert len(restored.milestones) == 2
    assert len(restored.handover_reports) == 1  # what was told stays told


def test_two_versions_are_compared_in_words() -> None:
    programme = started()
    keep_version(programme, by=amina(), name="Before")
    report(programme, **{"state-budget": "started", "level-runs": "Half"})
    keep_version(programme, by=amina(), name="After")

    told = page(programme, "comparison") + page(programme, "versions")
    compared = browser_of(amina()).get(
        address(programme, "comparison"), {"before": 1, "after": 2}, headers=ENGLISH
    )

    assert told
    assert "A budget line is voted: Begun" in compared.content.decode()
    assert "Runs the school alone: Half" in compared.content.decode()


def test_the_latest_report_that_speaks_of_a_milestone_counts() -> None:
    told = [
        Report(key="a", reported_on=date(2027, 1, 1), states=(MilestoneState(milestone="m", state="started"),)),
        Report(key="b", reported_on=date(2027, 6, 1)),
        Report(key="c", reported_on=date(2027, 1, 1), states=(MilestoneState(milestone="m", state="dropped"),)),
        Report(key="d"),
    ]  # fmt: skip
    plan = Plan(
        title="x",
        starts_on=date(2026, 1, 1),
        milestones=(Milestone(key="m", text="t", due_on=date(2026, 6, 1)), Milestone(key="n", text="t")),
        capacities=(Capacity(key="c", text="t", starting_level="low"),),
        handover_reports=tuple(told),
    )  # fmt: skip

    now = milestones_now(plan, date(2026, 6, 11))

    assert [one.key for one in in_order(told)] == ["b", "c", "a", "d"]
    assert [(one.state, one.days_late) for one in now] == [("dropped", 0), ("planned", 0)]
    assert capacities_now(plan)[0].level == "low"
    assert gaps(plan, date(2028, 6, 2)) == [
        "no_institution", "no_model", "milestone_without_day", "milestone_without_anyone",
        "capacity_without_levels", "report_due",
    ]  # fmt: skip
