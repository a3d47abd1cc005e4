"""Two people at the same place of a plan: the second sees both versions and chooses."""

import pytest
from django.test import Client

from rempart.programmes.actions import start_programme, store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, bento, browser_of, dalia, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"Accept-Language": "en"}


def started() -> tuple[Programme, Client, Client]:
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    return programme, browser_of(amina()), browser_of(dalia())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def test_a_decision_is_not_taken_back_by_someone_who_did_not_see_it() -> None:
    programme, hers, his = started()
    card = address(programme, "strategies", "act.18")
    hers.post(card, {"decision": "refused", "reason": "No service answers yet.", "version": "0"})

    second = his.post(card, {"decision": "chosen", "version": "0"}, headers=ENGLISH)

    told = second.content.decode()
    assert second.status_code == 409
    assert "No service answers yet." in told
    assert "Someone decided while you were reading" in told
    assert [one.decision for one in plan_of(programme).choices] == ["refused"]
    his.post(card, {"decision": "chosen", "version": "1"})
    assert [one.decision for one in plan_of(programme).choices] == ["chosen"]


def test_the_same_decision_twice_is_no_conflict() -> None:
    programme, hers, his = started()
    card = address(programme, "strategies", "act.18")
    hers.post(card, {"decision": "chosen", "version": "0"})

    assert his.post(card, {"decision": "chosen", "version": "0"}).status_code == 302


def test_a_tap_on_a_factor_that_someone_marked_otherwise_asks_first() -> None:
    programme, hers, his = started()
    add = address(programme, "rows", "factors", "add") + "?factor=vf.family.poverty&seen=0"
    hers.post(add, {"present": "yes"})

    second = his.post(add, {"present": "no"}, headers=ENGLISH)

    assert second.status_code == 409
    assert [one.present for one in plan_of(programme).factors] == ["yes"]
    his.post(add, {"present": "no", "version": "1", "take-present": "mine"})
    assert [one.present for one in plan_of(programme).factors] == ["no"]


def test_ones_own_quick_taps_are_no_conflict_and_a_second_tap_takes_the_mark_away() -> None:
    programme, hers, _his = started()
    add = address(programme, "rows", "factors", "add") + "?factor=vf.family.poverty&seen=0"

    for present in ("yes", "no", ""):
        assert hers.post(add, {"present": present}).status_code == 302

    assert [one.present for one in plan_of(programme).factors] == [""]


def test_two_splits_of_the_same_sum_are_told_apart() -> None:
    programme, hers, his = started()
    situation = address(programme, "situation")
    hers.post(situation, {"concerned-female-a12_14": "40", "version": "0"})

    told = his.post(
        situation, {"concerned-male-a12_14": "40", "version": "0"}, headers=ENGLISH
    ).content.decode()

    assert "Female, 12–14: 40" in told
    assert "Male, 12–14: 40" in told


def test_a_reviewer_reads_planned_numbers_by_sex_and_age() -> None:
    programme = store_plan(full_plan(), by=amina(), organisation=passerelle())
    served = next(one for one in plan_of(programme).beneficiaries if one.planned)

    told = (
        browser_of(bento())
        .get(address(programme, "rows", "beneficiaries", served.key), headers=ENGLISH)
        .content.decode()
    )

    assert f": {served.planned[0].number}" in told
    assert "in all" in told


def test_a_place_that_others_name_is_not_removed_without_a_word() -> None:
    programme, hers, _his = started()
    hers.post(address(programme, "rows", "places", "add"), {"name": "Quay (fictional)"})
    (place,) = plan_of(programme).places
    need = {"kind": "health_care", "place": place.key}
    assert hers.post(address(programme, "rows", "needs", "add"), need).status_code == 302

    told = hers.get(address(programme, "rows", "places", place.key, "removal"), headers=ENGLISH)

    assert "1 row of this programme names it" in told.content.decode()


def test_what_someone_added_under_a_row_is_not_removed_unseen() -> None:
    programme, hers, his = started()
    hers.post(address(programme, "rows", "objectives", "add"), {"text": "Change"})
    (objective,) = plan_of(programme).objectives
    removal = address(programme, "rows", "objectives", objective.key, "removal")
    asked = his.get(removal).content.decode()
    assert 'name="seen" value="1.0"' in asked
    under = address(programme, "rows", "outputs", "add") + f"?parent=objectives.{objective.key}"
    hers.post(under, {"text": "Thing"})

    again = his.post(removal, {"seen": "1.0"}, headers=ENGLISH)

    assert again.status_code == 409
    assert "1 row that belongs to it goes along" in again.content.decode()
    assert len(plan_of(programme).objectives) == 1
    his.post(removal, {"seen": "1.1"})
    assert plan_of(programme).objectives == ()
