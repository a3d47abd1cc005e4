"""The door: who knows a password comes in, who guesses is stopped, and nothing tells the guesser more."""

from datetime import timedelta
from io import StringIO
from time import time

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.test.utils import override_settings

from rempart.accounts.models import Organisation, User
from rempart.accounts.passwords import new_password
from rempart.accounts.sessions import BEGAN
from tests.cast import amina, bento, browser_of

pytestmark = pytest.mark.django_db
SIGN_IN, OVER = "/account/sign-in/", "/account/sign-in/over/"
CARRYING = "/account/sign-in/carrying/"
ENGLISH = {"accept-language": "en"}
TRIES = 10  # with one name in a quarter of an hour


def tried(name: str, password: str, address: str = SIGN_IN) -> str:
    typed = {"login": name, "password": password}
    return Client().post(address, typed, headers=ENGLISH).content.decode()


def without_its_own(page: str, name: str) -> str:
    """Return a page without what differs from one visit to the next, and without the typed name."""
    lines = page.replace(f'value="{name}"', "").splitlines()
    return "\n".join(line for line in lines if "csrf" not in line and "X-CSRFToken" not in line)


@pytest.mark.parametrize("address", [SIGN_IN, OVER, CARRYING])
def test_a_known_and_an_unknown_name_get_the_same_answer(address: str) -> None:
    amina()

    known, unknown = tried("amina", "wrong", address), tried("nobody", "wrong", address)

    assert "do not go together" in known
    assert without_its_own(known, "amina") == without_its_own(unknown, "nobody")


@pytest.mark.parametrize("address", [SIGN_IN, OVER, CARRYING])
@pytest.mark.parametrize("name", ["amina", "nobody"])
def test_guessing_is_stopped_with_clear_words_whether_the_name_exists_or_not(
    address: str, name: str
) -> None:
    amina()

    said = [tried(name, "wrong", address) for _ in range(TRIES + 1)]

    assert all("do not go together" in page for page in said[:TRIES])
    assert "Too many tries" in said[TRIES]
    assert "Too many tries" in tried(name, "demo", address)


@pytest.mark.parametrize("address", [SIGN_IN, OVER, CARRYING])
def test_many_names_from_one_place_are_stopped_too(address: str) -> None:
    said = [tried(f"name{number}", "wrong", address) for number in range(31)]

    assert "do not go together" in said[29]
    assert "Too many tries" in said[30]


def test_another_way_of_writing_a_name_is_no_further_try() -> None:
    amina()
    for name in ("amina", "AMINA", " Amina ", "\uff41mina", "aMINA"):
        for _ in range(2):
            tried(name, "wrong")

    assert "Too many tries" in tried("amina", "demo")


def test_a_flood_of_names_does_not_wash_out_what_was_counted() -> None:
    amina()
    for _ in range(TRIES):
        tried("amina", "wrong")

    cache.set_many({f"flood-{number}": 1 for number in range(400)})

    assert "Too many tries" in tried("amina", "demo")


def test_success_does_not_wipe_out_the_failures() -> None:
    amina(), bento()
    for _ in range(TRIES):
        tried("amina", "wrong")
        tried("bento", "demo")

    assert "Too many tries" in tried("amina", "demo")


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/account/?a=1", "/account/?a=1"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_whoever_comes_in_is_sent_to_addresses_of_ours_only(wanted: str, reached: str) -> None:
    amina()

    answer = Client().post(SIGN_IN, {"login": "amina", "password": "demo", "next": wanted})

    assert answer["Location"] == reached


def test_a_session_planted_before_the_sign_in_is_worth_nothing_after_it() -> None:
    amina()
    browser = Client()
    browser.session.save()
    browser.cookies[settings.SESSION_COOKIE_NAME] = planted = browser.session.session_key or ""

    browser.post(SIGN_IN, {"login": "amina", "password": "demo"})

    assert browser.session.session_key != planted
    assert browser.session["_auth_user_id"] == str(amina().pk)


def test_a_session_ends_with_the_window_and_after_twelve_hours_of_work() -> None:
    amina()
    browser = Client()
    browser.post(SIGN_IN, {"login": "amina", "password": "demo"})
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME]
    before = browser.get("/account/").status_code
    session = browser.session
    session[BEGAN] = time() - timedelta(hours=12, seconds=1).total_seconds()
    session.save()

    assert (cookie["expires"], cookie["max-age"]) == ("", "")
    assert (before, browser.get("/account/").status_code) == (200, 302)
    assert browser.get("/account/").status_code == 302


