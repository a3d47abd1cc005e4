"""Someone opens Rempart for the first time, in a real browser."""

import pytest

from tests.browser import Visit
from tests.cast import amina

pytestmark = pytest.mark.django_db


def test_a_person_who_knows_her_password_comes_in_and_nobody_else_does(visit: Visit) -> None:
    amina()
    page = visit("/account/sign-in/")
    page.locator("[name=login]").fill("amina")
    page.locator("[name=password]").fill("not hers")
    page.locator("[name=password]").press("Enter")
    assert "/account/sign-in/" in page.url
    page.locator("[name=password]").fill("demo")
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/")
    assert page.goto("/account/sign-out/")
    assert "/account/sign-out/" in page.url
