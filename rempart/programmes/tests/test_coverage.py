"""Who answers which need where: gaps, duplicates, and the alliances that the grid suggests."""

import io
import re
from datetime import date
from typing import Any

import mammoth
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rempart.programmes.actions import store_plan
from rempart.programmes.models import Programme
from rempart.programmes.rules.checks.alliances import services_twice
from rempart.programmes.rules.coverage import Cover, Line, coverage_of
from rempart.programmes.rules.plan import Need, Partner, Plan, PlannedPlace
from rempart.programmes.rules.review import Verdict
from rempart.programmes.rules.seen import Seen
from tests.cast import amina, bento, browser_of, chipo, passerelle

ENGLISH, FRENCH = {"accept-language": "en"}, {"accept-language": "fr"}
QUAY, HILL = PlannedPlace(key="quay", name="Quay"), PlannedPlace(key="hill", name="Hill")


def need(key: str, kind: str, place: str = "", by: str = "", how: str = "works_today", **facts: Any) -> Need:  # noqa: ANN401 -- any fact of a need # fmt: skip
    return Need(key=key, kind=kind, place=place, answered_by=by, provision=how, **facts)


def planning(*needs: Need, partners: tuple[Partner, ...] = ()) -> Plan:
    return Plan(title="Havre-Neuf (fictional)", places=(QUAY, HILL), needs=needs, partners=partners)


GAPS = planning(
    need("food", "food", "quay", "Kitchen"),
    need("food2", "food", "quay", "Café des quais"),
    need("food3", "food", "hill", "Kitchen"),
    need("bed", "safe_shelter", "hill", "", "none"),
    need("law", "legal_aid", "quay", "Law desk, on Mondays"),
    need("law2", "legal_aid", "hill", "", ""),
    need("care", "health_care", "quay", "Clinic", "planned"),
    need("mind", "psychosocial_care", "quay", "Listening post", ""),
    partners=(
        Partner(key="k", name="Kitchen", coordination_agreed="no"),
        Partner(key="l", name="Law Desk"),
        Partner(key="u", name="University"),
    ),
)


def lines(plan: Plan) -> dict[tuple[str, str], Line]:
    return {(one.kind, one.place): one for one in coverage_of(plan).lines}


def states(*needs: Need, partners: tuple[Partner, ...] = ()) -> list[str]:
    return [one.state.value for one in coverage_of(planning(*needs, partners=partners)).lines]


# --- the rules ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "how", "state"),
    [
        ("Kitchen", "works_today", Cover.ANSWERED),
        ("Kitchen", "planned", Cover.PLANNED),
        ("Kitchen", "none", Cover.NOBODY),
        ("Kitchen", "", Cover.UNSAID),
        ("", "works_today", Cover.NOBODY),
        ("", "", Cover.NOBODY),
    ],
)
def test_a_need_stands_as_its_best_provider_does(by: str, how: str, state: Cover) -> None:
    assert states(need("a", "food", "quay", by, how)) == [state]


@pytest.mark.parametrize("other", ["kitchen", " KITCHEN ", "Kítchen", "Kit chen", "Kitchen."])
def test_the_same_name_written_otherwise_is_one_provider(other: str) -> None:
    two = planning(
        need("a", "food", "quay", "Kitchen"), need("b", "food", "quay", other, "planned")
    )
    found = coverage_of(two)

    assert [one.name for one in found.providers] == ["Kitchen"]
    assert [(one.state, dict(one.cells)) for one in found.lines] == [
        (Cover.ANSWERED, {"kitchen": "works_today"})
    ]
    assert services_twice(Seen(plan=two, today=date(2027, 1, 1))).verdict is Verdict.KEPT


def test_names_without_letters_in_common_stay_apart() -> None:
    assert states(need("a", "food", "quay", "جمعية أمل"), need("b", "food", "quay", "***")) == [
        Cover.SEVERAL
    ]


