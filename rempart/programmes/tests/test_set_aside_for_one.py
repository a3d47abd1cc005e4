"""What is set aside of a material holds for that one: another with the same fault is still found."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from rempart.kit.refusals import RefusedError
from rempart.programmes.actions import set_aside_finding, store_plan
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.communication import Material
from rempart.programmes.rules.exchange import read_plan, write_plan
from rempart.programmes.rules.findings import Finding
from rempart.programmes.rules.findings import review as reviewed
from rempart.programmes.rules.plan import Plan, SetAside
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
RULE = "RULE-008-communication"
TODAY = date(2026, 11, 25)
REASON = "Dockers bring it by word of mouth (fictional)."


def for_men(key: str) -> Material:
    title = f"{key.title()} (fictional)"
    return Material(key=key, title=title, audiences=("men",), messengers=("media",))


def stored(*keys: str, **more: object) -> tuple[Programme, str]:
    plan = Plan(title="Quay (fictional)", materials=tuple(for_men(key) for key in keys))
    programme = store_plan(replace(plan, **more), by=amina(), organisation=passerelle())  # type: ignore[arg-type]  # fields by name
    return programme, f"/programmes/{programme.pk}/review/"


def found(programme: Programme) -> list[tuple[list[str], bool]]:
    """Return the materials of each finding of the rule, and whether it is set aside."""
    findings: list[Finding] = [f for f in reviewed(plan_of(programme), TODAY) if f.id == RULE]
    return [([spot.key for spot in f.spots], bool(f.set_aside)) for f in findings]


def read(browser: Client, address: str) -> str:
    return browser.get(address, headers=ENGLISH).content.decode()


def test_a_second_material_with_the_same_fault_is_still_found() -> None:
    programme, review = stored("card")
    hers = browser_of(bento())
    assert "another with the same fault is found again" in read(hers, review)
    hers.post(f"{review}{RULE}/", {"reason": REASON})
    assert found(programme) == [(["card"], True)]

    typed = {"title": "Play (fictional)", "audiences": ["men"], "messengers": ["media"]}
    browser_of(amina()).post(f"/programmes/{programme.pk}/rows/materials/add/", typed)

    play = plan_of(programme).materials[1].key
    assert found(programme) == [([play], False), (["card"], True)]
    page = read(hers, review)
    assert f'id="{RULE}"' in page
    assert f'id="{RULE}-card"' in page
    hers.post(f"{review}{RULE}/taking-up/", {"material": "card"})
    assert found(programme) == [(["card", play], False)]


def test_one_of_several_is_chosen_and_none_is_refused_with_what_was_typed() -> None:
    programme, review = stored("card", "play", "song")
    hers = browser_of(bento())

    none = hers.post(f"{review}{RULE}/", {"reason": REASON, "chosen": "1"}, headers=ENGLISH)
    assert none.status_code == 422
    assert "Choose at least one material" in none.content.decode()
    assert REASON in none.content.decode()
    sent = {"reason": REASON, "chosen": "1", "material": ["card", "song", "unheard-of"]}
    assert hers.post(f"{review}{RULE}/", sent).status_code == 302

    assert found(programme) == [(["play"], False), (["card"], True), (["song"], True)]
    outline = read(hers, f"/programmes/{programme.pk}/document/?section=annexes")
    assert "for “Card (fictional)”" in outline
    assert "for “Play (fictional)”" not in outline


def test_what_was_set_aside_before_holds_for_the_rule_and_both_are_carried_by_a_file() -> None:
    old = SetAside(key="x", rule=RULE, reason=REASON, by="Bento", on=TODAY)
    programme, _review = stored("card", "play", set_aside=(old,))
    assert found(programme) == [(["card", "play"], True)]

    one = replace(old, key="y", material="card")
    programme, _review = stored("card", "play", set_aside=(one,))
    plan, faults = read_plan(write_plan(plan_of(programme)).encode(), known())
    assert (plan, faults) == (plan_of(programme), [])
    assert found(programme) == [(["play"], False), (["card"], True)]

    dangling = write_plan(plan_of(programme)).replace('"material": "card"', '"material": "gone"')
    nothing, faults = read_plan(dangling.encode(), known())
    assert [(one.path, one.code) for one in faults] == [("set_aside[0].material", "unknown_key")]
    assert nothing is None


def test_a_decision_goes_with_its_material_and_nobody_elsewhere_touches_it() -> None:
    programme, review = stored("card", "play")
    browser_of(bento()).post(f"{review}{RULE}/", {"reason": REASON})
    assert len(plan_of(programme).set_aside) == 2

    stranger = browser_of(chipo())
    assert stranger.post(f"{review}{RULE}/taking-up/", {"material": "card"}).status_code == 404
    odd = browser_of(bento()).post(f"{review}{RULE}/taking-up/", {"material": "\0"})
    assert odd.status_code == 404
    browser_of(amina()).post(f"/programmes/{programme.pk}/rows/materials/card/removal/")

    assert [one.material for one in plan_of(programme).set_aside] == ["play"]
    with pytest.raises(RefusedError, match="cannot_be_set_aside"):
        set_aside_finding(
            programme, by=bento(), on=TODAY, rule="RULE-001", reason=REASON, materials=["gone"]
        )
