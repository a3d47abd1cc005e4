"""The ranking as people meet it: figures written, conditions left out, weights agreed, the table."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils.timezone import localdate

from rempart.communities.actions import (
    agree_weights,
    cast_ballot,
    drop_outlines,
    end_weights,
    keep_outlines,
    remove_value,
    set_condition,
    take_back_ballot,
    write_values,
)
from rempart.communities.models import Ballot, ConditionSetting, Outline, Place, Value, Weighting
from rempart.communities.queries import places_for, ranking_for
from rempart.communities.rules.told import Scale
from rempart.communities.tests.region import ORIGIN, described, place
from rempart.kit.refusals import RefusedError
from tests.cast import amina, bento, browser_of, chipo, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
TODAY = date(2026, 6, 1)


def region() -> list[Place]:
    port = place("Port", children=20_000)
    parts = {"Quay": 0.9, "Station": 0.6, "Gardens": 0.1, "Hill": 0.3}
    return [port, *(described(name, part, parent=port) for name, part in parts.items())]


def shown(browser: Client, address: str = "/places/ranking/") -> str:
    answer = browser.get(address, headers=ENGLISH)
    assert answer.status_code == 200
    return answer.content.decode()


def order(page: str) -> list[str]:
    table = page[page.index('id="table"') :]
    return re.findall(r'<th scope="row"><a href="/places/[^"]+">([^<]+)</a>', table)


def posted(browser: Client, address: str, **typed: object) -> tuple[int, str]:
    answer = browser.post(address, typed, headers=ENGLISH, follow=True)
    return answer.status_code, answer.content.decode()


def test_the_ranking_says_what_it_is_and_explains_the_first_place() -> None:
    region()
    place("Islet", children=640)
    place("Unknown", children=None)
    place("Bare")
    page = shown(browser_of(bento()))

    assert order(page) == ["Quay", "Station", "Hill", "Gardens"]
    assert "It is no prevalence" in page
    assert "Never published with the names of places" in page
    assert "Internal: not to be published with the names of places" in page  # on paper
    assert "Why Quay comes first" in page
    assert "ranks 1 of 4 places compared, and is among the first 3 in 100% of 1,000 draws" in page
    assert "24 of 24" in page
    assert "fewer than 1,000 children" in page
    assert "the number of children who live there is not said" in page
    assert "Cannot tell yet" in page
    assert "Quay" not in browser_of(chipo()).get("/places/ranking/").content.decode()


def test_a_place_is_compared_with_the_parts_of_another_alone() -> None:
    port, *_parts = region()
    described("Far village", 0.7)
    browser = browser_of(amina())

    assert "Far village" in order(shown(browser))
    within = shown(browser, f"/places/ranking/?within={port.pk}&top=1&page=9")
    assert "Far village" not in order(within)
    assert "among the first 1 in" in within
    for odd in ("?top=x", "?top=9999999999", "?within=x", "?page=-1"):
        assert shown(browser, f"/places/ranking/{odd}")


def test_figures_are_written_with_their_source_and_the_newest_counts() -> None:
    quay = region()[1]
    browser = browser_of(amina())
    address = f"/places/{quay.pk}/figures/"
    tomorrow = localdate() + timedelta(days=1)
    bad = {"on": tomorrow.isoformat(), "source": "", "tolerance": "lots"}
    status, page = posted(browser, address, **bad)
    assert status == 422
    assert "3 fields need your attention" in page
    assert 'value="lots"' in page
    status, page = posted(browser, address, on="2026-06-30", source="Survey (fictional)")
    assert (status, "Give one number at least." in page) == (422, True)

    good = {"on": "2026-06-30", "source": "A girl named Invented", "grade": "fair", "note": ""}
    status, page = posted(browser, address, **good, tolerance="12.5")
    assert status == 200
    assert "looks as if it named someone" in page
    assert re.search(r"12\.5%.*A girl named Invented", page, re.DOTALL)
    assert "2 figures kept" in page
    newest = Value.objects.get(place=quay, condition="tolerance", on=date(2026, 6, 30))
    status, page = posted(browser, f"/places/{quay.pk}/figures/{newest.pk}/removal/")
    assert (status, "12.5%" in page) == (200, False)


def test_whoever_may_not_write_writes_nothing() -> None:
    quay = region()[1]
    value, ballot = quay.values.first(), cast_ballot(
        passerelle(), {"tolerance": 100}, by=amina(), on=TODAY, who="Board"
    )  # fmt: skip
    assert value
    for person in (bento(), chipo()):
        for act in (
            lambda by: write_values(quay, {"tolerance": Decimal(1)}, ORIGIN, by=by),
            lambda by: remove_value(value, by=by),
            lambda by: set_condition(passerelle(), "tolerance", Scale(), by=by, on=TODAY),
            lambda by: cast_ballot(passerelle(), {"tolerance": 100}, by=by, on=TODAY, who="x"),
            lambda by: take_back_ballot(ballot, by=by),
            lambda by: agree_weights(ballot.weighting, by=by, on=TODAY, agreed_by="x"),
            lambda by: end_weights(ballot.weighting, by=by, on=TODAY),
            lambda by: keep_outlines(passerelle(), {}, by=by, on=TODAY),
            lambda by: drop_outlines(passerelle(), by=by),
        ):
            with pytest.raises(PermissionDenied):
                act(person)
    assert (Value.objects.count(), Ballot.objects.count()) == (96, 1)
    assert browser_of(chipo()).post(f"/places/weights/ballots/{ballot.pk}/removal/").status_code == 404  # fmt: skip


def test_a_condition_is_left_out_or_read_on_another_scale_with_the_reason_said() -> None:
    region()
    browser = browser_of(amina())
    address = "/places/conditions/tolerance/"
    status, page = posted(browser, address, is_left_out="on")
    assert (status, "Say why: the ranking shows it." in page) == (422, True)
    status, page = posted(browser, address, low="50", high="20", reason="Here it is so")
    assert (status, "must end above its beginning" in page) == (422, True)
    status, page = posted(browser, address, low="50", reason="Here it is so")
    assert (status, "Give both ends" in page) == (422, True)
    status, page = posted(browser, address, is_left_out="on", reason="Nobody asked (fictional)")
    assert (status, "Nobody asked (fictional)" in page) == (200, True)
    assert "compared on 23 conditions" in shown(browser)
    posted(browser, address, low="0", high="100", reason="Wider (fictional)")
    assert "Read on a scale of your own: Adults who tolerate it." in shown(browser)
    posted(browser, address, low="5", high="60")
    assert not ConditionSetting.objects.exists()
    assert "left out" not in browser_of(chipo()).get("/places/conditions/").content.decode()
    with pytest.raises(RefusedError):
        set_condition(passerelle(), "tolerance", Scale(is_left_out=True), by=amina(), on=TODAY)
    assert browser.get("/places/conditions/nothing/").status_code == 404


def test_a_team_agrees_on_weights_and_may_go_back() -> None:
    region()
    browser = browser_of(amina())
    assert "Every side of risk weighs the same" in shown(browser)
    status, page = posted(browser, "/places/weights/", who="School board", tolerance="60")
    assert (status, "40 points are left to share out" in page) == (422, True)
    assert 'value="60"' in page
    status, page = posted(browser, "/places/weights/", who="x", tolerance="60", visitors="50")
    assert "10 points too many" in page
    posted(browser, "/places/weights/", who="School board", tolerance="60", basic_needs="40")
    posted(browser, "/places/weights/", who="Girls’ club", basic_needs="50", open_hours="50")
    assert "Every side of risk weighs the same" in shown(browser)  # nothing is agreed yet
    status, _page = posted(browser, "/places/weights/agreement/", agreed_by="", agreed_on="x")
    assert status == 422
    agreed = {"agreed_by": "District committee", "agreed_on": "2026-06-01"}
    status, page = posted(browser, "/places/weights/agreement/", **agreed)
    assert "Agreed by District committee on 1 June 2026, from 2 ballots." in page
    weights = ranking_for(bento()).weights
    assert weights == pytest.approx({"tolerance": 0.3, "basic_needs": 0.45, "open_hours": 0.25})
    # a condition left out gives its points to the others
    set_condition(
        passerelle(), "tolerance", Scale(is_left_out=True, reason="x"), by=amina(), on=TODAY
    )
    assert ranking_for(amina()).weights == pytest.approx({"basic_needs": 9 / 14, "open_hours": 5 / 14})  # fmt: skip
    posted(browser, "/places/weights/end/")
    assert len(ranking_for(amina()).weights) == 23
    assert Weighting.objects.get().agreed_by == "District committee"


def test_agreed_weights_are_not_changed_any_more() -> None:
    browser = browser_of(amina())
    posted(browser, "/places/weights/", who="School board", tolerance="100")
    agreed = {"agreed_by": "District committee", "agreed_on": "2026-06-01"}
    posted(browser, "/places/weights/agreement/", **agreed)
    ballot = Ballot.objects.get()
    page = posted(browser, f"/places/weights/ballots/{ballot.pk}/removal/")[1]
    assert "These weights are agreed" in page
    status, page = posted(browser, "/places/weights/agreement/", **agreed)
    assert (status, "already" in page) == (422, True)
    with pytest.raises(RefusedError):
        agree_weights(ballot.weighting, by=amina(), on=TODAY, agreed_by="x")


def test_an_open_round_can_be_changed_and_replaces_the_one_before() -> None:
    browser = browser_of(amina())
    for who in ("Board", "Club"):
        posted(browser, "/places/weights/", who=who, tolerance="100")
    ballot = Ballot.objects.get(who="Club")
    posted(browser, f"/places/weights/ballots/{ballot.pk}/removal/")
    assert Ballot.objects.get().who == "Board"
    agreed = {"agreed_by": "Committee", "agreed_on": "2026-06-01"}
    posted(browser, "/places/weights/agreement/", **agreed)
    posted(browser, "/places/weights/", who="Board", visitors="100")
    posted(browser, "/places/weights/agreement/", **agreed)
    assert Weighting.objects.filter(ended_on=None).count() == 1
    assert Weighting.objects.count() == 2
    with pytest.raises(RefusedError):
        cast_ballot(passerelle(), {"tolerance": 101, "visitors": -1}, by=amina(), on=TODAY, who="x")


def test_a_place_says_whom_to_reach_and_by_which_strategies() -> None:
    quay = region()[1]
    page = shown(browser_of(bento()), f"/places/{quay.pk}/")

    groups = page[page.index('id="groups"') :]
    assert "Children in street situations" in groups
    assert "/guide/entries/act.28/" in groups
    assert "Whom to reach" not in shown(browser_of(bento()), f"/places/{region_light().pk}/")


def region_light() -> Place:
    return places_for(amina()).get(name="Gardens")


def test_the_map_shows_ranks_and_is_taken_away() -> None:
    _port, quay, station, *_ = region()
    square = [[(0, 0), (0, 90), (90, 90), (90, 0)]]
    flat = [[(0, 0), (50, 0), (90, 0)]]
    rings = {str(quay.pk): square, str(station.pk): flat}
    keep_outlines(passerelle(), rings, by=amina(), on=TODAY)
    browser = browser_of(amina())
    page = shown(browser)

    drawn = page[page.index("chart map") :]
    assert 'd="M0,0l0,90 90,0 0,-90z"' in drawn
    assert '<text x="45" y="45">1</text>' in drawn
    assert "2 places that are ranked have no outline." in drawn
    posted(browser, "/places/map/removal/")
    assert not Outline.objects.exists()
    assert "chart map" not in shown(browser)


def test_an_empty_house_is_told_what_to_do() -> None:
    page = shown(browser_of(amina()))

    assert "Nothing to rank yet" in page
