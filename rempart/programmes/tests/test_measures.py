"""How an indicator is measured, told from outside: taken from the library, departed from, printed."""

from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from rempart.guide.actions import add_own_indicator, withdraw_own_indicator
from rempart.guide.models import OwnIndicator
from rempart.guide.rules.library import WORDS, Defined
from rempart.programmes.actions import add_row, start_programme
from rempart.programmes.models import Programme
from rempart.programmes.queries import plan_of, row_of
from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import read_plan, write_plan
from tests.cast import amina, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"Accept-Language": "en"}, {"Accept-Language": "fr"}


def address(programme: Programme, *path: str) -> str:
    return f"/programmes/{programme.pk}/" + "".join(f"{part}/" for part in path)


def started() -> Programme:
    programme = start_programme(passerelle(), by=amina(), title="Havre-Neuf (fictional)")
    values = {"text": "By 2028, girls and boys stay in school", "key": "o1"}
    add_row(programme, by=amina(), kind="objectives", values=values)
    return programme


def own(level: str = "outcome") -> OwnIndicator:
    said = {"title": "Girls who return", "definition": "Back for a month or more",
            "numerator": "Girls back in class", "denominator": "Girls who had left"}  # fmt: skip
    defined = Defined(
        level=level, domain="education", unit="percent", direction="up", frequency="quarterly",
        split=("sex", "age_band", "place"), words={"en": dict.fromkeys(WORDS, "") | said},
    )  # fmt: skip
    return add_own_indicator(defined, by=amina(), on=localdate())


def take(programme: Programme, ref: str) -> str:
    """Take an indicator of the library for the objective; return the address of its form."""
    where = address(programme, "results", "objectives", "o1", "measures")
    answer = browser_of(amina()).post(where, {"library": ref})
    assert answer.status_code == 302
    return answer.headers["Location"]