def test_cookies_are_for_this_site_alone_and_out_of_reach_of_scripts() -> None:
    amina()
    browser = Client()
    browser.get(SIGN_IN)
    browser.post(SIGN_IN, {"login": "amina", "password": "demo"})

    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        cookie = browser.cookies[name]
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_what_a_person_sees_is_kept_by_no_browser_and_leaving_empties_it() -> None:
    browser = browser_of(amina())

    page = browser.get("/account/")
    left = browser.post("/account/sign-out/")

    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "same-origin"
    assert left["Clear-Site-Data"] == '"cache", "storage"'
    assert not browser.session.keys()
    assert browser.get("/account/").status_code == 302
    assert "Clear-Site-Data" not in browser.get("/guide/")


def test_nobody_signs_up_and_a_forgotten_password_says_whom_to_ask() -> None:
    page = Client().get("/account/password/forgotten/", headers=ENGLISH)

    assert "administrator" in page.content.decode()
    assert Client().get("/account/sign-up/").status_code == 404


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("brief-one", "brief-one", "too short"),
        ("passwordpassword", "other words here", "not the password you typed above"),
        ("amina-of-the-harbour", "amina-of-the-harbour", "too similar"),
        ("x" * 129, "x" * 129, "128 letters at most"),
    ],
)
def test_a_weak_password_is_refused(password: str, again: str, said: str) -> None:
    typed = {"oldpassword": "demo", "password1": password, "password2": again}
    User.objects.filter(pk=amina().pk).update(first_name="Amina of the Harbour")

    page = browser_of(amina()).post("/account/password/", typed, headers=ENGLISH).content.decode()

    assert said in page
    assert password not in page
    assert amina().check_password("demo")


def test_changing_a_password_asks_for_the_present_one_and_ends_the_other_sessions() -> None:
    here, there = browser_of(amina()), browser_of(amina())
    typed = {"password1": "quinze lettres au moins", "password2": "quinze lettres au moins"}

    wrong = here.post("/account/password/", typed | {"oldpassword": "no"}, headers=ENGLISH)
    right = here.post("/account/password/", typed | {"oldpassword": "demo"})

    assert "not your present password" in wrong.content.decode()
    assert right.status_code == 302
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302


def test_a_closed_account_is_told_over_the_page_and_with_words_in_hand() -> None:
    User.objects.filter(pk=amina().pk).update(is_active=False)

    for address in (OVER, CARRYING):
        assert "cannot come in from here" in tried("amina", "demo", address)


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_a_proxy_the_visitors_address_counts() -> None:
    typed = {"login": "nobody", "password": "wrong"}

    def guess(address: str, name: str) -> str:
        headers = {"X-Forwarded-For": f"203.0.113.9, {address}", **ENGLISH}
        return Client().post(SIGN_IN, typed | {"login": name}, headers=headers).content.decode()

    guesses = [guess("198.51.100.1", f"name{n}") for n in range(31)]

    assert "Too many tries" in guesses[30]
    assert "Too many tries" not in guess("198.51.100.2", "name0")


def test_passwords_to_hand_on_are_drawn_by_chance_and_long() -> None:
    drawn = {new_password() for _ in range(100)}

    assert len(drawn) == 100
    assert all(len(password) == 23 for password in drawn)


def test_a_server_is_opened_with_an_organisation_and_its_administrator() -> None:
    said = StringIO()

    call_command("open_organisation", "Passerelle (fictional)", administrator="Dalia", stdout=said)
    password = next(
        line.strip() for line in said.getvalue().splitlines() if line.startswith("    ")
    )
    browser = Client()
    browser.post(SIGN_IN, {"login": "dalia", "password": password})

    assert browser.get("/account/people/")["Location"] == "/account/password/"
    assert User.objects.get().role == "administrator"
    with pytest.raises(CommandError, match="signs in as dalia already"):
        call_command("open_organisation", "Another (fictional)", administrator="DALIA")
    with pytest.raises(CommandError, match="is there already"):
        call_command("open_organisation", "Passerelle (fictional)", administrator="eve")
    assert Organisation.objects.count() == 1
