"""Routes: two areas, aggregate, restricted, each with what prevents or why nothing does."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from rempart.communities.actions.routes import add_route, change_route, remove_route
from rempart.communities.models import Route
from rempart.communities.rules.routes import ToldRoute
from rempart.communities.tests.region import place
from rempart.kit.refusals import RefusedError
from rempart.vault.models import Entry
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
TYPED = {
    "from_place": "",
    "from_area": "Northern border region",
    "to_place": "",
    "to_area": "",
    "transport": "bus",
    "push": "Harvests fail.",
    "pull": "Work is promised in the bars of the port.",
    "source": "Study (fictional)",
    "action": "",
    "measure": "",
    "no_measure": "",
}


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def sent(address: str, typed: dict[str, str]) -> tuple[int, str]:
    answer = browser_of(amina()).post(address, typed, headers=ENGLISH, follow=True)
    return answer.status_code, words(answer.content.decode())


def told(**more: str) -> ToldRoute:
    given = {"from_area": "North", "to_area": "Coast", "transport": "bus", "source": "Study"}
    return ToldRoute(**{**given, **more})  # type: ignore[arg-type]  # fields by name


def test_a_route_is_aggregate_restricted_and_has_a_measure_or_a_reason_or_is_shown_as_open() -> (
    None
):
    quay = place("Quay")
    status, page = sent("/places/routes/new/", TYPED | {"to_place": str(quay.pk)})
    assert (status, "open: no measure, no reason" in page) == (200, True)
    assert "Northern border region to Quay Bus or minibus" in page
    assert "1 route that nothing answers" in page
    stored = {field.name for field in Route._meta.get_fields()}
    assert not stored & {"count", "number", "children", "point", "address", "day", "stops", "carrier"}  # fmt: skip
    measured = add_route(passerelle(), told(action="act.18"), by=amina(), on=localdate())
    add_route(passerelle(), told(from_area="East", measure="Talks at stations"), by=amina(), on=localdate())  # fmt: skip
    add_route(passerelle(), told(from_area="West", no_measure="Nobody works there yet"), by=amina(), on=localdate())  # fmt: skip

    for person in (amina(), bento()):
        page = browser_of(person).get("/places/routes/", headers=ENGLISH).content.decode()
        assert '<a href="/guide/' in page
        for said in ("18. Community monitoring", "Talks at stations", "Nobody works there yet"):
            assert said in words(page)
        left = words(browser_of(person).get("/places/routes/?open=1", headers=ENGLISH).content.decode())  # fmt: skip
        assert "Northern border region" in left
        assert "West" not in left
    assert "North" not in words(browser_of(chipo()).get("/places/routes/").content.decode())
    assert browser_of(chipo()).get(f"/places/routes/{measured.pk}/").status_code == 404
    assert browser_of(chipo()).post(f"/places/routes/{measured.pk}/removal/").status_code == 404
    assert not [e for e in Entry.objects.filter(act="route.added") if "North" in str(e.details)]


def test_bad_words_come_back_with_every_reason() -> None:
    quay = place("Quay")
    answer = browser_of(amina()).post("/places/routes/new/", TYPED | {"from_place": str(quay.pk), "transport": "", "source": "", "measure": "Talks", "no_measure": "None", "push": "Floods"}, headers=ENGLISH)  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 422
    for why in ("5 fields need your attention", "Choose a place or write an area, not both.", "Choose a place, or write a coarse area.", "leave the reason why none open"):  # fmt: skip
        assert why in page
    assert "Floods</textarea>" in page
    one = TYPED | {"from_area": "", "from_place": str(quay.pk), "to_place": str(quay.pk)}
    status, page = sent("/places/routes/new/", one)
    assert (status, "A route leads from one area to another." in page) == (422, True)
    status, page = sent("/places/routes/new/", TYPED | {"to_area": "northern BORDER region"})
    assert (status, "A route leads from one area to another." in page) == (422, True)
    status, page = sent("/places/routes/new/", TYPED | {"to_area": "Hotel Azur"})
    assert (status, "This looks like an address, an establishment or a home." in page) == (422, True)  # fmt: skip
    other = place("Far", of=(elsewhere(), chipo()))
    status, _page = sent("/places/routes/new/", TYPED | {"to_place": str(other.pk)})
    assert status == 422
    assert not Route.objects.exists()


def test_a_route_is_changed_and_taken_away_and_warns_of_persons() -> None:
    route = add_route(passerelle(), told(), by=amina(), on=localdate())
    address = f"/places/routes/{route.pk}/"
    shown = browser_of(amina()).get(address, headers=ENGLISH).content.decode()
    assert 'value="North"' in shown
    typed = TYPED | {"to_area": "Coast", "action": "act.18", "push": "Awa, 14 years old, left."}
    status, page = sent(address, typed)
    assert (status, "look as if they told of a person" in page) == (200, True)
    route.refresh_from_db()
    assert (route.from_area, route.action) == ("Northern border region", "act.18")
    status, page = sent(f"{address}removal/", {})
    assert (status, "No route yet" in page) == (200, True)
    empty = browser_of(bento()).get("/places/routes/", headers=ENGLISH).content.decode()
    assert "you will find them here" in empty


def test_a_place_of_a_route_stays_and_the_place_says_why() -> None:
    quay, gare = place("Quay"), place("Gare")
    ends = ToldRoute(from_place_id=quay.pk, to_place_id=gare.pk, transport="bus", source="Study")
    route = add_route(passerelle(), ends, by=amina(), on=localdate())
    page = browser_of(amina()).get(f"/places/{quay.pk}/removal/", headers=ENGLISH).content.decode()
    assert "A route: Quay → Gare" in page
    assert str(route) == "Quay → Gare"
    status, page = sent(f"/places/{quay.pk}/removal/", {})
    assert (status, "as long as it is" in page) == (422, True)


def test_neither_a_reviewer_nor_a_stranger_writes() -> None:
    route = add_route(passerelle(), told(), by=amina(), on=localdate())
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            add_route(passerelle(), told(), by=person, on=localdate())
        with pytest.raises(PermissionDenied):
            change_route(route, told(), by=person, on=localdate())
        with pytest.raises(PermissionDenied):
            remove_route(route, by=person)
    far = place("Far", of=(elsewhere(), chipo()))
    with pytest.raises(PermissionDenied):
        change_route(route, ToldRoute(from_place_id=far.pk, to_area="Coast"), by=amina(), on=localdate())  # fmt: skip
    with pytest.raises(RefusedError, match="no_end"):
        change_route(route, ToldRoute(from_area="North"), by=amina(), on=localdate())
    assert browser_of(bento()).get(f"/places/routes/{route.pk}/").status_code == 403
