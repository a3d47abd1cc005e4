"""Rounds of a study: measured again, read against the first one, with the caution that it asks."""

from datetime import date
from decimal import Decimal
from math import sqrt

import pytest
from django.core.exceptions import PermissionDenied

from rempart.communities.actions import add_figure, move_study, remove_figure
from rempart.communities.models import Study, StudyFigure
from rempart.communities.rules.studies import StudyMove
from rempart.communities.rules.study_rounds import (
    FigureTold,
    Measured,
    Way,
    change_since,
)
from rempart.communities.tests.invented_studies import TODAY, done, port
from rempart.communities.tests.region import place
from rempart.communities.tests.test_studies import ENGLISH, FRENCH, seen, told
from rempart.kit.refusals import RefusedError
from tests.cast import amina, bento, browser_of, chipo, elsewhere

pytestmark = pytest.mark.django_db


def measured(
    value: str, *, unit: str = "percent", sample: int | None = 400, **more: str
) -> Measured:
    said = {"place": "p", "method": "Survey", "confidence": "medium", **more}
    return Measured(value=Decimal(value), unit=unit, sample=sample, on=TODAY, **said)


@pytest.mark.parametrize(
    ("first", "now", "samples", "beyond"),
    [
        ("40", "31", (400, 400), True),  # 9 points; 1.96 standard errors are 6.6
        ("40", "36", (400, 400), False),  # 4 points; 6.7
        ("40", "31", (100, 100), False),  # 9 points; 13.2
        ("40", "31", (400, None), None),
        ("40", "31", (0, 400), None),
    ],
)
def test_a_share_changed_when_chance_alone_would_not_do_as_much(
    first: str, now: str, samples: tuple[int | None, int | None], *, beyond: bool | None
) -> None:
    change = change_since(measured(first, sample=samples[0]), measured(now, sample=samples[1]))
    assert change.is_beyond_chance is beyond
    if all(samples):
        shares = [int(one) / 100 for one in (first, now)]
        width = 1.96 * sqrt(sum(p * (1 - p) / n for p, n in zip(shares, samples, strict=True) if n))
        assert (abs(shares[0] - shares[1]) > width) is beyond


def test_every_caution_is_told() -> None:
    change = change_since(
        measured("40", sample=400, place="p", method="Survey"),
        measured("40", sample=20, place="q", method="Interviews", confidence="low"),
    )
    assert change.way is Way.SAME
    assert set(change.cautions) == {"methods_differ", "places_differ", "samples_differ", "small_sample", "low_confidence"}  # fmt: skip
    assert change_since(measured("1", sample=None), measured("2")).cautions == ("no_sample",)
    assert change_since(measured("1", method="A survey."), measured("2", method="a survey")).cautions == ()  # fmt: skip
    count = change_since(measured("0", unit="count"), measured("3", unit="count"))
    assert (count.part, count.by, count.is_beyond_chance) == (None, Decimal(3), None)


def two_rounds() -> tuple[Study, Study]:
    first = done("First round")
    later = done(
        "Second round",
        earlier=first.pk,
        method="Interviews in the street",
        sample_size=380,
        begins_on=date(2026, 4, 1),
        ends_on=date(2026, 5, 1),
    )
    return first, later


def test_a_baseline_keeps_its_terms_and_a_later_round_shows_the_change_against_it() -> None:
    browser = browser_of(amina())
    first, later = two_rounds()
    page = seen(browser, f"/places/studies/{first.pk}/")
    for words in ("Household survey", "Adults of two districts, at random", "(400)", "Nights were left out", "medium confidence", "1 Mar 2026"):  # fmt: skip
        assert words in page, words
    address = f"/places/studies/{first.pk}/rounds/"
    typed = {"name": "Adults who find it no crime", "unit": "percent", "value": "40", "sample": "400"}  # fmt: skip
    assert told(browser, address, typed)[0] == 200
    typed = {"name": "Venues counted", "unit": "count", "value": "50", "place": str(port().pk)}
    assert told(browser, address, typed)[0] == 200
    share, venues = StudyFigure.objects.all()
    assert first_is_measured_again(later, share, venues)


def first_is_measured_again(later: Study, share: StudyFigure, venues: StudyFigure) -> bool:
    """Measure again what the first round did, and read the change in words."""
    browser = browser_of(amina())
    address = f"/places/studies/{later.pk}/rounds/"
    typed = {"against": str(share.pk), "value": "31", "sample": "380", "note": "In the street"}
    status, page = told(browser, address, typed)
    assert status == 200
    assert "9 points fewer than in the first round. More than two random samples would differ by chance." in page  # fmt: skip
    assert "The methods differ" in page
    assert "never why" in page
    status, page = told(browser, address, {"against": str(venues.pk), "value": "60"})
    assert "10 more than in the first round (20%)." in page
    assert "A sample is not said" in page
    assert StudyFigure.objects.get(against=venues).place == port()
    french = seen(browser_of(bento()), address, FRENCH)
    assert "9\xa0points de moins qu’au premier passage" in french
    first = f"/places/studies/{share.study_id}/rounds/"
    assert seen(browser, first).count("Second round") > 1
    status, page = told(browser, address, {"against": str(share.pk), "value": "30"})
    return status == 422


