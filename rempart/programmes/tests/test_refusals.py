"""What the acts refuse to people and programs that no page would let through."""

from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied

from rempart.kit.refusals import RefusedError
from rempart.programmes.actions import (
    add_row,
    change_row,
    change_step,
    drop_draft,
    keep_draft,
    remove_row,
    set_aside_finding,
    store_plan,
    submit_programme,
    take_back_set_aside,
)
from rempart.programmes.models import ActionPart, Programme, SetAside
from rempart.programmes.queries import draft_of, plan_of, row_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.codes import Step
from rempart.programmes.rules.exchange import read_plan
from rempart.programmes.rules.plan import Beneficiaries, Plan
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
PORT_CITY = settings.HOUSE / "content" / "programmes" / "port-city.json"


def stored() -> Programme:
    return store_plan(full_plan(), by=amina(), organisation=passerelle())


def test_a_stranger_drops_nobodys_draft() -> None:
    programme = stored()
    keep_draft(programme, by=amina(), what="frame", typed={"title": "Half a"})

    with pytest.raises(PermissionDenied):
        drop_draft(programme, by=chipo(), what="frame")

    assert draft_of(amina(), programme, "frame")


def test_a_stranger_takes_up_no_finding_that_was_set_aside() -> None:
    plan = Plan(title="Nobody follows (fictional)", starts_on=date(2027, 1, 1))
    programme = store_plan(plan, by=amina(), organisation=passerelle())
    reason = "The ministry follows it (fictional)"
    today = date(2026, 11, 24)
    (aside,) = set_aside_finding(programme, by=bento(), on=today, rule="RULE-030", reason=reason)

    with pytest.raises(PermissionDenied):
        take_back_set_aside(aside, by=chipo())

    assert SetAside.objects.filter(pk=aside.pk).exists()


def test_what_a_submitted_plan_prints_as_set_aside_stays_as_it_was_submitted() -> None:
    plan, faults = read_plan(PORT_CITY.read_bytes(), known())
    assert plan, faults
    programme = store_plan(plan, by=amina(), organisation=passerelle())
    submit_programme(programme, by=amina(), on=date(2026, 11, 24))
    review = f"/programmes/{programme.pk}/review"
    reviewer = browser_of(bento())

    added = reviewer.post(
        f"{review}/RULE-024/", {"reason": "The space was seen in May (fictional)"}
    )
    taken = reviewer.post(f"{review}/RULE-015/taking-up/")

    assert (added.status_code, taken.status_code) == (422, 422)
    kept = SetAside.objects.filter(programme=programme).values_list("rule", flat=True)
    assert list(kept) == ["RULE-015"]


def test_a_field_of_another_step_is_not_written() -> None:
    programme = stored()

    with pytest.raises(ValueError, match="not of step frame: background"):
        change_step(
            programme, by=amina(), step=Step.FRAME, version=0, values={"background": "Mine"}
        )

    assert plan_of(programme) == full_plan()


def test_a_plan_that_points_at_no_place_of_its_own_is_not_stored() -> None:
    lost = Beneficiaries(key="w", name="Girls (fictional)", place="moon")

    with pytest.raises(RefusedError) as refused:
        store_plan(
            replace(full_plan(), beneficiaries=(lost,)), by=amina(), organisation=passerelle()
        )

    assert refused.value.reasons == ["unknown_place"]
    assert not Programme.objects.exists()


def test_who_does_what_in_an_invented_strategy_goes_with_it() -> None:
    programme = stored()
    own = {"title": "Reading circles (fictional)", "decision": "chosen"}
    choice = add_row(programme, by=amina(), kind="choices", values=own)
    part = {"action": choice.key, "group": "media", "parts": ("joins",)}
    add_row(programme, by=amina(), kind="parts", values=part)

    remove_row(choice, by=amina())

    assert not ActionPart.objects.filter(programme=programme, action=choice.key).exists()
    assert ActionPart.objects.filter(programme=programme).count() == 1


def test_a_row_moves_to_another_place_and_to_none() -> None:
    programme = stored()
    place = add_row(programme, by=amina(), kind="places", values={"name": "Hill (fictional)"})

    for version, key in enumerate((place.key, ""), 1):
        need = row_of(programme, "needs", "n0")
        assert need
        change_row(need, by=amina(), version=version, values={"place": key})
        assert plan_of(programme).needs[0].place == key