def form(where: str, headers: dict[str, str] = ENGLISH) -> str:
    answer = browser_of(amina()).get(where, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def annex(programme: Programme) -> str:
    where = f"{address(programme, 'document')}?section=annexes"
    return browser_of(amina()).get(where, headers=ENGLISH).content.decode()


def test_an_indicator_of_the_guide_brings_its_definition_its_direction_and_its_rhythm() -> None:
    programme = started()
    where = take(programme, "education_retention_12m")

    (indicator,) = plan_of(programme).indicators()
    assert (indicator.unit, indicator.direction, indicator.frequency) == (
        "percent",
        "up",
        "quarterly",
    )
    told = form(where)
    assert "What the library says of it" in told
    assert "Children still attending, or who have completed, 12 months later" in told
    assert "Your definition departs" not in told
    assert "A percentage of what?" not in told
    assert "Enfants inscrits il y a 12\xa0mois" in form(where, FRENCH)


def test_she_departs_from_the_library_and_that_is_said_on_the_form_and_in_the_outline() -> None:
    programme = started()
    where = take(programme, "education_retention_12m")
    (before,) = plan_of(programme).indicators()
    assert "Among: Children enrolled 12 months ago." in annex(programme)
    assert "departs from the library" not in annex(programme)

    typed = {
        "text": before.text,
        "library": before.library,
        "definition": "Six days a week",
        "version": "1",
    }
    browser_of(amina()).post(where, typed)

    assert "Your definition departs from the library’s" in form(where)
    told = annex(programme)
    assert "Six days a week (departs from the library’s definition)" in told


def test_an_organisations_indicator_is_offered_where_it_suits_and_its_words_travel() -> None:
    programme, mine = started(), own()
    ref = f"own.{mine.pk}"
    more = form(address(programme, "results", "objectives", "o1"))
    assert f'<option value="{ref}">Girls who return</option>' in more

    where = take(programme, ref)

    (indicator,) = plan_of(programme).indicators()
    assert (indicator.text, indicator.numerator) == ("Girls who return", "Girls back in class")
    assert indicator.about_people
    assert indicator.split == ("sex", "age_band", "place")
    assert f'value="{ref}" selected' in form(where)
    told = write_plan(plan_of(programme))
    assert ref not in told, "another Rempart does not know it"
    plan, faults = read_plan(told.encode(), known())
    assert faults == []
    assert plan == plan_of(programme)


def test_one_that_suits_another_level_is_not_offered_and_a_strangers_is_not_found() -> None:
    programme, mine = started(), own("output")

    assert str(mine.pk) not in form(address(programme, "results", "objectives", "o1"))
    theirs = start_programme(elsewhere(), by=chipo(), title="Elsewhere (fictional)")
    add_row(theirs, by=chipo(), kind="objectives", values={"text": "Change", "key": "o1"})
    where = address(theirs, "results", "objectives", "o1", "measures")
    browser = browser_of(chipo())
    assert browser.post(where, {"library": f"own.{mine.pk}"}).status_code == 404
    add = f"{address(theirs, 'rows', 'indicators', 'add')}?parent=objectives.o1"
    refused = browser.post(add, {"text": "Measure", "library": f"own.{mine.pk}"})
    assert refused.status_code == 422
    assert str(mine.pk) not in browser.get(add).content.decode()


def test_a_withdrawn_indicator_is_offered_no_more_but_where_it_was_taken_it_stays() -> None:
    programme, mine = started(), own()
    where = take(programme, f"own.{mine.pk}")
    withdraw_own_indicator(mine, by=amina(), on=localdate())

    add = f"{address(programme, 'rows', 'indicators', 'add')}?parent=objectives.o1"
    assert str(mine.pk) not in form(add)
    assert str(mine.pk) not in form(address(programme, "results", "objectives", "o1"))
    assert f'value="own.{mine.pk}" selected' in form(where)
    (indicator,) = plan_of(programme).indicators()
    kept = {"text": "Girls who return for good", "version": "1", "library": f"own.{mine.pk}"}
    assert browser_of(amina()).post(where, kept).status_code == 302
    stored = row_of(programme, "indicators", indicator.key)
    assert stored is not None
    assert str(stored) == "Girls who return for good"


def test_the_library_is_read_live_as_one_chooses() -> None:
    programme = started()

    typed = {"text": "Verdicts", "library": "conviction_rate", "definition": "Mine"}
    answer = browser_of(amina()).post(
        address(programme, "remarks", "indicators"), typed, headers=ENGLISH
    )

    told = answer.content.decode()
    assert "All verdicts" in told
    assert "Your definition departs" in told


def test_everything_about_a_measure_is_written_read_carried_and_printed() -> None:
    programme, browser = started(), browser_of(amina())
    new = f"{address(programme, 'rows', 'indicators', 'add')}?parent=objectives.o1"
    typed = {
        "text": "Men who find it acceptable", "unit": "percent", "definition": "Men of sixteen and more",
        "numerator": "Men who answer “acceptable”", "denominator": "Men asked", "aggregation": "latest",
        "method": "A survey, the same questions", "frequency": "half_yearly", "owner": "Monitoring officer",
        "analysis": "By age, twice a year", "analyst": "University", "cost": "3500",
    }  # fmt: skip

    assert browser.post(new, typed, headers=ENGLISH).status_code == 302

    (one,) = plan_of(programme).indicators()
    assert (one.owner, one.aggregation, one.cost) == ("Monitoring officer", "latest", Decimal(3500))
    assert read_plan(write_plan(plan_of(programme)).encode(), known()) == (plan_of(programme), [])
    told = annex(programme)
    for words in (
        "Men of sixteen and more Counted: Men who answer “acceptable”. Among: Men asked. Unit: Percent. The latest figure counts",
        "A survey, the same questions", "twice a year", "Monitoring officer", "By age, twice a year", "University", "3,500",
    ):  # fmt: skip
        assert words in told
    bad = browser.post(new, typed | {"cost": "-3", "frequency": "often"}, headers=ENGLISH)
    assert bad.status_code == 422
    assert "Men asked" in bad.content.decode()
    assert len(list(plan_of(programme).indicators())) == 1


def test_a_plan_without_indicators_says_so_in_its_monitoring_plan() -> None:
    assert "Still to be written: the indicators." in annex(started())