def test_fewer_more_and_the_same_are_said_in_words() -> None:
    browser = browser_of(amina())
    first, later = two_rounds()
    for name, unit, before, after, sentence in (
        ("a", "count", "50", "40", "10 fewer than in the first round (20%)."),
        ("b", "percent", "20", "22", "2 points more than in the first round. Two random samples could differ as much by chance: no change is shown."),
        ("c", "percent", "20", "20", "The same as in the first round."),
        ("d", "count", "0", "7", "7 more than in the first round."),
    ):  # fmt: skip
        one = add_figure(
            first, FigureTold(name=name, unit=unit, value=Decimal(before), sample=400), by=amina()
        )
        add_figure(
            later, FigureTold(value=Decimal(after), sample=400, against_id=one.pk), by=amina()
        )
        assert sentence in seen(browser, f"/places/studies/{later.pk}/rounds/"), name


def test_a_figure_that_cannot_be_is_refused_with_what_was_typed() -> None:
    browser = browser_of(amina())
    study = done("One")
    address = f"/places/studies/{study.pk}/rounds/"
    status, page = told(browser, address, {"value": "x", "sample": "1.5"})
    assert status == 422
    assert "4 fields need your attention" in page
    assert 'value="x"' in page
    status, page = told(browser, address, {"name": "Share", "unit": "percent", "value": "140"})
    assert (status, "A percentage is a hundred at most." in page) == (422, True)
    assert 'value="Share"' in page
    status, page = told(browser, address, {"name": "Count", "unit": "count", "value": "1.5"})
    assert (status, "A count is a whole number." in page) == (422, True)
    assert not StudyFigure.objects.exists()


def test_a_small_count_is_kept_with_a_warning() -> None:
    study = done("One")
    typed = {"name": "Children", "unit": "count", "value": "4"}
    status, page = told(browser_of(amina()), f"/places/studies/{study.pk}/rounds/", typed)
    assert (status, "Say “fewer than ten”" in page) == (200, True)


def test_a_figure_goes_unless_a_later_round_is_read_against_it() -> None:
    browser = browser_of(amina())
    first, later = two_rounds()
    one = add_figure(first, FigureTold(name="a", unit="count", value=Decimal(5)), by=amina())
    two = add_figure(later, FigureTold(value=Decimal(6), against_id=one.pk), by=amina())
    status, page = told(browser, f"/places/studies/{first.pk}/rounds/{one.pk}/removal/", {})
    assert "A later round is read against this figure" in page
    status, page = told(browser, f"/places/studies/{later.pk}/rounds/{two.pk}/removal/", {})
    assert (status, list(StudyFigure.objects.all())) == (200, [one])


def test_a_figure_is_read_against_an_earlier_round_of_its_own_study_only() -> None:
    first, later = two_rounds()
    other = done("Other")
    one = add_figure(other, FigureTold(name="a", unit="count", value=Decimal(5)), by=amina())
    for against in (one.pk, other.pk):
        with pytest.raises(RefusedError, match="not_earlier"):
            add_figure(later, FigureTold(value=Decimal(6), against_id=against), by=amina())
    base = add_figure(first, FigureTold(name="a", unit="count", value=Decimal(5)), by=amina())
    told_ = FigureTold(value=Decimal(6), against_id=base.pk)
    add_figure(later, told_, by=amina())
    with pytest.raises(RefusedError, match="told_twice"):
        add_figure(later, told_, by=amina())
    move_study(later, StudyMove.WITHDRAW, by=amina(), on=TODAY, why="x")
    with pytest.raises(RefusedError, match="withdrawn"):
        add_figure(later, FigureTold(name="b", unit="count", value=Decimal(5)), by=amina())
    assert "Second round" not in seen(browser_of(amina()), f"/places/studies/{first.pk}/rounds/")


def test_a_third_round_is_read_against_the_first() -> None:
    first, later = two_rounds()
    third = done("Third round", earlier=later.pk, ends_on=date(2026, 5, 20))
    base = add_figure(first, FigureTold(name="a", unit="count", value=Decimal(5)), by=amina())
    add_figure(third, FigureTold(value=Decimal(8), against_id=base.pk), by=amina())
    page = seen(browser_of(bento()), f"/places/studies/{first.pk}/rounds/")
    assert "3 more than in the first round (60%)." in page
    assert page.index("Second round") < page.index("Third round")


def test_nobody_else_writes_figures() -> None:
    first, _later = two_rounds()
    told_ = FigureTold(name="a", unit="count", value=Decimal(5))
    one = add_figure(first, told_, by=amina())
    for person in (bento(), chipo()):
        with pytest.raises(PermissionDenied):
            add_figure(first, told_, by=person)
        with pytest.raises(PermissionDenied):
            remove_figure(one, by=person)
    foreign = place("Elsewhere", of=(elsewhere(), chipo()))
    with pytest.raises(PermissionDenied):
        add_figure(first, FigureTold(name="a", unit="count", value=Decimal(5), place_id=foreign.pk), by=amina())  # fmt: skip
    address = f"/places/studies/{first.pk}/rounds/"
    assert browser_of(chipo()).get(address).status_code == 404
    assert browser_of(bento()).post(address, {}, headers=ENGLISH).status_code == 403
    page = seen(browser_of(amina()), f"/places/{port().pk}/removal/")
    assert "the study “First round”" in page
