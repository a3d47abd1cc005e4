"""Designing a programme step by step, told from outside, without script."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rempart.communities.models import Place
from rempart.programmes.actions import store_plan
from rempart.programmes.models import Draft, Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.plan import Headcount
from rempart.programmes.tests.factories import full_plan
from tests.cast import amina, bento, browser_of, chipo, dalia, passerelle

pytestmark = pytest.mark.django_db


def stored(copies: int = 1) -> Programme:
    return store_plan(full_plan(copies), by=amina(), organisation=passerelle())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def started(browser: Client) -> Programme:
    browser.post("/programmes/new/", {"title": "Havre-Neuf (fictional)"})
    return Programme.objects.get()


def frame(**facts: str | list[str]) -> dict[str, str | list[str]]:
    return {"title": "Havre-Neuf (fictional)", "version": "0", **facts}


def test_an_empty_list_teaches_and_offers_the_first_act() -> None:
    told = browser_of(amina()).get("/programmes/").content.decode()

    assert "No programme yet" in told
    assert "/programmes/new/" in told


def test_a_reviewer_is_not_invited_to_start_a_programme() -> None:
    assert "/programmes/new/" not in browser_of(bento()).get("/programmes/").content.decode()


def test_a_stranger_does_not_see_the_programme_in_her_list() -> None:
    stored()

    assert "Havre-Neuf" in browser_of(bento()).get("/programmes/").content.decode()
    assert "Havre-Neuf" not in browser_of(chipo()).get("/programmes/").content.decode()


def test_a_title_starts_a_programme_and_leads_to_its_frame() -> None:
    browser = browser_of(amina())

    answer = browser.post("/programmes/new/", {"title": "Havre-Neuf (fictional)"})

    assert answer.headers["Location"] == address(Programme.objects.get(), "frame")
    assert "Havre-Neuf" in browser.get(answer.headers["Location"]).content.decode()


def test_a_step_is_saved_and_leads_on_when_asked() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    facts = frame(starts_on="2027-01-01", ends_on="2028-12-31", languages=["en", "fr"])

    answer = browser.post(address(programme, "frame"), facts | {"onward": "situation"})

    assert answer.headers["Location"] == address(programme, "situation")
    plan = plan_of(Programme.objects.get())
    assert (str(plan.starts_on), plan.languages) == ("2027-01-01", ("fr", "en"))


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("fr", "240 000,50", "240000.5"),
        ("fr", "1.500", "1500"),
        ("en", "240,000.50", "240000.5"),
        ("en", "12.5", "12.5"),
    ],
)
def test_a_sum_is_read_in_the_readers_own_way(language: str, typed: str, read: str) -> None:
    browser = browser_of(amina())
    programme = started(browser)

    browser.post(
        address(programme, "frame"), frame(budget_total=typed), HTTP_ACCEPT_LANGUAGE=language
    )

    assert str(plan_of(Programme.objects.get()).budget_total) == read


def test_every_fault_is_told_at_once_and_what_was_typed_stays() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    facts = frame(
        title="",
        starts_on="2028-01-01",
        ends_on="2027-01-01",
        budget_total="-5",
        agency="Passerelle",
    )

    answer = browser.post(address(programme, "frame"), facts)

    told = answer.content.decode()
    assert answer.status_code == 422
    for fault in ("The programme ends before it starts.", "greater than or equal to 0", "required"):
        assert fault in told
    assert 'value="Passerelle"' in told
    assert plan_of(Programme.objects.get()).agency == ""


def test_typing_from_right_to_left_with_invisible_marks_and_braces_is_carried_unchanged() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    title = "\u200fقصة\u200b {{ x }} #let <b>"

    browser.post(address(programme, "frame"), frame(title=title))

    assert plan_of(Programme.objects.get()).title == title
    assert "&lt;b&gt;" in browser.get(address(programme, "frame")).content.decode()


def test_a_null_character_and_too_many_words_are_refused() -> None:
    browser = browser_of(amina())
    programme = started(browser)

    for title in ("a\0b", "a" * 201):
        assert browser.post(address(programme, "frame"), frame(title=title)).status_code == 422


def test_a_text_that_seems_to_name_someone_is_saved_and_pointed_out() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    background = "A girl named Invented, +225 07 00 00 00 00"

    answer = browser.post(address(programme, "situation"), {"background": background}, follow=True)

    assert "A plan speaks of groups" in answer.content.decode()
    assert plan_of(Programme.objects.get()).background == background


def test_who_is_concerned_is_counted_in_a_grid_and_empty_is_not_zero() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    grid = {"concerned-female-a12_14": "40", "concerned-male-a12_14": "0", "version": "0"}

    browser.post(address(programme, "situation"), grid)

    assert plan_of(Programme.objects.get()).concerned == (
        Headcount(sex="female", age_band="a12_14", number=40),
        Headcount(sex="male", age_band="a12_14", number=0),
    )


def test_a_faulty_cell_of_the_grid_is_named() -> None:
    browser = browser_of(amina())
    programme = started(browser)

    answer = browser.post(address(programme, "situation"), {"concerned-female-a12_14": "forty"})

    assert answer.status_code == 422
    assert "Female, 12–14: give a whole number" in answer.content.decode()


def test_a_row_is_added_changed_moved_and_removed_without_script() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    for name in ("School board", "Port clinic"):
        browser.post(address(programme, "rows", "partners", "add"), {"name": name})
    board, clinic = plan_of(programme).partners

    browser.post(
        address(programme, "rows", "partners", board.key), {"name": "Schools", "version": "1"}
    )
    browser.post(address(programme, "rows", "partners", clinic.key, "move"), {"offset": "-1"})
    assert [one.name for one in plan_of(programme).partners] == ["Port clinic", "Schools"]

    question = browser.get(address(programme, "rows", "partners", clinic.key, "removal"))
    assert "Port clinic" in question.content.decode()
    browser.post(address(programme, "rows", "partners", clinic.key, "removal"))
    assert [one.name for one in plan_of(programme).partners] == ["Schools"]


def test_a_place_is_chosen_among_those_known_or_described_anew() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    add = address(programme, "rows", "places", "add")

    assert browser.post(add, {"selection_reason": "Harbour"}).status_code == 422
    browser.post(add, {"name": "Havre-Neuf", "level": "community", "country": "Fictional"})
    place = Place.objects.get()
    browser.post(add, {"known": str(place.pk), "selection_reason": "Night work"})

    assert [one.name for one in plan_of(programme).places] == ["Havre-Neuf", "Havre-Neuf"]
    assert Place.objects.count() == 1


def test_a_place_of_another_organisation_cannot_be_chosen() -> None:
    browser = browser_of(amina())
    theirs = browser_of(chipo())
    theirs.post("/programmes/new/", {"title": "Elsewhere (fictional)"})
    their_programme = Programme.objects.get()
    theirs.post(address(their_programme, "rows", "places", "add"), {"name": "Far"})
    their_programme.delete()
    programme = started(browser)
    add = address(programme, "rows", "places", "add")

    answer = browser.post(add, {"known": str(Place.objects.get().pk)})

    assert answer.status_code == 422
    assert plan_of(programme).places == ()


def test_a_factor_is_marked_with_one_tap_and_marked_anew_with_another() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    add = address(programme, "rows", "factors", "add") + "?factor=vf.family.poverty"

    browser.post(add, {"present": "yes"})
    browser.post(add, {"present": "no"})

    (mark,) = plan_of(programme).factors
    assert (mark.factor, mark.present) == ("vf.family.poverty", "no")


def test_a_tap_on_a_factor_leaves_its_evidence_as_it_is() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    add = address(programme, "rows", "factors", "add") + "?factor=vf.family.poverty"
    browser.post(add, {"present": "yes", "evidence": "Seen", "source": "Study, 2026"})

    browser.post(add, {"present": "unknown"})

    assert plan_of(programme).factors[0].evidence == "Seen"


def test_an_opponent_is_kept_as_a_group_only() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    named = {"group": "media", "stands": ["opponent"], "name": "The Siren"}

    answer = browser.post(address(programme, "rows", "stakeholders", "add"), named)

    assert answer.status_code == 422
    assert "groups only" in answer.content.decode()
    assert plan_of(programme).stakeholders == ()


def test_the_parts_of_a_chosen_action_say_whose_reading_they_are() -> None:
    programme = stored()
    who = address(programme, "who")

    told = browser_of(amina()).get(who).content.decode()
    assert "Figure 1, column inferred" in told
    assert "yours" in told


def test_two_people_change_a_step_and_the_second_chooses_field_by_field() -> None:
    programme = stored()
    hers, his = browser_of(amina()), browser_of(dalia())
    frame_of = address(programme, "frame")
    hers.post(frame_of, frame(title="Hers", agency="Passerelle", version="0"))

    answer = his.post(frame_of, frame(title="Mine", agency="Mine too", version="0"))

    told = answer.content.decode()
    assert answer.status_code == 409
    assert "Hers" in told
    assert "Mine" in told
    assert plan_of(Programme.objects.get()).title == "Hers"
    choice = frame(title="Mine", agency="Mine too", version="1")
    his.post(frame_of, choice | {"take-title": "theirs", "take-agency": "mine"})
    plan = plan_of(Programme.objects.get())
    assert (plan.title, plan.agency) == ("Hers", "Mine too")


def test_typing_is_kept_offered_taken_up_and_gone_once_saved() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    frame_of = address(programme, "frame")
    browser.post(address(programme, "draft"), frame(what="frame", agency="Half a w"))

    assert "unsaved typing" in browser.get(frame_of).content.decode()
    assert 'value="Half a w"' not in browser.get(frame_of).content.decode()
    assert 'value="Half a w"' in browser.get(f"{frame_of}?draft=taken").content.decode()
    assert "unsaved typing" not in browser_of(dalia()).get(frame_of).content.decode()
    assert plan_of(Programme.objects.get()).agency == ""

    browser.post(frame_of, frame(agency="Half a word"))
    assert "unsaved typing" not in browser.get(frame_of).content.decode()
    assert not Draft.objects.exists()


def test_typing_can_be_dropped() -> None:
    browser = browser_of(amina())
    programme = started(browser)
    kept = address(programme, "draft")
    browser.post(kept, {"what": "frame", "agency": "Half"})

    answer = browser.post(kept, {"what": "frame", "drop": "1", "back": address(programme, "frame")})

    assert answer.headers["Location"] == address(programme, "frame")
    assert not Draft.objects.exists()


def test_dropping_typing_never_leads_elsewhere() -> None:
    browser = browser_of(amina())
    programme = started(browser)

    answer = browser.post(
        address(programme, "draft"),
        {"what": "frame", "drop": "1", "back": "https://elsewhere.example/"},
    )

    assert answer.headers["Location"] == address(programme)


def test_a_reviewer_reads_what_a_designer_writes() -> None:
    programme = stored()

    told = browser_of(bento()).get(address(programme, "frame")).content.decode()

    assert "Passerelle" in told
    assert "<textarea" not in told


def test_a_reviewer_reads_every_fact_of_a_row_and_a_stranger_none() -> None:
    programme = stored()
    partner = address(programme, "rows", "partners", "a0")

    told = browser_of(bento()).get(partner).content.decode()

    assert "School board" in told
    assert "Intermediary organisations" in told
    assert "<form" not in told.partition("<main")[2].partition("</main>")[0]
    assert browser_of(chipo()).get(partner).status_code == 404


def test_a_submitted_programme_is_read_and_not_written() -> None:
    programme = stored()
    Programme.objects.update(lifecycle="submitted")
    browser = browser_of(amina())

    assert "<textarea" not in browser.get(address(programme, "frame")).content.decode()
    answer = browser.post(address(programme, "frame"), frame())
    assert answer.status_code == 422
    assert "reopen it" in answer.content.decode()


@pytest.mark.parametrize("page", ["", "frame", "situation", "who"])
def test_a_page_takes_as_many_queries_with_one_row_as_with_many(page: str) -> None:
    counts = []
    for copies in (1, 3):
        programme = stored(copies)
        browser = browser_of(amina())
        where = address(programme, *filter(None, [page]))
        browser.get(where)
        with CaptureQueriesContext(connection) as queries:
            browser.get(where)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_list_takes_as_many_queries_with_one_programme_as_with_many() -> None:
    counts = []
    browser = browser_of(amina())
    for _ in range(2):
        stored()
        browser.get("/programmes/")
        with CaptureQueriesContext(connection) as queries:
            browser.get("/programmes/")
        counts.append(len(queries))

    assert counts[0] == counts[1]
