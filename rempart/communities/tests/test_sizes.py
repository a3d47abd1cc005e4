"""Estimates of size, against the published formulas worked out independently, and their warnings."""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import comb, exp, log, sqrt

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rempart.communities.rules.sizes import (
    Service,
    TwoLists,
    estimate_of_lists,
    estimate_of_service,
    tried_shares,
    variance_of_lists,
)
from tests.cast import amina, bento, browser_of

ENGLISH = {"accept-language": "en"}


def said(address: str, typed: Mapping[str, str], language: str = "en") -> tuple[int, str]:
    answer = browser_of(bento()).post(address, typed, headers={"accept-language": language})
    return answer.status_code, " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_two_lists_give_what_the_published_formulas_give() -> None:
    n1, n2, m = 200, 150, 50
    total = Fraction(201 * 151, 51) - 1
    variance = Fraction(201 * 151 * 150 * 100, 51 * 51 * 52)
    unseen = total - 300
    apart = exp(1.96 * sqrt(log(1 + variance / unseen**2)))
    found = estimate_of_lists(TwoLists(first=n1, second=n2, both=m))

    assert found.total == pytest.approx(594.117647, abs=1e-6) == float(total)
    assert found.low == pytest.approx(300 + float(unseen) / apart, rel=1e-4)
    assert found.high == pytest.approx(300 + float(unseen) * apart, rel=1e-4)
    assert found.doubts == ()


@pytest.mark.parametrize(("size", "n1", "n2"), [(30, 20, 15), (12, 6, 6), (40, 25, 30)])
def test_over_all_that_can_be_drawn_the_estimate_and_its_variance_are_right(
    size: int, n1: int, n2: int
) -> None:
    """Chapman 1951, Seber 1970: without bias where the lists together are as long as the group."""
    chance = {
        m: comb(n1, m) * comb(size - n1, n2 - m) / comb(size, n2)
        for m in range(max(0, n1 + n2 - size), min(n1, n2) + 1)
    }
    drawn = {m: TwoLists(first=n1, second=n2, both=m) for m in chance}
    totals = {m: estimate_of_lists(told).total for m, told in drawn.items()}
    mean = sum(chance[m] * totals[m] for m in chance)
    spread = sum(chance[m] * (totals[m] - size) ** 2 for m in chance)

    assert mean == pytest.approx(size, rel=1e-12)
    assert sum(chance[m] * variance_of_lists(drawn[m]) for m in chance) == pytest.approx(spread)


@pytest.mark.parametrize(
    ("first", "second", "both", "doubts"),
    [
        (40, 30, 30, ("all_shared",)),
        (100, 100, 6, ("few_shared", "wide")),
        (100, 100, 7, ("wide",)),
        (5, 4, 0, ("few_shared", "wide")),
    ],
)
def test_an_estimate_says_what_makes_it_doubtful(
    first: int, second: int, both: int, doubts: tuple[str, ...]
) -> None:
    found = estimate_of_lists(TwoLists(first=first, second=second, both=both))
    assert found.doubts == doubts
    assert first + second - both <= found.low <= found.total <= found.high


def test_a_service_gives_what_the_published_formulas_give() -> None:
    told = Service(clients=60, asked=100, used=20)
    found = estimate_of_service(told)
    # Wilson 1927 for 20 of 100: the roots of (p - 0.2)² = 1.96² p (1 - p) / 100
    a, b, c = 1 + 1.96**2 / 100, -(0.4 + 1.96**2 / 100), 0.04
    ends = sorted((-b + sign * sqrt(b * b - 4 * a * c)) / (2 * a) for sign in (-1, 1))

    assert found.total == pytest.approx(300)
    assert found.low == pytest.approx(60 / ends[1], rel=1e-4)
    assert found.high == pytest.approx(60 / ends[0], rel=1e-4)
    tried = [(round(one.share), round(one.total), one.is_found) for one in tried_shares(told)]
    assert tried == [(10, 600, False), (15, 400, False), (20, 300, True), (25, 240, False), (30, 200, False)]  # fmt: skip
    assert len(tried_shares(Service(clients=60, asked=100, used=98))) == 3
    assert estimate_of_service(Service(clients=9, asked=4, used=4)).doubts == ("few_users", "all_used")  # fmt: skip


@pytest.mark.django_db
def test_what_cannot_be_is_told_with_every_reason_and_stays_typed() -> None:
    status, page = said("/places/sizes/lists/", {"first": "10", "second": "5", "both": "12"})
    assert status == 422
    assert "More on both lists than on the first" in page
    assert "More on both lists than on the second" in page
    answer = browser_of(bento()).post("/places/sizes/lists/", {"first": "0", "second": "x", "both": "-1"}, headers=ENGLISH)  # fmt: skip
    assert 'value="x"' in answer.content.decode()
    status, page = said("/places/sizes/lists/", {"first": "0", "second": "99999999", "both": "0"})
    assert ("A list that holds nobody" in page, "Ten million at most." in page) == (True, True)
    status, page = said("/places/sizes/service/", {"clients": "0", "asked": "0", "used": "3"})
    assert status == 422
    assert all(words in page for words in ("A service that nobody used", "Nobody was asked", "More used it than were asked"))  # fmt: skip
    status, page = said("/places/sizes/service/", {"clients": "8", "asked": "10", "used": "0"})
    assert (status, "no share, so no estimate" in page) == (422, True)
    status, page = said("/places/sizes/service/", {"clients": "99999999", "asked": "10", "used": "1"})  # fmt: skip
    assert (status, "Ten million at most." in page) == (422, True)


@pytest.mark.django_db
def test_the_estimate_is_said_with_its_assumptions_in_both_languages_and_nothing_is_kept() -> None:
    typed = {"first": "200", "second": "150", "both": "50"}
    amina()
    with CaptureQueriesContext(connection) as asked:
        status, page = said("/places/sizes/lists/", typed)
    assert (status, "About 594, and between 501 and 731" in page) == (200, True)
    assert "Here they rarely do" in page
    wrote = [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE"))]
    assert not [sql for sql in wrote if "communities" in sql or "vault" in sql]
    assert not any(m.objects.exists() for m in apps.get_app_config("communities").get_models())  # type: ignore[attr-defined]  # every model has its manager
    _status, page = said("/places/sizes/lists/", typed, "fr")
    assert "Environ 594, et entre 501 et 731" in page
    status, page = said("/places/sizes/service/", {"clients": "60", "asked": "100", "used": "20"})
    assert (status, "About 300" in page, "30%" in page, "600" in page) == (200, True, True, True)
    page = browser_of(bento()).get("/places/sizes/beyond/", headers=ENGLISH).content.decode()
    assert all(name in page for name in ("SparseMSE", "sspse", "ethics board"))