def test_what_is_answered_everywhere_is_answered_in_each_place() -> None:
    everywhere = need("a", "food", "", "Kitchen")

    assert states(everywhere, need("b", "food", "hill", "")) == [Cover.ANSWERED, Cover.ANSWERED]
    assert states(everywhere, need("b", "food", "hill", "Café")) == [Cover.SEVERAL, Cover.ANSWERED]
    assert states(need("a", "food", "quay", "Kitchen"), need("b", "food", "hill", "Café")) == [
        Cover.ANSWERED,
        Cover.ANSWERED,
    ]


def test_two_that_complete_each_other_are_no_duplicate() -> None:
    shared = need("b", "food", "quay", "Café", complement="At night")

    assert states(need("a", "food", "quay", "Kitchen"), shared) == [Cover.SHARED]


def test_partners_are_columns_whatever_they_answer() -> None:
    found = coverage_of(GAPS)

    assert [(one.name, bool(one.partner), one.answers, one.alone) for one in found.providers] == [
        ("Kitchen", True, 2, 1),
        ("Café des quais", False, 1, 0),
        ("Clinic", False, 1, 1),
        ("Listening post", False, 0, 0),
        ("Law Desk", True, 1, 1),
        ("University", True, 0, 0),
    ]
    assert [one.name for one in found.idle] == ["University"]
    assert found.alone == ()


def test_who_stands_alone_for_many_needs_is_named() -> None:
    rows = [need(kind, kind, "quay", "Kitchen") for kind in ("food", "legal_aid", "health_care")]

    assert [one.name for one in coverage_of(planning(*rows)).alone] == ["Kitchen"]
    assert coverage_of(planning(*rows[:2])).alone == ()


def test_the_first_to_ask_answer_the_same_need_elsewhere() -> None:
    found = coverage_of(GAPS)

    assert found.elsewhere(lines(GAPS)["legal_aid", "hill"]) == ("lawdesk",)
    assert found.elsewhere(lines(GAPS)["safe_shelter", "hill"]) == ()


# --- the pages ------------------------------------------------------------------------------------


def stored(plan: Plan) -> Programme:
    return store_plan(plan, by=amina(), organisation=passerelle())


def page(programme: Programme, step: str = "coverage/", headers: dict[str, str] = ENGLISH) -> str:
    answer = browser_of(bento()).get(f"/programmes/{programme.pk}/{step}", headers=headers)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def outline(programme: Programme, language: str = "en") -> str:
    address = f"/programmes/{programme.pk}/document/docx/?language={language}"
    file = io.BytesIO(browser_of(amina()).get(address).content)
    return " ".join(str(mammoth.extract_raw_text(file).value).split())


def rows(found: str) -> dict[str, str]:
    """Return what the grid says, by the key of the need that a row leads to."""
    body = found.split("<tbody>")[1].split("</tbody>", maxsplit=1)[0]
    told = {}
    for row in body.split("</tr>")[:-1]:
        key = re.search(r'/rows/needs/([^/"]+)/', row)
        assert key
        told[key[1]] = " ".join(re.sub(r"<[^>]+>", " ", row).split())
    return told


@pytest.mark.django_db
def test_the_grid_highlights_every_need_without_a_provider_and_every_duplicate() -> None:
    programme = stored(GAPS)
    found = page(programme)
    told = rows(found)

    assert {key for key, row in told.items() if "no provider" in row} == {"bed", "law2"}
    assert {key for key, row in told.items() if "several providers" in row} == {"food"}
    assert "planned, not there today" in told["care"]
    assert "cannot be told yet" in told["mind"]
    assert "Ask those who answer this need in another place: Law Desk." in told["law2"]
    assert "Seek a specialised alliance" in told["bed"]
    assert "Agree who does what: an alliance" in told["food"]
    assert f"/programmes/{programme.pk}/rows/needs/food2/#row_complement" in found
    assert f"/programmes/{programme.pk}/rows/partners/k/#row_coordination_agreed" in found
    assert "2 needs without a provider" in found
    assert "1 need with several providers in the same place" in found
    for name in ("Kitchen", "Café des quais", "Law Desk", "University"):
        assert re.search(rf'<th scope="col">{name}\b', found), name


