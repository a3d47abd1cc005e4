"""The library of indicators told from outside: searched, filtered, and an organisation's own beside it."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from rempart.guide.actions import (
    add_own_indicator,
    change_own_indicator,
    withdraw_own_indicator,
)
from rempart.guide.catalogue import catalogue
from rempart.guide.models import OwnIndicator
from rempart.guide.queries import measure_of
from rempart.guide.rules.library import WORDS, Defined, marks
from rempart.kit.refusals import RefusedError
from rempart.vault.models import Entry
from tests.cast import amina, bento, browser_of, chipo, elsewhere, passerelle

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH = {"Accept-Language": "en"}, {"Accept-Language": "fr"}
HOME = "/guide/indicators/"
TYPED = {
    "level": "outcome", "unit": "percent", "split": ["sex", "place"], "title_en": "Girls who return (fictional)",
    "numerator_en": "Girls back in class in September", "denominator_en": "Girls who had left by June",
}  # fmt: skip


def page(address: str = HOME, headers: dict[str, str] = ENGLISH) -> str:
    answer = browser_of(bento()).get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def found(text: str) -> set[str]:
    return set(re.findall(r'href="/guide/indicators/(\w+)/"', text)) - {"own"}


def added() -> OwnIndicator:
    assert browser_of(amina()).post(f"{HOME}own/new/", TYPED).status_code == 302
    return OwnIndicator.objects.get()


def test_anybody_reads_the_whole_library() -> None:
    answer = browser_of(None).get(HOME)

    assert found(answer.content.decode()) == set(catalogue().indicators)
    assert "Add an indicator" not in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "with_it", "without"),
    [
        ("?level=safeguard", "safeguarding_checks_pct", "new_cases"),
        ("?field=justice", "conviction_rate", "education_enrolment_pct"),
        ("?room=justice", "conviction_rate", "new_cases"),
        ("?area=dem", "establishments_committed", "break_glass_reviewed_pct"),
        ("?q=convic", "conviction_rate", "new_cases"),
        ("?q=CONVICTIONS&field=justice", "conviction_rate", "charge_rate"),
    ],
)
def test_it_is_searched_and_filtered(asked: str, with_it: str, without: str) -> None:
    shown = found(page(f"{HOME}{asked}"))

    assert with_it in shown
    assert without not in shown


def test_it_is_searched_in_ones_own_language_and_says_when_nothing_answers() -> None:
    assert "conviction_rate" in found(page(f"{HOME}?q=condamnation", FRENCH))
    assert "Nothing carries all these marks" in page(f"{HOME}?q=zeppelin")
    assert found(page(f"{HOME}?level=nonsense")) == set(catalogue().indicators)


def test_every_indicator_has_a_page_with_all_that_counting_it_asks() -> None:
    for slug in catalogue().indicators:
        assert "<dt>" in page(f"{HOME}{slug}/")
    told = page(f"{HOME}staff_trained_pct/", FRENCH)
    for words in (
        "Définition",
        "Numérateur",
        "Dénominateur",
        "Membres du personnel en poste",
        "chaque mois",
    ):
        assert words in told
    assert "COUNT(" not in told
    assert browser_of(bento()).get(f"{HOME}nothing/").status_code == 404


def test_a_share_says_what_is_counted_and_among_what_and_each_is_marked() -> None:
    rooms = {value.id for value in catalogue().code_list("indicator_room").values}
    for one in catalogue().indicators.values():
        assert bool(one.denominator) == bool(one.among) == bool(one.counted), one.slug
        assert marks(one, catalogue())["room"] <= rooms
        assert marks(one, catalogue())["room"], one.slug
        known = catalogue().code_list("indicator_split").ids
        assert set(one.disaggregation) <= set(known), one.slug


def test_an_organisations_indicator_stands_beside_the_guides_and_is_hers_alone() -> None:
    indicator = added()
    address = f"{HOME}own/{indicator.pk}/"

    for person, is_seen in ((bento(), True), (chipo(), False), (None, False)):
        told = browser_of(person).get(HOME, headers=ENGLISH).content.decode()
        assert ("Girls who return" in told) == is_seen
    told = page(address, FRENCH)
    assert "Girls back in class in September" in told
    assert "Girls who had left by June" in told
    assert browser_of(chipo()).get(address).status_code == 404
    assert browser_of(chipo()).post(f"{address}change/", TYPED).status_code == 404
    assert browser_of(chipo()).post(f"{address}withdrawal/").status_code == 404
    assert browser_of(bento()).post(f"{address}change/", TYPED).status_code == 403
    assert measure_of(f"own.{indicator.pk}", elsewhere().pk) is None
    assert measure_of(f"own.{indicator.pk}", passerelle().pk)
    assert measure_of("own.nonsense", passerelle().pk) is None


@pytest.mark.parametrize(
    ("asked", "is_seen"),
    [("?level=outcome", True), ("?level=output", False), ("?q=return", True), ("?q=boys", False), ("?room=justice", False)],
)  # fmt: skip
def test_own_indicators_are_filtered_too(asked: str, is_seen: bool) -> None:  # noqa: FBT001 -- an example's own answer
    added()

    assert ("Girls who return" in page(f"{HOME}{asked}")) == is_seen


def test_it_is_changed_and_withdrawn_and_plans_can_still_read_it() -> None:
    indicator = added()
    address = f"{HOME}own/{indicator.pk}/"

    form = browser_of(amina()).get(f"{address}change/").content.decode()
    assert 'value="Girls who had left by June"' in form
    browser_of(amina()).post(f"{address}change/", TYPED | {"title_en": "Girls who came back"})
    assert "Girls who came back" in page()
    browser_of(amina()).post(f"{address}withdrawal/")

    assert "Girls who came back" not in page()
    assert browser_of(amina()).get(address).status_code == 404
    kept = measure_of(f"own.{indicator.pk}", passerelle().pk)
    assert kept
    assert kept.title == "Girls who came back"
    assert [one.act for one in Entry.objects.all()] == [
        "guide.indicator_added", "guide.indicator_changed", "guide.indicator_withdrawn",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"title_en": ""}, "Name the indicator in this language."),
        ({"denominator_en": ""}, "A percentage says what is counted, and among what."),
        ({"level": "nonsense"}, "nonsense is not one of the available choices"),
        ({"title_en": "x" * 301}, "at most 300"),
        (
            {"title_en": "", "numerator_en": "", "denominator_en": ""},
            "Name it in one language at least.",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    typed: dict[str, str], said: str
) -> None:
    answer = browser_of(amina()).post(f"{HOME}own/new/", TYPED | typed, headers=ENGLISH)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not OwnIndicator.objects.exists()


def test_acts_ask_for_leave_and_for_words() -> None:
    words = {"en": dict.fromkeys(WORDS, "") | {"title": "T"}}
    defined = Defined(level="output", domain="", unit="number", direction="", frequency="", split=(), words=words)  # fmt: skip
    mine = add_own_indicator(defined, by=amina(), on=localdate())

    with pytest.raises(PermissionDenied):
        add_own_indicator(defined, by=bento(), on=localdate())
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            change_own_indicator(mine, defined, by=person)
        with pytest.raises(PermissionDenied):
            withdraw_own_indicator(mine, by=person, on=localdate())
    silent = Defined(level="output", domain="", unit="", direction="", frequency="", split=(), words={})  # fmt: skip
    with pytest.raises(RefusedError):
        add_own_indicator(silent, by=amina(), on=localdate())
