"""Actions that an organisation wrote beside the guide's are offered in its plans, and in nobody else's."""

import re

import pytest
from django.utils.timezone import localdate

from rempart.guide.actions import add_own_entry, withdraw_own_entry
from rempart.guide.models import OwnEntry
from rempart.guide.rules.own import Said, Written
from rempart.programmes.actions import start_programme
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from tests.cast import amina, bento, browser_of, chipo, dalia, elsewhere, passerelle

pytestmark = pytest.mark.django_db
NIGHT = "A night bus with a teacher (fictional)"


def written(kind: str = "action", title: str = NIGHT) -> OwnEntry:
    words = {
        "en": Said(title=title, text="It stops where children sleep."),
        "fr": Said(title=f"FR {title}", text="Il s’arrête la nuit."),
    }
    one = Written(kind=kind, area="area.wr", words=words)
    return add_own_entry(one, by=amina(), on=localdate())


def page(person: object, programme: Programme) -> str:
    browser = browser_of(person)  # type: ignore[arg-type]  # a person
    answer = browser.get(
        f"/programmes/{programme.pk}/strategies/", headers={"accept-language": "en"}
    )
    assert answer.status_code == 200
    found = re.search(
        r'<section[^>]*id="own-actions".*?</section>', answer.content.decode(), re.DOTALL
    )
    return found[0] if found else ""


def test_an_own_action_is_taken_into_the_plan_as_it_is_written_and_offered_once() -> None:
    entry, _box = written(), written("box", "A box (fictional)")
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    offered = page(amina(), programme)
    assert NIGHT in offered
    assert "A box" not in offered
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', offered))
    fields.pop("csrfmiddlewaretoken", None)
    address = re.findall(r'action="([^"]+)"', offered)[0]

    assert browser_of(dalia()).post(address, fields).status_code == 302

    (choice,) = plan_of(programme).choices
    assert (choice.title, choice.area, choice.decision) == (NIGHT, "area.wr", "chosen")
    assert choice.text == "It stops where children sleep."
    again = page(dalia(), programme)
    assert "In this plan" in again
    assert "Take it up" not in again
    withdraw_own_entry(entry, by=amina(), on=localdate())
    assert page(amina(), programme) == ""


def test_nobody_elsewhere_is_offered_it_and_a_reviewer_only_reads_it() -> None:
    written()
    other = start_programme(elsewhere(), by=chipo(), title="Elsewhere (fictional)")
    mine = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")

    assert page(chipo(), other) == ""
    assert NIGHT in page(bento(), mine)
    assert "Take it up" not in page(bento(), mine)