@pytest.mark.django_db
def test_the_ways_lead_to_the_fields_and_what_is_written_there_ends_the_duplicate() -> None:
    programme = stored(GAPS)
    writes = browser_of(amina())
    for address, field in (
        ("rows/needs/food2", "complement"),
        ("rows/partners/k", "coordination_agreed"),
    ):
        form = writes.get(f"/programmes/{programme.pk}/{address}/", headers=ENGLISH)
        assert f'id="row_{field}"' in form.content.decode()
    address = f"/programmes/{programme.pk}/rows/needs/food2/"
    asked = writes.get(address).content.decode()
    hidden = {name: re.search(rf'name="{name}" value="([^"]*)"', asked) for name in ("version", "opened")}  # fmt: skip
    typed = {"kind": "food", "place": "quay", "provision": "works_today", "answered_by": "Café des quais", "complement": "At night"}  # fmt: skip
    kept = writes.post(address, typed | {name: one[1] for name, one in hidden.items() if one})

    assert kept.status_code == 302
    assert "shared, and said how" in rows(page(programme))["food"]
    assert "Several providers" not in outline(programme)


@pytest.mark.django_db
def test_partners_who_agreed_are_asked_only_for_words() -> None:
    both = tuple(
        Partner(key=k, name=k.title(), coordination_agreed="yes") for k in ("kitchen", "cafe")
    )
    doubled = (need("a", "food", "quay", "Kitchen"), need("b", "food", "quay", "Café, at night"))
    found = page(stored(planning(*doubled, partners=both)))

    assert "These partners agreed how they coordinate" in found
    assert "Write the agreement" not in found


@pytest.mark.django_db
def test_the_overview_and_step_3_lead_to_it() -> None:
    programme = stored(GAPS)

    for step in ("", "who/"):
        assert f'href="/programmes/{programme.pk}/coverage/"' in page(programme, step)
    assert "2 needs without a provider" in page(programme, "")
    whole = stored(planning(need("a", "food", "quay", "Kitchen")))
    assert "No gap and no duplicate" in page(whole, "")
    empty = page(stored(planning()))
    assert "No need is written yet." in empty
    assert "Write the needs in step 3" in empty


@pytest.mark.django_db
def test_who_stands_alone_and_who_answers_nothing_is_said_on_the_page() -> None:
    many = [need(kind, kind, "quay", "Kitchen") for kind in ("food", "legal_aid", "health_care")]
    found = page(stored(planning(*many, partners=(Partner(key="u", name="University"),))))

    assert "alone for 3 needs" in found
    assert "Partners that answer none of these needs" in found
    assert "/partners/u/" in found


@pytest.mark.django_db
def test_the_outline_says_gaps_and_duplicates_below_the_needs() -> None:
    told = outline(stored(GAPS))

    assert "No provider: Safe temporary shelter (Hill); Legal protection and advice (Hill)." in told
    assert "Several providers in the same place, nothing agreed:" in told
    assert "Kitchen; Café des quais" in told
    assert "Aucun prestataire" in outline(stored(GAPS), "fr")
    whole = outline(stored(planning(need("a", "food", "quay", "Kitchen"))))
    assert "Every need has a provider today" in whole
    assert "Every need has a provider" not in outline(stored(planning()))


@pytest.mark.django_db
def test_it_speaks_french() -> None:
    found = page(stored(GAPS), headers=FRENCH)

    assert "Besoins et prestataires" in found
    assert "aucun prestataire" in rows(found)["bed"]


@pytest.mark.django_db
def test_a_stranger_sees_no_coverage() -> None:
    address = f"/programmes/{stored(GAPS).pk}/coverage/"

    assert browser_of(chipo()).get(address).status_code == 404
    assert browser_of(amina()).get(address).status_code == 200


@pytest.mark.django_db
def test_many_needs_take_as_many_queries_as_one() -> None:
    counts = []
    browser = browser_of(amina())
    for plan in (GAPS, planning(GAPS.needs[0]), GAPS):  # the first one fills the caches
        address = f"/programmes/{stored(plan).pk}/coverage/"
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        counts.append(len(queries))

    assert counts[1] == counts[2]
