"""Choosing, refusing and reopening an action of the guide."""

import pytest
from django.core.exceptions import PermissionDenied

from rempart.kit.refusals import RefusedError
from rempart.programmes.actions import decide_on_action, start_programme
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from rempart.vault.models import Entry
from tests.cast import amina, bento, chipo, passerelle

pytestmark = pytest.mark.django_db


def started() -> Programme:
    return start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")


def said(programme: Programme) -> list[tuple[str, str, str]]:
    return [(c.action, c.decision, c.reason) for c in plan_of(programme).choices]


def test_an_action_is_chosen_then_refused_then_open_again() -> None:
    programme = started()

    decide_on_action(programme, by=amina(), action="act.18", decision="chosen")
    assert said(programme) == [("act.18", "chosen", "")]

    decide_on_action(programme, by=amina(), action="act.18", decision="refused", reason="Not here.")
    assert said(programme) == [("act.18", "refused", "Not here.")]

    decide_on_action(programme, by=amina(), action="act.18", decision="")
    assert said(programme) == []
    assert Entry.objects.filter(act="programme.action_decided").count() == 3


def test_actions_stay_in_the_order_in_which_they_were_decided() -> None:
    programme = started()
    for action in ("act.30", "act.02", "act.17"):
        decide_on_action(programme, by=amina(), action=action, decision="chosen")

    assert [action for action, *_ in said(programme)] == ["act.30", "act.02", "act.17"]


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_refusal_says_why(reason: str) -> None:
    programme = started()

    with pytest.raises(RefusedError) as refusal:
        decide_on_action(programme, by=amina(), action="act.18", decision="refused", reason=reason)

    assert refusal.value.reasons == ["refusal_needs_a_reason"]
    assert said(programme) == []


def test_only_who_writes_the_programme_decides() -> None:
    programme = started()

    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            decide_on_action(programme, by=person, action="act.18", decision="chosen")

    assert said(programme) == []
