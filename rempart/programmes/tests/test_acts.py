"""What can be done to a programme, by whom, and what happens when two do it at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied

from rempart.accounts.models import User
from rempart.kit.conflicts import ConflictError
from rempart.kit.refusals import RefusedError
from rempart.programmes.actions import (
    add_row,
    change_row,
    change_step,
    keep_draft,
    mark_publishable,
    move_row,
    remove_row,
    reopen_programme,
    review_material,
    set_aside_finding,
    start_programme,
    store_plan,
    submit_programme,
    take_back_set_aside,
    withdraw_publishable,
)
from rempart.programmes.models import Material, Programme, Row
from rempart.programmes.queries import draft_of, plan_of, programmes_for, row_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.tests.factories import full_plan
from rempart.vault.models import Entry
from tests.cast import amina, bento, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db
PORT_CITY = settings.HOUSE / "content" / "programmes" / "port-city.json"


def stored(copies: int = 1) -> Programme:
    return store_plan(full_plan(copies), by=amina(), organisation=passerelle())


def row(programme: Programme, kind: str, key: str) -> Row:
    found = row_of(programme, kind, key)
    assert found
    return found


def test_a_stranger_finds_no_programme() -> None:
    programme = stored()

    assert programme in programmes_for(bento())
    assert not programmes_for(chipo()).exists()


@pytest.mark.parametrize("person", [bento, chipo])
def test_neither_a_reviewer_nor_a_stranger_writes(person: Callable[[], User]) -> None:
    programme, by = stored(), person()
    partner = row(programme, "partners", "a0")

    with pytest.raises(PermissionDenied):
        start_programme(passerelle(), by=by, title="Mine")
    with pytest.raises(PermissionDenied):
        change_step(programme, by=by, step=Step.FRAME, version=0, values={"title": "Mine"})
    with pytest.raises(PermissionDenied):
        add_row(programme, by=by, kind="partners", values={"name": "Mine"})
    with pytest.raises(PermissionDenied):
        change_row(partner, by=by, version=1, values={"name": "Mine"})
    with pytest.raises(PermissionDenied):
        move_row(partner, by=by, offset=1)
    with pytest.raises(PermissionDenied):
        remove_row(partner, by=by)
    with pytest.raises(PermissionDenied):
        store_plan(full_plan(), by=by, organisation=passerelle())
    with pytest.raises(PermissionDenied):
        submit_programme(programme, by=by, on=date(2026, 11, 24))

    assert plan_of(programme) == full_plan()


def test_a_stranger_neither_sets_aside_nor_reopens_nor_keeps_drafts() -> None:
    programme = stored()

    with pytest.raises(PermissionDenied):
        set_aside_finding(
            programme, by=chipo(), on=date(2026, 11, 24), rule="RULE-001", reason="No"
        )
    with pytest.raises(PermissionDenied):
        reopen_programme(programme, by=chipo())
    with pytest.raises(PermissionDenied):
        keep_draft(programme, by=chipo(), what="frame", typed={"title": "Mine"})


def test_a_stranger_neither_reviews_a_material_nor_marks_it() -> None:
    material = Material.objects.get(programme=stored())

    with pytest.raises(PermissionDenied):
        review_material(material, by=chipo(), on=date(2026, 11, 24), version=1)
    with pytest.raises(PermissionDenied):
        mark_publishable(material, by=chipo(), on=date(2026, 11, 24))
    with pytest.raises(PermissionDenied):
        withdraw_publishable(material, by=chipo())

    material.refresh_from_db()
    assert material.publishable_on == date(2026, 11, 4)


def test_a_reviewer_sets_a_finding_aside_under_her_name_and_takes_it_up_again() -> None:
    programme = stored()

    (aside,) = set_aside_finding(
        programme, by=bento(), on=date(2026, 11, 24), rule="RULE-003", reason="Done elsewhere"
    )
    assert ("RULE-003", "bento") in [(one.rule, one.by) for one in plan_of(programme).set_aside]

    take_back_set_aside(aside, by=bento())
    assert "RULE-003" not in [one.rule for one in plan_of(programme).set_aside]


@pytest.mark.parametrize("rule", ["RULE-001", "RULE-034", "RULE-038"])
def test_neither_a_block_nor_what_was_not_found_can_be_set_aside(rule: str) -> None:
    programme = stored()

    with pytest.raises(RefusedError, match="cannot_be_set_aside"):
        set_aside_finding(programme, by=bento(), on=date(2026, 11, 24), rule=rule, reason="No")

    assert len(plan_of(programme).set_aside) == 1


def test_the_second_of_two_who_change_a_step_sees_both_versions_and_writes_nothing() -> None:
    programme = stored()
    change_step(programme, by=amina(), step=Step.FRAME, version=0, values={"title": "Hers"})

    with pytest.raises(ConflictError) as conflict:
        change_step(programme, by=dalia(), step=Step.FRAME, version=0, values={"title": "Mine"})

    assert (conflict.value.mine, conflict.value.theirs) == ({"title": "Mine"}, {"title": "Hers"})
    assert plan_of(Programme.objects.get()).title == "Hers"
    change_step(
        programme,
        by=dalia(),
        step=Step.FRAME,
        version=conflict.value.version,
        values={"title": "Mine"},
    )
    assert plan_of(Programme.objects.get()).title == "Mine"


def test_two_steps_and_two_rows_can_be_changed_at_once() -> None:
    programme = stored(2)
    partners = [row(programme, "partners", key) for key in ("a0", "a1")]

    change_step(programme, by=amina(), step=Step.FRAME, version=0, values={"title": "Hers"})
    change_step(programme, by=dalia(), step=Step.RESULTS, version=0, values={"risks": "Mine"})
    for partner, by in zip(partners, (amina(), dalia()), strict=True):
        change_row(partner, by=by, version=1, values={"name": by.username})

    plan = plan_of(Programme.objects.get())
    assert (plan.title, plan.risks) == ("Hers", "Mine")
    assert [one.name for one in plan.partners] == ["amina", "dalia"]


def test_the_second_of_two_who_change_a_row_sees_both_versions() -> None:
    programme = stored()
    partner = row(programme, "partners", "a0")
    change_row(partner, by=amina(), version=1, values={"name": "Hers"})

    with pytest.raises(ConflictError) as conflict:
        change_row(partner, by=dalia(), version=1, values={"name": "Mine"})

    assert conflict.value.theirs == {"name": "Hers"}
    assert plan_of(programme).partners[0].name == "Hers"


def test_a_row_moves_up_and_down_and_stays_within_its_list() -> None:
    programme = stored(3)

    move_row(row(programme, "partners", "a2"), by=amina(), offset=-1)
    assert [one.key for one in plan_of(programme).partners] == ["a0", "a2", "a1"]
    move_row(row(programme, "partners", "a0"), by=amina(), offset=-1)
    move_row(row(programme, "partners", "a1"), by=amina(), offset=1)
    assert [one.key for one in plan_of(programme).partners] == ["a0", "a2", "a1"]


def test_an_output_moves_to_another_objective_with_all_that_belongs_to_it() -> None:
    programme = stored(2)
    before = plan_of(programme).objectives[0].outputs[1]

    move_row(
        row(programme, "outputs", "o0.1"), by=amina(), parent=row(programme, "objectives", "o1")
    )

    first, second = plan_of(programme).objectives
    assert [one.key for one in first.outputs] == ["o0.0"]
    assert [one.key for one in second.outputs] == ["o1.0", "o1.1", "o0.1"]
    assert second.outputs[2] == before


def test_a_row_goes_under_no_parent_of_another_kind_or_programme() -> None:
    programme, other = stored(), stored()
    output = row(programme, "outputs", "o0.0")

    for parent in (row(programme, "partners", "a0"), row(other, "objectives", "o0")):
        with pytest.raises(ValueError, match="do not belong"):
            move_row(output, by=amina(), parent=parent)
    with pytest.raises(ValueError, match="do not belong"):
        add_row(programme, by=amina(), kind="outputs", values={"text": "Of nothing"})


def test_removing_an_objective_removes_what_belongs_to_it() -> None:
    programme = stored(2)

    remove_row(row(programme, "objectives", "o0"), by=amina())

    plan = plan_of(programme)
    assert [one.key for one in plan.objectives] == ["o1"]
    assert plan.objectives == full_plan(2).objectives[1:]


def test_what_pointed_at_a_removed_place_points_nowhere() -> None:
    programme = stored(2)

    remove_row(row(programme, "places", "p0"), by=amina())

    plan = plan_of(programme)
    assert [one.key for one in plan.places] == ["p1"]
    assert {need.place for need in plan.needs} == {""}
    assert {served.place for served in plan.beneficiaries} == {""}
    assert {one.places for one in plan.activities()} == {()}


def test_opponents_are_kept_as_groups_only() -> None:
    programme = stored()
    opponent = {"group": "media", "name": "The Siren Club", "stands": ["opponent"]}

    with pytest.raises(RefusedError, match="opponent_named"):
        add_row(programme, by=amina(), kind="stakeholders", values=opponent)


def test_a_submitted_programme_is_closed_until_someone_reopens_it() -> None:
    told, _ = read_plan(PORT_CITY.read_bytes(), known())
    assert told
    programme = store_plan(told, by=amina(), organisation=passerelle())
    programme = submit_programme(programme, by=amina(), on=date(2026, 11, 24))

    with pytest.raises(RefusedError, match="programme_is_submitted"):
        change_step(programme, by=amina(), step=Step.FRAME, version=0, values={"title": "Late"})
    with pytest.raises(RefusedError, match="programme_is_submitted"):
        add_row(programme, by=amina(), kind="partners", values={"name": "Late"})
    reopen_programme(programme, by=bento())
    with pytest.raises(RefusedError, match="programme_is_a_draft"):
        reopen_programme(programme, by=bento())
    change_step(programme, by=amina(), step=Step.FRAME, version=0, values={"title": "In time"})

    assert plan_of(Programme.objects.get()).title == "In time"


def test_an_empty_programme_is_refused_with_every_reason_at_once() -> None:
    programme = start_programme(passerelle(), by=amina(), title="Empty (fictional)")

    with pytest.raises(RefusedError) as refusal:
        submit_programme(programme, by=amina(), on=date(2026, 11, 24))

    assert {"needs_places", "needs_activities", "violates_RULE-003"} <= set(refusal.value.reasons)
    assert Programme.objects.get().is_draft


def test_a_plan_that_breaks_a_block_is_kept_and_not_submitted() -> None:
    told, _ = read_plan(PORT_CITY.read_bytes(), known())
    assert told
    programme = store_plan(replace(told, needs=()), by=amina(), organisation=passerelle())

    with pytest.raises(RefusedError, match="violates_RULE-001"):
        submit_programme(programme, by=amina(), on=date(2026, 11, 24))

    assert plan_of(programme).title == told.title
    assert Programme.objects.get().is_draft


def test_a_draft_is_its_authors_alone() -> None:
    programme = stored()
    for title in ("Wor", "Words"):
        keep_draft(programme, by=amina(), what="frame", typed={"title": title})

    draft = draft_of(amina(), programme, "frame")
    assert draft
    assert draft.typed == {"title": "Words"}
    assert draft_of(dalia(), programme, "frame") is None


def test_the_audit_log_holds_codes_and_never_typed_words() -> None:
    programme = stored()
    change_step(programme, by=amina(), step=Step.FRAME, version=0, values={"title": "Secretword"})
    add_row(programme, by=amina(), kind="partners", values={"name": "Secretword"})
    keep_draft(programme, by=amina(), what="frame", typed={"title": "Secretword"})

    lines = list(Entry.objects.values_list("act", "details"))
    assert ("programme.step_changed", {"step": "frame"}) in lines
    assert "Secretword" not in str(lines)
