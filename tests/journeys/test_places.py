"""From the figures of places to a plan: whom to look at first, why there, and what to mark."""

import re

import pytest

from rempart.communities.models import Place
from rempart.communities.tests.region import described
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of
from tests.cast import amina, bento, browser_of, chipo

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
PARTS = [f"ex.08.s{n}" for n in range(1, 9)]


def programme_in(*places: Place) -> str:
    browser = browser_of(amina())
    browser.post("/programmes/new/", {"title": "Quay children (fictional)"})
    address = f"/programmes/{Programme.objects.get().pk}/"
    for place in places:
        browser.post(f"{address}rows/places/add/", {"known": str(place.pk)})
    return address


def hidden(form: str) -> dict[str, str]:
    found = re.findall(r'name="(\w+)" value="([^"]*)"', form)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def forms(page: str, word: str) -> list[tuple[str, dict[str, str]]]:
    """Return where each form goes whose button says this word, and what it sends."""
    told = re.findall(r'<form method="post" action="([^"]+)">(.*?)</form>', page, re.DOTALL)
    return [(action, hidden(form)) for action, form in told if word in form]


def test_high_conditions_speak_for_factors_with_their_reason_and_source() -> None:
    quay, _calm = described("Quay", 0.9), described("Calm", 0.1)
    address = programme_in(quay)
    browser = browser_of(amina())
    page = browser.get(f"{address}situation/", headers=ENGLISH).content.decode()

    offered = forms(page, "Mark it present")
    action, sent = next(one for one in offered if "vf.child.out_of_school" in one[0])
    assert "Adolescents out of school: 45% in Quay, high on its scale (2026)." in sent["evidence"]
    assert sent["source"] == "Baseline study (fictional), 2026"
    browser.post(action, sent)
    marks = {mark.factor: mark for mark in plan_of(Programme.objects.get()).factors}
    assert marks["vf.child.out_of_school"].present == "yes"
    assert marks["vf.child.out_of_school"].evidence == sent["evidence"]
    after = browser.get(f"{address}situation/", headers=ENGLISH).content.decode()
    assert len(forms(after, "Mark it present")) == len(offered) - 1
    assert not forms(browser_of(bento()).get(f"{address}situation/").content.decode(), "present")


def test_the_ranking_gives_the_reason_why_a_place_was_chosen() -> None:
    quay, _calm = described("Quay", 0.9), described("Calm", 0.1)
    address = programme_in(quay)
    browser = browser_of(amina())
    page = browser.get(f"{address}frame/", headers=ENGLISH).content.decode()

    [(action, sent)] = forms(page, "Take it into the reason")
    browser.post(action, sent)
    [planned] = plan_of(Programme.objects.get()).places
    assert "ranks 1 of 2 places compared" in planned.selection_reason
    assert planned.name == "Quay"
    again = browser.get(f"{address}frame/", headers=ENGLISH).content.decode()
    assert not forms(again, "Take it into the reason")
    assert "in its reason" in again


def test_a_place_that_a_programme_uses_stays_and_says_so() -> None:
    quay = described("Quay", 0.9)
    address = programme_in(quay)
    browser = browser_of(amina())

    asked = browser.get(f"/places/{quay.pk}/removal/", headers=ENGLISH).content.decode()
    assert "Quay children (fictional)" in asked
    refused = browser.post(f"/places/{quay.pk}/removal/", headers=ENGLISH)
    assert (refused.status_code, "It is used" in refused.content.decode()) == (422, True)
    assert Place.objects.filter(pk=quay.pk).exists()
    panel = browser.get(f"/programmes/for-place/{quay.pk}/", headers={"HX-Request": "true"})
    assert address in panel.content.decode()
    assert (
        f"/programmes/for-place/{quay.pk}/" in browser.get(f"/places/{quay.pk}/").content.decode()
    )
    assert browser_of(chipo()).get(f"/programmes/for-place/{quay.pk}/").status_code == 404


def test_ranking_weights_are_seen_and_changed_the_first_place_explained_and_groups_lead_to_strategies() -> None:  # fmt: skip
    quay, _calm = described("Quay", 0.9), described("Calm", 0.1)
    browser = browser_of(amina())
    weights = browser.get("/places/weights/", headers=ENGLISH).content.decode()
    assert "What each condition weighs" in weights
    browser.post("/places/weights/", {"who": "Board", "tolerance": "100"})
    agreed = {"agreed_by": "Committee", "agreed_on": "2026-06-01"}
    browser.post("/places/weights/agreement/", agreed)
    ranking = browser.get("/places/ranking/", headers=ENGLISH).content.decode()
    assert "Weights agreed by Committee on 1 June 2026." in ranking
    assert "Why Quay comes first" in ranking
    place = browser.get(f"/places/{quay.pk}/", headers=ENGLISH).content.decode()
    groups = place[place.index('id="groups"') :]
    assert "Adolescents" in groups
    assert re.findall(r"/guide/entries/act\.\d\d/", groups)


def test_the_gender_analysis_is_complete_when_each_part_is_filled_for_girls_and_for_boys() -> None:
    address = programme_in(described("Quay", 0.9))
    browser = browser_of(amina())
    add = f"{address}rows/gender/add/"
    for part in PARTS:
        browser.post(f"{add}?part={part}", {"girls": "Written (fictional)"})
    half = browser.get(f"{address}situation/", headers=ENGLISH).content.decode()
    assert half.count("boys still to be written") == 8
    assert "What do they say of boys?" in half
    assert finding(address) == "violated"
    for part in PARTS:
        browser.post(f"{add}?part={part}", {"boys": "Written (fictional)"})
    whole = browser.get(f"{address}situation/", headers=ENGLISH).content.decode()
    assert "still to be written" not in whole[whole.index('id="gender"') : whole.index('id="s-before"')]  # fmt: skip
    assert finding(address) == "kept"
    assert {(n.girls, n.boys) for n in plan_of(Programme.objects.get()).gender} == {
        ("Written (fictional)", "Written (fictional)")
    }


def finding(address: str) -> str:
    """Return what the review says of the gender analysis."""
    page = browser_of(amina()).get(f"{address}review/", headers=ENGLISH).content.decode()
    return (
        "violated" if "Complete the gender analysis before planning activities." in page else "kept"
    )
