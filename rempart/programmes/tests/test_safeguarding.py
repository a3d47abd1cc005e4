"""The safeguarding gate told from outside: agency by agency, looked at anew, in the review, printed."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Assessment, Programme
from rempart.programmes.queries import plan_of
from rempart.programmes.rules.plan import Partner, Plan
from rempart.programmes.rules.records import keeping_records
from rempart.programmes.rules.safeguarding import Assessment as Record
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"Accept-Language": "en"}, {"Accept-Language": "fr"}
TODAY = localdate()
HELD = dict.fromkeys(("policy", "people", "procedures", "accountability"), "in_place")
MENDED = {
    "people": "partly",
    "people_missing": "Two volunteers are not trained",
    "people_action": "Train them",
    "people_owner": "Coordination",
    "people_due_on": str(TODAY + timedelta(days=30)),
}


def started() -> Programme:
    plan = Plan(
        title="Havre-Neuf (fictional)",
        agency="Passerelle (fictional)",
        partners=(
            Partner(key="club", name="Youth club (fictional)", works_with_children="yes"),
            Partner(key="bank", name="Bank (fictional)", works_with_children="no"),
            Partner(key="radio", name="Radio (fictional)"),
        ),
    )
    return store_plan(plan, by=amina(), organisation=passerelle())


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def page(programme: Programme, *path: str, headers: dict[str, str] = ENGLISH) -> str:
    where = address(programme, *(path or ("safeguarding",)))
    answer = browser_of(amina()).get(where, headers=headers)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def card(programme: Programme, name: str) -> str:
    """Return what the page says of one agency."""
    main = page(programme).split("<main")[1]
    return main.split(f">{name}</h2>")[1].split("</section>")[0]


def assess(programme: Programme, **typed: str) -> tuple[int, str]:
    said = HELD | {"assessed_on": str(TODAY), "assessed_by": "Board"} | typed
    new = address(programme, "rows", "assessments", "add")
    answer = browser_of(amina()).post(new, said, headers=ENGLISH)
    return answer.status_code, answer.content.decode()


def test_each_agency_is_assessed_on_four_standards_and_looked_at_anew() -> None:
    programme = started()
    club = "Youth club (fictional)"
    assert "It has not been assessed yet." in card(programme, club)
    assert "1 agency" not in page(programme, "frame")
    assert "2 agencies work with children. <span class" in page(programme, "frame")

    long_ago = str(TODAY - timedelta(days=400))
    assert assess(programme, partner="club", assessed_on=long_ago)[0] == 302
    assert "more than a year old" in card(programme, club)
    assert assess(programme, partner="club", **MENDED)[0] == 302

    told = card(programme, club)
    assert "being mended in time" in told
    assert "Two volunteers are not trained" in told
    assert "1 assessment before" in told
    assert "does not work with children" in card(programme, "Bank (fictional)")
    assert "Say in its row whether it works with children." in card(programme, "Radio (fictional)")
    assert "It has not been assessed yet." in card(programme, "Passerelle (fictional)")
    assert "Politique" in page(programme, headers=FRENCH)


@pytest.mark.parametrize(("typed", "says"), [
    (MENDED | {"people_due_on": str(TODAY - timedelta(days=3))}, "3 days late"),
    (MENDED | {"people_action": "", "people_owner": ""}, "People: say what is done about it"),
    (MENDED | {"people": "missing"}, "People: missing, with something under way."),
    ({"people": "unknown"}, "People: nobody knows yet."),
])  # fmt: skip
def test_what_a_standard_lacks_is_said(typed: dict[str, str], says: str) -> None:
    programme = started()

    assert assess(programme, partner="club", **typed)[0] == 302

    assert says in card(programme, "Youth club (fictional)")


@pytest.mark.parametrize(("typed", "says"), [
    ({"assessed_on": ""}, "Say on which day it was assessed."),
    ({"assessed_on": "2099-01-01"}, "This day is still to come."),
    ({"assessed_on": "no day"}, "date"),
    (MENDED | {"people_missing": ""}, "Say what is missing."),
    (MENDED | {"people_owner": ""}, "Say who sees to it."),
    ({"partner": "nobody"}, "valid choice"),
])  # fmt: skip
def test_an_assessment_that_cannot_be_is_refused_with_its_reason(
    typed: dict[str, str], says: str
) -> None:
    programme = started()

    code, answer = assess(programme, **({"policy_missing": "Words that stay"} | typed))

    assert code == 422
    assert says in answer
    assert "Words that stay" in answer
    assert not Assessment.objects.exists()


def test_the_review_finds_a_partner_that_works_with_children_without_it_and_leads_there() -> None:
    programme = started()

    before = page(programme, "review")
    assess(programme, partner="club")
    assess(programme)
    radio = address(programme, "rows", "partners", "radio")
    browser_of(amina()).post(radio, {"name": "Radio (fictional)", "works_with_children": "no", "version": "1"})  # fmt: skip
    after = page(programme, "review")

    assert "An agency that works with children was not assessed" in before
    assert f"{address(programme, 'frame')}#assessments" in before
    assert 'id="assessments"' in page(programme, "frame")
    assert 'id="H17"' in before
    assert 'id="H17"' not in after


def test_it_goes_on_while_the_programme_runs_and_is_printed() -> None:
    programme = started()
    Programme.objects.filter(pk=programme.pk).update(lifecycle="running")

    assert assess(programme, partner="club", **MENDED)[0] == 302
    row = Assessment.objects.get()
    read = browser_of(bento()).get(address(programme, "rows", "assessments", row.key))
    outline = browser_of(amina()).get(
        address(programme, "document"), {"section": "annexes"}, headers=ENGLISH
    )

    assert read.status_code == 200
    for says in ("Annex J. Safeguarding of each agency", "Two volunteers are not trained", "Youth club (fictional)"):  # fmt: skip
        assert says in outline.content.decode()
    Programme.objects.filter(pk=programme.pk).update(lifecycle="closed")
    assert assess(programme)[0] == 422
    assert "Assess it" not in page(programme)


def test_an_assessment_goes_with_its_agency() -> None:
    programme = started()
    assess(programme, partner="club")
    assess(programme)

    browser_of(amina()).post(address(programme, "rows", "partners", "club", "removal"))

    assert [one.partner for one in plan_of(programme).assessments] == [""]
    kept = keeping_records(
        Plan(title="x"), Plan(title="y", assessments=(Record(key="a", partner="gone"), Record(key="b")))
    )  # fmt: skip
    assert [one.key for one in kept.assessments] == ["b"]


def test_a_reviewer_reads_and_a_stranger_learns_nothing() -> None:
    programme = started()
    own = store_plan(Plan(title="Elsewhere (fictional)"), by=chipo(), organisation=elsewhere())
    read = browser_of(bento()).get(address(programme, "safeguarding"), headers=ENGLISH)

    assert read.status_code == 200
    assert "Assess it" not in read.content.decode()
    assert browser_of(bento()).post(address(programme, "rows", "assessments", "add")).status_code == 403  # fmt: skip
    assert browser_of(chipo()).get(address(programme, "safeguarding")).status_code == 404
    own_page = browser_of(chipo()).get(address(own, "safeguarding"), headers=ENGLISH)
    assert "The programme’s own agency" in own_page.content.decode()
