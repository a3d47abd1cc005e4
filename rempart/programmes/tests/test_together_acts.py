"""What no page lets anyone try: the acts of working together refuse by themselves; what waits for whom."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import now

from rempart.accounts.models import User
from rempart.accounts.rules import Role
from rempart.kit.refusals import RefusedError
from rempart.programmes.actions import move_programme, store_plan, submit_programme
from rempart.programmes.actions.changes import (
    approve_change,
    open_change,
    refuse_change,
    withdraw_change,
)
from rempart.programmes.actions.copying import copy_programme, tick_checked
from rempart.programmes.actions.patterns import drop_pattern, give_file, keep_pattern
from rempart.programmes.actions.versions import keep_version, restore_version
from rempart.programmes.actions.whole import replace_plan
from rempart.programmes.models import Programme, Version
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.copying import as_a_start
from rempart.programmes.rules.lifecycle import Move
from rempart.programmes.rules.patterns import Pattern, PatternSection
from rempart.programmes.rules.plan import Partner, Plan
from rempart.programmes.tests.factories import port_city
from tests.cast import amina, bento, browser_of, chipo, dalia, elsewhere, passerelle

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)
ENGLISH = {"accept-language": "en"}
PATTERN = Pattern(
    name="Fund (fictional)", language="en", sections=(PatternSection(section="risks"),)
)


def running() -> Programme:
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())
    keep_version(programme, by=amina(), name="First (fictional)")
    Programme.objects.update(lifecycle="running")
    programme.refresh_from_db()
    return programme


def test_no_act_is_open_to_a_stranger_and_nothing_is_written() -> None:
    programme = running()
    version = Version.objects.get()
    change = open_change(programme, by=amina(), title="More", reason="More came (fictional)")
    pattern = keep_pattern(passerelle(), by=dalia(), pattern=PATTERN)
    her = chipo()
    acts: list[Callable[[], object]] = [
        lambda: move_programme(programme, by=her, move=Move.CLOSE, on=TODAY),
        lambda: submit_programme(programme, by=her, on=TODAY),
        lambda: keep_version(programme, by=her, name="Mine"),
        lambda: restore_version(version, by=her),
        lambda: replace_plan(programme, Plan(title="Mine"), by=her),
        lambda: open_change(programme, by=her, title="x", reason="x"),
        lambda: approve_change(change, by=her, at=now()),
        lambda: refuse_change(change, by=her, at=now(), note="Because it is so."),
        lambda: withdraw_change(change, by=her, at=now()),
        lambda: copy_programme(programme, by=her, title="Mine"),
        lambda: tick_checked(programme, by=her, checked=[]),
        lambda: keep_pattern(passerelle(), by=her, pattern=PATTERN),
        lambda: give_file(pattern, by=her, name="x", file=b"x"),
        lambda: drop_pattern(pattern, by=her),
    ]

    for act in acts:
        with pytest.raises(PermissionDenied):
            act()
    change.refresh_from_db()
    assert change.is_open
    assert plan_of(Programme.objects.get(pk=programme.pk)) == port_city()


def test_a_template_is_not_changed_through_another_organisation() -> None:
    pattern = keep_pattern(passerelle(), by=dalia(), pattern=PATTERN)
    enzo = User.objects.create_user(
        "enzo", password="x", organisation=elsewhere(), role=Role.ADMINISTRATOR.value
    )

    with pytest.raises(PermissionDenied):
        keep_pattern(elsewhere(), by=enzo, pattern=PATTERN, stored=pattern)


def test_a_running_plan_is_not_replaced_unless_a_change_of_it_is_being_decided_on() -> None:
    programme = running()

    with pytest.raises(RefusedError, match="programme_is_running"):
        replace_plan(programme, Plan(title="Other"), by=dalia())


def test_a_row_at_a_place_that_a_plan_lacks_is_refused_and_the_plan_stays() -> None:
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())
    lost = replace(port_city(), places=())

    with pytest.raises(RefusedError, match="unknown_place"):
        replace_plan(programme, lost, by=amina())
    assert plan_of(Programme.objects.get()) == port_city()


def test_a_version_that_was_kept_on_the_way_takes_the_name_that_someone_gives_it() -> None:
    bento()
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())
    move_programme(programme, by=amina(), move=Move.ASK_REVIEW, on=TODAY)

    named = keep_version(programme, by=bento(), name="For the board (fictional)")

    assert (named.number, named.name, named.why) == (1, "For the board (fictional)", "ask_review")
    with pytest.raises(RefusedError, match="version_is_kept_already"):
        keep_version(programme, by=bento())


def test_a_working_copy_is_not_copied_and_a_change_without_words_is_refused() -> None:
    programme = running()
    copy = open_change(programme, by=amina(), title="More", reason="x").working_copy
    assert copy
    browser = browser_of(amina())

    with pytest.raises(RefusedError, match="not_for_a_copy"):
        copy_programme(copy, by=amina(), title="Mine")
    assert (
        browser.post(f"/programmes/{programme.pk}/changes/new/", {"title": ""}).status_code == 422
    )
    too_long = {"decision": "approve", "note": "x" * 4001}
    address = f"/programmes/{programme.pk}/changes/1/decision/"
    assert browser_of(bento()).post(address, too_long).status_code == 422


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Partner):
    """A row that somebody reviewed, as a material is."""

    reviewed_by: str = ""
    reviewed_on: date | None = None


def test_what_someone_reviewed_elsewhere_is_to_be_reviewed_again_in_a_copy() -> None:
    row = Reviewed(key="m", name="Poster (fictional)", reviewed_by="Bento", reviewed_on=TODAY)

    (copied,) = as_a_start(Plan(title="T", partners=(row,)), "New", timedelta()).partners
    assert copied == Reviewed(key="m", name="Poster (fictional)")


# --- the desk -------------------------------------------------------------------------------------


def waits(person: User) -> list[str]:
    shown = browser_of(person).get("/programmes/desk/", headers=ENGLISH).content.decode()
    words = ("A review is asked", "it can be submitted", "approval can be recorded", "A change request to decide")  # fmt: skip
    return [word for word in words if word in shown]


def test_the_desk_says_what_waits_for_whom() -> None:
    bento(), dalia()
    programme = store_plan(port_city(), by=amina(), organisation=passerelle())
    assert [waits(p) for p in (amina(), bento(), dalia(), chipo())] == [[], [], [], []]
    move_programme(programme, by=amina(), move=Move.ASK_REVIEW, on=TODAY)
    assert [waits(p) for p in (amina(), bento(), chipo())] == [[], ["A review is asked"], []]
    move_programme(programme, by=bento(), move=Move.PASS, on=TODAY)
    assert [waits(p) for p in (amina(), bento(), chipo())] == [["it can be submitted"], [], []]
    submit_programme(programme, by=dalia(), on=TODAY)
    assert [waits(p) for p in (amina(), bento(), dalia())] == [[], ["approval can be recorded"], []]
    Programme.objects.update(lifecycle="running")
    change = open_change(programme, by=dalia(), title="More", reason="x")
    assert change.working_copy
    move_programme(change.working_copy, by=amina(), move=Move.ASK_REVIEW, on=TODAY)
    assert [waits(p) for p in (amina(), bento(), dalia(), chipo())] == [
        [], ["A change request to decide"], [], [],
    ]  # fmt: skip


def test_nothing_waits_for_who_belongs_nowhere() -> None:
    nobody = User.objects.create_user("nobody", password="x")

    assert waits(nobody) == []
