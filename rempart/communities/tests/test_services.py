"""Basic services of a place: the grid with its dates, what is missing, what nobody looked at lately."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from rempart.communities.actions import check_service, remove_check
from rempart.communities.models import Place, ServiceCheck
from rempart.communities.rules.basic_services import Check, State, seen
from rempart.communities.tests.region import place
from rempart.guide.catalogue import catalogue
from rempart.kit.refusals import RefusedError
from tests.cast import amina, bento, browser_of, chipo

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}
FOUND = {
    "existence": "yes",
    "distance_km": "4,5",
    "cost": "too_dear",
    "capacity": "waiting",
    "quality": "fair",
    "checked_on": "2026-06-01",
    "source": "Visit by the team (fictional)",
}


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def check(existence: str = "yes", on: date = date(2026, 6, 1), **more: str) -> Check:
    return Check(existence=existence, checked_on=on, source="Visit (fictional)", **more)  # type: ignore[arg-type]  # fields by name


def grid(found: Place, language: str = "en") -> str:
    page = browser_of(bento()).get(f"/places/{found.pk}/services/", headers={"accept-language": language})  # fmt: skip
    assert page.status_code == 200
    return words(page.content.decode())


def test_the_grid_states_existence_distance_cost_capacity_and_quality_with_the_date_checked() -> (
    None
):
    quay = place("Quay")
    address = f"/places/{quay.pk}/services/health/"
    answer = browser_of(amina()).post(address, FOUND, headers={"accept-language": "fr"}, follow=True)  # fmt: skip
    assert answer.status_code == 200
    kept = ServiceCheck.objects.get()
    assert (kept.place, kept.service, kept.distance_km) == (quay, "health", Decimal("4.5"))
    told = grid(quay)
    health = told[told.index("Exists Distance") :].split("Health care, emergencies included")[1]
    for said in ("lacking", "too dear for many, one has to wait", "4.5 km", "Too dear for many", "One has to wait", "Fair", "1 Jun 2026, Visit by the team (fictional)"):  # fmt: skip
        assert said in health.split("Psychosocial support")[0].replace("\u00a0", " ")
    for service in catalogue().code_list("basic_service").values:
        assert service.label in told
    assert "13 are not checked yet: nobody can tell." in told
    assert "Trop cher pour beaucoup" in grid(quay, "fr")


def test_gaps_and_old_checks_are_said_on_the_grid_and_on_the_page_of_the_place() -> None:
    quay, today = place("Quay"), localdate()
    old = check("yes", today - timedelta(days=800))
    check_service(quay, "school", old, by=amina())
    check_service(quay, "legal_aid", check("no", today), by=amina())
    check_service(quay, "psychosocial", check("partly", today, quality="poor"), by=amina())
    for page in (grid(quay), words(browser_of(bento()).get(f"/places/{quay.pk}/", headers=ENGLISH).content.decode())):  # fmt: skip
        assert "Missing Legal aid and protection" in page
        assert "Psychosocial support (at times, or for some only, of poor quality)" in page
        assert "1 was checked long ago." in page
    assert "long ago: look again" in grid(quay)


def test_a_service_is_seen_by_its_newest_check_and_its_period() -> None:
    whole = check("yes", date(2026, 1, 15), cost="free", capacity="enough", quality="good")
    for today, is_old in ((date(2026, 7, 31), False), (date(2026, 8, 2), True)):
        found = seen(whole, months=6, is_hidden=True, today=today)
        assert (found.state, found.unsaid, found.is_old) == (State.THERE, (), is_old)
    bare = seen(check(), months=12, is_hidden=False, today=date(2026, 6, 2))
    assert bare.unsaid == ("distance", "cost", "capacity", "quality")
    assert seen(None, months=12, is_hidden=False, today=date(2026, 6, 2)).state is State.UNCHECKED
    december = seen(check(on=date(2025, 12, 3)), months=12, is_hidden=False, today=date(2027, 1, 1))
    assert not december.is_old


def test_what_leads_to_a_shelter_is_neither_asked_nor_kept() -> None:
    quay = place("Quay")
    browser, address = browser_of(amina()), f"/places/{quay.pk}/services/shelter/"
    asked = browser.get(address, headers=ENGLISH).content.decode()
    assert "distance_km" not in asked
    assert "Nothing that leads there" in asked
    for source in ("12 rue des Lilas", "ask at shelter@example.org", "Maison Lumière"):
        answer = browser.post(address, FOUND | {"source": source}, headers=ENGLISH)
        assert (answer.status_code, "What leads to a shelter is never kept" in answer.content.decode()) == (422, True)  # fmt: skip
    assert not ServiceCheck.objects.exists()
    assert browser.post(address, FOUND).status_code == 302
    assert ServiceCheck.objects.get().distance_km is None
    with pytest.raises(RefusedError, match="hidden"):
        check_service(quay, "shelter", Check(existence="yes", checked_on=date(2026, 6, 1), source="x", distance_km=Decimal(2)), by=amina())  # fmt: skip
    assert "not asked" in grid(quay)


def test_bad_words_come_back_with_every_reason() -> None:
    quay = place("Quay")
    browser, address = browser_of(amina()), f"/places/{quay.pk}/services/health/"
    answer = browser.post(address, {"existence": "?", "distance_km": "far", "checked_on": "2999-01-01"}, headers=ENGLISH)  # fmt: skip
    page = answer.content.decode()
    assert (answer.status_code, "4 fields need your attention" in page) == (422, True)
    assert 'value="far"' in page
    answer = browser.post(address, FOUND | {"existence": "no"}, headers=ENGLISH)
    page = answer.content.decode()
    assert (answer.status_code, page.count("Leave this open where the service does not exist.") >= 4) == (422, True)  # fmt: skip
    assert browser.get(f"/places/{quay.pk}/services/nothing/").status_code == 404
    warned = browser.post(address, FOUND | {"source": "Mme Dupont"}, headers=ENGLISH, follow=True)
    assert "looks as if it named someone" in warned.content.decode()


def test_a_mistaken_check_goes_and_the_one_before_counts_again() -> None:
    quay = place("Quay")
    check_service(quay, "health", check("no"), by=amina())
    wrong = check_service(quay, "health", check("yes", date(2026, 7, 1)), by=amina())
    assert "1 earlier check" in grid(quay)
    answer = browser_of(amina()).post(f"/places/{quay.pk}/services/{wrong.pk}/removal/")
    assert answer.status_code == 302
    assert "Missing Health care, emergencies included" in grid(quay)


def test_a_reviewer_reads_and_a_stranger_finds_nothing() -> None:
    quay = place("Quay")
    kept = check_service(quay, "health", check(), by=amina())
    address = f"/places/{quay.pk}/services/"
    assert f"{address}health/" not in browser_of(bento()).get(address).content.decode()
    assert browser_of(bento()).post(f"{address}health/", FOUND).status_code == 403
    for page in (address, f"{address}health/"):
        assert browser_of(chipo()).get(page).status_code == 404
    assert browser_of(chipo()).post(f"{address}{kept.pk}/removal/").status_code == 404
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            check_service(quay, "health", check(), by=person)
        with pytest.raises(PermissionDenied):
            remove_check(kept, by=person)
    assert ServiceCheck.objects.get() == kept
